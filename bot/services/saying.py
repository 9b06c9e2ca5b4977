"""The only way anything gets said: a row in the outbox, rendered when its turn comes.

`content` of a row holds everything the text depends on, in a small JSON form:

    {"args": {"code": "K7F2", "until": {"at": "2026-03-02T09:00:00+00:00"}, "area": {"area": ["calf", "left"]}},
     "more": [{"key": "reminder-ice", "args": {}}],        # further paragraphs, each a wording key of its own
     "buttons": [[{"key": "button-agree", "data": "agree:17"}]],
     "qr": "https://t.me/…",                               # a photo of this link as QR code, the text its caption
     "language": "es"}                                      # where the reader is unknown; else null
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.domain.status import Lane
from bot.storage import outbox
from bot.storage.tables import OutboxMessage

Argument = str | int | float | dict[str, Any]


def at(instant: datetime) -> Argument:
    """An instant in a list or a table: weekday, date and time in short, in the reader's language and zone."""
    return {"at": instant.isoformat()}


def in_full(instant: datetime) -> Argument:
    """An instant within a sentence: weekday, day and month written out, and the time."""
    return {"full": instant.isoformat()}


def area(region: str, side: str | None) -> Argument:
    """A treated area in the reader's language, e.g. “left calf”."""
    return {"area": [region, side]}


def city(zone: str) -> Argument:
    """The city of an IANA zone as the reader's language calls it; an offset as “UTC+2”."""
    return {"zone": zone}


def phrase(key: str, **args: Argument) -> Argument:
    """A wording key rendered in the reader's language."""
    return {"phrase": key, "args": args}


def worded(texts: Mapping[str, str]) -> Argument:
    """A text from the clinic's data (a rule's reason, a closed question), by language: {"en": "…", "es": "…"}."""
    return {"worded": dict(texts)}


def listing(*items: Argument) -> Argument:
    """Several arguments joined as a list in the reader's language (“a, b and c”)."""
    return {"list": list(items)}


def lines(*items: Argument) -> Argument:
    """Several arguments, each on a line of its own."""
    return {"lines": list(items)}


def dotted(*items: Argument) -> Argument:
    """Several arguments on one line, with “ · ” between them."""
    return {"dotted": list(items)}


@dataclass(frozen=True)
class Button:
    """A button: its label's wording key, and what a press sends (at most 64 bytes)."""

    key: str
    data: str
    args: Mapping[str, Argument] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"key": self.key, "data": self.data, "args": dict(self.args)}


Buttons = Sequence[Sequence[Button]]


@dataclass(frozen=True)
class About:
    """What a message is about, so that it can be found, canceled and followed up."""

    patient_id: int | None = None
    enrollment_id: int | None = None
    check_in_id: int | None = None
    flag_id: int | None = None
    step: str | None = None
    kind: str | None = None


Paragraph = tuple[str, Mapping[str, Argument]]
"""A wording key and its arguments."""


@dataclass(frozen=True)
class Words:
    """What a message says: wording key, arguments, further paragraphs, buttons, picture."""

    template: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    more: Sequence[Paragraph] = ()
    buttons: Buttons = ()
    qr: str | None = None
    language: str | None = None
    """Only for somebody the bot does not know: the language of their app."""

    def content(self) -> dict[str, Any]:
        return {
            "args": dict(self.args),
            "more": [{"key": key, "args": dict(args)} for key, args in self.more],
            "buttons": [[button.as_json() for button in row] for row in self.buttons],
            "qr": self.qr,
            "language": self.language,
        }


def words(template: str, *, buttons: Buttons = (), **args: Argument) -> Words:
    return Words(template, args, buttons=buttons)


def words_of(message: OutboxMessage) -> Words:
    """What a message of the outbox says, without its buttons."""
    more = [(paragraph["key"], paragraph["args"]) for paragraph in message.content["more"]]
    return Words(message.template, message.content["args"], more, qr=message.content.get("qr"))


def also(first: Words, *keys: str, **args: Argument) -> Words:
    """`first` with further paragraphs."""
    return replace(first, more=(*first.more, *((key, args) for key in keys)))


@dataclass(frozen=True)
class When:
    """When a message is to go out and until when it is useful, in clinic time, aware UTC."""

    now: datetime
    due_at: datetime | None = None
    expires_at: datetime | None = None


def say(
    db: Session,
    chat_id: int,
    said: Words,
    *,
    when: When,
    lane: Lane = Lane.ANSWER,
    about: About | None = None,
    unique_key: str | None = None,
    reply_to: int | None = None,
) -> OutboxMessage | None:
    """Put a message into the outbox; None when a row with that `unique_key` is there already."""
    about = about or About()
    return outbox.add(
        db,
        OutboxMessage(
            chat_id=chat_id,
            lane=lane,
            template=said.template,
            content=said.content(),
            due_at=when.due_at or when.now,
            expires_at=when.expires_at,
            created_at=when.now,
            unique_key=unique_key,
            reply_to_message_id=reply_to,
            **vars(about),
        ),
    )


def rewrite(db: Session, message: OutboxMessage, said: Words, *, when: When, lane: Lane | None = None) -> None:
    """Replace the text and buttons of a message that was said, or is about to be.

    An earlier rewriting that has not gone out yet is taken back: only the newest state is worth a call.
    """
    outbox.cancel(db, "rewritten", edits_id=message.id)
    outbox.add(
        db,
        OutboxMessage(
            chat_id=message.chat_id,
            lane=message.lane if lane is None else lane,
            template=said.template,
            content=said.content(),
            due_at=when.now,
            expires_at=when.expires_at,
            created_at=when.now,
            edits_id=message.id,
            patient_id=message.patient_id,
            enrollment_id=message.enrollment_id,
            check_in_id=message.check_in_id,
            flag_id=message.flag_id,
        ),
    )
