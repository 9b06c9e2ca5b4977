"""A flag on its way: card, safety text, who takes it, who may not, one case per patient."""

from collections.abc import Sequence

from sqlmodel import Session, select

from bot.domain.status import FlagState
from bot.storage.tables import Flag
from tests.support.clinic import ClinicBot


def flags(db: Session) -> Sequence[Flag]:
    return db.exec(select(Flag)).all()


async def test_the_card_tells_staff_what_they_need_and_no_name(clinic: ClinicBot) -> None:
    code = await clinic.enrolled(line="Ada Lovelace, left upper back, 24h, anticoagulant")
    await clinic.passes(minutes=20)
    await clinic.ada.hears("breathing gets hard")
    await clinic.passes(hours=5)
    await clinic.ada.hears_button("None of these")
    await clinic.ada.says("it hurts to breathe & <b>")
    card = await clinic.staff.hears("EMERGENCY")
    assert card.says(code)
    assert card.says("left upper back")
    assert card.says("5 h after the session")
    assert card.says("blood thinners")
    assert card.says("“it hurts to breathe & <b>”")
    assert card.says("Why:")
    assert "Ada" not in card.text
    assert "Lovelace" not in card.text


async def test_the_earlier_course_stands_on_the_card(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.passes(hours=4, minutes=5)
    await clinic.ada.taps("3")
    await clinic.ada.taps("None of these")
    await clinic.ada.taps("2")
    await clinic.passes(hours=20)
    await clinic.ada.hears("One day on")
    await clinic.ada.taps("9")
    card = await clinic.staff.hears("URGENT")
    assert card.says("3 → 9")


async def test_a_card_gives_no_ordinary_answer_as_a_reason(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.passes(hours=4, minutes=5)
    await clinic.ada.taps("3")
    await clinic.ada.taps("Chest pain")
    await clinic.ada.taps("Tired")
    await clinic.ada.taps("Send")
    card = await clinic.staff.hears("EMERGENCY")
    assert card.says("soreness 3/10")
    assert card.text.partition("Why:")[2].count("•") == 1


async def test_the_patient_hears_that_the_clinic_was_told_only_after_the_card_arrived(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    clinic.tg.faults.next("delay", "sendMessage", chat=clinic.staff.id, seconds=1.0)
    await clinic.ada.says("I have chest pain")
    await clinic.ada.hears("urgent medical help")
    assert clinic.ada.find("We have told the clinic") is None
    await clinic.staff.hears("EMERGENCY")
    await clinic.ada.hears("We have told the clinic")


async def test_the_safety_text_comes_once_more_after_ten_minutes(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    await clinic.ada.hears("urgent medical help")
    await clinic.passes(minutes=10, seconds=5)
    await clinic.ada.hears("Have you called 112?")


async def test_with_help_stops_the_second_text_tells_staff_and_leaves_the_flag_open(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    await clinic.ada.hears("urgent medical help")
    await clinic.ada.taps("I'm with help")
    await clinic.staff.hears("is with help now")
    await clinic.ada.hears("Good that help is with you")
    await clinic.passes(minutes=11)
    await clinic.staff.hears("nobody has taken this for 10 min")
    assert clinic.ada.find("Have you called 112?") is None


async def test_the_first_press_takes_it_and_everybody_learns_who(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    card = await clinic.staff.hears("EMERGENCY")
    await clinic.nora.taps_in(clinic.staff, "Acknowledge")
    await clinic.staff.sees(lambda staff: card.says("Nora has it"), what="who has it")
    await clinic.ada.hears("Nora at Riverside Physio has seen this")
    await clinic.olga.taps_on(card, "Acknowledge")
    await clinic.olga.sees_toast("Already taken by Nora")
    assert card.buttons == ["Close"]


async def test_two_presses_at_the_same_time_have_one_winner(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    card = await clinic.staff.hears("EMERGENCY")
    await clinic.nora.taps_on(card, "Acknowledge")
    await clinic.olga.taps_on(card, "Acknowledge")
    await clinic.staff.sees(lambda staff: card.says("has it"), what="who has it")
    await clinic.ada.hears("has seen this")
    await clinic.tg.updates_taken()
    assert sum(line.says("has seen this") for line in clinic.ada.heard) == 1


async def test_being_in_the_group_is_not_being_staff(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    card = await clinic.staff.hears("EMERGENCY")
    await clinic.carl.taps_on(card, "Acknowledge")
    await clinic.carl.sees_toast("Only the clinic's team")
    assert card.says("Nobody has taken it")
    (flag,) = await clinic.read(flags)
    assert flag.state == FlagState.OPEN


async def test_a_second_worry_joins_the_case_and_raises_it(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("the bruise is bigger than my hand and growing")
    first = await clinic.staff.hears("URGENT")
    await clinic.nora.taps_in(clinic.staff, "Acknowledge")
    await clinic.staff.sees(lambda staff: first.says("Nora has it"), what="who has it")
    await clinic.ada.says("now I can't breathe")
    second = await clinic.staff.hears("now I can't breathe")
    assert second.says("EMERGENCY")
    assert second.buttons == ["Acknowledge"]
    assert len(await clinic.read(flags)) == 1


async def test_a_lesser_word_never_lowers_the_case(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    await clinic.staff.hears("EMERGENCY")
    await clinic.ada.says("I'm fine now")
    await clinic.staff.hears("I'm fine now")
    (flag,) = await clinic.read(flags)
    assert (flag.tier, flag.state) == (3, FlagState.OPEN)


async def test_open_flags_are_listed_the_worst_first(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    ben = clinic.tg.person("Ben")
    await clinic.enrolled(ben, "Ben Stone, right knee, 24h")
    await clinic.ada.says("Can I take ibuprofen?")
    await clinic.ada.hears("will look at this today")
    await ben.says("I passed out and hit my head")
    await clinic.staff.hears("passed out")
    await clinic.nora.says("/flags")
    listed = await clinic.nora.hears("2 open cases")
    assert listed.text.index("🔴") < listed.text.index("🟡")
    await clinic.nora.taps_on(listed, listed.buttons[-1])
    await clinic.nora.hears("ibuprofen")


async def test_flags_are_for_staff_only(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/flags")
    await clinic.ada.hears("Only the clinic's team")


async def test_without_a_staff_group_the_card_goes_to_the_team_privately(clinic: ClinicBot) -> None:
    await clinic.read(_unbind)
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    await clinic.nora.hears("EMERGENCY")
    await clinic.olga.hears("EMERGENCY")
    await clinic.nora.taps("Acknowledge")
    await clinic.olga.hears("Nora has it")


def _unbind(db: Session) -> None:
    from bot.storage import facts
    from bot.storage.tables import Fact

    db.delete(db.get_one(Fact, facts.STAFF_CHAT))


async def test_chatter_pushes_no_danger_sign_off_the_card(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("it hurts to breathe")
    card = await clinic.staff.hears("EMERGENCY")
    await clinic.ada.says("and I took 20 paracetamol because of it")
    await clinic.staff.hears("20 paracetamol")
    for chatter in ("the dog is barking", "my sister is coming over", "thanks for writing"):
        await clinic.ada.says(chatter)
        await clinic.staff.hears(chatter)
    await clinic.tg.updates_taken()
    assert card.says("it hurts to breathe")
    assert card.says("20 paracetamol")
    assert card.says("thanks for writing")
