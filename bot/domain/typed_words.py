"""Reading a typed yes, no or “none of these”: for people who write where a button was meant."""

from enum import StrEnum

from bot.domain.vocabulary import TypedWords, fold


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
