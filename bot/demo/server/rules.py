"""What the Bot API checks before a message goes out: the chat, the text, the keyboard, what it replies to."""

from typing import Any

from bot.demo.server.entities import parse_html, utf16_length
from bot.demo.server.errors import ApiError, bad_request, forbidden
from bot.demo.server.messages import Keyboard, Message
from bot.demo.server.parameters import Parameters, flag_of, number_of, object_of, text_of
from bot.demo.server.people import PRESENT, Chat
from bot.demo.server.telegram import Telegram

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_CALLBACK_BYTES = 64
MAX_BUTTONS = 100
MAX_ENTITIES = 100
GENERAL_TOPIC = 1

Entities = list[dict[str, Any]]


def chat_of(telegram: Telegram, found: Parameters) -> Chat:
    """The chat a call names, whether or not the bot may write there."""
    try:
        chat_id = number_of(found, "chat_id")
    except ApiError:
        raise bad_request("chat not found") from None
    if chat_id is None:
        raise bad_request("chat_id is empty")
    return telegram.chat(chat_id)


def reachable_chat(telegram: Telegram, found: Parameters) -> Chat:
    """The chat a call names, if the bot may write there; otherwise Telegram's refusal."""
    chat = chat_of(telegram, found)
    if chat.person:
        _check_person(chat)
    else:
        check_group(telegram, chat)
    return chat


def _check_person(chat: Chat) -> None:
    if chat.person and chat.person.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise bad_request("chat not found")


def check_group(telegram: Telegram, chat: Chat) -> None:
    """Refuse what the bot cannot do in a group it is not in, or that has moved or gone."""
    if chat.migrated_to:
        reason = "group chat was upgraded to a supergroup chat"
        raise bad_request(reason, migrate_to_chat_id=chat.migrated_to)
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    status = chat.members.get(telegram.bot.id, "left")
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if status not in PRESENT:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def topic_of(chat: Chat, found: Parameters) -> int | None:
    """The forum topic a message goes to; refused when it is gone or closed."""
    thread_id = number_of(found, "message_thread_id")
    if thread_id and thread_id not in chat.topics:
        raise bad_request("message thread not found")
    if chat.topics and not chat.topics.get(thread_id or GENERAL_TOPIC, True):
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def formatted(found: Parameters, name: str, entities_name: str) -> tuple[str, Entities]:
    """A text or caption with its entities, parsed as its parse_mode says."""
    source = text_of(found, name)
    mode = text_of(found, "parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source.strip(), object_of(found, entities_name, list) or []
    return text, entities[:MAX_ENTITIES]


def checked_text(found: Parameters) -> tuple[str, Entities]:
    text, entities = formatted(found, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return text, entities


def checked_caption(found: Parameters) -> tuple[str, Entities]:
    text, entities = formatted(found, "caption", "caption_entities")
    if utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return text, entities


def checked_keyboard(found: Parameters) -> Keyboard:
    """The inline keyboard of a call, empty when there is none (or another kind of markup)."""
    if not found.get("reply_markup"):
        return []
    markup = object_of(found, "reply_markup", dict) or {}
    rows = markup.get("inline_keyboard") or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse inline keyboard")
    keyboard = [row for row in rows if row]
    if sum(map(len, keyboard)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in keyboard:
        for button in row:
            _check_button(button)
    return keyboard


def _check_button(button: object) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text is empty")
    if len(button) < 2:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def replied_to(chat: Chat, found: Parameters) -> int | None:
    """The message replied to, None when it is gone and the call allows that."""
    if not found.get("reply_parameters"):
        return None
    wanted = object_of(found, "reply_parameters", dict) or {}
    message_id = number_of(wanted, "message_id")
    if message_id in chat.messages:
        return message_id
    if flag_of(wanted, "allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def own_message(telegram: Telegram, chat: Chat, found: Parameters, act: str) -> Message:
    """The bot's message that a call wants to `act` on ("edit")."""
    message = chat.messages.get(number_of(found, "message_id") or 0)
    if message is None:
        raise bad_request(f"message to {act} not found")
    if message.sender_id != telegram.bot.id or message.service:
        raise bad_request(f"message can't be {act}ed")
    return message
