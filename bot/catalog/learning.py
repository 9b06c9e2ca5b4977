"""Learning the weights of the second reader from labelled messages: logistic regression, small and repeatable."""

import math
from collections import Counter
from collections.abc import Sequence
from random import Random

from bot.domain.triage.second_reader import SecondReader

ROUNDS, RATE, DECAY, SEEN_AT_LEAST, SMALLEST = 25, 0.3, 1e-4, 2, 0.03
Sample = tuple[Sequence[str], bool]


def train(samples: Sequence[Sample], threshold: float, seed: int = 1) -> SecondReader:
    """A reader of the samples: the features of each message and whether it was dangerous.

    The same samples and seed make the same reader.
    """
    counts = Counter(f for features, _ in samples for f in features)
    kept = [([f for f in sorted(features) if counts[f] >= SEEN_AT_LEAST], danger) for features, danger in samples]
    sizes = [max(1, len(features)) ** 0.5 for features, _ in samples]
    weights: dict[str, float] = dict.fromkeys((f for features, _ in kept for f in features), 0.0)
    squares = dict.fromkeys(weights, 1e-3)
    bias, bias_square = 0.0, 1e-3
    order = list(range(len(kept)))
    shuffle = Random(seed).shuffle
    for _ in range(ROUNDS):
        shuffle(order)
        for i in order:
            features, danger = kept[i]
            size = sizes[i]
            worry = bias + sum(weights[f] for f in features) / size
            error = 1 / (1 + math.exp(-worry)) - danger
            for f in features:
                slope = error / size + DECAY * weights[f]
                squares[f] += slope * slope
                weights[f] -= RATE * slope / math.sqrt(squares[f])
            bias_square += error * error
            bias -= 0.1 * error / math.sqrt(bias_square)
    return SecondReader({f: w for f, w in weights.items() if abs(w) >= SMALLEST}, bias, threshold)


def threshold_for(worries: Sequence[float], share: float) -> float:
    """The worry that at most this share of harmless messages goes over."""
    ranked = sorted(worries, reverse=True)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]
