"""Cutting a text into words, with the sentences and questions they stand in."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.domain.triage.numbers import NumberWords, joined

LONGEST_TEXT = 8000
QUESTION, EMOJI = "questionmark", "emoji"
_YES = re.compile(r"\b[sS][íÍ]\b")
_SIGNS = str.maketrans(dict.fromkeys("’‘´`ʼ′", "'") | {"º": "°", "ª": ""})
_JOINERS = re.compile("[\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
_SPACED = re.compile(r"(?<![a-z0-9'])(?:[a-z][ .\-_*]){3,}[a-z](?![a-z0-9'])")
_SHORT_SPACED = re.compile(r"(?<![a-z0-9'])(?:[a-z][ .\-_*]){2,}[a-z](?![a-z0-9'])")
_DOTTED = re.compile(r"(?<![a-z0-9'])(?:[a-z][.\-_*])+[a-z](?![a-z0-9'])")
_WIDE = re.compile(r"(?:^| {2,})([a-z](?: [a-z])+)(?= {2,}|[ .!?]*$)")
_SPACED_DIGITS = re.compile(r"(?<![\d.,])\d(?: \d)+(?![\d.,])")
_BETWEEN = re.compile(r"[ .\-_*]")
_PIECE = re.compile(r"\d+[.,]\d+|[a-z0-9]+(?:'[a-z]+)*|[.!?…;\n¿¡]+|[,:()\[\]\"“”«»–—-]|[/%°+&]|[^\s\w]", re.ASCII)
_UNIT = re.compile(r"(\d+)([a-z]{1,6})")
_SIGN_WORDS = {"+": "and", "&": "and"}
_DIVIDERS = frozenset(",:()[]\"“”«»–—-'*~_|<>{}=#@$€£^\\¬•·")
_QUOTES = frozenset('"“”«»')
_LEET = str.maketrans("013457", "oieast")


@dataclass(frozen=True, slots=True)
class Message:
    """A text as words; `sentence[i]` and `comma[i]` number the sentence and the comma-separated part of word i.

    `quote[i]` numbers the quotation it stands in, 0 outside of any.
    """

    words: tuple[str, ...]
    sentence: tuple[int, ...]
    comma: tuple[int, ...]
    questions: frozenset[int]
    quote: tuple[int, ...]


class _Writer:
    """Collects words and where sentences and commas fell."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.sentence: list[int] = []
        self.comma: list[int] = []
        self.quote: list[int] = []
        self.questions: set[int] = set()
        self.lengths: dict[int, int] = {}
        self.sentence_now = 0
        self.comma_now = 0
        self.quotes = 0
        self.quoting = False

    def word(self, word: str) -> None:
        self.words.append(word)
        self.sentence.append(self.sentence_now)
        self.comma.append(self.comma_now)
        self.quote.append(self.quotes if self.quoting else 0)
        self.lengths[self.sentence_now] = self.lengths.get(self.sentence_now, 0) + 1

    def divide(self, mark: str) -> None:
        self.comma_now += 1
        if mark in _QUOTES:
            self.quoting = not self.quoting
            self.quotes += self.quoting

    def stop(self, mark: str) -> None:
        if "?" in mark and self.lengths.get(self.sentence_now, 0) > 0:
            self.word(QUESTION)
        if "¿" in mark or "?" in mark:
            closing = "?" in mark and self.lengths.get(self.sentence_now, 0) > 0
            self.questions.add(self.sentence_now if closing else self.sentence_now + 1)
        self.comma_now += 1
        if "¿" not in mark or self.lengths.get(self.sentence_now, 0) > 0:
            self.sentence_now += 1


def plain(text: str) -> str:
    """The text in lower case, without accents, with one kind of apostrophe."""
    text = text[:LONGEST_TEXT]
    if not text.isascii():
        text = _YES.sub("yes", text)
        text = _JOINERS.sub("", text.translate(_SIGNS))
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return text.casefold()


