"""What happens to groups: they are made, the bot comes and goes, they become supergroups, topics close."""

from typing import Any

from bot.demo.server.messages import Message
from bot.demo.server.methods.chats import member_json
from bot.demo.server.people import PRESENT, Account, Chat, ChatKind, Status
from bot.demo.server.telegram import Telegram


def make_group(
    telegram: Telegram, title: str, members: list[Account], kind: ChatKind = "group", *, told: bool = True
) -> Chat:
    """A group of these people (the first its creator) and the bot, which is told unless `told` is False."""
    chat = telegram.add_chat(title, kind)
    for person in members:
        chat.members[person.id] = "member"
    if members:
        chat.members[members[0].id] = "creator"
    if told:
        add_bot(telegram, chat, members[0] if members else telegram.bot)
    else:
        chat.members[telegram.bot.id] = "member"
    return chat


def add_bot(telegram: Telegram, chat: Chat, actor: Account) -> None:
    """Somebody brings the bot into the group."""
    _move_bot(telegram, chat, actor, "member")
    _note(telegram, chat, actor, {"new_chat_members": [telegram.bot.as_json()]})


def remove_bot(telegram: Telegram, chat: Chat, actor: Account) -> None:
    """Somebody throws the bot out of the group."""
    _move_bot(telegram, chat, actor, "kicked")


def set_bot_rights(telegram: Telegram, chat: Chat, actor: Account, status: Status) -> None:
    """Somebody makes the bot an administrator, or a plain member again."""
    _move_bot(telegram, chat, actor, status)


def delete_group(telegram: Telegram, chat: Chat) -> None:
    chat.deleted = True
    telegram.feed.changed()


def upgrade(telegram: Telegram, chat: Chat, actor: Account) -> Chat:
    """The group becomes a supergroup with a new id; its old id answers 400 from now on."""
    new = telegram.add_chat(chat.title, "supergroup")
    new.members = dict(chat.members)
    note = _note(telegram, chat, actor, {"migrate_to_chat_id": new.id})
    chat.migrated_to = new.id
    _note(telegram, new, actor, {"migrate_from_chat_id": chat.id})
    new.acted_at_version = note.version
    return new


def open_topic(telegram: Telegram, chat: Chat, topic_id: int) -> None:
    """Add a forum topic, or open it again; the chat is a forum from the first one on."""
    chat.topics[topic_id] = True
    telegram.feed.changed()


def close_topic(telegram: Telegram, chat: Chat, topic_id: int) -> None:
    chat.topics[topic_id] = False
    telegram.feed.changed()


def tell_membership(telegram: Telegram, chat: Chat, actor: Account, before: str, after: str) -> None:
    """Tell the bot that its own standing in a chat has changed."""
    telegram.feed.changed()
    body = {
        "chat": chat.as_json(),
        "from": actor.as_json(),
        "date": telegram.date(),
        "old_chat_member": member_json(chat, telegram.bot, before),
        "new_chat_member": member_json(chat, telegram.bot, after),
    }
    telegram.updates.push("my_chat_member", body, chat.id)


def _move_bot(telegram: Telegram, chat: Chat, actor: Account, status: Status) -> None:
    before = chat.members.get(telegram.bot.id, "left")
    chat.members[telegram.bot.id] = status
    if before != status:
        tell_membership(telegram, chat, actor, before, status)


def _note(telegram: Telegram, chat: Chat, actor: Account, fields: dict[str, Any]) -> Message:
    """A service message, which the bot is shown while it is in the group."""
    message = Message(0, chat.id, actor.id, telegram.date(), media=fields, service=True)
    telegram.put(chat, message)
    if chat.members.get(telegram.bot.id) in PRESENT:
        telegram.updates.push("message", telegram.message_json(message), chat.id)
    return message
