"""Enrolling and joining, over real HTTP."""

import re

from tests.support.clinic import ClinicBot, code_in, link_in

LINE = "/enroll Maria Lopez, left calf, 48h"


async def test_one_line_gives_a_photo_with_link_code_and_plan(clinic: ClinicBot) -> None:
    await clinic.tessa.says(LINE)
    card = await clinic.tessa.hears("Maria Lopez")
    assert card.photo
    assert card.photo.startswith(b"\x89PNG")
    assert re.search(rf"https://t\.me/{clinic.tg.username}\?start=[\w-]{{22,64}}", card.text)
    assert re.search(r"\b[A-Z]\d[A-Z]\d\b", card.text)
    assert "Wed, Mar 4, 10:00" in card.text
    assert card.buttons == ["Cancel enrollment"]


async def test_guided_with_buttons_from_nothing(clinic: ClinicBot) -> None:
    tessa = clinic.tessa
    await tessa.says("/enroll")
    await tessa.hears("Who was treated?")
    await tessa.says("Maria Lopez")
    for label in ("knee", "Right", "36 h", "diabetes", "Enroll"):
        await tessa.taps(label)
    card = await tessa.hears("right knee, 36 h, diabetes")
    assert card.photo


async def test_joining_from_the_link_to_the_first_message(clinic: ClinicBot) -> None:
    await clinic.tessa.says(LINE)
    link = link_in((await clinic.tessa.hears("t.me/")).text)
    await clinic.ada.opens(link)
    consent = await clinic.ada.hears("not an emergency service")
    assert "Riverside Physio" in consent.text
    assert consent.buttons == ["I agree", "No thanks"]
    await clinic.ada.taps("I agree")
    await clinic.ada.hears("you are all set")
    await clinic.tessa.hears("has joined")
    await clinic.ada.sees(lambda ada: ada.find("You agreed on") and not ada.find("You agreed on").buttons)
    await clinic.passes(minutes=16)
    await clinic.ada.hears("What to expect")


async def test_no_thanks_is_the_end_of_it(clinic: ClinicBot) -> None:
    await clinic.tessa.says(LINE)
    link = link_in((await clinic.tessa.hears("t.me/")).text)
    await clinic.ada.opens(link)
    await clinic.ada.taps("No thanks")
    await clinic.ada.hears("you will get no messages")
    await clinic.tessa.hears("has said No thanks")
    heard = len(clinic.ada.heard)
    await clinic.passes(hours=30)
    await clinic.tessa.says("/patients")
    await clinic.tessa.hears("declined")
    assert len(clinic.ada.heard) == heard


async def test_a_link_is_for_one_person_once(clinic: ClinicBot) -> None:
    ben = clinic.tg.person("Ben")
    await clinic.tessa.says(LINE)
    link = link_in((await clinic.tessa.hears("t.me/")).text)
    await clinic.ada.opens(link)
    await clinic.ada.hears("not an emergency service")
    await ben.opens(link)
    await ben.hears("somebody else first")
    await clinic.ada.taps("I agree")
    await clinic.ada.hears("you are all set")
    await clinic.ada.opens(link)
    await clinic.ada.hears("joined already")
    await ben.opens(link)
    await ben.hears("used already")


async def test_an_expired_and_a_wrong_link_are_answered_with_whom_to_call(clinic: ClinicBot) -> None:
    await clinic.tessa.says(LINE)
    link = link_in((await clinic.tessa.hears("t.me/")).text)
    await clinic.passes(hours=49)
    await clinic.ada.opens(link)
    assert "+34 600 000 000" in (await clinic.ada.hears("run out")).text
    await clinic.ada.says("/start nonsense")
    assert "+34 600 000 000" in (await clinic.ada.hears("do not know this link")).text


async def test_a_canceled_enrollment_opens_nothing(clinic: ClinicBot) -> None:
    await clinic.tessa.says(LINE)
    link = link_in((await clinic.tessa.hears("t.me/")).text)
    await clinic.tessa.taps("Cancel enrollment")
    await clinic.tessa.hears("The link no longer works")
    await clinic.ada.opens(link)
    await clinic.ada.hears("no longer valid")


async def test_a_link_opened_a_day_later_starts_from_what_is_still_useful(clinic: ClinicBot) -> None:
    await clinic.tessa.says(LINE)
    link = link_in((await clinic.tessa.hears("t.me/")).text)
    await clinic.passes(hours=26)
    await clinic.ada.opens(link)
    await clinic.ada.taps("I agree")
    await clinic.ada.hears("What to expect")
    await clinic.ada.says("/status")
    status = await clinic.ada.hears("What comes next")
    assert "Mon, Mar 2" not in status.text
    assert "last check-in" in status.text


async def test_a_known_patient_is_enrolled_again_without_a_link(clinic: ClinicBot) -> None:
    code = await clinic.enrolled()
    await clinic.passes(hours=30)
    await clinic.tessa.says(f"/enroll {code}, neck, 24h")
    card = await clinic.tessa.hears("is enrolled again")
    assert not card.photo
    assert code_in(card.text) == code
    await clinic.ada.hears("today's session has begun")
    await clinic.ada.says("/status")
    await clinic.ada.hears("What comes next (neck)")


async def test_the_staff_group_reads_of_a_patient_by_code_only(clinic: ClinicBot) -> None:
    code = await clinic.enrolled()
    await clinic.tessa.says(f"/patient {code}")
    await clinic.tessa.hears("Ada Lovelace")
    await clinic.nora.says_in(clinic.staff, f"/patient {code}")
    said = await clinic.staff.hears(f"Patient {code}")
    assert "Ada" not in said.text
