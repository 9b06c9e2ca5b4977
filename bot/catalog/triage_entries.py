"""Reads the entries of the triage data from TOML, and names the file, the entry and the fault of a wrong one."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.catalog.wording import REFERENCE
from bot.domain.tiers import Tier
from bot.domain.triage.values import State

ABOUT = "about.toml"
NOT_OURS = frozenset({"answers.toml", "dangers.toml"})
_WHEN = {"regions", "risks", "hours"}
_PHRASES = {"class", "concept", "cue", "idiom"}
"""Kinds of entries that hold phrases under each language."""
_TEXTS = {"question", "state"}
"""Kinds that hold one text under each language."""
_REASONS = {"rule", "raise"}
_ENTRIES: dict[str, set[str]] = {
    "class": {"source"},
    "number": {"source", "from", "to", "decimal"},
    "concept": {"source", "risk", "longest", "derived", "good", "mention", "plan"},
    "cue": {"source"},
    "idiom": {"source", "hides"},
    "rule": {"source", "any", "all", "unless", "tier", "states", "asks"} | _WHEN,
    "raise": {"source", "concepts", "by", "to"} | _WHEN,
    "question": {"source", "yes", "no"},
    "state": set(),
    "default": {state.value for state in State},
}
"""What an entry of each kind may hold beside its id and its words."""
_TABLES = {"about", "shorthand", "contractions", "emoji", "units", "number_words", "correct", "everyday", "unplaced"}


class TriageDataError(ValueError):
    """Triage data that cannot be used; the text names the file, the entry and the fault."""


@dataclass(frozen=True)
class Part:
    """One entry of the data with the place it came from."""

    file: str
    place: str
    entry: Mapping[str, Any]
    languages: tuple[str, ...]

    @property
    def id(self) -> str:
        return str(self.entry["id"])

    def fault(self, what: object) -> TriageDataError:
        """An error that names this entry."""
        return TriageDataError(f"{self.file}, {self.place}: {what}")

    def phrases(self) -> Iterator[str]:
        """Its phrases in every language."""
        for language in ("both", *self.languages):
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

    def texts(self) -> dict[str, str]:
        """Its text in each language; none may be missing."""
        return self._in_every_language("")

    def reason(self) -> dict[str, str]:
        """The reason in each language; none may be missing, nor the source."""
        if not self.entry.get("source"):
            raise self.fault("needs a source")
        return self._in_every_language("reason_")

    def _in_every_language(self, prefix: str) -> dict[str, str]:
        texts = {language: str(self.entry.get(prefix + language, "")) for language in self.languages}
        if not all(texts.values()):
            raise self.fault(f"needs a text in {' and '.join(prefix + language for language in texts)}")
        return texts


class Entries:
    """Every file of a folder read: entries by kind, and the plain tables."""

    def __init__(self, directory: Path) -> None:
        self._parts: dict[str, list[Part]] = {}
        self._tables: dict[str, dict[str, Any]] = {}
        files = [file for file in sorted(directory.glob("*.toml")) if file.name not in NOT_OURS]
        if not files:
            raise TriageDataError(f"{directory}: no triage data (*.toml) in this folder")
        contents = {file.name: parsed(file) for file in files}
        self.languages = languages_of(directory)
        for name, content in contents.items():
            self._take(name, content)

    def all(self, kind: str) -> list[Part]:
        """The entries of a kind in the order of the files."""
        return self._parts.get(kind, [])

    def table(self, name: str) -> dict[str, Any]:
        """A plain table; empty where no file has it."""
        return self._tables.get(name, {})

    def _take(self, file: str, content: Mapping[str, Any]) -> None:
        for key, value in content.items():
            if key in _TABLES:
                self._tables.setdefault(key, {}).update(value)
            elif key in _ENTRIES:
                for entry in _listed(value):
                    self._add(key, Part(file, f"{key} {entry.get('id', '(without id)')}", entry, self.languages))
            else:
                raise TriageDataError(f"{file}: unknown table {key!r}")

    def _add(self, kind: str, part: Part) -> None:
        if not part.entry.get("id"):
            raise part.fault("needs an id")
        known = _ENTRIES[kind] | _words_of(kind, self.languages) | {"id"}
        unknown = sorted(set(part.entry) - known)
        if unknown:
            raise part.fault(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")
        if any(part.id == other.id for other in self.all(kind)):
            raise part.fault("this id is there twice")
        self._parts.setdefault(kind, []).append(part)


def _words_of(kind: str, languages: tuple[str, ...]) -> set[str]:
    """The keys under which an entry of this kind holds words."""
    if kind in _PHRASES:
        return {"both", *languages}
    if kind in _TEXTS:
        return set(languages)
    return {f"reason_{language}" for language in languages} if kind in _REASONS else set()


def languages_of(directory: Path) -> tuple[str, ...]:
    """The languages the data of a folder is written in, the reference among them, as its [about] lists them."""
    about = parsed(directory / ABOUT).get("about", {})
    languages = about.get("languages")
    if not isinstance(languages, list) or REFERENCE not in languages:
        raise TriageDataError(f"{ABOUT}, about: languages is not a list of codes with {REFERENCE!r} in it")
    return tuple(map(str, languages))


def _listed(value: Any) -> list[dict[str, Any]]:
    """Entries of `[[kind]]` as they are, of `[kind.id]` with their id."""
    return value if isinstance(value, list) else [{**entry, "id": name} for name, entry in value.items()]


def parsed(file: Path) -> dict[str, Any]:
    """A TOML file; TriageDataError where it cannot be read."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise TriageDataError(f"{file.name}: cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TriageDataError(f"{file.name}: not readable as TOML: {error}") from error