def _despace(text: str) -> str:
    """Words spelled with a space or dot between the letters, put together again."""
    if not _SPACED.search(text):
        return text
    text = _WIDE.sub(lambda m: " " + m.group(1).replace(" ", ""), text)
    text = _SPACED_DIGITS.sub(lambda m: m.group().replace(" ", ""), text)
    text = _DOTTED.sub(lambda m: _BETWEEN.sub("", m.group()), text)
    return _SHORT_SPACED.sub(lambda m: _BETWEEN.sub("", m.group()), text)


def _spell_out(piece: str, units: Mapping[str, str]) -> list[str]:
    """A piece of letters and digits as words: `38c` is a number and its unit, `ch3st` is a word."""
    if piece.isalpha() or piece.isdigit():
        return [piece]
    unit = _UNIT.fullmatch(piece)
    if unit and unit.group(2) in units:
        return [unit.group(1), units[unit.group(2)]]
    return [piece if unit else piece.translate(_LEET)]


@dataclass(frozen=True)
class Spelling:
    """How typed pieces become words: a repair for each word, emoji and units by name, and what joins numbers.

    A sentence that begins with one of the `starters` ("I fainted.") stands for itself, however short.
    """

    repair: Callable[[str], tuple[str, ...]]
    knows: Callable[[str], bool]
    contractions: Mapping[str, tuple[str, ...]]
    emoji: Mapping[str, str]
    units: Mapping[str, str]
    numbers: NumberWords
    starters: frozenset[str]


def cut(text: str, spelling: Spelling) -> Message:
    """The words of a text, each as the lexicon spells it, emoji as words of their own."""
    out = _Writer()
    for piece in _PIECE.findall(_despace(plain(text))):
        _write(out, piece, spelling)
    _join_numbers(out, spelling.numbers)
    return Message(tuple(out.words), *_soften(out, spelling.starters), frozenset(out.questions), _quoted(out))


def _write(out: _Writer, piece: str, spelling: Spelling) -> None:
    first = piece[0]
    if first.isdigit() and not first.isascii():
        piece = first = str(unicodedata.digit(first))
    if first.isalnum():
        for word in _written(piece, spelling):
            out.word(word)
    elif first in ".!?…;\n¿¡":
        out.stop(piece)
    elif first in "/%°+&":
        out.word(_SIGN_WORDS.get(first, first))
    elif first in _DIVIDERS:
        out.divide(first)
    else:
        out.word(spelling.emoji.get(piece, EMOJI))


def _written(piece: str, spelling: Spelling) -> Iterable[str]:
    if piece.isalpha() and piece not in spelling.contractions:
        return spelling.repair(piece)
    if "," in piece or "." in piece:
        return [piece.replace(",", ".")]
    if piece in spelling.contractions:
        return list(spelling.contractions[piece])
    if piece.endswith("'s") and not spelling.knows(piece.replace("'", "")):
        piece = piece[:-2]
    return [word for part in _spell_out(piece.replace("'", ""), spelling.units) for word in spelling.repair(part)]


def _join_numbers(out: _Writer, names: NumberWords) -> None:
    if not any(word[0].isdigit() for word in out.words):
        return
    places: list[int] = []
    words: list[str] = []
    at = 0
    for word, taken in joined(out.words, names):
        words.append(word)
        places.append(at)
        at += taken
    out.words = words
    out.sentence = [out.sentence[i] for i in places]
    out.comma = [out.comma[i] for i in places]
    out.quote = [out.quote[i] for i in places]


def _quoted(out: _Writer) -> tuple[int, ...]:
    """The quotations; one that is never closed is none."""
    return tuple(0 if out.quoting and number == out.quotes else number for number in out.quote)


def _soften(out: _Writer, starters: frozenset[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Full stops after one or two words ("Chest. Tight. Help.") separate no more than a comma does."""
    merged: dict[int, int] = {}
    last = -1
    for number in dict.fromkeys(out.sentence):
        short = out.lengths.get(number, 0) <= 2 and number not in out.questions
        before = out.lengths.get(last, 0) <= 2 and last not in out.questions
        short = short and out.words[out.sentence.index(number)] not in starters
        merged[number] = merged[last] if short and before and last >= 0 else number
        last = number
    return tuple(merged[s] for s in out.sentence), tuple(out.comma)
