"""What goes on, and what waits, while staff have something to settle with a patient."""

from tests.support.clinic import ClinicBot

TIPS = ("gently", "Easy movement", "most people", "Drink as", "Ice is optional", "a walk")


async def test_while_something_urgent_is_open_questions_come_and_tips_wait(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.passes(minutes=20)
    await clinic.ada.says("I have a fever of 39")
    await clinic.staff.hears("URGENT")
    before = len(clinic.ada.heard)
    await clinic.passes(hours=4)
    await clinic.ada.hears("How is it now?")
    await clinic.passes(hours=20)
    await clinic.passes(hours=24, minutes=30)
    await clinic.ada.hears("Please talk with Riverside Physio before any hard activity")
    for line in clinic.ada.heard[before:]:
        assert not [tip for tip in TIPS if line.says(tip)], line.text


async def test_once_it_is_closed_the_tips_go_on(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.passes(minutes=20)
    await clinic.ada.says("I have a fever of 39")
    await clinic.staff.hears("URGENT")
    await clinic.nora.taps_in(clinic.staff, "Acknowledge")
    await clinic.nora.taps_in(clinic.staff, "Close")
    await clinic.nora.taps_in(clinic.staff, "Reassured")
    await clinic.staff.hears("Closed by")
    await clinic.passes(hours=4)
    await clinic.ada.hears("gently")
