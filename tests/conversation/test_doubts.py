"""Where words leave a doubt: one closed question, and no answer counts as the worse case after ten minutes."""

from tests.support.clinic import ClinicBot

NONSENSE = "blorf zanting quux grumble"


async def test_text_nobody_can_place_is_asked_about_and_seen_by_staff(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says(NONSENSE)
    question = await clinic.ada.hears_button("Breathing trouble")
    assert "None of these" in question.buttons
    await clinic.nora.says("/flags")
    await clinic.nora.hears("One open case")


async def test_a_danger_sign_pressed_in_answer_is_acted_on(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says(NONSENSE)
    await clinic.ada.taps("Chest pain")
    await clinic.ada.hears("urgent medical help")
    card = await clinic.staff.hears("EMERGENCY")
    assert card.says(NONSENSE)


async def test_none_of_these_settles_it_and_staff_still_look(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says(NONSENSE)
    await clinic.ada.taps("None of these")
    await clinic.ada.hears("will still look")
    await clinic.passes(minutes=15)
    await clinic.nora.says("/flags")
    listed = await clinic.nora.hears("🟡")
    await clinic.nora.taps_on(listed, listed.buttons[0])
    card = await clinic.nora.hears(NONSENSE)
    assert card.says("pressed: no, to the closed question")
    assert not card.says("danger sign")


async def test_no_answer_in_ten_minutes_is_the_worse_case(clinic: ClinicBot) -> None:
    await clinic.enrolled(line="Ada Lovelace, left shoulder, 24h")
    await clinic.ada.says(NONSENSE)
    await clinic.ada.hears_button("None of these")
    await clinic.passes(minutes=11)
    card = await clinic.staff.hears("URGENT")
    assert card.says("no answer (the question about danger signs)")
    await clinic.ada.hears("has to talk with you")


async def test_a_late_yes_still_raises(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says(NONSENSE)
    question = await clinic.ada.hears_button("Chest pain")
    await clinic.ada.taps_on(question, "None of these")
    await clinic.ada.hears("will still look")
    await clinic.ada.taps_on(question, "Chest pain")
    await clinic.ada.hears("urgent medical help")


async def test_a_second_text_of_the_kind_is_not_a_second_question_in_the_flag(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says(NONSENSE)
    await clinic.ada.hears_button("None of these")
    await clinic.ada.says("gribble wump fnord xyzzy")
    await clinic.ada.hears("Do you have any of these")
    await clinic.nora.says("/flags")
    await clinic.nora.hears("One open case")


async def test_another_persons_press_on_the_question_changes_nothing(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says(NONSENSE)
    data = (await clinic.ada.hears_button("Chest pain")).data_of("Chest pain")
    assert data is not None
    ben = clinic.tg.person("Ben")
    await ben.says("hello")
    await ben.sends_data(await ben.hears("automated aftercare"), data)
    await ben.sees_toast("somebody else")
    assert not clinic.staff.heard
