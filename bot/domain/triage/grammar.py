"""The little language in which phrases are written in the triage data, and its compilation.

cannot .. breathe          at most three counted words between
<pain> ... <chest>         at most six; <pain> is any word or phrase of that class
short of breath            one after the other; fillers ("my", "really", "muy") never count
<pain> & <chest>           either order, at most five words between
hard|tough to? breathe     alternatives; `?` may be missing
respir*                    any word with that beginning
short_of_breath|winded     an alternative of several words
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.triage.message import plain

NEAR, FAR, AROUND = 3, 6, 5


class PhraseError(ValueError):
    """A phrase that cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `low` to `high`; `decimal` asks for a written fraction (38.6), which few things but a fever have."""

    low: float
    high: float
    decimal: bool = False

    def holds(self, word: str, value: float) -> bool:
        """True for a number of this range."""
        return self.low <= value <= self.high and (not self.decimal or "." in word)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One phrase: elements (numbers of the lexicon) and the most counted words allowed before each."""

    name: str
    elements: tuple[int, ...]
    needs: frozenset[int]
    gaps: tuple[int, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class _Item:
    alternatives: tuple[str, ...]
    optional: bool
    gap: int


def _items(phrase: str) -> list[list[_Item]]:
    """The orders in which a phrase can be said, each a list of items."""
    done: list[_Item] = []
    gap = 0
    swap_at: int | None = None
    for part in plain(phrase).replace("'", "").split():
        if part in ("..", "..."):
            gap = NEAR if part == ".." else FAR
        elif part == "&":
            if swap_at is not None:
                raise PhraseError(f"more than one & in {phrase!r}")
            swap_at, gap = len(done), AROUND
        else:
            optional = part.endswith("?")
            done.append(_Item(tuple(part.rstrip("?").split("|")), optional, gap))
            gap = 0
    _refuse_open_end(phrase, done, gap)
    if swap_at is None:
        return [done]
    left, right = done[:swap_at], done[swap_at:]
    if not left:
        raise PhraseError(f"nothing before & in {phrase!r}")
    head = _Item(left[0].alternatives, left[0].optional, AROUND)
    tail = _Item(right[0].alternatives, right[0].optional, 0)
    return [done, [tail, *right[1:], head, *left[1:]]]


def _refuse_open_end(phrase: str, items: list[_Item], gap: int) -> None:
    if not items or gap:
        raise PhraseError(f"{phrase!r} has a gap at its end or nothing in it")
    if items[-1].optional and len(items[-1].alternatives) > 1:
        raise PhraseError(f"{phrase!r} ends in a choice that may be missing: it says nothing")


def _without_optional(items: list[_Item]) -> Iterable[list[_Item]]:
    """Every way to say the phrase with the optional items there or not."""
    for i, item in enumerate(items):
        if item.optional:
            kept = [*items[:i], _Item(item.alternatives, False, item.gap), *items[i + 1 :]]
            rest = items[i + 1 :]
            if rest:
                rest = [_Item(rest[0].alternatives, rest[0].optional, max(rest[0].gap, item.gap)), *rest[1:]]
            yield from _without_optional(kept)
            yield from _without_optional([*items[:i], *rest])
            return
    if items:
        yield items


class Compiler:
    """Turns phrases into patterns, giving each distinct set of alternatives one element number."""

    def __init__(
        self,
        classes: Mapping[str, tuple[str, ...]],
        ranges: Mapping[str, Range],
        shorthand: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._classes = classes
        self._ranges = ranges
        self._shorthand = shorthand
        self._numbers: dict[tuple[str, ...], int] = {}
        self.words: dict[str, list[int]] = {}
        self.stems: dict[str, list[int]] = {}
        self.phrases: dict[tuple[str, ...], list[int]] = {}
        self.ranges: list[tuple[Range, int]] = []

    def compile(self, name: str, phrase: str) -> list[Pattern]:
        """The patterns of one phrase; PhraseError where it is malformed or names an unknown class."""
        patterns = []
        first = phrase.startswith("^ ")
        for order in _items(phrase.removeprefix("^ ")):
            for items in _without_optional(order):
                gaps = (0, *(item.gap for item in items[1:]))
                elements = tuple(self._element(item.alternatives) for item in items)
                patterns.append(Pattern(name, elements, frozenset(elements), gaps, first))
        return patterns

    def spelled(self, patterns: Iterable[Pattern]) -> set[str]:
        """The words that these patterns are made of; not those given by their beginning only."""
        wanted = {element for pattern in patterns for element in pattern.elements}
        found = {word for word, numbers in self.words.items() if not wanted.isdisjoint(numbers)}
        return found.union(*(phrase for phrase, numbers in self.phrases.items() if not wanted.isdisjoint(numbers)))

    def _element(self, alternatives: tuple[str, ...]) -> int:
        key = tuple(sorted(set(alternatives)))
        if key not in self._numbers:
            number = self._numbers[key] = len(self._numbers)
            for alternative in key:
                self._add(alternative, number)
        return self._numbers[key]

    def _add(self, alternative: str, number: int) -> None:
        if not alternative.startswith("<"):
            self._add_words(alternative, number)
            return
        name = alternative.strip("<>")
        if name in self._ranges:
            self.ranges.append((self._ranges[name], number))
        elif name in self._classes:
            for entry in self._classes[name]:
                self._add_words(entry, number)
        else:
            raise PhraseError(f"no such word class: <{name}>")

    def _add_words(self, entry: str, number: int) -> None:
        typed = entry.replace("_", " ").split()
        words = tuple(meant for word in typed for meant in self._shorthand.get(word, (word,)))
        if not words:
            raise PhraseError("an empty alternative")
        if len(words) > 1:
            self.phrases.setdefault(words, []).append(number)
        elif words[0].endswith("*"):
            self.stems.setdefault(words[0][:-1], []).append(number)
        else:
            self.words.setdefault(words[0], []).append(number)


def expand_classes(raw: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Classes with the classes they mention (`<…>`) filled in; PhraseError for unknown or circular ones."""
    done: dict[str, tuple[str, ...]] = {}

    def fill(name: str, trail: tuple[str, ...]) -> tuple[str, ...]:
        if name in trail:
            raise PhraseError(f"word class <{name}> contains itself")
        if name not in raw:
            raise PhraseError(f"no such word class: <{name}>")
        if name not in done:
            entries: dict[str, None] = {}
            for entry in raw[name]:
                text = plain(entry).replace("'", "")
                if text.startswith("<"):
                    entries.update(dict.fromkeys(fill(text.strip("<>"), (*trail, name))))
                else:
                    entries[text] = None
            done[name] = tuple(entries)
        return done[name]

    for name in raw:
        fill(name, ())
    return done
