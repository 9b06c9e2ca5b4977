"""Learning the weights of the second reader from labelled messages: logistic regression, small and repeatable."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from bot.domain.triage.second_reader import SecondReader

ROUNDS, RATE, DECAY, SEEN_AT_LEAST, SMALLEST = 10, 0.1, 1e-4, 3, 0.05
Sample = tuple[Sequence[str], bool]


def train(samples: Sequence[Sample], threshold: float, seed: int = 1) -> SecondReader:
    """A reader of the samples: the features of each message and whether it was dangerous.

    The same samples and seed make the same reader.
    """
    counts = Counter(f for features, _ in samples for f in features)
    rarity = {f: 1 + math.log((1 + len(samples)) / (1 + n)) for f, n in counts.items() if n >= SEEN_AT_LEAST}
    weights = dict.fromkeys(rarity, 0.0)
    squares = dict.fromkeys(rarity, 1e-2)
    bias, bias_square = 0.0, 1e-2
    lesson = [_scaled(features, rarity, danger) for features, danger in samples]
    shuffle = Random(seed).shuffle
    for _ in range(ROUNDS):
        shuffle(lesson)
        for values, danger in lesson:
            worry = bias + sum(weights[f] * value for f, value in values)
            error = 1 / (1 + math.exp(-worry)) - danger
            for f, value in values:
                slope = error * value + DECAY * weights[f]
                squares[f] += slope * slope
                weights[f] -= RATE * slope / math.sqrt(squares[f])
            bias_square += error * error
            bias -= 0.1 * error / math.sqrt(bias_square)
    learned = {f: weight * rarity[f] for f, weight in weights.items()}
    return SecondReader({f: w for f, w in learned.items() if abs(w) >= SMALLEST}, bias, threshold)


def _scaled(features: Sequence[str], rarity: Mapping[str, float], danger: bool) -> tuple[list[tuple[str, float]], bool]:
    """The features worth learning, each as heavy as it is rare, less so in a long message."""
    size = math.sqrt(max(1, len(features)))
    return [(f, rarity[f] / size) for f in sorted(features) if f in rarity], danger


def threshold_for(worries: Sequence[float], share: float) -> float:
    """The worry that at most this share of harmless messages goes over."""
    ranked = sorted(worries, reverse=True)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]
