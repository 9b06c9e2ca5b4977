"""Photos, voice messages and stickers get an honest answer and reach staff."""

import pytest

from tests.support.clinic import ClinicBot


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("photo", "cannot look"), ("voice", "cannot listen"), ("video", "cannot watch"), ("sticker", "cannot read")],
)
async def test_what_cannot_be_read_is_said_to_be_so(clinic: ClinicBot, kind: str, answer: str) -> None:
    await clinic.enrolled()
    await getattr(clinic.ada, f"sends_{kind}")()
    said = await clinic.ada.hears(answer)
    assert said.says("112")
    await clinic.nora.says("/flags")
    await clinic.nora.hears("🟡")


async def test_within_a_day_of_needles_near_the_lung_it_is_urgent(clinic: ClinicBot) -> None:
    await clinic.enrolled(line="Ada Lovelace, right upper back, 24h")
    await clinic.ada.sends_voice()
    await clinic.ada.hears("cannot listen")
    card = await clinic.staff.hears("URGENT")
    assert card.says("voice message")


async def test_several_photos_get_one_answer(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    for _ in range(3):
        await clinic.ada.sends_photo()
    await clinic.ada.hears("cannot look at pictures")
    await clinic.ada.says("thanks")
    await clinic.ada.hears("welcome")
    assert sum(line.says("cannot look at pictures") for line in clinic.ada.heard) == 1


async def test_a_message_that_is_pinned_is_nothing_that_the_patient_says(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.pins(clinic.ada.heard[-1])
    await clinic.ada.says("/status")
    await clinic.ada.hears("left calf")
    assert clinic.ada.count("I can only read text") == 0
    await clinic.nora.says("/flags")
    await clinic.nora.hears("No open case")
