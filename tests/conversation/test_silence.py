"""A check-in nobody answers: one nudge, then what silence means for this patient."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.domain.status import CheckInState
from bot.storage.tables import CheckIn, OutboxMessage
from tests.support.clinic import ClinicBot, clinic_at
from tests.support.clock import MONDAY
from tests.support.databases import Databases
from tests.support.recorded import recorded


def first_state(db: Session) -> str:
    return db.exec(select(CheckIn.state).where(CheckIn.step == "check-4h")).one()


async def asked(clinic: ClinicBot, line: str) -> None:
    await clinic.enrolled(line=line)
    await clinic.passes(hours=4, minutes=5)
    await clinic.ada.hears("since the session")
    await recorded(clinic, first_state, CheckInState.ASKED)


async def test_one_nudge_comes_and_no_second(clinic: ClinicBot) -> None:
    await asked(clinic, "Ada Lovelace, left calf, 48h")
    await clinic.passes(hours=3, minutes=5)
    nudge = await clinic.ada.hears("still open")
    assert nudge.reply_to is not None
    await clinic.passes(hours=3, minutes=5)
    await recorded(clinic, first_state, CheckInState.UNANSWERED)
    assert sum(line.says("still open") for line in clinic.ada.heard) == 1


async def test_an_answered_check_in_is_not_nudged(clinic: ClinicBot) -> None:
    await asked(clinic, "Ada Lovelace, left calf, 48h")
    await clinic.ada.taps("2")
    await clinic.ada.taps("None of these")
    await clinic.ada.taps("2")
    await clinic.ada.hears("first hours")
    await clinic.passes(hours=3, minutes=30)
    await clinic.ada.says("thanks")
    await clinic.ada.hears("welcome")
    assert clinic.ada.find("still open") is None


async def test_silence_after_needles_near_the_lung_is_for_a_call_the_same_day(clinic: ClinicBot) -> None:
    await asked(clinic, "Ada Lovelace, left upper back, 48h")
    await clinic.passes(hours=3, minutes=5)
    await clinic.ada.hears("still open")
    await clinic.passes(hours=3, minutes=5)
    await recorded(clinic, first_state, CheckInState.UNANSWERED)
    await clinic.nora.says("/flags")
    listed = await clinic.nora.hears("One open case")
    await clinic.nora.taps_on(listed, listed.buttons[0])
    card = await clinic.nora.hears("phone today")
    assert card.says("no answer")


@pytest.mark.parametrize("clinic_hours", ["Mon-Sun 08:00-21:00", "Mon 08:00-12:00"])
async def test_silence_near_the_lung_is_told_on_that_day_with_its_reason(
    databases: Databases, clinic_hours: str
) -> None:
    """Waiting for the digest of the next morning is not phoning today, nor is waiting for the end of a weekend."""
    async with clinic_at(databases.sqlite(), clinic_hours=clinic_hours) as clinic:
        await asked(clinic, "Ada Lovelace, left upper back, 48h")
        await clinic.passes(hours=3, minutes=5)
        await clinic.ada.hears("still open")
        await clinic.passes(hours=3, minutes=5)
        told = await clinic.staff.hears("Please phone today")
        assert told.says("upper back")
        assert told.says("needles near the lung")


async def test_silence_of_a_low_risk_patient_is_on_the_list_only(clinic: ClinicBot) -> None:
    await asked(clinic, "Ada Lovelace, left calf, 48h")
    await clinic.passes(hours=3, minutes=5)
    await clinic.ada.hears("still open")
    await clinic.passes(hours=14)
    await recorded(clinic, first_state, CheckInState.UNANSWERED)
    await clinic.nora.says("/digest")
    digest = await clinic.nora.hears("No answer to the last check-in")
    assert digest.says("No open cases")


async def test_somebody_who_has_written_is_not_silent(clinic: ClinicBot) -> None:
    await asked(clinic, "Ada Lovelace, left upper back, 48h")
    await clinic.ada.says("all good here, thank you")
    await clinic.passes(hours=3, minutes=5)
    await clinic.ada.hears("still open")
    await clinic.passes(hours=3, minutes=5)
    await recorded(clinic, first_state, CheckInState.UNANSWERED)
    await clinic.nora.says("/flags")
    await clinic.nora.hears("No open cases")


async def test_a_nudge_and_a_reminder_of_the_same_morning_are_one_message(databases: Databases) -> None:
    afternoon = MONDAY + timedelta(hours=6, minutes=30)
    async with clinic_at(databases.sqlite(), start_at=afternoon) as clinic:
        await clinic.enrolled(line="Ada Lovelace, left calf, 24h")
        await clinic.ada.taps("No problem")
        await clinic.ada.hears("cold is no problem")
        await clinic.passes(hours=4, minutes=1)
        await clinic.ada.hears("since the session")
        await recorded(clinic, first_state, CheckInState.ASKED)
        await clinic.jumps_to(MONDAY + timedelta(hours=21, minutes=59, seconds=30))
        await recorded(clinic, nudges, 1)
        await clinic.jumps_to(MONDAY + timedelta(hours=22, seconds=1))
        nudge = await clinic.ada.hears("still open")
        assert nudge.says("ice"), nudge.text


def nudges(db: Session) -> int:
    return len(db.exec(select(OutboxMessage.id).where(OutboxMessage.kind == "nudge")).all())
