"""When a flag that nobody has taken is told again, and to whom."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.clinic_hours import ClinicHours, parse_clinic_hours
from bot.domain.escalation import Circle, held_steps, next_digest, open_after, steps
from bot.domain.tiers import Tier
from tests.support.clock import MADRID, MONDAY

HOURS = parse_clinic_hours("Mon-Fri 08:00-18:00")
FRIDAY_EVENING = datetime(2026, 3, 6, 17, 50, tzinfo=MADRID).astimezone(UTC)


def minutes(tier: Tier, raised_at: datetime = MONDAY, hours: ClinicHours = HOURS) -> list[float]:
    return [(step.due_at - raised_at) / timedelta(minutes=1) for step in steps(tier, raised_at, hours, MADRID)]


def test_an_emergency_is_told_every_five_minutes_for_an_hour_and_then_less_often() -> None:
    assert minutes(Tier.EMERGENCY)[:12] == list(range(5, 61, 5))
    assert minutes(Tier.EMERGENCY)[12:] == [90, *range(120, 24 * 60 + 1, 60)], "until somebody has it, for a day"


def test_an_emergency_does_not_wait_for_the_clinic_to_open() -> None:
    assert minutes(Tier.EMERGENCY, FRIDAY_EVENING) == minutes(Tier.EMERGENCY)


def test_urgent_is_told_after_30_and_60_minutes_in_clinic_hours() -> None:
    assert minutes(Tier.URGENT)[:2] == [30, 60]


def test_urgent_minutes_count_only_while_the_clinic_is_open() -> None:
    first, second, *_ = steps(Tier.URGENT, FRIDAY_EVENING, HOURS, MADRID)
    assert first.due_at == datetime(2026, 3, 9, 8, 20, tzinfo=MADRID)
    assert second.due_at == datetime(2026, 3, 9, 8, 50, tzinfo=MADRID)


@pytest.mark.parametrize("tier", [Tier.WATCH, Tier.EXPECTED])
def test_what_can_wait_is_not_told_again(tier: Tier) -> None:
    assert minutes(tier) == []


@pytest.mark.parametrize("tier", [Tier.URGENT, Tier.EMERGENCY])
def test_the_circle_only_widens(tier: Tier) -> None:
    circles = [step.circle for step in steps(tier, MONDAY, HOURS, MADRID)]
    assert circles == sorted(circles, key=[Circle.STAFF, Circle.EVERYBODY].index)
    assert set(circles) == set(Circle) - {Circle.HOLDER}


def test_a_clinic_that_never_opens_has_no_open_minutes_to_count() -> None:
    assert minutes(Tier.URGENT, hours=ClinicHours(())) == []
    with pytest.raises(ValueError, match="never opens"):
        open_after(MONDAY, timedelta(minutes=1), ClinicHours(()), MADRID)


def test_open_minutes_count_on_across_the_night_the_clocks_change() -> None:
    saturday_hours = parse_clinic_hours("Sat 22:00-24:00, Sun 00:00-06:00")
    raised_at = datetime(2026, 3, 28, 23, 0, tzinfo=MADRID).astimezone(UTC)
    assert open_after(raised_at, timedelta(hours=4), saturday_hours, MADRID) == raised_at + timedelta(hours=4)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 3, 2, 7, 0, tzinfo=MADRID), datetime(2026, 3, 2, 8, 0, tzinfo=MADRID)),
        (datetime(2026, 3, 2, 8, 0, tzinfo=MADRID), datetime(2026, 3, 2, 16, 0, tzinfo=MADRID)),
        (datetime(2026, 3, 2, 17, 0, tzinfo=MADRID), datetime(2026, 3, 3, 8, 0, tzinfo=MADRID)),
        (datetime(2026, 3, 6, 17, 0, tzinfo=MADRID), datetime(2026, 3, 9, 8, 0, tzinfo=MADRID)),
    ],
)
def test_the_digest_comes_at_opening_and_two_hours_before_closing(now: datetime, expected: datetime) -> None:
    assert next_digest(now, HOURS, MADRID) == expected


def test_a_clinic_that_never_opens_has_no_digest() -> None:
    assert next_digest(MONDAY, ClinicHours(()), ZoneInfo("UTC")) is None


def test_who_has_taken_an_emergency_is_asked_after_half_an_hour_and_everybody_after_an_hour() -> None:
    asked = held_steps(Tier.EMERGENCY, MONDAY, HOURS, MADRID)
    assert [(step.due_at - MONDAY, step.circle) for step in asked] == [
        (timedelta(minutes=30), Circle.HOLDER),
        (timedelta(minutes=60), Circle.EVERYBODY),
    ]
