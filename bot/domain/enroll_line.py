"""Reads “Maria Lopez, left calf, 48h, anticoagulant”: who, and what the therapist says of the session."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.patient_code import as_code
from bot.domain.person_name import LONGEST_NAME, clean_name, has_letters
from bot.domain.vocabulary import Vocabulary, fold

SHORTEST_RESTRICTION = 24
LONGEST_RESTRICTION = 48
"""Hours without strenuous activity; the handout this project started from says 24 to 48."""

_LONGEST_PHRASE = 5
_HOURS = "hours"
_NEVER_A_NAME = frozenset({"area", "side", "vague", _HOURS})
"""A risk may be one: Asma is a name, and Spanish for asthma."""
_LONGEST_FIELD = 200
"""More than a name, an area and risks need; longer ones are not searched for where the name ends."""
_SEPARATOR = re.compile(r"[,;\n]")
_BELOW_ZERO = re.compile(r"(?:^|\s)[-−]\s*\d")


class Fault(StrEnum):
    """What is wrong with a line; each has a sentence of its own in enrolling.ftl."""

    NAME_MISSING = "name-missing"
    NAME_TOO_LONG = "name-too-long"
    NAME_WITHOUT_LETTERS = "name-without-letters"
    UNKNOWN_WORDS = "unknown-words"
    TWO_AREAS = "two-areas"
    HOURS_RANGE = "hours-range"
    TWO_HOURS = "two-hours"


class LineError(ValueError):
    """A line that cannot be read as meant: its fault, and the words it lies in as they were typed."""

    def __init__(self, fault: Fault, typed: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.typed = clean_name(typed[:200])[:40]


@dataclass(frozen=True)
class Details:
    """What was said of the session; None and empty where nothing was said."""

    region: str | None = None
    side: str | None = None
    hours: int | None = None
    risks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """An enrollment as typed: a name, or the code of a patient the clinic knows."""

    details: Details
    name: str | None = None
    code: str | None = None


def read_line(typed: str, vocabulary: Vocabulary) -> Line:
    """The line's meaning; commas are forgiven, and so is the order of all that follows the name.

    Raises LineError for the first thing that is wrong.
    """
    first, *rest = _SEPARATOR.split(typed)
    details = read_details(", ".join(rest), vocabulary)
    if len(first) <= _LONGEST_FIELD:
        if _is_of_the_session(first, details, vocabulary):
            raise LineError(Fault.NAME_MISSING)
        if details.region is None:
            first, details = _without_commas(first, ", ".join(rest), details, vocabulary)
    code = as_code(first)
    return Line(details, code=code) if code else Line(details, name=read_name(first))


def read_name(typed: str) -> str:
    """A name fit to be kept and shown. Raises LineError for none, one too long or one without letters."""
    name = clean_name(typed)
    if not name:
        raise LineError(Fault.NAME_MISSING)
    if len(name) > LONGEST_NAME:
        raise LineError(Fault.NAME_TOO_LONG, name)
    if not has_letters(name):
        raise LineError(Fault.NAME_WITHOUT_LETTERS, name)
    return name


def read_details(typed: str, vocabulary: Vocabulary) -> Details:
    """Area, side, hours and risks in any order. Raises LineError for what is unknown, doubled or out of range."""
    found = _Found()
    for field in _SEPARATOR.split(typed):
        _read_field(field, vocabulary, found)
    return found.details()


class _Found:
    """What has been read so far of one line."""

    def __init__(self) -> None:
        self.region: str | None = None
        self.side: str | None = None
        self.hours: int | None = None
        self.risks: list[str] = []

    def take(self, kind: str, value: str, field: str) -> None:
        if kind == "area":
            if self.region not in (None, value):
                raise LineError(Fault.TWO_AREAS, field)
            self.region = value
        elif kind == "side":
            self.side = value if self.side in (None, value) else "both"
        elif kind == "risk" and value not in self.risks:
            self.risks.append(value)

    def take_hours(self, hours: int, field: str) -> None:
        if not SHORTEST_RESTRICTION <= hours <= LONGEST_RESTRICTION:
            raise LineError(Fault.HOURS_RANGE, field)
        if self.hours not in (None, hours):
            raise LineError(Fault.TWO_HOURS, field)
        self.hours = hours

    def details(self) -> Details:
        return Details(self.region, self.side, self.hours, tuple(self.risks))


def _read_field(field: str, vocabulary: Vocabulary, found: _Found) -> None:
    words = fold(field).split()
    if not words and field.strip():
        raise LineError(Fault.UNKNOWN_WORDS, field)
    if _BELOW_ZERO.search(field):
        raise LineError(Fault.HOURS_RANGE, field)
    while words:
        if words[0].isdecimal():
            words = _read_hours(words, vocabulary, found, field)
        else:
            words = _read_phrase(words, vocabulary, found, field)


def _read_hours(words: list[str], vocabulary: Vocabulary, found: _Found, field: str) -> list[str]:
    unit = words[1] if len(words) > 1 else ""
    number = int(words[0][:4])
    found.take_hours(number * 24 if unit in vocabulary.days else number, field)
    return words[2:] if unit in vocabulary.hours or unit in vocabulary.days else words[1:]


def _read_phrase(words: list[str], vocabulary: Vocabulary, found: _Found, field: str) -> list[str]:
    """Take the longest phrase the vocabulary knows from the front of `words`."""
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        meaning = vocabulary.meaning(" ".join(words[:length]))
        if meaning is not None:
            found.take(*meaning, field)
            return words[length:]
    raise LineError(Fault.UNKNOWN_WORDS, field)


def _is_of_the_session(first: str, rest: Details, vocabulary: Vocabulary) -> bool:
    """Whether “left calf” stands where the name belongs.

    A single word may be a name all the same where the rest says the same of the session: “Hand, left calf”.
    """
    if any(as_code(typed) for typed in (first, *first.split()[:1])):
        return False
    kinds = _kinds(fold(first).split(), vocabulary)
    if not _NEVER_A_NAME.intersection(kinds):
        return False
    said = {"area": rest.region, "vague": rest.region, "side": rest.side, _HOURS: rest.hours}
    return len(kinds) > 1 or said[kinds[0]] is None


def _kinds(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """What each phrase is about, fillers left out; empty where a word means nothing here, as those of a name do."""
    kinds: list[str] = []
    while words:
        length, kind = _first_kind(words, vocabulary)
        if kind is None:
            return []
        kinds += [kind] if kind != "filler" else []
        words = words[length:]
    return kinds


def _first_kind(words: list[str], vocabulary: Vocabulary) -> tuple[int, str | None]:
    if words[0].isdecimal():
        has_unit = len(words) > 1 and words[1] in vocabulary.hours | vocabulary.days
        return (2, _HOURS) if has_unit else (1, "filler")
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        meaning = vocabulary.meaning(" ".join(words[:length]))
        if meaning is not None:
            return length, meaning[0]
    return 1, None


def _without_commas(first: str, rest: str, details: Details, vocabulary: Vocabulary) -> tuple[str, Details]:
    """“Maria Lopez left calf 48h”: the name ends where all that follows is understood and names an area."""
    words = first.split()
    for end in range(1, len(words)):
        try:
            read = read_details(f"{' '.join(words[end:])}, {rest}", vocabulary)
        except LineError as error:
            if error.fault is Fault.UNKNOWN_WORDS:
                continue
            if all(word.isalpha() for word in words[end:]):
                continue
            raise
        if read.region is not None:
            return " ".join(words[:end]), read
    return first, details
