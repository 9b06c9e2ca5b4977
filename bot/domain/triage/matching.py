"""Finding every phrase of the lexicon in a message in one pass over its words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.domain.triage.grammar import Compiler, Pattern, Range
from bot.domain.triage.message import Message
from bot.domain.triage.values import Hit

Spans = list[tuple[int, int]]
Trie = dict[str, tuple["Trie", tuple[int, ...]]]
MOST_STARTS = 12
MOST_SKIPPED = 2
MOST_SEEN = 50_000
MANY = 12
_COMMON = (
    "no",
    "not",
    "con",
    "with",
    "for",
    "para",
    "si",
    "if",
    "all",
    "as",
    "como",
    "when",
    "from",
    "was",
    "you",
    "1",
)
_CLASSES_OF_EVERYTHING = frozenset({"filler", "worrying"})


@dataclass(frozen=True)
class Matcher:
    """The compiled lexicon: which elements each word can be, and the patterns waiting for each element."""

    words: Mapping[str, tuple[int, ...]]
    stems: Mapping[str, tuple[int, ...]]
    shortest_stem: int
    trie: Trie
    ranges: tuple[tuple[Range, int], ...]
    waiting: Mapping[int, tuple[tuple[frozenset[int], Pattern], ...]]
    waited_for: frozenset[int]
    fillers: frozenset[str]
    stoppers: frozenset[str]
    class_names: Mapping[str, tuple[str, ...]]
    seen: dict[str, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """What the words met so far can be."""
    classed: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The classes of the words met so far."""

    def knows(self, word: str) -> bool:
        """True for a word that some phrase or class is made of."""
        return word in self.words or word in self.trie or self._stemmed(word) != ()

    def vocabulary(self) -> frozenset[str]:
        """Every whole word that stands in a phrase of several words."""
        found: set[str] = set()
        nodes = [self.trie]
        while nodes:
            for word, (deeper, _) in nodes.pop().items():
                found.add(word)
                nodes.append(deeper)
        return frozenset(found)

    def classes_of(self, word: str) -> tuple[str, ...]:
        """The word classes a single word belongs to, by itself or by its beginning."""
        known = self.classed.get(word)
        if known is None:
            known = self.class_names.get(word, ())
            for size in range(self.shortest_stem, len(word) + 1):
                known += self.class_names.get(word[:size] + "*", ())
            if len(self.classed) < MOST_SEEN:
                self.classed[word] = known
        return known

    def hits(self, message: Message) -> list[Hit]:
        """Every phrase found once, in no particular order."""
        by_word = [self._elements(word) for word in message.words]
        phrases = self._phrases(message.words)
        present, waiting = frozenset(phrases).union(*by_word), self.waiting
        fitting = [p for element in present & self.waited_for for needs, p in waiting[element] if needs <= present]
        places, measure = _places(fitting, by_word, phrases), self._measure(message)
        return list(dict.fromkeys(hit for pattern in fitting for hit in _chains(pattern, places, measure)))

    def _stemmed(self, word: str) -> tuple[int, ...]:
        found: tuple[int, ...] = ()
        for size in range(self.shortest_stem, len(word) + 1):
            found += self.stems.get(word[:size], ())
        return found

    def _numbered(self, word: str) -> tuple[int, ...]:
        try:
            value = float(word)
        except ValueError:
            return ()
        return tuple(number for span, number in self.ranges if span.holds(word, value))

    def _phrases(self, words: tuple[str, ...]) -> dict[int, Spans]:
        spans: dict[int, Spans] = {}
        for i, word in enumerate(words):
            if word in self.trie:
                self._walk(words, i, spans)
        return spans

    def _elements(self, word: str) -> frozenset[int]:
        known = self.seen.get(word)
        if known is None:
            numbered = self._numbered(word) if word[0].isdigit() else self._stemmed(word)
            known = frozenset((*self.words.get(word, ()), *numbered))
            if len(self.seen) < MOST_SEEN:
                self.seen[word] = known
        return known

    def _walk(self, words: tuple[str, ...], start: int, spans: dict[int, Spans]) -> None:
        """The phrases of several words that begin here; small words may stand between theirs."""
        node, skipped = self.trie, 0
        for i in range(start, len(words)):
            step = node.get(words[i])
            if step is not None:
                node, ends = step
                for element in ends:
                    spans.setdefault(element, []).append((start, i + 1))
            elif words[i] in self.fillers and skipped < MOST_SKIPPED:
                skipped += 1
            else:
                return

    def _measure(self, message: Message) -> "_Measure":
        opened: list[int] = []
        closed, clause = [0], []
        turns = 0
        comma = message.comma
        for i, word in enumerate(message.words):
            opened.append(closed[-1] + (i > 0 and comma[i] != comma[i - 1]))
            closed.append(opened[-1] + (word not in self.fillers))
            turns += word in self.stoppers
            clause.append(message.sentence[i] * 1000 + turns)
        return _Measure(opened, closed, clause)


