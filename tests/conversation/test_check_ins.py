"""A check-in is one living message: soreness, side effects, further questions, then a reply that fits."""

from collections.abc import Sequence

import pytest
from sqlmodel import Session, select

from bot.storage.tables import CheckIn, Flag, Report
from tests.support.clinic import ClinicBot
from tests.support.recorded import recorded
from tests.support.transcript import Line


def flags_kept(db: Session) -> int:
    return len(db.exec(select(Flag)).all())


@pytest.fixture
async def check_in(clinic: ClinicBot) -> Line:
    """The first check-in Ada has received, four hours after her session."""
    await clinic.enrolled()
    await clinic.passes(hours=4, minutes=5)
    return await clinic.ada.hears_button("10")


def answers(db: Session) -> dict[str, object]:
    return db.exec(select(CheckIn).where(CheckIn.step == "check-4h")).one().answers


def reports(db: Session) -> Sequence[Report]:
    return db.exec(select(Report).order_by(Report.id)).all()  # type: ignore[arg-type]


def copies(clinic: ClinicBot) -> list[Line]:
    return [line for line in clinic.ada.heard if "10" in line.buttons]


async def test_soreness_is_asked_with_two_rows_of_numbers(check_in: Line) -> None:
    assert check_in.rows[0] == ["0", "1", "2", "3", "4", "5"]
    assert check_in.rows[1] == ["6", "7", "8", "9", "10"]


async def test_the_same_message_asks_everything_and_ends_with_a_reply(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "3")
    await clinic.ada.sees(lambda ada: "None of these" in check_in.buttons, what="the side effects")
    await clinic.ada.taps_on(check_in, "Tired")
    await clinic.ada.sees(lambda ada: "✅ Tired" in check_in.buttons, what="a mark")
    await clinic.ada.taps_on(check_in, "Send")
    await clinic.ada.sees(lambda ada: check_in.says("before the session"), what="the last question")
    await clinic.ada.taps_on(check_in, "2")
    await clinic.ada.sees(lambda ada: check_in.says("common in the first hours"), what="a fitting reply")
    assert check_in.says("soreness 3/10")
    assert check_in.says("do not drive")


async def test_a_toggle_pressed_twice_is_taken_back(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "3")
    await clinic.ada.taps("Fever")
    await clinic.ada.sees(lambda ada: "✅ Fever" in check_in.buttons, what="a mark")
    await clinic.ada.taps_on(check_in, "Fever")
    await clinic.ada.sees(lambda ada: "None of these" in check_in.buttons, what="no mark")
    await clinic.ada.taps_on(check_in, "None of these")
    await clinic.ada.sees(lambda ada: check_in.says("none of the signs"), what="the answer")
    assert (await clinic.read(answers))["symptoms"] == []


async def test_an_emergency_does_not_wait_for_send_and_is_told_once(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "3")
    await clinic.ada.taps("Breathing trouble")
    await clinic.ada.hears("urgent medical help")
    card = await clinic.staff.hears("EMERGENCY")
    assert card.says("breathing trouble")
    await clinic.ada.taps("Send")
    await clinic.ada.sees(lambda ada: check_in.says("read the message below"), what="where to look")
    await clinic.tg.updates_taken()
    assert sum("urgent medical help" in line.text for line in clinic.ada.heard) == 1
    assert sum("EMERGENCY" in line.text for line in clinic.staff.heard) == 1


async def test_an_emergency_chosen_by_mistake_and_taken_back_stays_with_staff(
    clinic: ClinicBot, check_in: Line
) -> None:
    await clinic.ada.taps_on(check_in, "3")
    await clinic.ada.taps("Chest pain")
    await clinic.staff.hears("EMERGENCY")
    await clinic.ada.taps("✅ Chest pain")
    await clinic.ada.taps("None of these")
    await clinic.ada.taps("2")
    await clinic.staff.hears("none of the signs · taken back again: chest pain")
    assert await clinic.read(flags_kept) == 1


async def test_a_danger_sign_is_not_lost_when_send_is_never_pressed(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "3")
    await clinic.ada.taps("Weak or numb")
    await clinic.ada.sees(lambda ada: "✅ Weak or numb" in check_in.buttons, what="a mark")
    await clinic.passes(minutes=11)
    await clinic.staff.hears("URGENT")


async def test_what_the_check_in_reminds_of_stays_on_the_screen(clinic: ClinicBot, check_in: Line) -> None:
    """A press rewrites the message; the advice and the emergency number in it are still to be read."""
    assert check_in.says("Move your left calf gently")
    await clinic.ada.taps_on(check_in, "3")
    await clinic.ada.sees(lambda ada: "None of these" in check_in.buttons, what="the side effects")
    assert check_in.says("Move your left calf gently")
    assert check_in.says("call 112 now")
    await clinic.ada.taps_on(check_in, "None of these")
    await clinic.ada.sees(lambda ada: check_in.says("before the session"), what="the last question")
    await clinic.ada.taps_on(check_in, "2")
    await clinic.ada.sees(lambda ada: check_in.says("common in the first hours"), what="a fitting reply")
    assert check_in.says("Move your left calf gently")
    assert not check_in.says("it takes a minute")


