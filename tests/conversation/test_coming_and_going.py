"""Patients who block the bot and come back, a staff group that is gone, and the bot's own absence."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.app import wiring
from bot.app.running import Running
from bot.clock import real_now
from bot.delivery import hearing
from bot.storage import check_ins, facts
from bot.storage.tables import CheckIn, Patient
from tests.support.clinic import ClinicBot
from tests.support.recorded import recorded


def patient(db: Session) -> Patient:
    return db.exec(select(Patient)).one()


async def test_a_blocked_patient_is_not_tried_again_and_staff_hear_it_once(clinic: ClinicBot) -> None:
    code = await clinic.enrolled()
    await clinic.ada.blocks_bot()
    told = await clinic.staff.hears("can no longer be reached")
    assert told.says(code)
    await clinic.passes(hours=30)
    await clinic.nora.says("/flags")
    await clinic.nora.hears("No open cases")
    assert sum(line.says("can no longer be reached") for line in clinic.staff.heard) == 1


async def test_whoever_comes_back_gets_what_is_still_useful(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.blocks_bot()
    await clinic.staff.hears("can no longer be reached")
    await clinic.passes(hours=23)
    await clinic.ada.unblocks_bot()
    await recorded(clinic, lambda db: patient(db).unreachable_at, None)
    await clinic.passes(hours=2)
    await clinic.ada.hears("how is your left calf")


async def test_when_the_group_is_gone_the_card_comes_privately(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    clinic.tg.delete_group(clinic.staff)
    await clinic.ada.says("I have chest pain")
    await clinic.nora.hears("EMERGENCY")
    await clinic.olga.hears("EMERGENCY")
    await clinic.olga.hears("can no longer write in the staff group")
    await clinic.ada.hears("We have told the clinic")


async def test_what_is_added_comes_privately_too_when_the_group_is_gone(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    await clinic.staff.hears("EMERGENCY")
    await clinic.nora.taps_in(clinic.staff, "Acknowledge")
    await clinic.ada.hears("has seen this")
    clinic.tg.delete_group(clinic.staff)
    await clinic.ada.says("the pain in my chest is much worse")
    await clinic.nora.hears("much worse")


async def test_when_nobody_can_be_told_the_patient_is_not_left_believing_it(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    for member in (clinic.tessa, clinic.nora, clinic.olga):
        await member.blocks_bot()
    clinic.tg.delete_group(clinic.staff)
    await clinic.ada.says("I have chest pain")
    await clinic.ada.hears("I could not reach the clinic")
    assert clinic.ada.find("We have told the clinic") is None


def _hears_again(db: Session, running: Running) -> None:
    facts.put(db, facts.HEARD_AT, (real_now() - timedelta(minutes=4)).isoformat())
    hearing.heard(db, running.practice, wiring.hooks(), running.clock)


@pytest.mark.parametrize("speed", [1, 0.1])
async def test_after_an_outage_open_check_ins_are_asked_once_more(clinic: ClinicBot, speed: float) -> None:
    """How fast a rehearsal goes does not change how long Telegram keeps presses."""
    await clinic.enrolled()
    await clinic.passes(hours=4, minutes=5)
    first = await clinic.ada.hears_button("10")
    await recorded(clinic, lambda db: [check_in.step for check_in in check_ins.asked(db)], ["check-4h"])
    clinic.clock.set_speed(speed)
    for _ in range(2):
        await clinic.database.run(_hears_again, clinic.running)
    await clinic.passes(seconds=1)
    clinic.running.office.wake()
    again = await clinic.ada.hears("asks once more")
    assert "10" in again.buttons
    await clinic.ada.taps_on(first, "4")
    await clinic.ada.hears_button("None of these")
    found = await clinic.read(lambda db: db.exec(select(CheckIn).where(CheckIn.step == "check-4h")).all())
    assert [check_in.answers["soreness"] for check_in in found] == [4]
    assert sum(line.says("asks once more") for line in clinic.ada.heard) <= 1