@dataclass(frozen=True, slots=True)
class _Measure:
    """Distances in a message: the words that count, and commas, before each word opens and after it closes.

    `clause` numbers the stretch a phrase may not leave.
    """

    opened: list[int]
    closed: list[int]
    clause: list[int]

    def inside(self, word: int) -> bool:
        """True for a word that does not begin a clause."""
        return word > 0 and self.clause[word] == self.clause[word - 1]


def _places(
    patterns: Iterable[Pattern], by_word: Iterable[frozenset[int]], phrases: Mapping[int, Spans]
) -> dict[int, Spans]:
    """Start and end of each place, in order, of the elements of these patterns.

    A word is part of hundreds of phrases, a message of a few: only for these is it worth knowing where.
    """
    needed = frozenset[int]().union(*(pattern.needs for pattern in patterns))
    found: dict[int, Spans] = {}
    for i, elements in enumerate(by_word):
        for element in elements & needed:
            found.setdefault(element, []).append((i, i + 1))
    for element in needed & phrases.keys():
        found[element] = sorted([*found.get(element, ()), *phrases[element]])
    return found


def _chains(pattern: Pattern, places: Mapping[int, Spans], measure: _Measure) -> Iterable[Hit]:
    """The ways a pattern fits, at most one for each place where it can begin."""
    alone = len(pattern.elements) == 1
    for first in places[pattern.elements[0]][:MOST_STARTS]:
        if pattern.first and measure.inside(first[0]):
            continue
        if alone:
            yield Hit(pattern.name, *first, tuple(range(*first)))
            continue
        chain = _follow(pattern, 1, first, places, measure)
        if chain is not None:
            chain = [first, *chain]
            words = tuple(i for start, end in chain for i in range(start, end))
            yield Hit(pattern.name, first[0], chain[-1][1], words)


def _follow(
    pattern: Pattern,
    at: int,
    last: tuple[int, int],
    places: Mapping[int, Spans],
    measure: _Measure,
) -> list[tuple[int, int]] | None:
    if at == len(pattern.elements):
        return []
    gap = pattern.gaps[at]
    before = measure.closed[last[1]]
    place = measure.clause[last[1] - 1]
    for span in places[pattern.elements[at]]:
        start = span[0]
        if start < last[1] or measure.clause[start] != place:
            continue
        if measure.opened[start] - before > gap:
            break
        rest = _follow(pattern, at + 1, span, places, measure)
        if rest is not None:
            return [span, *rest]
    return None


def matcher(
    compiler: Compiler,
    patterns: Iterable[Pattern],
    classes: Mapping[str, tuple[str, ...]],
    fillers: Iterable[str],
    stoppers: Iterable[str],
    everyday: frozenset[str],
) -> Matcher:
    """A matcher of the patterns that a compiler made.

    Each pattern waits for its element that is met most seldom: no small word, no `everyday` one, of few words.
    """
    class_names: dict[str, list[str]] = {}
    for name, entries in classes.items():
        for entry in entries:
            if name not in _CLASSES_OF_EVERYTHING and " " not in entry:
                class_names.setdefault(entry, []).append(name)
    small = frozenset((*fillers, *stoppers, *_COMMON))
    common = {e for word, elements in compiler.words.items() if word in small for e in elements}
    common.update(number for _, number in compiler.ranges)
    usual = {e for word in everyday for e in compiler.words.get(word, ())}
    sizes = Counter(e for elements in (*compiler.words.values(), *compiler.stems.values()) for e in elements)
    waiting: dict[int, list[tuple[frozenset[int], Pattern]]] = {}
    for pattern in patterns:
        choice = [e for e in reversed(pattern.elements) if e not in common] or [pattern.elements[-1]]
        rare = min(choice, key=lambda e: (e in usual, sizes[e] > MANY))
        waiting.setdefault(rare, []).append((pattern.needs, pattern))
    return Matcher(
        words={word: tuple(found) for word, found in compiler.words.items()},
        stems={stem: tuple(found) for stem, found in compiler.stems.items()},
        shortest_stem=min((len(s) for s in compiler.stems), default=99),
        trie=_trie(compiler.phrases),
        ranges=tuple(compiler.ranges),
        waiting={element: tuple(found) for element, found in waiting.items()},
        waited_for=frozenset(waiting),
        fillers=frozenset(fillers),
        stoppers=frozenset(stoppers),
        class_names={word: tuple(names) for word, names in class_names.items()},
    )


def _trie(phrases: Mapping[tuple[str, ...], list[int]]) -> Trie:
    root: Trie = {}
    for phrase, elements in phrases.items():
        node = root
        for i, word in enumerate(phrase):
            deeper, ends = node.get(word, ({}, ()))
            if i == len(phrase) - 1:
                ends = (*ends, *elements)
            node[word] = (deeper, ends)
            node = deeper
    return root
