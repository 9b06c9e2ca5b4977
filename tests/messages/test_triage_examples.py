"""The rules read the clinic's labelled messages as the clinic's goals demand."""

from collections import Counter

import pytest

from bot.catalog.triage import load_examples
from bot.domain.triage import read
from bot.domain.triage.scoring import Outcome, Score, confusion_lines, score_outcomes
from tests.domain.triage.rules_in_use import RULES, TRIAGE

EXAMPLES = load_examples(TRIAGE)
OUTCOMES = [Outcome(example, read(RULES, example.text)) for example in EXAMPLES]
FIGURES = score_outcomes(OUTCOMES)


def told(figures: Score) -> str:
    """The confusion matrix and the worst misses, for the failure message."""
    misses = [f"{o.example.tier.name} read as {o.verdict.tier.name}: {o.example.text}" for o in figures.misses]
    return "\n".join([*confusion_lines(figures), *misses[:40]])


def test_the_set_is_large_and_half_of_each_language() -> None:
    languages = Counter(example.language for example in EXAMPLES)
    assert len(EXAMPLES) >= 1500
    assert abs(languages["en"] - languages["es"]) <= 0.05 * len(EXAMPLES)


def test_dangers_reach_staff_at_once_or_are_asked_about() -> None:
    assert FIGURES.caught >= 0.99, told(FIGURES)


def test_emergencies_are_told_to_call_at_once() -> None:
    assert FIGURES.emergencies >= 0.97, told(FIGURES)


def test_harmless_messages_rarely_alarm_and_rarely_lead_to_a_question() -> None:
    assert FIGURES.alarmed <= 0.05, told(FIGURES)
    assert FIGURES.asked <= 0.10, told(FIGURES)


def test_the_four_tiers_are_told_apart() -> None:
    assert FIGURES.macro_f1 >= 0.85, told(FIGURES)


@pytest.mark.parametrize("figure", ["caught", "emergencies", "macro_f1"])
def test_spanish_is_read_no_worse_than_english(figure: str) -> None:
    english = score_outcomes([o for o in OUTCOMES if o.example.language == "en"])
    spanish = score_outcomes([o for o in OUTCOMES if o.example.language == "es"])
    assert getattr(spanish, figure) >= getattr(english, figure) - 0.02
