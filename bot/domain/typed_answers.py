"""Reading a number from what a patient typed: soreness (“7”, “8/10”, “un ocho”, “4 or 5”) or a change (“+4”)."""

import re
import unicodedata
from functools import cache

from bot.domain.vocabulary import TypedWords

_NEGATIVE = re.compile(r"-\s*\d")
_EMOJI_DIGITS = re.compile("[\ufe0f\u20e3]")
_SIGNED = re.compile(r"(?P<before>[^+-]*)(?P<sign>[+-]?)(?P<number>[^+-]*)")
_SIGNS = str.maketrans("−–—➖➕", "----+")
"""What phones write for a plus or a minus."""
_FILLERS_ALONE = -1


def soreness_from_text(text: str, known: TypedWords) -> int | None:
    """The score 0 to 10 a text gives, the higher of two; None where it is no plain score.

    Strict on purpose: a text that says anything beside the number (a time, pills, days, a story) is a report
    for the triage to read, and a number guessed out of it could hide a danger.
    """
    plain = _plain(text)
    if plain in known.zero:
        return 0
    if _NEGATIVE.match(plain) or re.match(_any_of(known.time_of_day), plain):
        return None
    if re.search(_any_of(known.half), plain):
        return _half_up(plain, known)
    scored = re.fullmatch(rf"(?P<before>.*?)(?P<score>[\w\s\-–—/.,]+?){_of_ten(known)}(?P<after>.*)", plain)
    if scored and _only_fillers(scored["after"], known):
        value = _value(f"{scored['before']} {scored['score']}", known)
        if value is not None:
            return value
    return _value(plain, known)


def signed_number_from_text(text: str, known: TypedWords) -> int | None:
    """The one number −10 to 10 a text gives, with or without its sign; None where it says anything else.

    Words for nothing are no number here: “nothing has changed” and “no pain is left” are far apart.
    """
    plain = _plain(text.translate(_SIGNS))
    found = _SIGNED.fullmatch(plain)
    if found is None or re.match(_any_of(known.time_of_day), plain) or known.no & set(plain.split()):
        return None
    if not found["sign"]:
        value = _lone(found["before"], known)
    else:
        value = _lone(found["number"], known) if _lone(found["before"], known) == _FILLERS_ALONE else None
    if value is None or value == _FILLERS_ALONE:
        return None
    return -value if found["sign"] == "-" else value


@cache
def _any_of(phrases: frozenset[str]) -> str:
    """A pattern for any of the phrases as whole words, the longest first."""
    return rf"\b(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})\b"


def _of_ten(known: TypedWords) -> str:
    ten = frozenset({"10", *(word for word, number in known.numbers.items() if number == 10)})
    return rf"(?:\s*/\s*|\s+{_any_of(known.out_of)}\s+){_any_of(ten)}"


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", _EMOJI_DIGITS.sub("", text.replace("🔟", "10")).casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    bare = re.sub(r"(?<=\d)[.,]0\b", "", bare.replace("'", "").replace("’", ""))
    return " ".join(re.sub(r"[!¡?¿.;:()\"“”~≈]+(?=\s|$)|(?:^|(?<=\s))[¡¿(\"“~≈]+", " ", bare).split())


def _half_up(plain: str, known: TypedWords) -> int | None:
    value = _value(re.sub(_any_of(known.half), " ", plain), known)
    return None if value is None else min(value + 1, 10)


def _value(plain: str, known: TypedWords) -> int | None:
    """The one number, or the higher of two joined ones, among nothing but fillers."""
    pieces = re.split(rf"[-–—]|{_any_of(known.between)}", re.sub(_any_of(known.roughly), " ", plain))
    values = [_lone(piece, known) for piece in pieces]
    numbers = [value for value in values if value is not None and value >= 0]
    if any(value is None for value in values) or not 1 <= len(numbers) <= 2:
        return None
    return max(numbers)


def _lone(piece: str, known: TypedWords) -> int | None:
    """The number in a piece; _FILLERS_ALONE where there is nothing else, None for any other word."""
    tokens = [token.strip(",") for token in piece.split()]
    values = [_number(token, known) for token in tokens if token and token not in known.fillers]
    if not values:
        return _FILLERS_ALONE
    return values[0] if len(values) == 1 else None


def _number(token: str, known: TypedWords) -> int | None:
    if token in known.numbers:
        return known.numbers[token]
    if re.fullmatch(r"\d{1,2}[.,]\d", token):
        value = -(-int(re.sub(r"[.,]", "", token)) // 10)
        return value if value <= 10 else None
    return int(token) if token.isascii() and token.isdigit() and len(token) <= 2 and int(token) <= 10 else None


def _only_fillers(text: str, known: TypedWords) -> bool:
    return all(token.strip(",") in known.fillers for token in text.split())
