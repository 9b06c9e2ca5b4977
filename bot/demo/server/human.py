"""What people do: write, press, edit, send photos, open links, block, add and remove the bot."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.demo.server.groups import tell_membership
from bot.demo.server.messages import Message
from bot.demo.server.methods.sending import described
from bot.demo.server.people import ANONYMOUS_ADMIN_ID, PRESENT, Account, Chat
from bot.demo.server.telegram import Press, Telegram

_COMMAND = re.compile(r"(?<![\w/<])/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?![\w/])")
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{0,64}")


def write(telegram: Telegram, person: Account, chat: Chat, text: str, *, reply_to: int | None = None) -> Message:
    """A text message; in a group it reaches the bot only as privacy mode allows."""
    message = _message(telegram, person, chat, text.strip())
    message.entities = commands_in(message.text)
    message.reply_to = reply_to
    return say(telegram, chat, message)


def send_media(
    telegram: Telegram,
    person: Account,
    chat: Chat,
    kind: str,
    content: bytes,
    caption: str = "",
    reply_to: int | None = None,
) -> Message:
    """A photo, voice, sticker, video or document."""
    message = _message(telegram, person, chat, caption)
    message.media = described(kind, telegram.store(content), content)
    message.reply_to = reply_to
    return say(telegram, chat, message)


def share(telegram: Telegram, person: Account, chat: Chat, media: dict[str, Any]) -> Message:
    """Anything else the Bot API can show: a location, a contact, a dice."""
    message = _message(telegram, person, chat, "")
    message.media = media
    return say(telegram, chat, message)


def say(telegram: Telegram, chat: Chat, message: Message) -> Message:
    """Place a prepared message in the chat and tell the bot about it."""
    if chat.person:
        unblock(telegram, chat)
        chat.started = True
    elif chat.migrated_to:
        raise ValueError("the group has moved; act in the supergroup")
    chat.acted_at_version = telegram.feed.version
    telegram.put(chat, message)
    if reaches_bot(telegram, chat, message):
        telegram.updates.push("message", telegram.message_json(message), chat.id)
    return message


def write_anonymously(telegram: Telegram, chat: Chat, text: str, *, reply_to: int | None = None) -> Message:
    """A message by an admin who writes as the group."""
    ghost = Account(ANONYMOUS_ADMIN_ID, "Group", username="GroupAnonymousBot", is_bot=True)
    telegram.accounts.setdefault(ANONYMOUS_ADMIN_ID, ghost)
    message = _message(telegram, ghost, chat, text)
    message.entities = commands_in(text)
    message.on_behalf_of = chat.id
    message.reply_to = reply_to
    return say(telegram, chat, message)


def edit(telegram: Telegram, chat: Chat, message: Message, text: str) -> None:
    """The writer changes the text or caption."""
    chat.acted_at_version = telegram.feed.version
    message.text = text
    message.entities = commands_in(text)
    message.edited_at = telegram.date()
    telegram.touch(message)
    if reaches_bot(telegram, chat, message):
        telegram.updates.push("edited_message", telegram.message_json(message), chat.id)


def press(telegram: Telegram, person: Account, chat: Chat, message: Message, data: str) -> Press:
    """Press the button that carries `data`, even if the message no longer shows it."""
    _forget_old_presses(telegram)
    found = Press(str(telegram.number()), person.id, chat.id, message.id, data, telegram.monotonic())
    telegram.presses[found.id] = found
    chat.acted_at_version = telegram.feed.changed()
    body = {
        "id": found.id,
        "from": person.as_json(),
        "message": telegram.message_json(message),
        "chat_instance": str(chat.id),
        "data": data,
    }
    telegram.updates.push("callback_query", body, person.id)
    return found


def open_link(telegram: Telegram, person: Account, link: str) -> Message:
    """Open t.me/<bot>?start=<code> and press Start. Raises ValueError for a link that is not the bot's."""
    parts = urlsplit(link if "//" in link else f"https://{link}")
    code = parse_qs(parts.query).get("start", [""])[0]
    if parts.path.strip("/").lower() != telegram.username.lower():
        raise ValueError("not a link to this bot")
    if not _START_PARAMETER.fullmatch(code):
        raise ValueError("Telegram opens no link with such a start parameter")
    return write(telegram, person, telegram.chats[person.id], f"/start {code}".strip())


def block(telegram: Telegram, chat: Chat) -> None:
    """The person blocks the bot."""
    if not chat.blocked:
        chat.blocked = True
        tell_membership(telegram, chat, chat.person or telegram.bot, "member", "kicked")


def unblock(telegram: Telegram, chat: Chat) -> None:
    """The person lets the bot write again; nothing happens if it could."""
    if chat.blocked:
        chat.blocked = False
        tell_membership(telegram, chat, chat.person or telegram.bot, "kicked", "member")


def deactivate(telegram: Telegram, person: Account) -> None:
    """The account is deleted; the bot hears of it only when it writes."""
    person.deactivated = True
    telegram.feed.changed()


def reaches_bot(telegram: Telegram, chat: Chat, message: Message) -> bool:
    """Whether the bot is shown this message: always in private, in a group as privacy mode says."""
    if chat.person:
        return True
    status = chat.members.get(telegram.bot.id, "left")
    if status not in PRESENT:
        return False
    if not telegram.privacy_mode or status == "administrator" or message.service:
        return True
    replied = chat.messages.get(message.reply_to or 0)
    if replied and replied.sender_id == telegram.bot.id:
        return True
    return _calls_bot(telegram.username.lower(), message.text)


def _calls_bot(username: str, text: str) -> bool:
    named = (match.group(2) for match in _COMMAND.finditer(text))
    return any(name is None or name.lower() == username for name in named) or f"@{username}" in text.lower()


def commands_in(text: str) -> list[dict[str, Any]]:
    """The bot_command entities Telegram finds in a text people wrote."""
    if "/" not in text:
        return []
    return [
        {
            "type": "bot_command",
            "offset": len(text[: match.start()].encode("utf-16-le")) // 2,
            "length": len(match.group()),
        }
        for match in _COMMAND.finditer(text)
    ]


def _message(telegram: Telegram, person: Account, chat: Chat, text: str) -> Message:
    return Message(0, chat.id, person.id, telegram.date(), text)


def _forget_old_presses(telegram: Telegram) -> None:
    horizon = telegram.monotonic() - 2 * telegram.answer_presses_within
    for old in [press.id for press in telegram.presses.values() if press.at < horizon]:
        del telegram.presses[old]
