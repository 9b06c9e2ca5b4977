"""A message on its way: claimed rows, and what is finally handed to Telegram."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.deliveries import Refusal
from bot.domain.status import Lane
from bot.storage.readers import Reader
from bot.storage.tables import OutboxMessage


@dataclass(frozen=True)
class Target:
    """The message an edit changes; a photo's text is its caption."""

    message_id: int
    has_photo: bool = False


@dataclass(frozen=True)
class Parcel:
    """One message to be sent: the row that has the buttons, and the reminders whose text it carries along."""

    row: OutboxMessage
    reader: Reader
    along: tuple[OutboxMessage, ...] = ()
    target: Target | None = None

    @property
    def rows(self) -> tuple[OutboxMessage, ...]:
        return (self.row, *self.along)

    @cached_property
    def lane(self) -> Lane:
        return Lane(self.row.lane)

    @cached_property
    def turn(self) -> tuple[int, datetime, int]:
        """What it is sorted by: alerts first, then the longest due."""
        return (self.row.lane, self.row.due_at, self.row.id or 0)

    @cached_property
    def queue(self) -> tuple[int, int]:
        """Whose order it keeps: within a chat and lane, one goes after the other."""
        return (self.row.chat_id, self.row.lane)


@dataclass(frozen=True)
class Key:
    """A button: `data` is what a press sends."""

    label: str
    data: str


@dataclass(frozen=True)
class Outgoing:
    """A message as Telegram takes it. `html` is Telegram HTML; a `qr` link makes it a photo with a caption."""

    chat_id: int
    html: str
    keyboard: tuple[tuple[Key, ...], ...] = ()
    qr: str | None = None
    target: Target | None = None
    reply_to: int | None = None
    protected: bool = False


class UnsayableError(Exception):
    """The wording cannot say this row: a sentence or a value is missing. Names the key, never a value."""

    refusal = Refusal.UNSAYABLE


Render = Callable[[Parcel], Outgoing]
"""Raises UnsayableError."""