async def test_none_of_these_does_not_wipe_a_danger_sign_away(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "3")
    none_of_these = (await clinic.ada.hears_button("None of these")).data_of("None of these")
    assert none_of_these is not None
    await clinic.ada.taps("Fainted")
    await clinic.ada.sees(lambda ada: "✅ Fainted" in check_in.buttons, what="a mark")
    await clinic.ada.sends_data(check_in, none_of_these)
    await clinic.ada.sees_toast("You have chosen signs")
    assert "✅ Fainted" in check_in.buttons


async def test_a_very_high_number_flags_before_the_next_question_is_answered(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "10")
    await clinic.staff.hears("URGENT")
    await clinic.ada.hears("has to talk with you about this today")
    await clinic.ada.sees(lambda ada: "None of these" in check_in.buttons, what="the side effects")


async def test_what_was_answered_counts_when_the_rest_never_comes(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "8")
    await clinic.ada.sees(lambda ada: "None of these" in check_in.buttons, what="the side effects")
    await clinic.passes(hours=1, minutes=1)
    await recorded(clinic, flags_kept, 1)
    await clinic.nora.says("/flags")
    await clinic.nora.hears("One open case")


async def test_a_number_beyond_the_scale_is_asked_for_again(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.says("11")

    await clinic.ada.hears("number from 0 to 10")
    assert check_in.buttons, "the question is still open"


async def test_the_same_press_twice_counts_once(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "9")
    await clinic.ada.taps_on(check_in, "9")
    await clinic.staff.hears("URGENT")
    await clinic.tg.updates_taken()
    assert len(await clinic.read(reports)) == 1


async def test_an_answer_can_be_corrected_and_only_raises(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.taps_on(check_in, "9")
    await clinic.staff.hears("URGENT")
    await clinic.ada.taps("None of these")
    await clinic.ada.taps("Change my answers")
    await clinic.ada.taps("2")
    await clinic.ada.taps("None of these")
    await clinic.ada.sees(lambda ada: check_in.says("soreness 2/10"), what="the corrected answer")
    await clinic.nora.says("/flags")
    await clinic.nora.hears("🟠")


async def test_both_copies_of_one_check_in_answer_one_question(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    clinic.tg.faults.next("drop-after", "sendMessage", chat=clinic.ada.id)
    await clinic.passes(hours=4, minutes=5)
    await clinic.ada.sees(lambda ada: len(copies(clinic)) == 2, within=15, what="a second copy")
    first, second = copies(clinic)
    await clinic.ada.taps_on(first, "4")
    await clinic.ada.taps_on(second, "4")
    await clinic.ada.sees(lambda ada: "None of these" in second.buttons, what="the side effects, once")
    assert (await clinic.read(answers))["soreness"] == 4


async def test_another_person_cannot_answer_for_the_patient(clinic: ClinicBot, check_in: Line) -> None:
    ben = clinic.tg.person("Ben")
    await ben.says("hello")
    greeting = await ben.hears("automated aftercare")
    ten = check_in.data_of("10")
    assert ten is not None
    await ben.sends_data(greeting, ten)
    await ben.sees_toast("somebody else")
    assert await clinic.read(answers) == {}


async def test_a_press_on_an_older_check_in_answers_the_open_one(clinic: ClinicBot, check_in: Line) -> None:
    ten = check_in.data_of("6")
    assert ten is not None
    await clinic.passes(hours=20)
    newer = await clinic.ada.hears("One day on")
    await clinic.ada.sees(lambda ada: check_in.says("newer one"), what="that the first check-in has passed")
    await clinic.ada.sends_data(check_in, ten)
    await clinic.ada.sees(lambda ada: newer.says("soreness 6/10"), what="the answer in the newer check-in")
    assert await clinic.read(answers) == {}


async def test_after_stop_an_answer_is_still_heard(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.ada.says("/stop")
    await clinic.ada.hears("stop")
    await clinic.ada.taps_on(check_in, "10")
    await clinic.staff.hears("URGENT")


async def test_after_the_clinic_has_canceled_a_press_is_told_so(clinic: ClinicBot, check_in: Line) -> None:
    await clinic.tessa.taps("Cancel enrollment")
    await clinic.tessa.taps("Yes, cancel")
    await clinic.ada.hears("has ended your aftercare")
    await clinic.ada.taps_on(check_in, "10")
    await clinic.ada.sees_toast("ended this aftercare")


async def test_near_the_lung_breathing_is_asked_first(clinic: ClinicBot) -> None:
    await clinic.enrolled(line="Ada Lovelace, right upper back, 24h")
    await clinic.passes(hours=3, minutes=5)
    first = await clinic.ada.hears_button("None of these")
    assert first.buttons[0] == "Breathing trouble"
