"""When staff are promised to look."""

from datetime import UTC

import pytest

from bot.domain.clinic_hours import ClinicHours, parse_clinic_hours
from tests.domain.clinic_data import MADRID, MONDAY, local

HOURS = parse_clinic_hours("Mon-Fri 08:00-18:00, Sat 09:00-13:00")


def test_the_clinic_is_open_on_monday_at_ten() -> None:
    assert HOURS.is_open(MONDAY, MADRID)
    assert HOURS.next_open(MONDAY, MADRID) == MONDAY


@pytest.mark.parametrize(
    ("closed", "opens"),
    [
        ("2026-03-02T07:00", "2026-03-02T08:00"),
        ("2026-03-02T18:00", "2026-03-03T08:00"),
        ("2026-03-06T20:00", "2026-03-07T09:00"),
        ("2026-03-07T13:00", "2026-03-09T08:00"),
        ("2026-03-28T14:00", "2026-03-30T08:00"),
    ],
)
def test_a_closed_clinic_says_when_it_opens(closed: str, opens: str) -> None:
    assert not HOURS.is_open(local(closed), MADRID)
    assert HOURS.next_open(local(closed), MADRID) == local(opens).astimezone(UTC)


def test_a_clinic_without_hours_never_opens() -> None:
    assert ClinicHours(()).next_open(MONDAY, MADRID) is None


def test_midnight_may_be_written_as_24() -> None:
    always = parse_clinic_hours("Mon-Sun 00:00-24:00")
    assert always.is_open(local("2026-03-02T23:59"), MADRID)
    assert always.is_open(local("2026-03-03T00:00"), MADRID)


def test_a_range_of_days_may_go_over_sunday() -> None:
    weekend = parse_clinic_hours("Sat-Mon 10:00-12:00")
    assert {range_.weekday for range_ in weekend.ranges} == {5, 6, 0}


@pytest.mark.parametrize("text", ["Mon 8-18", "Xyz 08:00-18:00", "Mon 18:00-08:00", "Mon 08:00-24:30", "always", ","])
def test_hours_that_are_none_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="such as Mon-Fri 08:00-18:00"):
        parse_clinic_hours(text)
