"""Hands messages to Telegram and says what became of them; the only place that matches Telegram's error texts."""

import io
import warnings
from collections.abc import Sequence
from typing import Any

import segno
from telegram import Bot, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter
from telegram.warnings import PTBDeprecationWarning

from bot.catalog.wording import strip_markup
from bot.chat.requesting import NEVER_LEFT
from bot.delivery.parcels import Key, Outgoing
from bot.domain import deliveries
from bot.domain.deliveries import Delivery, Migrated, NotSent, Refusal, Refused, Sent, Unknown

# PTB announces a change of this exception's attribute every time it makes one.
warnings.filterwarnings("ignore", message=".*retry_after.*", category=PTBDeprecationWarning)

_NO_PREVIEW = {"is_disabled": True}
_BARE_FLOOD_WAIT = 5.0
_UNCHANGED = "message is not modified"
_MARKUP_FAULT = "can't parse entities"
_REFUSALS: Sequence[tuple[str, Refusal]] = (
    ("blocked by the user", Refusal.BLOCKED),
    ("user is deactivated", Refusal.DEACTIVATED),
    ("kicked from", Refusal.KICKED),
    ("not a member of", Refusal.KICKED),
    ("chat was deleted", Refusal.KICKED),
    ("chat_write_forbidden", Refusal.NO_RIGHTS),
    ("not enough rights", Refusal.NO_RIGHTS),
    ("have no rights", Refusal.NO_RIGHTS),
    ("need administrator rights", Refusal.NO_RIGHTS),
    ("topic_closed", Refusal.TOPIC_CLOSED),
    ("topic_deleted", Refusal.TOPIC_CLOSED),
    ("message thread not found", Refusal.TOPIC_CLOSED),
    ("message to edit not found", Refusal.NO_MESSAGE),
    ("message can't be edited", Refusal.NO_MESSAGE),
    ("message_id_invalid", Refusal.NO_MESSAGE),
    ("chat not found", Refusal.NOT_FOUND),
    ("peer_id_invalid", Refusal.NOT_FOUND),
    ("bot can't initiate conversation", Refusal.NOT_FOUND),
)


class Messenger:
    """Sends over one Bot; never raises for anything Telegram or the network may do."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, outgoing: Outgoing) -> Delivery:
        """Send or edit; markup that Telegram cannot read goes out once more as plain text."""
        try:
            return await self._try(outgoing, outgoing.html, "HTML")
        except TelegramError as error:
            if _says(error, _MARKUP_FAULT):
                return await self._send_plain(outgoing)
            return delivery_of(error)

    async def _send_plain(self, outgoing: Outgoing) -> Delivery:
        try:
            return await self._try(outgoing, strip_markup(outgoing.html), None)
        except TelegramError as error:
            return delivery_of(error)

    async def _try(self, outgoing: Outgoing, text: str, parse_mode: str | None) -> Delivery:
        if outgoing.qr is not None and outgoing.target is None:
            return await self._send_photo(outgoing, outgoing.qr, text, parse_mode)
        said: dict[str, Any] = {"chat_id": outgoing.chat_id, "parse_mode": parse_mode}
        said["reply_markup"] = _keyboard(outgoing.keyboard)
        if outgoing.target is not None:
            said["message_id"] = outgoing.target.message_id
            has_photo = outgoing.target.has_photo
            said |= {"caption": text} if has_photo else {"text": text, "link_preview_options": _NO_PREVIEW}
            await self._call("editMessageCaption" if has_photo else "editMessageText", said)
            return Sent(None)
        said |= {"text": text, "link_preview_options": _NO_PREVIEW, "reply_parameters": _reply(outgoing.reply_to)}
        said["protect_content"] = outgoing.protected or None
        answer = await self._call("sendMessage", said)
        return Sent(int(answer["message_id"]))

    async def _call(self, method: str, parameters: dict[str, Any]) -> Any:
        """Bot's own methods would make an object of every answer, which takes longer than sending; errors are alike."""
        given = [RequestParameter.from_input(name, value) for name, value in parameters.items() if value is not None]
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", RequestData(given))

    async def _send_photo(self, outgoing: Outgoing, link: str, text: str, parse_mode: str | None) -> Delivery:
        keyboard = _keyboard(outgoing.keyboard)
        message = await self._bot.send_photo(
            chat_id=outgoing.chat_id,
            photo=qr_png(link),
            caption=text,
            parse_mode=parse_mode,
            reply_markup=InlineKeyboardMarkup.de_json(keyboard, self._bot) if keyboard else None,
            protect_content=outgoing.protected or None,
        )
        return Sent(message.message_id)

    async def toast(self, press_id: str, text: str | None, *, alert: bool = False) -> None:
        """Stop a press's spinner, with a short note over the chat; too late or failed is no harm."""
        try:
            await self._bot.answer_callback_query(press_id, text=text, show_alert=alert)
        except TelegramError:
            return


def delivery_of(error: TelegramError) -> Delivery:
    """What a failed call means for the message."""
    match error:
        case RetryAfter():
            return deliveries.RetryAfter(error._retry_after.total_seconds())
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case BadRequest() | Forbidden():
            return Sent(None) if _says(error, _UNCHANGED) else Refused(_refusal(error))
        case InvalidToken() | Conflict():
            # Not the message's fault: once the token is mended it can go.
            return NotSent("token-refused")
        case TimedOut() | NetworkError():
            return _after_trouble(error)
    return Unknown("no-telegram")


def _after_trouble(error: TelegramError) -> Delivery:
    if isinstance(error.__cause__, NEVER_LEFT):
        return NotSent("no-connection")
    if _says(error, "too many requests"):
        return deliveries.RetryAfter(_BARE_FLOOD_WAIT)
    return Unknown("no-answer" if isinstance(error, TimedOut) else "broken-answer")


def _refusal(error: TelegramError) -> Refusal:
    for text, refusal in _REFUSALS:
        if _says(error, text):
            return refusal
    return Refusal.KICKED if isinstance(error, Forbidden) else Refusal.BAD_REQUEST


def _says(error: TelegramError, text: str) -> bool:
    return text in error.message.lower()


def _keyboard(rows: tuple[tuple[Key, ...], ...]) -> dict[str, Any] | None:
    if not rows:
        return None
    return {"inline_keyboard": [[{"text": key.label, "callback_data": key.data} for key in row] for row in rows]}


def _reply(message_id: int | None) -> dict[str, Any] | None:
    # Without this permission a follow-up fails when the message it answers has been deleted.
    return None if message_id is None else {"message_id": message_id, "allow_sending_without_reply": True}


def qr_png(link: str) -> bytes:
    """The link as a QR code, large enough to be scanned from a screen or a slip of paper."""
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()
