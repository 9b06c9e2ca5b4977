"""What a patient gets, and when."""

from datetime import UTC, timedelta

import pytest

from bot.domain.plan import asks_when_late, snoozed
from bot.domain.protocol import KINDS
from tests.domain.clinic_data import (
    MADRID,
    MONDAY,
    PROTOCOL,
    QUIET,
    local,
    names,
    planned,
    reason_for_dropping,
    session,
    step,
)


def hours_after(message_due: object, hours: float) -> bool:
    return message_due == MONDAY + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("name", "hours"), [("summary", 0.25), ("check-4h", 4), ("check-24h", 24), ("check-48h", 48), ("closing", 72)]
)
def test_the_checks_come_at_about_4_24_48_and_72_hours(name: str, hours: float) -> None:
    assert hours_after(step(planned(session()), name).due_at, hours)


def test_every_kind_of_reminder_has_its_place_in_an_ordinary_course() -> None:
    plan = planned(session())
    assert {kind for message in plan.steps for kind in message.kinds} == set(KINDS) - {"tail"}


def test_a_check_in_carries_water_and_stretching_instead_of_sending_them_singly() -> None:
    check = step(planned(session()), "check-4h")
    assert check.kinds == ("check_in", "stretching", "hydration")
    assert check.parts[0].key == "reminder-check-first"


@pytest.mark.parametrize("hours", range(24, 49))
def test_the_restriction_ends_explicitly_and_never_too_early(hours: int) -> None:
    ending = step(planned(session(hours=hours)), "activity-end")
    ended_at = MONDAY + timedelta(hours=hours)
    night, merging = timedelta(hours=11), timedelta(hours=3)
    assert ended_at <= ending.due_at <= ended_at + night + merging
    part = next(part for part in ending.parts if part.step == "activity-end")
    assert part.args["restriction"] == "over"
    assert part.args["until"] == ended_at


def test_a_restriction_out_of_bounds_is_refused() -> None:
    for hours in (23, 49):
        with pytest.raises(ValueError, match="restriction"):
            planned(session(hours=hours))


def test_a_reminder_that_the_restriction_still_runs_never_stands_beside_its_end() -> None:
    for hours in range(24, 49):
        for message in planned(session(hours=hours)).steps:
            assert not {"activity-going-on", "activity-end"} <= {part.step for part in message.parts}


@pytest.mark.parametrize("region", ["neck", "shoulder", "upper-back", "mid-back", "chest"])
def test_near_a_lung_breathing_is_asked_first_and_earlier(region: str) -> None:
    check = step(planned(session(region)), "check-4h")
    assert check.asks[0] == "symptoms"
    assert hours_after(check.due_at, 3)
    assert step(planned(session(region)), "summary").parts[0].args["breathing"] == "first"


def test_a_lung_disease_counts_as_near_a_lung_wherever_the_needles_were() -> None:
    assert step(planned(session("calf", risks=("lung",))), "check-4h").asks[0] == "symptoms"


def test_near_a_lung_the_first_check_comes_before_the_night() -> None:
    check = step(planned(session("neck", ended_at=local("2026-03-02T18:30"))), "check-4h")
    assert check.local_time == local("2026-03-02T20:45")
    assert check.moved_because == "before-quiet-hours"


def test_it_waits_for_the_morning_when_the_evening_would_be_too_soon() -> None:
    check = step(planned(session("neck", ended_at=local("2026-03-02T19:20"))), "check-4h")
    assert check.local_time == local("2026-03-03T08:00")


def test_elsewhere_the_first_check_waits_for_the_morning() -> None:
    check = step(planned(session("calf", ended_at=local("2026-03-02T18:30"))), "check-4h")
    assert check.local_time == local("2026-03-03T08:00")
    assert check.moved_because == "quiet-hours"


def test_an_evening_session_warns_of_breathing_first() -> None:
    summary = step(planned(session("calf", ended_at=local("2026-03-02T19:30"))), "summary")
    assert summary.parts[0].args["breathing"] == "evening"


@pytest.mark.parametrize("risk", ["no-ice", "diabetes", "anticoagulant", "bleeding"])
def test_ice_is_never_mentioned_where_it_is_excluded(risk: str) -> None:
    plan = planned(session(risks=(risk,)))
    assert "ice" not in names(plan)
    assert reason_for_dropping(plan, "ice") == "not-for-this-patient"


