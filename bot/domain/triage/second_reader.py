"""A second, statistical reader beside the rules: it can only raise a doubt, never a tier and never lower one."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat

from bot.domain.triage.matching import Matcher

SHORTEST_PIECE, LONGEST_PIECE = 3, 4


@dataclass(frozen=True)
class SecondReader:
    """Weights of what makes a message worrying, learned from the labelled examples; above `threshold` it doubts."""

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def worry(self, features: Iterable[str]) -> float:
        """How worrying a message looks; scale of its own, to be compared with the threshold only."""
        seen = tuple(features)
        return self.bias + sum(map(self.weights.get, seen, repeat(0.0))) / math.sqrt(max(1, len(seen)))

    def doubts(self, features: Iterable[str]) -> bool:
        """True when the message should be asked about."""
        return self.worry(features) > self.threshold


def features_of(words: Sequence[str], matcher: Matcher, named: Iterable[str]) -> set[str]:
    """What the second reader sees: words, neighbors, pieces and classes of words, and the harmless names found."""
    found = {f"x:{name}" for name in named}
    found.update(f"n:{one} {next_one}" for one, next_one in pairwise(("^", *words, "$")))
    return found.union(*(_of_word(word, matcher.classes_of(word)) for word in words))


@lru_cache(maxsize=20_000)
def _of_word(word: str, classes: tuple[str, ...]) -> frozenset[str]:
    """A word, its classes, and its pieces (its ends marked): what one it has never seen shares with those it has."""
    marked = f" {word} "
    sizes = range(SHORTEST_PIECE, LONGEST_PIECE + 1)
    pieces = {f"c:{marked[i : i + size]}" for size in sizes for i in range(len(marked) - size + 1)}
    return frozenset({f"w:{word}", *(f"k:{name}" for name in classes), *pieces})
