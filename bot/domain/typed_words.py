"""Reading a typed yes, no or “none of these”: for people who write where a button was meant."""

import re
import unicodedata
from enum import StrEnum


class Typed(StrEnum):
    """What a short text answers to a closed question."""

    YES = "yes"
    NO = "no"


_YES = frozenset(
    {
        "yes", "y", "yeah", "yep", "yup", "yes please", "yes i do", "yes i have", "yes it does", "yes right now",
        "right now yes", "i do", "si", "s", "si claro", "claro que si", "si lo tengo", "si tengo", "sip", "asi es",
        "correcto",
    }
)  # fmt: skip
_NO = frozenset(
    {
        "no", "n", "nope", "nah", "no thanks", "none", "none of these", "none of them", "none of those", "nothing",
        "not at all", "no i dont", "no none", "no not really", "nada", "ninguna", "ninguno", "ninguna de estas",
        "ninguno de estos", "nada de eso", "nada de esto", "no nada", "no ninguna", "no gracias", "que va", "para nada",
    }
)  # fmt: skip


def typed_word(text: str) -> Typed | None:
    """Yes or no where the whole text says nothing else; None for everything that has to be read as a report."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    plain = " ".join(re.sub(r"[^\w\s]", " ", letters).split())
    if plain in _YES:
        return Typed.YES
    return Typed.NO if plain in _NO else None
