"""A flag nobody takes is told again, to more people each time, until somebody takes it."""

from tests.support.clinic import ClinicBot


async def test_an_emergency_is_told_again_after_five_minutes_and_then_to_the_next(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    await clinic.staff.hears("EMERGENCY")
    await clinic.passes(minutes=5, seconds=5)
    await clinic.staff.hears("for 5 min")
    await clinic.nora.hears("for 5 min")
    assert clinic.olga.find("EMERGENCY") is None
    await clinic.passes(minutes=5)
    await clinic.olga.hears("for 10 min")


async def test_nothing_is_told_again_once_somebody_has_it(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    card = await clinic.staff.hears("EMERGENCY")
    await clinic.passes(minutes=5, seconds=5)
    private = await clinic.nora.hears("for 5 min")
    await clinic.nora.taps("Acknowledge")
    await clinic.staff.sees(lambda staff: card.says("Nora has it"), what="who has it")
    await clinic.nora.sees(lambda nora: private.says("Nora has it"), what="it on the private copy too")
    await clinic.passes(hours=2)
    await clinic.ada.hears("Have you called 112?")
    assert clinic.staff.find("for 10 min") is None
    assert clinic.olga.find("EMERGENCY") is None


async def test_urgent_waits_half_an_hour_of_clinic_hours(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.passes(hours=7, minutes=50)
    await clinic.ada.hears("What to expect")
    await clinic.ada.says("the bruise is bigger than my hand")
    await clinic.staff.hears("URGENT")
    await clinic.passes(minutes=35)
    await clinic.ada.says("thanks")
    await clinic.staff.hears("adds")
    assert clinic.staff.find("nobody has taken this") is None
    await clinic.passes(hours=14)
    await clinic.staff.hears("nobody has taken this for 14 h")
    await clinic.nora.hears("nobody has taken this for 14 h")


async def test_a_watch_interrupts_nobody_and_stands_in_the_digest(clinic: ClinicBot) -> None:
    code = await clinic.enrolled()
    await clinic.ada.says("Can I take ibuprofen?")
    await clinic.ada.hears("will look at this today")
    assert not clinic.staff.heard
    await clinic.passes(hours=6, minutes=5)
    digest = await clinic.staff.hears("One open case")
    assert digest.says(code)
