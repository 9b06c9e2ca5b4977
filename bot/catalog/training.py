"""Learns the second reader's weights anew from the labelled examples: `python -m bot.catalog.training DIR`."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.catalog.errors import CatalogError
from bot.catalog.learning import Sample, threshold_for, train
from bot.catalog.triage import SECOND_READER, load_examples, load_triage
from bot.domain.tiers import Tier
from bot.domain.triage.message import cut
from bot.domain.triage.reading import concepts_said, read
from bot.domain.triage.rules import TriageRules
from bot.domain.triage.scoring import Example
from bot.domain.triage.second_reader import SecondReader

FOLDS = 5
ASKED_SHARE = 0.06
"""Share of the harmless messages the second reader may ask about (9 % of all with what the rules ask)."""


def learn(rules: TriageRules, examples: Sequence[Example]) -> SecondReader:
    """A second reader whose threshold holds for messages it has not seen (measured by cross-validation)."""
    alone = replace(rules, second_reader=None)
    samples = [_sample(alone, example) for example in examples]
    worries: list[float] = []
    for fold in range(FOLDS):
        reader = train([s for i, s in enumerate(samples) if i % FOLDS != fold], 0.0)
        for i, (features, danger) in enumerate(samples):
            if i % FOLDS == fold and not danger and _quiet(alone, examples[i]):
                worries.append(reader.worry(features))
    return train(samples, threshold_for(worries, ASKED_SHARE))


def _sample(rules: TriageRules, example: Example) -> Sample:
    message = cut(example.text, rules.spelling)
    return sorted(concepts_said(rules, message).features(rules, message)), example.tier >= Tier.URGENT


def _quiet(rules: TriageRules, example: Example) -> bool:
    verdict = read(rules, example.text)
    return verdict.tier < Tier.URGENT and verdict.ask is None


def write(reader: SecondReader, directory: Path) -> None:
    """Write the weights where `load_triage` looks for them, in thousandths."""
    weights = {name: round(value * 1000) for name, value in sorted(reader.weights.items())}
    content = {"threshold": round(reader.threshold, 4), "bias": round(reader.bias, 4), "weights": weights}
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (directory / SECOND_READER).write_text(written + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Train on the examples of the folder and write the weights into it."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m bot.catalog.training DIR\n")
        return 2
    directory = Path(arguments[0])
    try:
        write(learn(load_triage(directory), load_examples(directory)), directory)
    except CatalogError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
