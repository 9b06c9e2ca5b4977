"""editMessage…, deleteMessage and setMessageReaction."""

from typing import Any

from bot.demo.server.errors import bad_request
from bot.demo.server.messages import Message
from bot.demo.server.parameters import Parameters, number_of, object_of
from bot.demo.server.rules import (
    chat_of,
    checked_caption,
    checked_keyboard,
    checked_text,
    own_message,
    reachable_chat,
)
from bot.demo.server.telegram import Telegram

DELETABLE_FOR = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    message = _edited_message(telegram, found)
    if message.media:
        raise bad_request("there is no text in the message to edit")
    text, entities = checked_text(found)
    return _change(telegram, message, found, text, entities)


def edit_message_caption(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    message = _edited_message(telegram, found)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    text, entities = checked_caption(found)
    return _change(telegram, message, found, text, entities)


def edit_message_reply_markup(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    message = _edited_message(telegram, found)
    return _change(telegram, message, found, message.text, message.entities)


def _edited_message(telegram: Telegram, found: Parameters) -> Message:
    return own_message(telegram, reachable_chat(telegram, found), found, "edit")


def _change(
    telegram: Telegram, message: Message, found: Parameters, text: str, entities: list[dict[str, Any]]
) -> dict[str, Any]:
    keyboard = checked_keyboard(found)
    if (text, entities, keyboard) == (message.text, message.entities, message.keyboard):
        raise bad_request(_NOT_MODIFIED)
    message.text, message.entities, message.keyboard = text, entities, keyboard
    message.edited_at = telegram.date()
    telegram.touch(message)
    return telegram.message_json(message)


def delete_message(telegram: Telegram, found: Parameters) -> bool:
    """The bot's own, or in a private chat anybody's, for 48 hours after it was sent."""
    chat = reachable_chat(telegram, found)
    message = chat.messages.get(number_of(found, "message_id") or 0)
    if message is None:
        raise bad_request("message to delete not found")
    foreign = chat.is_group and message.sender_id != telegram.bot.id
    rights = chat.members.get(telegram.bot.id) in {"administrator", "creator"}
    if telegram.date() - message.date > DELETABLE_FOR or (foreign and not rights):
        raise bad_request("message can't be deleted")
    telegram.remove(chat, message.id)
    return True


def set_message_reaction(telegram: Telegram, found: Parameters) -> bool:
    chat = chat_of(telegram, found)
    message = chat.messages.get(number_of(found, "message_id") or 0)
    if message is None:
        raise bad_request("message to react not found")
    reactions = object_of(found, "reaction", list) or []
    message.reaction = str(reactions[0].get("emoji", "")) if reactions else ""
    telegram.touch(message)
    return True
