"""A second, statistical reader beside the rules: it can only raise a doubt, never a tier and never lower one."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.triage.matching import Matcher
from bot.domain.triage.message import Message

WINDOW = 5
LENGTH_STEP, LONGEST_STEP = 4, 8


@dataclass(frozen=True)
class SecondReader:
    """Weights of what makes a message worrying, learned from the labelled examples; above `threshold` it doubts."""

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def worry(self, features: Iterable[str]) -> float:
        """How worrying a message looks; scale of its own, to be compared with the threshold only."""
        weights = self.weights
        seen = tuple(features)
        return self.bias + sum(weights.get(f, 0.0) for f in seen) / math.sqrt(max(1, len(seen)))

    def doubts(self, features: Iterable[str]) -> bool:
        """True when the message should be asked about."""
        return self.worry(features) > self.threshold


def features_of(message: Message, matcher: Matcher, named: Iterable[str]) -> set[str]:
    """What the second reader sees: words, their classes, classes near each other, and the harmless names found."""
    found = {f"w:{word}" for word in message.words}
    found.update(f"x:{name}" for name in named)
    found.add(f"l:{min(len(message.words) // LENGTH_STEP, LONGEST_STEP)}")
    recent: list[tuple[str, ...]] = []
    for word in message.words:
        classes = matcher.classes_of(word)
        for name in classes:
            found.add(f"k:{name}")
            for earlier in recent:
                found.update(f"p:{a}|{name}" if a < name else f"p:{name}|{a}" for a in earlier)
        recent = [*recent[1 - WINDOW :], classes]
    return found
