"""Free text at any time is a report: edits and captions too; typed numbers answer the open check-in."""

from collections.abc import Sequence

import pytest
from sqlmodel import Session, col, select

from bot.domain.tiers import Tier
from bot.storage.tables import CheckIn, Report
from tests.support.clinic import ClinicBot, clinic_at
from tests.support.clock import MONDAY
from tests.support.databases import Databases


def reports(db: Session) -> Sequence[Report]:
    return db.exec(select(Report).order_by(col(Report.id))).all()


def soreness(db: Session) -> object:
    return db.exec(select(CheckIn).where(CheckIn.step == "check-4h")).one().answers.get("soreness")


async def asked(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.passes(hours=4, minutes=5)
    await clinic.ada.hears_button("10")


async def test_danger_in_words_is_an_emergency_for_both_sides(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I can't breathe properly")
    safety = await clinic.ada.hears("urgent medical help")
    assert safety.says("Call 112 now")
    assert safety.says("left calf")
    assert safety.says("Do not drive")
    assert safety.says("blood thinners")
    card = await clinic.staff.hears("I can't breathe properly")
    assert card.says("EMERGENCY")


async def test_whoever_wants_to_die_is_asked_to_talk_to_a_person_not_about_needles(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I want to kill myself")
    said = await clinic.ada.hears("talk to a person right now")
    assert not said.says("flying")
    await clinic.staff.hears("EMERGENCY")


async def test_harmless_words_get_a_short_fitting_answer_and_no_flag(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("a bit sore, like after the gym")
    await clinic.ada.hears("common on the first day")
    assert not clinic.staff.heard


async def test_a_question_for_a_person_is_looked_at_today(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("Can I take ibuprofen?")
    answer = await clinic.ada.hears("will look at this today")
    assert not answer.says("ibuprofen")
    await clinic.nora.says("/flags")
    await clinic.nora.hears("🟡")


async def test_an_edit_that_is_worse_raises_the_alarm(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    said = await clinic.ada.says("a bit sore")
    await clinic.ada.hears("common on the first day")
    await clinic.ada.edits(said, "a bit sore and I can't breathe")
    await clinic.ada.hears("urgent medical help")
    await clinic.staff.hears("changed to")


async def test_an_edit_that_changes_no_words_is_not_said_again(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    said = await clinic.ada.says("I have chest pain")
    await clinic.staff.hears("I have chest pain")
    await clinic.ada.edits(said, "I have chest pain")
    await clinic.tg.updates_taken()
    assert len(await clinic.read(reports)) == 1
    await clinic.ada.edits(said, "I have chest pain and fainted")
    await clinic.staff.hears("and fainted")
    assert clinic.ada.count("Have you called 112?") == 1


async def test_an_edit_takes_nothing_back(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    said = await clinic.ada.says("I have chest pain")
    card = await clinic.staff.hears("EMERGENCY")
    await clinic.ada.edits(said, "I have no chest pain")
    await clinic.staff.hears("adds")
    assert card.says("EMERGENCY")


async def test_a_caption_is_read_like_words(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.sends_photo("my chest is so tight")
    await clinic.ada.hears("urgent medical help")
    await clinic.staff.hears("my chest is so tight")


@pytest.mark.parametrize(("typed", "score"), [("7", 7), ("seven", 7), ("8/10", 8), ("un 6", 6)])
async def test_a_typed_number_answers_the_open_check_in(clinic: ClinicBot, typed: str, score: int) -> None:
    await asked(clinic)
    await clinic.ada.says(typed)
    await clinic.ada.hears(f"Noted: {score}")
    await clinic.ada.hears_button("None of these")
    assert await clinic.read(soreness) == score


async def test_none_typed_answers_the_side_effects(clinic: ClinicBot) -> None:
    await asked(clinic)
    await clinic.ada.taps("2")
    await clinic.ada.hears_button("None of these")
    await clinic.ada.says("none")
    await clinic.ada.hears("Noted: None of these")


async def test_a_number_beside_danger_words_is_both_answer_and_alarm(clinic: ClinicBot) -> None:
    await asked(clinic)
    await clinic.ada.says("7 and my chest hurts")
    await clinic.ada.hears("urgent medical help")
    await clinic.staff.hears("7 and my chest hurts")


async def test_words_after_stop_are_still_heard(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/stop")
    await clinic.ada.hears("stop")
    await clinic.ada.says("my chest hurts")
    await clinic.ada.hears("urgent medical help")
    await clinic.staff.hears("my chest hurts")


async def test_report_takes_the_words_right_behind_it(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/report I passed out")
    await clinic.staff.hears("I passed out")


async def test_words_behind_an_unknown_command_are_heard(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/heeelp I can't breathe")
    await clinic.staff.hears("EMERGENCY")


async def test_report_alone_asks_for_words(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/report")
    await clinic.ada.hears("just write it here")


async def test_a_strangers_danger_words_get_the_number_but_no_promise(clinic: ClinicBot) -> None:
    ben = clinic.tg.person("Ben")
    await ben.says("I can't breathe")
    answer = await ben.hears("call 112")
    assert answer.says("nobody at the clinic is told")


async def test_each_report_keeps_its_tier_its_rules_and_their_version(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("chest pain")
    await clinic.staff.hears("chest pain")
    (report,) = await clinic.read(reports)
    assert report.tier == Tier.EMERGENCY
    assert report.rules
    assert report.rules_version
    assert report.words == "chest pain"


async def test_four_thousand_letters_of_worry_reach_staff_shortened(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("chest pain " + "<b>&" * 1000)
    card = await clinic.staff.hears("EMERGENCY")
    assert len(card.text) < 1000
    assert card.says("<b>&")


async def test_out_of_hours_nobody_is_promised_today(databases: Databases) -> None:
    evening = MONDAY.replace(hour=19)
    url = databases.sqlite()
    async with clinic_at(url, start_at=evening) as clinic:
        await clinic.enrolled()
        await clinic.ada.says("the bruise is bigger than my hand")
        answer = await clinic.ada.hears("Riverside Physio is closed just now")
        assert answer.says("Tuesday, March 3, 08:00")
        assert answer.says("emergency department")
    databases.drop(url)
