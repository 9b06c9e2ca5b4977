"""What must hold for every simulated patient, whatever the dice say; the figures themselves are for results.md."""

import pytest

from bot.domain.tiers import Tier
from tests.simulation.measuring import Figures
from tests.simulation.running import Plan, simulate


@pytest.fixture(scope="module")
def figures() -> Figures:
    """A small clinic with many serious events, on one day."""
    return simulate(Plan(patients=24, serious=10, a_day=24))


def test_every_serious_event_that_is_told_reaches_staff_at_once(figures: Figures) -> None:
    told = [one for one in figures.serious if one.told.at is not None]

    assert len(told) >= 6
    assert not figures.missed
    assert all(one.staff_after is not None for one in told)
    assert all(one.safety_after is not None for one in told)


def test_an_emergency_is_answered_with_safety_text_before_a_minute_has_passed(figures: Figures) -> None:
    at_once = [one for one in figures.serious if one.tier == Tier.EMERGENCY and one.told.how in ("written", "pressed")]

    assert all(one.safety_after is not None and one.safety_after < 60 for one in at_once)


def test_nothing_routine_comes_in_quiet_hours(figures: Figures) -> None:
    assert figures.at_night == []


def test_an_uneventful_course_gets_at_most_seven_messages_in_any_72_hours(figures: Figures) -> None:
    assert figures.uneventful
    assert max(figures.uneventful) <= 7


def test_no_message_of_a_patient_stays_unanswered(figures: Figures) -> None:
    assert figures.texts > 20
    assert [one.text for one in figures.texts_unanswered] == []


def test_everything_can_be_said_in_the_patients_language(figures: Figures) -> None:
    assert figures.unsayable == {}
    assert figures.untranslated == []


def test_nothing_fails(figures: Figures) -> None:
    assert figures.faults == []
