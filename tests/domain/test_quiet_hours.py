"""Quiet hours, on every kind of wall clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.quiet_hours import QuietHours, at_wall_time, is_quiet, next_allowed, parse_quiet_hours
from tests.domain.clinic_data import MADRID, QUIET, local

ZONES = [
    "Europe/Madrid", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia",
    "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "UTC", "Africa/Casablanca",
]  # fmt: skip
zones = st.sampled_from(ZONES).map(ZoneInfo)
instants = st.integers(1_230_000_000, 1_900_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
clock_times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
quiet_hours = st.one_of(
    st.just(QUIET), st.tuples(clock_times, clock_times).filter(lambda p: p[0] != p[1]).map(lambda p: QuietHours(*p))
)


@given(instants, quiet_hours, zones)
def test_nothing_is_allowed_inside_quiet_hours_and_nothing_goes_back_in_time(
    instant: datetime, quiet: QuietHours, zone: ZoneInfo
) -> None:
    allowed_at = next_allowed(instant, quiet, zone)
    assert allowed_at >= instant
    assert not is_quiet(allowed_at, quiet, zone)


@given(instants, quiet_hours, zones)
def test_an_allowed_instant_is_left_alone(instant: datetime, quiet: QuietHours, zone: ZoneInfo) -> None:
    once = next_allowed(instant, quiet, zone)
    assert next_allowed(once, quiet, zone) == once
    assert once == instant or is_quiet(instant, quiet, zone)


@given(instants, instants, zones)
def test_the_order_of_messages_is_kept(one: datetime, other: datetime, zone: ZoneInfo) -> None:
    first, second = sorted((one, other))
    assert next_allowed(first, QUIET, zone) <= next_allowed(second, QUIET, zone)


@given(instants, zones)
def test_without_quiet_hours_nothing_moves(instant: datetime, zone: ZoneInfo) -> None:
    assert next_allowed(instant, None, zone) == instant


@pytest.mark.parametrize("night", ["2026-03-28T23:30", "2026-03-29T02:30", "2026-10-24T23:30", "2026-10-25T02:30"])
def test_the_morning_after_a_clock_change_begins_at_eight_as_ever(night: str) -> None:
    assert next_allowed(local(night), QUIET, MADRID).astimezone(MADRID).time() == time(8, 0)


def test_the_first_quiet_minute_is_quiet_and_the_last_is_not_the_end() -> None:
    assert is_quiet(local("2026-03-02T21:00"), QUIET, MADRID)
    assert is_quiet(local("2026-03-03T07:59"), QUIET, MADRID)
    assert not is_quiet(local("2026-03-02T20:59"), QUIET, MADRID)
    assert not is_quiet(local("2026-03-03T08:00"), QUIET, MADRID)


@given(instants, st.integers(0, 20), st.just(time(10, 0)), zones)
def test_days_are_counted_on_the_wall_clock(instant: datetime, days: int, wall_time: time, zone: ZoneInfo) -> None:
    then = at_wall_time(instant, days, wall_time, zone).astimezone(zone)
    wanted = instant.astimezone(zone).date() + timedelta(days=days)
    if zone.key == "Pacific/Apia" and wanted == date(2011, 12, 30):
        return  # a day that never was in Samoa
    assert (then.date(), then.time()) == (wanted, wall_time)


@pytest.mark.parametrize("text", ["21-8", "25:00-08:00", "21:00", "08:00-08:00", "21:60-08:00", "late"])
def test_hours_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"21:00-08:00|leave it empty"):
        parse_quiet_hours(text)


def test_an_empty_setting_means_no_quiet_hours() -> None:
    assert parse_quiet_hours("") is None
    assert parse_quiet_hours("21:00-08:00") == QuietHours(time(21), time(8))
