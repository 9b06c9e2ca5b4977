"""The soreness table of the clinical fact base, row by row, and what holds for all of it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Context, Judgement, Score, Trend, judge_soreness, trend_of
from bot.domain.protocol import REGIONS, RISKS
from bot.domain.tiers import Tier
from tests.domain.clinic_data import ANSWERS, MONDAY

E, W, U = Tier.EXPECTED, Tier.WATCH, Tier.URGENT
CALF = Context("calf")


def judged(score: int, hours: float, last: int | None = None, **more: object) -> Judgement:
    earlier = [] if last is None else [Score(MONDAY, last)]
    context = more.pop("context", CALF)
    return judge_soreness(ANSWERS, score=score, hours=hours, earlier=earlier, context=context, **more)  # type: ignore[arg-type]


TABLE: tuple[tuple[str, int, float, int | None, str | None, Tier], ...] = (
    ("S1", 0, 0, None, None, E),
    ("S1", 5, 11.9, None, None, E),
    ("S2", 6, 4, None, None, E),
    ("S2", 7, 4, 3, None, E),
    ("S3", 8, 4, None, None, W),
    ("S4", 9, 1, None, None, U),
    ("S4", 10, 200, None, None, U),
    ("S5", 5, 12, None, None, E),
    ("S5", 5, 24.2, 5, None, E),
    ("S5-climbing", 5, 20, 3, None, W),
    ("S6", 6, 24, 7, "somewhat", E),
    ("S6", 7, 24, None, "not-at-all", E),
    ("S7", 7, 24, 7, "quite-a-bit", W),
    ("S7-unsaid", 6, 24, 6, None, W),
    ("S7-climbing", 6, 20, 4, "a-little", W),
    ("S8", 8, 24, 8, "a-little", U),
    ("S9", 3, 36, None, None, E),
    ("S9", 0, 48, 4, None, E),
    ("S10", 5, 48, 6, None, E),
    ("S11", 5, 48, 5, None, W),
    ("S11", 4, 48, 3, None, W),
    ("S11", 4, 48, None, None, W),
    ("S12", 6, 48, 8, None, W),
    ("S13", 8, 48, 9, None, U),
    ("S14", 1, 72, 2, None, E),
    ("S14", 0, 130, None, None, E),
    ("S15", 3, 72, 4, None, E),
    ("S15-not-falling", 3, 72, 3, None, W),
    ("S15-not-falling", 2, 72, None, None, W),
    ("S16", 4, 72, 6, None, W),
    ("S17", 6, 72, 7, None, U),
    ("S17-climbing", 3, 72, 1, None, U),
    ("S18", 2, 120, 3, None, W),
    ("S19", 3, 48, 1, None, W),
    ("S1", 5, 0, None, None, E),
    ("S3", 8, 11.9, 9, None, W),
    ("S4", 9, 72, 10, None, U),
    ("S5", 0, 35.9, 4, None, E),
    ("S6", 7, 35.9, 7, "a-little", E),
    ("S8", 8, 12, 9, "not-at-all", U),
    ("S9", 3, 59.9, 3, None, E),
    ("S12", 7, 59.9, 7, None, W),
    ("S13", 10, 36, 10, None, U),
    ("S14", 1, 95.9, 1, None, E),
    ("S15", 2, 95.9, 3, None, E),
    ("S16", 5, 95.9, 6, None, W),
    ("S17", 7, 95.9, 8, None, U),
    ("S18", 5, 97, 6, None, W),
    ("S19", 2, 24, 0, None, W),
)
"""Each row of §4.2 at both ends of its hours: row, score, hours, last score, interference, tier. S20 is below."""


@pytest.mark.parametrize(("row", "score", "hours", "last", "interference", "tier"), TABLE)
def test_the_table(row: str, score: int, hours: float, last: int | None, interference: str | None, tier: Tier) -> None:
    judgement = judged(score, hours, last, interference=interference)
    assert judgement.tier == tier
    assert row in judgement.rules


def test_every_row_of_the_table_and_of_the_fact_base_is_tried() -> None:
    tried = {row[0] for row in TABLE}
    assert tried == {row.id for row in ANSWERS.soreness}
    assert {f"S{number}" for number in range(1, 20)} <= tried


def test_pain_below_that_before_the_session_is_an_improvement() -> None:
    assert judged(6, 72, 6, baseline=8).rules == ("S20",)
    assert judged(6, 72, 6, baseline=8).tier == E


def test_pain_no_higher_than_before_the_session_is_at_most_watch() -> None:
    judgement = judged(8, 72, 8, baseline=8)
    assert judgement.tier == W
    assert judgement.rules[0] == "S20-cap"


def test_long_standing_pain_excuses_nothing_beside_a_danger_sign_or_when_it_climbs() -> None:
    assert judged(8, 72, 8, baseline=8, flagged=True).tier == U
    assert judged(6, 72, 3, baseline=8).tier == W


def test_a_severe_score_is_never_called_better() -> None:
    assert judged(9, 4, None, baseline=10).tier == W


def test_without_a_score_before_the_session_there_is_no_excuse() -> None:
    assert judged(7, 72, 7, baseline=None).tier == U


def test_a_high_early_score_asks_for_another_check_and_the_third_day_for_a_last_one() -> None:
    assert "extra-6h" in judged(6, 3).follow_ups
    assert "recheck-12h" in judged(6, 24, 6, interference="a-little").follow_ups
    assert "tail-120h" in judged(2, 72, 4).follow_ups
    assert "tail-7d" in judged(6, 48, 6).follow_ups


def test_every_expected_answer_has_its_reply_and_urgent_ones_leave_it_to_the_safety_text() -> None:
    assert judged(2, 4).reply == "reply-first-hours"
    assert judged(6, 48, 6).reply == "reply-watch"
    assert judged(9, 48, 6).reply is None


def test_diabetes_raises_a_flag_at_the_calf_and_not_ordinary_soreness() -> None:
    diabetic = Context("calf", frozenset({"diabetes"}))
    assert judged(8, 4, context=diabetic).tier == U
    assert judged(3, 4, context=diabetic).tier == E
    assert judged(8, 4, context=Context("thigh", frozenset({"diabetes"}))).tier == W


@pytest.mark.parametrize(
    ("score", "last", "trend"),
    [(5, None, Trend.UNKNOWN), (4, 5, Trend.FALLING), (5, 5, Trend.FLAT), (6, 5, Trend.RISING), (7, 5, Trend.CLIMBING)],
)
def test_the_trend_is_against_the_latest_score(score: int, last: int | None, trend: Trend) -> None:
    earlier = [] if last is None else [Score(MONDAY + timedelta(hours=4), last), Score(MONDAY, 0)]
    assert trend_of(ANSWERS, score, earlier) == trend


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_off_the_scale_is_refused(score: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        judged(score, 4)


scores = st.integers(0, 10)
hours_since = st.floats(0, 340)
lasts = st.one_of(st.none(), scores)
interferences = st.sampled_from([None, "not-at-all", "a-little", "somewhat", "quite-a-bit", "very-much"])
contexts = st.builds(Context, st.sampled_from(REGIONS), st.frozensets(st.sampled_from(RISKS), max_size=3))


@given(scores, hours_since, lasts, interferences, lasts, contexts)
def test_every_answer_has_a_judgement_with_a_reason(
    score: int, hours: float, last: int | None, interference: str | None, baseline: int | None, context: Context
) -> None:
    judgement = judged(score, hours, last, interference=interference, baseline=baseline, context=context)
    assert judgement.rules
    assert all(ANSWERS.reason(rule, language) for rule in judgement.rules for language in ("en", "es"))
    assert ANSWERS.unknown_sign_id not in judgement.rules


@given(scores, scores, hours_since, lasts, interferences, lasts)
def test_more_soreness_never_lowers_a_tier(
    one: int, other: int, hours: float, last: int | None, interference: str | None, baseline: int | None
) -> None:
    lower, higher = sorted((one, other))
    given_both = {"interference": interference, "baseline": baseline}
    assert judged(lower, hours, last, **given_both).tier <= judged(higher, hours, last, **given_both).tier


@given(scores, hours_since, hours_since, lasts, interferences, lasts, contexts)
def test_more_hours_never_lower_a_tier(
    score: int,
    one: float,
    other: float,
    last: int | None,
    interference: str | None,
    baseline: int | None,
    context: Context,
) -> None:
    earlier, later = sorted((one, other))
    given_both = {"interference": interference, "baseline": baseline, "context": context}
    assert judged(score, earlier, last, **given_both).tier <= judged(score, later, last, **given_both).tier


@given(scores, hours_since, lasts, lasts, contexts, st.sampled_from(RISKS))
def test_another_risk_never_lowers_a_tier(
    score: int, hours: float, last: int | None, baseline: int | None, context: Context, risk: str
) -> None:
    riskier = Context(context.region, context.risks | {risk})
    before = judged(score, hours, last, baseline=baseline, context=context)
    assert before.tier <= judged(score, hours, last, baseline=baseline, context=riskier).tier


@given(scores, hours_since, lasts, lasts, contexts)
def test_a_danger_sign_beside_it_never_lowers_a_tier(
    score: int, hours: float, last: int | None, baseline: int | None, context: Context
) -> None:
    alone = judged(score, hours, last, baseline=baseline, context=context)
    assert alone.tier <= judged(score, hours, last, baseline=baseline, context=context, flagged=True).tier


@given(scores, hours_since, lasts)
def test_what_is_missing_is_never_the_better_case(score: int, hours: float, last: int | None) -> None:
    for interference in ("not-at-all", "a-little", "somewhat"):
        known = judged(score, hours, last, interference=interference)
        assert known.tier <= judged(score, hours, last, interference=None).tier
    assert judged(score, hours, last, baseline=0).tier <= judged(score, hours, last, baseline=None).tier
