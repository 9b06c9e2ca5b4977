"""The main job from end to end: enroll, remind, ask, flag, acknowledge, close."""

from tests.support.clinic import ClinicBot, link_in


async def test_from_enrollment_to_a_closed_flag(clinic: ClinicBot) -> None:
    await clinic.tessa.says("/enroll Ada Lovelace, left calf, 48h")
    card = await clinic.tessa.hears("t.me/")
    assert card.photo is not None

    await clinic.ada.opens(link_in(card.text))
    await clinic.ada.hears("not an emergency service")
    await clinic.ada.taps("I agree")
    await clinic.tessa.hears("joined")

    await clinic.passes(minutes=20)
    await clinic.ada.hears("left calf")
    await clinic.passes(hours=4)
    await clinic.ada.taps("3")
    await clinic.ada.taps("None of these")

    await clinic.ada.says("my chest hurts when I breathe in")
    await clinic.ada.hears("112")
    await clinic.staff.hears("my chest hurts when I breathe in")
    await clinic.nora.taps_in(clinic.staff, "Acknowledge")
    await clinic.staff.hears("Nora")
    await clinic.ada.hears("Nora")
