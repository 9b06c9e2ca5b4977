"""Words people type for areas, sides, risks, hours and places, and the one form in which they are compared."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True)
class TypedWords:
    """What people type instead of pressing, every word folded, all languages together."""

    yes: frozenset[str]
    no: frozenset[str]
    zero: frozenset[str]
    """Whole texts that answer the soreness question with zero."""
    between: frozenset[str]
    """Words between two numbers of which the higher counts."""
    out_of: frozenset[str]
    """Words between a number and the ten of its scale."""
    half: frozenset[str]
    roughly: frozenset[str]
    time_of_day: frozenset[str]
    """What a time begins with, so that its number is no score."""
    fillers: frozenset[str]
    """Words that may stand around a number without changing it."""
    with_help: frozenset[str]
    """Whole texts that say, in an emergency, that help is there."""
    stop: frozenset[str]
    """Whole texts that ask for no more messages."""
    send: frozenset[str]
    """Whole texts that say, while side effects are asked for, that what is chosen is all."""
    joins: frozenset[str]
    """Words between two things of a list."""
    numbers: Mapping[str, int]
    signs: Mapping[str, str]
    """What people call the side effects → the sign's id."""


@dataclass(frozen=True)
class Vocabulary:
    """What typed words mean; every key is folded (see `fold`), the languages stand side by side."""

    areas: Mapping[str, str]
    sides: Mapping[str, str]
    risks: Mapping[str, str]
    vague: frozenset[str]
    hours: frozenset[str]
    days: frozenset[str]
    fillers: frozenset[str]
    cities: Mapping[str, str]
    """City or country → IANA name."""
    typed: TypedWords

    def meaning(self, phrase: str) -> tuple[str, str] | None:
        """What a folded phrase is and means, e.g. ("area", "calf"); ("vague", phrase) names no single area."""
        for kind, words in (("area", self.areas), ("side", self.sides), ("risk", self.risks)):
            if phrase in words:
                return kind, words[phrase]
        if phrase in self.vague:
            return "vague", phrase
        return ("filler", phrase) if phrase in self.fillers else None


def fold(text: str) -> str:
    """`text` without case, accents and punctuation, its words and numbers one blank apart."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare))
