"""Reads the entries of the triage data from TOML, and names the file, the entry and the fault of a wrong one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.catalog.entries import ContentError, parsed, place_of, read_toml
from bot.catalog.shapes import (
    ASKS,
    HOURS,
    NUMBER,
    REGION_IDS,
    RISK_ID,
    RISK_IDS,
    TEXT,
    TIERS,
    WHOLE,
    WORDS,
    YES_OR_NO,
    Shape,
)
from bot.catalog.wording import REFERENCE
from bot.domain.tiers import Tier
from bot.domain.triage.values import State

ABOUT = "about.toml"
NOT_OURS = frozenset({"answers.toml", "dangers.toml"})
_WHEN = {"regions": REGION_IDS, "risks": RISK_IDS, "hours": HOURS}
_PHRASES = {"class", "concept", "cue", "idiom"}
"""Kinds of entries that hold phrases under each language."""
_TEXTS = {"question", "state"}
"""Kinds that hold one text under each language."""
_REASONS = {"rule", "raise"}
_ENTRIES: dict[str, dict[str, Shape]] = {
    "class": {"source": TEXT},
    "number": {"source": TEXT, "from": NUMBER, "to": NUMBER, "decimal": YES_OR_NO},
    "concept": {"source": TEXT, "risk": RISK_ID, "longest": WHOLE}
    | dict.fromkeys(("derived", "good", "mention", "plan"), YES_OR_NO),
    "cue": {"source": TEXT},
    "idiom": {"source": TEXT, "hides": WORDS},
    "rule": {"source": TEXT, "any": WORDS, "all": WORDS, "unless": WORDS, "tier": TEXT, "states": TIERS, "asks": ASKS}
    | _WHEN,
    "raise": {"source": TEXT, "concepts": WORDS, "by": WHOLE, "to": TEXT} | _WHEN,
    "question": {"source": TEXT, "yes": TEXT, "no": TEXT},
    "state": {},
    "default": dict.fromkeys(State, TEXT),
}
"""What an entry of each kind may hold beside its id and its words."""
_TABLES = dict.fromkeys(("about", "shorthand", "contractions", "emoji", "correct", "everyday", "unplaced"), TEXT)
_TABLES |= dict.fromkeys(("units", "number_words"), WORDS)
"""What each plain table holds under every key but these."""
_NOT_SO = {("unplaced", "strange_share"): NUMBER, ("unplaced", "strange_words"): WHOLE}
_NOT_SO |= {("unplaced", "regions"): REGION_IDS, ("about", "languages"): WORDS}


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

    def fault(self, what: object) -> ContentError:
        """An error that names this entry."""
        return ContentError(self.file, self.place, str(what))

    def check(self, shapes: Mapping[str, Shape]) -> None:
        """Complain of a value that does not fit."""
        for key, value in self.entry.items():
            if key in shapes and not shapes[key].fits(value):
                raise self.fault(f"{key} is {value!r}, and must be {shapes[key].wanted}")

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
            raise ContentError(str(directory), "", "no triage data (*.toml) in this folder")
        contents = {place_of(file): parsed(file) for file in files}
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
                table = Part(file, key, tables(file, key, [value])[0], self.languages)
                table.check({name: _NOT_SO.get((key, name), _TABLES[key]) for name in table.entry})
                self._tables.setdefault(key, {}).update(table.entry)
            elif key in _ENTRIES:
                for entry in tables(file, key, _listed(value)):
                    self._add(key, Part(file, f"{key} {entry.get('id', '(without id)')}", entry, self.languages))
            else:
                raise ContentError(file, "", f"unknown table {key!r}")

    def _add(self, kind: str, part: Part) -> None:
        if not part.entry.get("id"):
            raise part.fault("needs an id")
        known = {"id": TEXT, **_ENTRIES[kind], **_words_of(kind, self.languages)}
        if unknown := sorted(part.entry.keys() - known.keys()):
            raise part.fault(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")
        part.check(known)
        if any(part.id == other.id for other in self.all(kind)):
            raise part.fault("this id is there twice")
        self._parts.setdefault(kind, []).append(part)


def _words_of(kind: str, languages: tuple[str, ...]) -> dict[str, Shape]:
    """The keys under which an entry of this kind holds words."""
    if kind in _PHRASES:
        return dict.fromkeys(("both", *languages), WORDS)
    if kind in _TEXTS:
        return dict.fromkeys(languages, TEXT)
    return {f"reason_{language}": TEXT for language in languages} if kind in _REASONS else {}


def languages_of(directory: Path) -> tuple[str, ...]:
    """The languages the data of a folder is written in, the reference among them, as its [about] lists them."""
    about = read_toml(directory / ABOUT).table("about")
    languages = about.words("languages", needed=True)
    if REFERENCE not in languages:
        raise about.fail(f"languages has no {REFERENCE!r}")
    return languages


def _listed(value: Any) -> Any:
    """Entries of `[[kind]]` as they are, of `[kind.id]` with their id."""
    if not isinstance(value, dict):
        return value
    return [{**entry, "id": name} if isinstance(entry, dict) else entry for name, entry in value.items()]


def tables(file: str, key: str, values: Any) -> list[dict[str, Any]]:
    """The entries of a kind, each of which must be a table."""
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise ContentError(file, key, "is not made of tables")
    return values
