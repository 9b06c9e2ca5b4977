"""Reading a soreness number from what a patient typed: “7”, “seven”, “8/10”, “un ocho”, “4 or 5”."""

import re
import unicodedata
from collections.abc import Mapping

NUMBER_WORDS: Mapping[str, int] = {
    "zero": 0, "none": 0, "nothing": 0, "nil": 0, "cero": 0, "nada": 0, "ninguna": 0, "ninguno": 0,
    "one": 1, "uno": 1, "two": 2, "dos": 2, "three": 3, "tres": 3, "four": 4, "cuatro": 4,
    "five": 5, "cinco": 5, "six": 6, "seis": 6, "seven": 7, "siete": 7, "eight": 8, "ocho": 8,
    "nine": 9, "nueve": 9, "ten": 10, "diez": 10,
}  # fmt: skip
"""What patients write for a number, without accents, English and Spanish together: people mix them."""

FILLERS = frozenset(
    "a an the about around like maybe probably say id i im its it is at now right today still only just of roughly "
    "pain sore soreness level score number my and feels feel between from almost nearly approximately circa out "
    "un una el la lo de del como unos sobre casi quizas tal vez creo que es esta estoy ahora mismo hoy "
    "todavia sigue solo dolor molestia nivel diria tengo me duele molesta ya en entre aproximadamente numero "
    "yo por ahi ok yes si hi hello hola so well bueno pues please thanks gracias all absolutely".split()  # noqa: SIM905 - a list of eighty quoted words is no easier to read
)
"""Words that may stand around a number without changing it."""

ZERO_PHRASES = frozenset(
    "no pain|no pain at all|no soreness|not sore|not sore at all|not at all|sin dolor|nada de dolor|nada de nada|"
    "no me duele|no me duele nada|no duele|sin molestias".split("|")  # noqa: SIM905
)
"""Whole texts that answer the soreness question with zero."""

_SCALE = r"(?:\s*/\s*|\s+out\s+of\s+|\s+over\s+|\s+of\s+|\s+sobre\s+|\s+de\s+)"
_TEN = r"(?:10|ten|diez)"
_JOIN = re.compile(r"\s*(?:-|–|—|\bor\b|\bto\b|\bo\b|\ba\b|\by\b|\band\b|\bu\b)\s*")
_NOT_A_SCORE = re.compile(r"-\s*\d|at\b|a las?\b")
"""How a negative number or a time of day begins."""
_ROUGHLY = re.compile(r"\bmas o menos\b|\bmore or less\b")
_HALF = re.compile(r"\b(?:and a half|y medi[oa])\b")
_EMOJI_DIGITS = re.compile("[\ufe0f\u20e3]")


def soreness_from_text(text: str, words: Mapping[str, int] = NUMBER_WORDS) -> int | None:
    """The score 0 to 10 a text gives, the higher of two; None where it is no plain score.

    Strict on purpose: a text that says anything beside the number (a time, pills, days, a story) is a report
    for the triage to read, and a number guessed out of it could hide a danger.
    """
    plain = _plain(text)
    if plain in ZERO_PHRASES:
        return 0
    if _NOT_A_SCORE.match(plain):
        return None
    if _HALF.search(plain):
        return _half_up(plain, words)
    scored = re.fullmatch(rf"(?P<before>.*?)(?P<score>[\w\s\-–—/.,]+?){_SCALE}{_TEN}(?P<after>.*)", plain)
    if scored and _only_fillers(scored["after"]):
        value = _value(f"{scored['before']} {scored['score']}", words)
        if value is not None:
            return value
    return _value(plain, words)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", _EMOJI_DIGITS.sub("", text.replace("🔟", "10")).casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    bare = re.sub(r"(?<=\d)[.,]0\b", "", bare.replace("'", "").replace("’", ""))
    return " ".join(re.sub(r"[!¡?¿.;:()\"“”~≈]+(?=\s|$)|(?:^|(?<=\s))[¡¿(\"“~≈]+", " ", bare).split())


def _half_up(plain: str, words: Mapping[str, int]) -> int | None:
    value = _value(_HALF.sub(" ", plain), words)
    return None if value is None else min(value + 1, 10)


def _value(plain: str, words: Mapping[str, int]) -> int | None:
    """The one number, or the higher of two joined ones, among nothing but fillers."""
    values = [_lone(piece, words) for piece in _JOIN.split(_ROUGHLY.sub(" ", plain))]
    numbers = [value for value in values if value is not None and value >= 0]
    if any(value is None for value in values) or not 1 <= len(numbers) <= 2:
        return None
    return max(numbers)


def _lone(piece: str, words: Mapping[str, int]) -> int | None:
    """The number in a piece; -1 for fillers alone, None for anything else."""
    tokens = [token.strip(",") for token in piece.split()]
    values = [_number(token, words) for token in tokens if token and token not in FILLERS]
    if not values:
        return -1
    return values[0] if len(values) == 1 else None


def _number(token: str, words: Mapping[str, int]) -> int | None:
    if token in words:
        return words[token]
    if re.fullmatch(r"\d{1,2}[.,]\d", token):
        value = -(-int(re.sub(r"[.,]", "", token)) // 10)
        return value if value <= 10 else None
    return int(token) if token.isascii() and token.isdigit() and len(token) <= 2 and int(token) <= 10 else None


def _only_fillers(text: str) -> bool:
    return all(token.strip(",") in FILLERS for token in text.split())
