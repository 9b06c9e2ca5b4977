"""The figures that the clinic's goals are stated in."""

from bot.domain.tiers import Tier
from bot.domain.triage import Verdict
from bot.domain.triage.scoring import Example, Outcome, confusion_lines, score_outcomes


def outcome(label: Tier, got: Tier, *, ask: str | None = None, accepts: frozenset[Tier] = frozenset()) -> Outcome:
    return Outcome(Example("text", "en", label, accepts), Verdict(got, ask=ask))


def test_asking_catches_a_danger_but_is_no_emergency() -> None:
    figures = score_outcomes(
        [outcome(Tier.EMERGENCY, Tier.EMERGENCY), outcome(Tier.EMERGENCY, Tier.WATCH, ask="danger-now")]
    )
    assert figures.caught == 1.0
    assert figures.emergencies == 0.5


def test_a_silent_miss_an_alarm_and_a_question_are_counted() -> None:
    figures = score_outcomes(
        [
            outcome(Tier.URGENT, Tier.EXPECTED),
            outcome(Tier.EXPECTED, Tier.URGENT),
            outcome(Tier.EXPECTED, Tier.EXPECTED, ask="danger-now"),
            outcome(Tier.WATCH, Tier.WATCH),
        ]
    )
    assert figures.caught == 0.0
    assert round(figures.alarmed, 2) == 0.33
    assert round(figures.asked, 2) == 0.33
    assert [o.example.tier for o in figures.misses] == [Tier.URGENT, Tier.EXPECTED]


def test_an_accepted_tier_is_as_good_as_the_label() -> None:
    figures = score_outcomes([outcome(Tier.WATCH, Tier.URGENT, accepts=frozenset({Tier.URGENT}))])
    assert figures.alarmed == 0.0
    assert figures.misses == ()


def test_the_confusion_matrix_has_a_row_for_each_label() -> None:
    lines = confusion_lines(score_outcomes([outcome(Tier.WATCH, Tier.URGENT)]))
    assert lines[0].split() == ["EXPECTED", "WATCH", "URGENT", "EMERGENCY"]
    assert lines[2].split() == ["WATCH", "0", "0", "1", "0"]
