"""Reads the entries of the triage data from TOML, and names the file, the entry and the fault of a wrong one."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.tiers import Tier
from bot.domain.triage.values import State

LANGUAGES = ("en", "es")
NOT_OURS = frozenset({"answers.toml"})
_LISTS = {"id", "source", "both", "en", "es"}
_WHEN = {"regions", "risks", "hours"}
_REASON = {"reason_en", "reason_es"}
_ENTRIES: dict[str, set[str]] = {
    "class": _LISTS,
    "number": {"id", "source", "from", "to", "decimal"},
    "concept": _LISTS | {"risk", "longest", "derived"},
    "cue": _LISTS,
    "idiom": _LISTS | {"hides"},
    "rule": {"id", "source", "any", "all", "unless", "tier", "states", "asks"} | _REASON | _WHEN,
    "raise": {"id", "source", "concepts", "by", "to"} | _REASON | _WHEN,
    "question": {"id", "source", "en", "es", "yes", "no"},
    "state": {"id", "en", "es"},
    "default": {"id"} | {state.value for state in State},
}
_TABLES = {"about", "shorthand", "contractions", "emoji", "units", "number_words", "correct", "everyday", "unplaced"}


class TriageDataError(ValueError):
    """Triage data that cannot be used; the text names the file, the entry and the fault."""


@dataclass(frozen=True)
class Part:
    """One entry of the data with the place it came from."""

    file: str
    place: str
    entry: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.entry["id"])

    def fault(self, what: object) -> TriageDataError:
        """An error that names this entry."""
        return TriageDataError(f"{self.file}, {self.place}: {what}")

    def phrases(self) -> Iterator[str]:
        """Its phrases in every language."""
        for language in ("both", *LANGUAGES):
            yield from self.entry.get(language, ())

    def tier(self, word: object) -> Tier:
        """The tier of a word of this entry."""
        try:
            return Tier.of(str(word))
        except ValueError as error:
            raise self.fault(error) from error

    def state(self, word: str) -> State:
        """The way of speaking that a word of this entry names."""
        try:
            return State(word)
        except ValueError as error:
            raise self.fault(f"no such way of speaking: {word!r}") from error

    def reason(self) -> dict[str, str]:
        """The reason in each language; none may be missing."""
        reason = {language: str(self.entry.get(f"reason_{language}", "")) for language in LANGUAGES}
        if not all(reason.values()) or not self.entry.get("source"):
            raise self.fault("needs source, reason_en and reason_es")
        return reason


class Entries:
    """Every file of a folder read: entries by kind, and the plain tables."""

    def __init__(self, directory: Path) -> None:
        self._parts: dict[str, list[Part]] = {}
        self._tables: dict[str, dict[str, Any]] = {}
        files = [file for file in sorted(directory.glob("*.toml")) if file.name not in NOT_OURS]
        if not files:
            raise TriageDataError(f"{directory}: no triage data (*.toml) in this folder")
        for file in files:
            self._take(file)

    def all(self, kind: str) -> list[Part]:
        """The entries of a kind in the order of the files."""
        return self._parts.get(kind, [])

    def table(self, name: str) -> dict[str, Any]:
        """A plain table; empty where no file has it."""
        return self._tables.get(name, {})

    def _take(self, file: Path) -> None:
        for key, value in parsed(file).items():
            if key in _TABLES:
                self._tables.setdefault(key, {}).update(value)
            elif key in _ENTRIES:
                for entry in _listed(value):
                    self._add(key, Part(file.name, f"{key} {entry.get('id', '(without id)')}", entry))
            else:
                raise TriageDataError(f"{file.name}: unknown table {key!r}")

    def _add(self, kind: str, part: Part) -> None:
        if not part.entry.get("id"):
            raise part.fault("needs an id")
        unknown = sorted(set(part.entry) - _ENTRIES[kind])
        if unknown:
            raise part.fault(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_ENTRIES[kind]))}")
        if any(part.id == other.id for other in self.all(kind)):
            raise part.fault("this id is there twice")
        self._parts.setdefault(kind, []).append(part)


def _listed(value: Any) -> list[dict[str, Any]]:
    """Entries of `[[kind]]` as they are, of `[kind.id]` with their id."""
    return value if isinstance(value, list) else [{**entry, "id": name} for name, entry in value.items()]


def parsed(file: Path) -> dict[str, Any]:
    """A TOML file; TriageDataError where it cannot be read."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TriageDataError(f"{file.name}: not readable as TOML: {error}") from error
