"""Messages and chats as plain JSON, for the page and for tests in another process."""

from typing import Any

from bot.demo.server.messages import Message
from bot.demo.server.people import Chat
from bot.demo.server.telegram import Sent, Telegram


def message_view(telegram: Telegram, message: Message) -> dict[str, Any]:
    """What a person sees of a message. `version` grows with each change of it."""
    sender = telegram.accounts.get(message.sender_id)
    media = next((kind for kind in message.media if kind != "forward_origin"), "")
    view: dict[str, Any] = {
        "id": message.id,
        "chat": message.chat_id,
        "version": message.version,
        "date": message.date,
        "edited_at": message.edited_at,
        "sender": {"id": message.sender_id, "name": sender.first_name if sender else ""},
        "by_bot": message.sender_id == telegram.bot.id,
        "text": message.text,
        "entities": message.entities,
        "buttons": message.keyboard,
        "media": media,
        "service": message.service,
        "silent": message.silent,
        "reaction": message.reaction,
        "reply_to": message.reply_to,
    }
    if media == "photo":
        picture = message.media["photo"][-1]
        view |= {"photo": picture["file_id"], "size": [picture["width"], picture["height"]]}
    return view


def chat_view(telegram: Telegram, chat: Chat, after: int = 0, last: int = 200) -> dict[str, Any]:
    """A chat with those of its `last` messages that changed after version `after`."""
    messages = list(chat.messages.values())[-last:]
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "blocked": chat.blocked,
        "started": chat.started,
        "migrated_to": chat.migrated_to,
        "messages": [message_view(telegram, message) for message in messages if message.version > after],
    }


def sent_view(sent: Sent) -> dict[str, Any]:
    return {
        "at": sent.at,
        "date": sent.date,
        "method": sent.method,
        "chat": sent.chat_id,
        "message": sent.message_id,
        "text": sent.text,
    }
