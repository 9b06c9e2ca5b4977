"""Reading a typed yes, no, “none of these” or side effect: for people who write where a button was meant."""

import re
from enum import StrEnum

from bot.domain.vocabulary import TypedWords, fold

_BETWEEN = re.compile(r"[^\w\s'’-]+|\n")


class Typed(StrEnum):
    """What a short text answers to a closed question."""

    YES = "yes"
    NO = "no"


def typed_word(text: str, known: TypedWords) -> Typed | None:
    """Yes or no where the whole text says nothing else; None for everything that has to be read as a report."""
    plain = without_signs(text)
    if plain in known.yes:
        return Typed.YES
    return Typed.NO if plain in known.no else None


def without_signs(text: str) -> str:
    """`text` folded, a word with an apostrophe kept as one."""
    return fold(text.replace("'", "").replace("’", ""))


def typed_signs(text: str, known: TypedWords) -> frozenset[str]:
    """The side effects a text names (“tired and a bruise”); empty where it says anything else."""
    if whole := _sign(without_signs(text), known):
        return frozenset({whole})
    joins = re.compile(rf"\b(?:{'|'.join(map(re.escape, known.joins))})\b")
    pieces = [piece for part in _BETWEEN.split(text) for piece in joins.split(without_signs(part))]
    signs = [_sign(piece, known) for piece in pieces if piece.strip()]
    return frozenset(sign for sign in signs if sign) if all(signs) else frozenset()


def _sign(piece: str, known: TypedWords) -> str | None:
    words = piece.split()
    bare = (word for word in words if word not in known.fillers)
    return known.signs.get(" ".join(words)) or known.signs.get(" ".join(bare))
