"""An update of Telegram's as the rest of the program sees it."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram import Message, Update, User
from telegram.ext.filters import StatusUpdate

from bot.domain.person_name import LONGEST_NAME, clean_name
from bot.services.visitor import Visitor


class Kind(StrEnum):
    MESSAGE = "message"
    EDITED = "edited"
    PRESS = "press"
    MEMBERSHIP = "membership"
    """The bot was blocked, unblocked, added, removed or promoted."""
    MIGRATION = "migration"
    """A group became a supergroup with a new id."""
    OTHER = "other"


@dataclass(frozen=True)
class Incoming:
    """What came in, from whom, where."""

    update_id: int
    kind: Kind
    chat_id: int = 0
    private: bool = True
    sender_id: int = 0
    sender_name: str = ""
    language: str | None = None
    text: str | None = None
    """Text or caption, as written."""
    media: str | None = None
    """photo, voice, video, sticker, document, location, contact or other; None for plain text."""
    message_id: int | None = None
    reply_to: int | None = None
    press_id: str | None = None
    data: str | None = None
    """What the pressed button sends."""
    status: str | None = None
    """The bot's new membership status in the chat."""
    migrated_to: int | None = None
    anonymous: bool = False
    """An admin who writes as the group itself: nobody to be held to it."""

    @property
    def sender(self) -> Visitor:
        """Whoever sent it, their name fit to be shown."""
        return Visitor(self.sender_id, clean_name(self.sender_name)[:LONGEST_NAME], self.language)

    @property
    def command(self) -> str | None:
        """`enroll` for “/enroll@some_bot Maria”; None when it is no command."""
        first = (self.text or "").split(maxsplit=1)[:1]
        if self.kind is not Kind.MESSAGE or not first or not first[0].startswith("/") or len(first[0]) < 2:
            return None
        return first[0][1:].split("@")[0].lower()

    @property
    def addressee(self) -> str | None:
        """`some_bot` for “/enroll@some_bot Maria”; None for a command to whichever bot hears it."""
        return (self.text or "").split(maxsplit=1)[0].partition("@")[2].lower() or None if self.command else None

    @property
    def argument(self) -> str:
        """What stands behind the command."""
        return "".join((self.text or "").split(maxsplit=1)[1:]).strip()

    @property
    def action(self) -> str:
        """`soreness` for a button that sends “soreness:17:7”."""
        return (self.data or "").split(":", 1)[0]

    @property
    def values(self) -> list[str]:
        """["17", "7"] for a button that sends “soreness:17:7”."""
        return (self.data or "").split(":")[1:]


_MEDIA = (
    "photo", "voice", "video", "video_note", "sticker", "audio", "animation", "document", "location",
    "contact", "poll", "dice", "venue", "story", "game",
)  # fmt: skip


def parse(raw: str) -> Incoming:
    """Read an update's JSON. Raises whatever the JSON or its fields are wrong with: the worker sets it aside."""
    update = Update.de_json(json.loads(raw), None)
    if update.callback_query is not None:
        return _press(update)
    if update.my_chat_member is not None:
        change = update.my_chat_member
        return Incoming(
            update.update_id,
            Kind.MEMBERSHIP,
            change.chat.id,
            change.chat.type == "private",
            **_sender(change.from_user),
            status=change.new_chat_member.status,
        )
    message = update.message or update.edited_message
    if message is None:
        return Incoming(update.update_id, Kind.OTHER)
    return _message(update, message)


def _press(update: Update) -> Incoming:
    query = update.callback_query
    assert query is not None
    chat = query.message.chat if query.message else None
    return Incoming(
        update.update_id,
        Kind.PRESS,
        chat.id if chat else query.from_user.id,
        chat is None or chat.type == "private",
        **_sender(query.from_user),
        message_id=query.message.message_id if query.message else None,
        press_id=query.id,
        data=query.data,
    )


def _message(update: Update, message: Message) -> Incoming:
    kind = Kind.EDITED if update.edited_message else Kind.MESSAGE
    if message.migrate_to_chat_id:
        kind = Kind.MIGRATION
    elif StatusUpdate.ALL.check_update(update):
        kind = Kind.OTHER  # somebody joined, a message was pinned: nothing that a person says
    reply = message.reply_to_message
    return Incoming(
        update.update_id,
        kind,
        message.chat.id,
        message.chat.type == "private",
        **_sender(message.from_user),
        text=message.text or message.caption,
        media=_media(message),
        message_id=message.message_id,
        reply_to=reply.message_id if reply else None,
        migrated_to=message.migrate_to_chat_id,
        anonymous=message.sender_chat is not None,
    )


def _media(message: Message) -> str | None:
    for name in _MEDIA:
        if getattr(message, name, None):
            return name
    return None if message.text else "other"


def _sender(user: User | None) -> dict[str, Any]:
    if user is None:
        return {}
    return {"sender_id": user.id, "sender_name": user.first_name, "language": user.language_code}
