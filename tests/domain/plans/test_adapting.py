"""Extra checks, tapering and silence."""

from datetime import UTC, timedelta

import pytest

from bot.domain.adapting import extra_step, is_closing_short, is_well, tapered
from bot.domain.plan import PlannedStep, Session
from bot.domain.silence import AfterSilence, after_silence, nudge_at, silent_at
from bot.domain.tiers import Tier
from tests.domain.clinic_data import MADRID, MONDAY, PROTOCOL, QUIET, local, planned, session, step


def extra(name: str, hours: float, planned_too: bool = False, of: Session | None = None) -> PlannedStep | None:
    """The extra check that an answer so many hours after the session asks for."""
    of = of or session()
    known = planned(of).steps if planned_too else ()
    now = of.ended_at + timedelta(hours=hours)
    return extra_step(PROTOCOL, name, of, zone=MADRID, quiet=QUIET, now=now, planned=known)


def test_a_high_early_score_is_asked_again_six_hours_later() -> None:
    again = extra("extra-6h", 4.5)
    assert again is not None
    assert again.due_at == MONDAY + timedelta(hours=10.5)
    assert again.asks == ("soreness", "symptoms")


def test_an_extra_check_waits_for_the_morning() -> None:
    again = extra("extra-6h", 8)
    assert again is not None
    assert again.local_time == local("2026-03-03T08:00")
    assert again.moved_because == "quiet-hours"


def test_no_extra_check_is_planned_where_one_is_due_anyway() -> None:
    assert extra("recheck-12h", 14, planned_too=True) is None
    assert extra("recheck-12h", 20, planned_too=True) is not None


def test_the_fifth_and_the_seventh_day_are_asked_about_once() -> None:
    fifth, seventh = extra("tail-120h", 72), extra("tail-7d", 48)
    assert fifth is not None
    assert fifth.due_at == MONDAY + timedelta(hours=120)
    assert seventh is not None
    assert seventh.local_time == local("2026-03-09T10:00")
    assert extra("tail-7d", 48, planned_too=True, of=session(risks=("immune",))) is None


def test_near_a_lung_an_extra_check_too_asks_for_breathing_first() -> None:
    again = extra("extra-6h", 4, of=session("neck"))
    assert again is not None
    assert again.asks == ("symptoms", "soreness")


def test_good_answers_leave_out_tips() -> None:
    plan = planned(session(hours=24))
    thinner = tapered(PROTOCOL, plan.steps)
    assert [(dropped.step, dropped.because) for dropped in thinner.dropped] == [("stretching-day-2", "good-answers")]
    assert step(thinner, "closing") == step(plan, "closing")


@pytest.mark.parametrize(
    ("score", "tier", "open_flag", "well"),
    [
        (0, Tier.EXPECTED, False, True),
        (1, Tier.EXPECTED, False, True),
        (2, Tier.EXPECTED, False, False),
        (0, Tier.WATCH, False, False),
        (0, Tier.EXPECTED, True, False),
        (None, Tier.EXPECTED, False, False),
    ],
)
def test_all_is_well_with_a_low_number_nothing_found_and_no_open_case(
    score: int | None, tier: Tier, open_flag: bool, well: bool
) -> None:
    assert is_well(PROTOCOL, score=score, tier=tier, open_flag=open_flag) == well


@pytest.mark.parametrize(
    ("name", "hours", "well", "short"),
    [
        ("closing", 48, True, True),
        ("closing", 24, True, False),
        ("closing", 48, False, False),
        ("check-48h", 48, True, False),
    ],
)
def test_only_the_last_check_in_asks_less_and_only_after_good_answers_of_the_second_day(
    name: str, hours: float, well: bool, short: bool
) -> None:
    answered_at = MONDAY + timedelta(hours=hours)
    assert is_closing_short(PROTOCOL, name, session(), answered_at=answered_at, well=well) == short


def test_an_unanswered_check_gets_one_nudge_three_hours_later_in_waking_hours() -> None:
    rules = PROTOCOL.silence
    expires_at = MONDAY + timedelta(hours=22)
    assert nudge_at(rules, MONDAY, expires_at, QUIET, MADRID) == MONDAY + timedelta(hours=3)
    evening = local("2026-03-02T19:00")
    assert nudge_at(rules, evening, expires_at, QUIET, MADRID) is None
    assert nudge_at(rules, evening, MONDAY + timedelta(hours=30), QUIET, MADRID) == local("2026-03-03T08:00")


def test_silence_counts_some_hours_after_the_nudge() -> None:
    nudged_at = MONDAY + timedelta(hours=3)
    assert silent_at(PROTOCOL.silence, MONDAY, nudged_at, QUIET, MADRID) == MONDAY + timedelta(hours=6)
    assert silent_at(PROTOCOL.silence, MONDAY, None, QUIET, MADRID) == (MONDAY + timedelta(hours=3)).astimezone(UTC)


@pytest.mark.parametrize(
    ("region", "risks", "before", "open_flag", "comes_to"),
    [
        ("calf", (), None, None, AfterSilence.ASK_AGAIN),
        ("calf", ("no-ice",), Tier.EXPECTED, None, AfterSilence.ASK_AGAIN),
        ("neck", (), None, None, AfterSilence.PHONE_TODAY),
        ("calf", ("anticoagulant",), None, None, AfterSilence.PHONE_TODAY),
        ("calf", (), Tier.WATCH, None, AfterSilence.PHONE_TODAY),
        ("calf", (), None, Tier.WATCH, AfterSilence.PHONE_TODAY),
        ("calf", (), None, Tier.URGENT, AfterSilence.PHONE_NOW),
        ("neck", ("lung",), Tier.EMERGENCY, Tier.EMERGENCY, AfterSilence.PHONE_NOW),
    ],
)
def test_silence_is_followed_up_by_risk(
    region: str, risks: tuple[str, ...], before: Tier | None, open_flag: Tier | None, comes_to: AfterSilence
) -> None:
    of = session(region, risks=risks)
    policy = after_silence(PROTOCOL.silence, of, worst_before=before, open_flag=open_flag)
    assert policy.next_step == comes_to
