"""Numbers said in words, put together: "thirty eight point five", "treinta y nueve y medio", "one hundred and one"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

OUT_OF_TEN = "outoften"


@dataclass(frozen=True)
class NumberWords:
    """The words that join numbers, from the data: decimal points, halves, "and", and hundreds."""

    points: frozenset[str]
    halves: frozenset[str]
    ands: frozenset[str]
    hundreds: frozenset[str]
    scales: frozenset[str]


def number_words(raw: Mapping[str, Sequence[str]]) -> NumberWords:
    """The joining words from a table of lists."""
    return NumberWords(*(frozenset(raw.get(key, ())) for key in ("points", "halves", "ands", "hundreds", "scales")))


def _scale_at(words: Sequence[str], start: int, names: NumberWords) -> int:
    """How many words "out of 10" takes where it follows a number; 0 where it does not."""
    for size in (1, 2):
        end = start + size
        if end < len(words) and words[end] == "10" and " ".join(words[start:end]) in names.scales:
            return size + 1
    return 0


def _value(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) < 4 else None


def joined(words: Sequence[str], names: NumberWords) -> list[tuple[str, int]]:
    """The words with spoken numbers as one digit word each; the second of a pair is how many words it took."""
    out: list[tuple[str, int]] = []
    i = 0
    while i < len(words):
        numeric = words[i][0].isdigit() or words[i] in names.hundreds
        word, taken = _number_at(words, i, names) if numeric else (words[i], 1)
        out.append((word, taken))
        i += taken
        scale = _scale_at(words, i, names) if numeric else 0
        if scale:
            out.append((OUT_OF_TEN, scale))
            i += scale
    return out


def _number_at(words: Sequence[str], start: int, names: NumberWords) -> tuple[str, int]:
    value, i = _whole(words, start, names)
    if value is None:
        return words[start], 1
    text, i = _fraction(words, i, str(value), names)
    return (text, i - start) if i > start + 1 else (words[start], 1)


def _whole(words: Sequence[str], start: int, names: NumberWords) -> tuple[int | None, int]:
    """Tens with units, hundreds with the rest; the number and where the next word stands."""
    i, total = start, _value(words[start])
    if words[i] in names.hundreds:
        total = 100
    if total is None:
        return None, start
    i += 1
    if total == 1 and i < len(words) and words[i] in names.hundreds:
        total, i = 100, i + 1
    step = 100 if total == 100 else 10 if total >= 20 and total % 10 == 0 else 0
    if not step:
        return total, i
    after = i + 1 if i < len(words) and words[i] in names.ands else i
    rest = _value(words[after]) if after < len(words) else None
    if rest is not None and 0 < rest < step:
        return total + rest, after + 1
    return total, i


def _fraction(words: Sequence[str], i: int, text: str, names: NumberWords) -> tuple[str, int]:
    """A decimal or a half that follows a whole number, where there is one."""
    following = words[i] if i < len(words) else ""
    if following in names.points and i + 1 < len(words) and _value(words[i + 1]) is not None:
        return f"{text}.{words[i + 1]}", i + 2
    after = i + 1 if following in names.ands else i
    if after > i and after < len(words) and words[after] == "a":
        after += 1
    if after > i and after < len(words) and words[after] in names.halves:
        return f"{text}.5", after + 1
    return text, i
