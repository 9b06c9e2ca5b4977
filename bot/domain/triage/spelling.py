"""Reading words the way people type them: phone spelling, repeated letters, spelling by ear, one slip, glued words."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

SHORTEST_CORRECTED = 5
SHORTEST_SWAPPED = 4
SHORTEST_GLUED = 7
_RUN = re.compile(r"(.)\1{2,}")
_DOUBLE = re.compile(r"(.)\1")
_BY_EAR = (
    ("ch", "C"),
    ("qu", "k"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("ph", "f"),
    ("ll", "y"),
    ("gue", "Ge"),
    ("gui", "Gi"),
    ("ge", "je"),
    ("gi", "ji"),
    ("c", "k"),
    ("q", "k"),
    ("v", "b"),
    ("z", "s"),
    ("x", "j"),
    ("h", ""),
    ("w", "u"),
)


def by_ear(word: str) -> str:
    """A key that words share when a Spanish ear cannot tell them apart (b/v, ll/y, s/c/z, silent h)."""
    for written, heard in _BY_EAR:
        if written in word:
            word = word.replace(written, heard)
    return _DOUBLE.sub(r"\1", word)


def _one_shorter(word: str) -> Iterable[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def one_slip_apart(a: str, b: str) -> bool:
    """True when one letter added, lost, changed, or two neighbors swapped turn one word into the other."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return a == b
    if len(a) > len(b):
        a, b = b, a
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


@dataclass(frozen=True)
class Speller:
    """What is needed to bring a typed word to one that the lexicon knows."""

    known: Callable[[str], bool]
    shorthand: Mapping[str, tuple[str, ...]]
    targets: frozenset[str]
    heard: Mapping[str, str]
    near: Mapping[str, tuple[str, ...]]
    glue: frozenset[str]

    def read(self, word: str) -> tuple[str, ...]:
        """The word or words meant; the word itself where nothing safe fits."""
        short = self.shorthand.get(word)
        if short is not None:
            return short
        if word.endswith("in") and f"{word}g" in self.targets:
            return (f"{word}g",)
        if not word.isalpha() or (self.known(word) and not _RUN.search(word)):
            return (word,)
        return self._mend(word) or (word,)

    def _mend(self, word: str) -> tuple[str, ...]:
        for form in self._other_forms(word):
            if form in self.shorthand:
                return self.shorthand[form]
            if self.known(form):
                return (form,)
        word = _RUN.sub(r"\1", word)
        if len(word) < SHORTEST_CORRECTED:
            return self._unswapped(word) or self._completed(word)
        found = self._corrected(word)
        if found:
            return (found,)
        return self._unglued(word) if len(word) >= SHORTEST_GLUED else ()

    @staticmethod
    def _other_forms(word: str) -> Iterable[str]:
        """The word without stretched letters, without a plural ending, with its swallowed g or d."""
        yield _RUN.sub(r"\1", word)
        yield _RUN.sub(r"\1\1", word)
        yield _DOUBLE.sub(r"\1", _RUN.sub(r"\1", word))
        if word.endswith("s") and len(word) > 3:
            yield word[:-1]
        if word.endswith("in") and len(word) > 5:
            yield word + "g"
        if word.endswith(("ao", "aos")) and len(word) > 4:
            yield word.replace("ao", "ado")

    def _unswapped(self, word: str) -> tuple[str, ...]:
        """A short word two letters of which changed places; other slips make too many short words alike."""
        if len(word) < SHORTEST_SWAPPED:
            return ()
        swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
        return next(((form,) for form in swapped if form in self.targets), ())

    def _completed(self, word: str) -> tuple[str, ...]:
        """A short word that lost a letter in its middle ("chst")."""
        if len(word) < SHORTEST_SWAPPED:
            return ()
        near = self.near.get(word, ())
        return next(((target,) for target in near if (word[0], word[-1]) == (target[0], target[-1])), ())

    def _corrected(self, word: str) -> str | None:
        heard = self.heard.get(by_ear(word))
        if heard is not None:
            return heard
        for shorter in (word, *_one_shorter(word)):
            for target in self.near.get(shorter, ()):
                if one_slip_apart(word, target) and (word[0] == target[0] or word[:2] == target[1::-1]):
                    return target
        return None

    def _whole(self, part: str) -> bool:
        """True for a known word long enough to be no accident."""
        return len(part) >= SHORTEST_SWAPPED and self.known(part)

    def _unglued(self, word: str) -> tuple[str, ...]:
        """The fewest known words that make up the whole of a long unknown one; empty where there are none."""
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 16), end):
                before, part = best[start], word[start:end]
                if before is None or not (part in self.glue or part in self.targets or self._whole(part)):
                    continue
                if best[end] is None or len(before) + 1 < len(best[end] or ()):
                    best[end] = (*before, part)
        parts = best[-1] or ()
        return parts if any(part in self.targets for part in parts) else ()


def speller(
    known: Callable[[str], bool],
    shorthand: Mapping[str, tuple[str, ...]],
    targets: Iterable[str],
    glue: Iterable[str],
) -> Callable[[str], tuple[str, ...]]:
    """A function from a typed word to the words meant.

    `targets` are the words worth correcting towards, `glue` the small ones that may stick to them.
    """
    all_targets = frozenset(t for t in targets if t.isalpha())
    wanted = frozenset(t for t in all_targets if len(t) >= SHORTEST_CORRECTED)
    near: dict[str, list[str]] = {}
    for target in sorted(wanted):
        for key in (target, *_one_shorter(target)):
            near.setdefault(key, []).append(target)
    heard = {by_ear(t): t for t in sorted(wanted, reverse=True)}
    made = Speller(known, shorthand, all_targets, heard, {k: tuple(v) for k, v in near.items()}, frozenset(glue))
    return lru_cache(maxsize=50_000)(made.read)
