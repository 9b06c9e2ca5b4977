"""Turns an outbox row into the message its reader will see, in their language and on their wall clock."""

import html
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.catalog.wording import Markup, Wording, WordingError, in_words, listed, place, when
from bot.delivery.parcels import Key, Outgoing, Parcel, UnsayableError
from bot.domain.clinic import Clinic
from bot.domain.status import Lane
from bot.services.practice import Practice
from bot.storage.tables import OutboxMessage

_BETWEEN = "\n\n"
_SENT_AGAIN = "note-sent-again"


class Renderer:
    """The clinic's wording, for readers of any language and zone."""

    def __init__(self, practice: Practice) -> None:
        self._clinic: Clinic = practice.clinic
        self._wording: Wording = practice.catalog.wording

    def render(self, parcel: Parcel) -> Outgoing:
        """Raises UnsayableError, naming the wording key and never a value."""
        row, content = parcel.row, parcel.row.content
        voice = self.voice(parcel.reader.language or content.get("language"), parcel.reader.timezone)
        try:
            return Outgoing(
                row.chat_id,
                _BETWEEN.join(self._paragraphs(voice, parcel)),
                tuple(tuple(voice.key(button) for button in line) for line in content.get("buttons") or ()),
                content.get("qr"),
                parcel.target,
                row.reply_to_message_id,
                protected=row.chat_id < 0 and row.flag_id is not None,
            )
        except (WordingError, LookupError, ValueError, TypeError) as error:
            raise UnsayableError(_place(error, row)) from None

    def voice(self, language: str | None, timezone: str | None = None) -> "Voice":
        """How to speak to somebody of this language tag and IANA zone, where known."""
        chosen = self._wording.language_for(language, self._clinic.default_language)
        return Voice(self._wording, chosen, ZoneInfo(timezone) if timezone else self._clinic.zone)

    def _paragraphs(self, voice: "Voice", parcel: Parcel) -> list[str]:
        said = [text for row in parcel.along for text in voice.row(row)]
        said += voice.row(parcel.row)
        if parcel.row.unconfirmed and parcel.lane is Lane.ALERT and parcel.target is None:
            said.append(voice.say(_SENT_AGAIN))
        return said


class Voice:
    """One reader's language and zone."""

    def __init__(self, wording: Wording, language: str, zone: ZoneInfo) -> None:
        self._wording = wording
        self._language = language
        self._zone = zone

    def row(self, row: OutboxMessage) -> list[str]:
        """A row's paragraphs as Telegram HTML."""
        content = row.content
        more = [(part["key"], part["args"]) for part in content.get("more") or ()]
        return [self.say(key, args) for key, args in [(row.template, content.get("args") or {}), *more]]

    def say(self, key: str, args: Mapping[str, Any] | None = None) -> str:
        """One sentence as Telegram HTML, its arguments put into words first."""
        return self._wording.text(self._language, key, **self._resolved(args or {}))

    def plain(self, key: str, args: Mapping[str, Any] | None = None) -> str:
        """One sentence without markup, for buttons and toasts."""
        return self._wording.plain(self._language, key, **self._resolved(args or {}))

    def key(self, button: Mapping[str, Any]) -> Key:
        return Key(self.plain(button["key"], button.get("args")), button["data"])

    def _resolved(self, args: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._in_words(value) for name, value in args.items()}

    def _in_words(self, value: Any) -> Any:
        """An argument in one of the forms of services/saying.py, or a plain value."""
        if not isinstance(value, dict):
            return value
        form = next((form for form in value if form in _FORMS), None)
        if form is None:
            raise ValueError("an argument of no known form")
        return _FORMS[form](self, value[form], value)

    def at(self, instant: str) -> str:
        return when(self._language, datetime.fromisoformat(instant), self._zone)

    def in_full(self, instant: str) -> str:
        """As the language says it within a sentence: “Tuesday, March 3, 16:00”, “martes 3 de marzo a las 16:00”."""
        parts = in_words(self._language, datetime.fromisoformat(instant), self._zone)
        return Markup(self._wording.text(self._language, "date-in-full", **parts))

    def area(self, region: str, side: str | None) -> str:
        return self._wording.named(self._language, f"region-{region}", side=side or "none")

    def place(self, zone: str) -> str:
        return place(self._language, zone)

    def worded(self, texts: Mapping[str, str]) -> str:
        return texts.get(self._language) or next(iter(texts.values()))

    def listed(self, items: Iterable[Any]) -> str:
        return Markup(listed(self._language, map(self._escaped, items)))

    def joined(self, items: Iterable[Any], between: str) -> str:
        return Markup(between.join(map(self._escaped, items)))

    def _escaped(self, item: Any) -> str:
        words = self._in_words(item)
        return words if isinstance(words, Markup) else html.escape(str(words), quote=False)


_FORMS: Mapping[str, Callable[[Voice, Any, Mapping[str, Any]], str]] = {
    "at": lambda voice, instant, _: voice.at(instant),
    "full": lambda voice, instant, _: voice.in_full(instant),
    "area": lambda voice, place, _: voice.area(*place),
    "phrase": lambda voice, key, value: Markup(voice.say(key, value.get("args"))),
    "zone": lambda voice, name, _: voice.place(name),
    "worded": lambda voice, texts, _: voice.worded(texts),
    "list": lambda voice, items, _: voice.listed(items),
    "lines": lambda voice, items, _: voice.joined(items, "\n"),
    "dotted": lambda voice, items, _: voice.joined(items, " · "),
}
"""How each form of services/saying.py is put into words."""


def _place(error: Exception, row: OutboxMessage) -> str:
    return str(error) if isinstance(error, WordingError) else f"{row.template}: {type(error).__name__}"