def test_a_patient_with_a_fluid_limit_is_told_to_keep_to_it() -> None:
    check = step(planned(session(risks=("fluid-limit",))), "check-4h")
    keys = {part.key for part in check.parts}
    assert "reminder-hydration-limited" in keys
    assert "reminder-hydration" not in keys


@pytest.mark.parametrize(
    ("risks", "tails"),
    [((), []), (("diabetes",), ["tail-day-7"]), (("immune",), ["tail-day-7", "tail-day-14"]), (("faint",), [])],
)
def test_the_late_question_is_for_those_whose_infections_come_late(risks: tuple[str, ...], tails: list[str]) -> None:
    plan = planned(session(risks=risks))
    assert [name for name in names(plan) if name.startswith("tail")] == tails
    for name in tails:
        assert step(plan, name).local_time.strftime("%H:%M") == "10:00"


@pytest.mark.parametrize("date", ["2026-03-28", "2026-10-24"])
def test_hours_are_counted_in_real_time_over_a_clock_change(date: str) -> None:
    ended_at = local(f"{date}T12:00")
    plan = planned(session(ended_at=ended_at))
    assert step(plan, "check-24h").due_at == ended_at.astimezone(UTC) + timedelta(hours=24)


def test_a_session_at_a_minute_to_midnight_is_summed_up_at_once_and_asked_about_in_the_morning() -> None:
    plan = planned(session(ended_at=local("2026-03-02T23:59")))
    summary, check = step(plan, "summary"), step(plan, "check-4h")
    assert (summary.local_time, summary.moved_because) == (local("2026-03-02T23:59"), "at-once")
    assert check.local_time == local("2026-03-03T08:00")


def test_someone_who_joins_late_starts_from_what_is_still_useful() -> None:
    plan = planned(session(), now=MONDAY + timedelta(hours=23))
    assert step(plan, "summary").due_at == MONDAY + timedelta(hours=23)
    assert "check-4h" not in names(plan)
    assert reason_for_dropping(plan, "check-4h") == "no-longer-useful"
    assert hours_after(step(plan, "check-24h").due_at, 24)


def test_a_check_that_fell_due_before_the_patient_joined_comes_an_hour_after_the_summary() -> None:
    joined_at = MONDAY + timedelta(hours=6)
    check = step(planned(session(), now=joined_at), "check-4h")
    assert check.due_at >= joined_at + timedelta(hours=1)
    assert check.moved_because in ("joined-late", "merged")


def test_whoever_joins_after_the_end_of_the_restriction_is_not_told_to_rest_until_yesterday() -> None:
    plan = planned(session(hours=24), now=MONDAY + timedelta(hours=46))
    assert step(plan, "summary").parts[0].args["restriction"] == "over"
    assert "activity-end" not in names(plan)


def test_what_was_sent_does_not_come_again_when_the_plan_is_made_anew() -> None:
    plan = planned(session(), now=MONDAY + timedelta(hours=5), already=frozenset({"summary", "check-4h", "hydration"}))
    assert not {"summary", "check-4h", "hydration"} & set(names(plan))


def test_a_message_six_hours_late_keeps_only_its_safety_question() -> None:
    check = step(planned(session()), "check-48h")
    assert check.content_until == check.due_at + timedelta(hours=6)
    assert asks_when_late(check.asks) == ["symptoms", "infection"]


def test_the_end_of_a_restriction_is_never_told_stale() -> None:
    ending = step(planned(session(hours=30)), "activity-end")
    assert ending.asks == ()
    assert ending.expires_at == ending.content_until


def test_later_means_two_hours_and_never_the_night() -> None:
    expires_at = MONDAY + timedelta(hours=30)
    assert snoozed(MONDAY, expires_at, QUIET, MADRID) == MONDAY + timedelta(hours=2)
    evening = local("2026-03-02T20:00")
    assert snoozed(evening, expires_at, QUIET, MADRID) == local("2026-03-03T08:00").astimezone(UTC)
    assert snoozed(evening, local("2026-03-02T22:30"), QUIET, MADRID) is None


def test_messages_close_together_become_one_and_lose_no_question() -> None:
    plan = planned(session(hours=26))
    ending = step(plan, "activity-end")
    assert ending is step(plan, "check-24h")
    assert ending.due_at == MONDAY + timedelta(hours=26)
    assert ending.kind == "check_in"
    assert set(ending.asks) >= {"soreness", "symptoms"}
    assert PROTOCOL.question("soreness").form == "scale"
