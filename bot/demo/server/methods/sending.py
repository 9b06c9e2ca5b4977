"""sendMessage, sendPhoto and their kin."""

from typing import Any

from bot.demo.server.errors import bad_request
from bot.demo.server.messages import Message
from bot.demo.server.parameters import Parameters, Upload, flag_of, number_of, text_of
from bot.demo.server.people import Chat
from bot.demo.server.pictures import size_of
from bot.demo.server.rules import (
    chat_of,
    checked_caption,
    checked_keyboard,
    checked_text,
    reachable_chat,
    replied_to,
    topic_of,
)
from bot.demo.server.telegram import Sent, Telegram


def send_message(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    chat = reachable_chat(telegram, found)
    text, entities = checked_text(found)
    return _deliver(telegram, chat, found, "sendMessage", Message(0, chat.id, 0, 0, text, entities))


def send_photo(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    return _send_file(telegram, found, "photo", "sendPhoto")


def send_voice(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    return _send_file(telegram, found, "voice", "sendVoice")


def send_sticker(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    return _send_file(telegram, found, "sticker", "sendSticker")


def send_document(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    return _send_file(telegram, found, "document", "sendDocument")


def send_video(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    return _send_file(telegram, found, "video", "sendVideo")


def send_chat_action(telegram: Telegram, found: Parameters) -> bool:
    reachable_chat(telegram, found)
    if not text_of(found, "action"):
        raise bad_request("wrong parameter action in request")
    return True


def copy_message(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    """A copy without the sender's name; its caption and keyboard may be given anew."""
    copied = _copied(telegram, found)
    chat = reachable_chat(telegram, found)
    text, entities = checked_caption(found) if "caption" in found else (copied.text, copied.entities)
    message = Message(0, chat.id, 0, 0, text, entities, dict(copied.media))
    sent = _deliver(telegram, chat, found, "copyMessage", message)
    return {"message_id": sent["message_id"]}


def forward_message(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    copied = _copied(telegram, found)
    chat = reachable_chat(telegram, found)
    sender = telegram.accounts[copied.sender_id].as_json()
    media = copied.media | {
        "forward_origin": {"type": "user", "sender_user": sender, "date": copied.date},
    }
    message = Message(0, chat.id, 0, 0, copied.text, copied.entities, media)
    return _deliver(telegram, chat, found, "forwardMessage", message)


def _copied(telegram: Telegram, found: Parameters) -> Message:
    source = chat_of(telegram, {"chat_id": found.get("from_chat_id")})
    message = source.messages.get(number_of(found, "message_id") or 0)
    if message is None or message.service:
        raise bad_request("message to copy not found")
    return message


def _send_file(telegram: Telegram, found: Parameters, kind: str, method: str) -> dict[str, Any]:
    chat = reachable_chat(telegram, found)
    text, entities = checked_caption(found)
    media = stored_media(telegram, kind, _attached(found, found.get(kind)))
    return _deliver(telegram, chat, found, method, Message(0, chat.id, 0, 0, text, entities, media))


def _attached(found: Parameters, given: object) -> object:
    """The upload that `attach://name` points to, or what was given itself."""
    named = given.removeprefix("attach://") if isinstance(given, str) else ""
    return found.get(named) if named and named != given else given


def stored_media(telegram: Telegram, kind: str, given: object) -> dict[str, Any]:
    """The API fields of a file that was uploaded, or is known by its id."""
    if isinstance(given, Upload):
        return described(kind, telegram.store(given.content), given.content)
    if not isinstance(given, str) or not given:
        raise bad_request(f"there is no {kind} in the request")
    content = telegram.files.get(given)
    if content is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return described(kind, given, content)


def described(kind: str, file_id: str, content: bytes) -> dict[str, Any]:
    """The API fields of a stored file of this kind. Raises ApiError for a photo that is no picture."""
    common: dict[str, Any] = {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_size": len(content)}
    if kind == "photo":
        size = size_of(content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        return {"photo": [common | {"width": size[0], "height": size[1]}]}
    if kind == "sticker":
        shape = {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False}
        return {"sticker": common | shape | {"emoji": "👍"}}
    if kind == "voice":
        return {"voice": common | {"duration": 3, "mime_type": "audio/ogg"}}
    if kind == "video":
        return {"video": common | {"duration": 3, "width": 640, "height": 360}}
    return {kind: common}


def _deliver(telegram: Telegram, chat: Chat, found: Parameters, method: str, message: Message) -> dict[str, Any]:
    message.thread_id = topic_of(chat, found)
    message.keyboard = checked_keyboard(found)
    message.reply_to = replied_to(chat, found)
    at = telegram.monotonic()
    telegram.meter.admit(chat.id, at)
    message.sender_id = telegram.bot.id
    message.date = telegram.date()
    message.silent = flag_of(found, "disable_notification")
    message.protected = flag_of(found, "protect_content")
    telegram.put(chat, message)
    telegram.note_sent(Sent(at, message.date, method, chat.id, message.id, message.text))
    return telegram.message_json(message)
