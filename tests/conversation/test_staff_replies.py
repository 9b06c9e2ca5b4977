"""Staff reply to a card: the patient gets it under a first name, the card shows whether it arrived."""

from tests.support.clinic import ClinicBot
from tests.support.transcript import Line


async def flagged(clinic: ClinicBot) -> Line:
    await clinic.enrolled()
    await clinic.ada.says("I have chest pain")
    return await clinic.staff.hears("EMERGENCY")


async def test_a_reply_reaches_the_patient_and_the_card_shows_a_tick(clinic: ClinicBot) -> None:
    card = await flagged(clinic)
    await clinic.nora.taps_in(clinic.staff, "Acknowledge")
    await clinic.nora.replies_in(clinic.staff, card, "Are you alone? <b>")
    relayed = await clinic.ada.hears("Are you alone? <b>")
    assert relayed.says("Nora, Riverside Physio")
    await clinic.staff.sees(lambda staff: card.says("“Are you alone? <b>” ✓"), what="a tick")


async def test_a_reply_to_an_open_flag_takes_it_and_says_so(clinic: ClinicBot) -> None:
    card = await flagged(clinic)
    await clinic.nora.replies_in(clinic.staff, card, "I am calling you now")
    await clinic.staff.hears("You have taken")
    await clinic.staff.sees(lambda staff: card.says("Nora has it"), what="who has it")
    await clinic.ada.hears("I am calling you now")


async def test_the_patients_answer_comes_under_the_card(clinic: ClinicBot) -> None:
    card = await flagged(clinic)
    await clinic.nora.replies_in(clinic.staff, card, "Are you alone?")
    await clinic.ada.hears("Are you alone?")
    await clinic.ada.says("my husband is here")
    answer = await clinic.staff.hears("adds")
    assert answer.says("my husband is here")
    assert answer.reply_to is not None
    assert answer.reply_to.id == card.id
    await clinic.ada.hears("passing this on to Nora")
    await clinic.nora.replies_in(clinic.staff, answer, "Good. Is he driving you?")
    await clinic.ada.hears("Is he driving you?")


async def test_a_reply_by_somebody_without_the_role_goes_nowhere(clinic: ClinicBot) -> None:
    card = await flagged(clinic)
    await clinic.carl.replies_in(clinic.staff, card, "hello Ada")
    await clinic.staff.hears("Only the clinic's team")
    assert clinic.ada.find("hello Ada") is None


async def test_an_anonymous_admin_is_told_why_it_goes_nowhere(clinic: ClinicBot) -> None:
    card = await flagged(clinic)
    await clinic.staff.anonymous_admin_says("hello Ada", reply_to=card)
    await clinic.staff.hears("you are writing as the group")
    assert clinic.ada.find("hello Ada") is None


async def test_a_reply_to_a_patient_who_has_blocked_the_bot_is_said_to_have_failed(clinic: ClinicBot) -> None:
    card = await flagged(clinic)
    await clinic.ada.blocks_bot()
    await clinic.staff.hears("no longer be reached")
    await clinic.nora.replies_in(clinic.staff, card, "Are you alone?")
    failed = await clinic.staff.hears("could not be delivered")
    assert failed.reply_to is not None
    await clinic.staff.sees(lambda staff: card.says("✗ not delivered"), what="a cross")


async def test_a_picture_as_reply_is_not_passed_on_silently(clinic: ClinicBot) -> None:
    card = await flagged(clinic)
    await clinic.nora.sends_photo_in(clinic.staff, "look", reply_to=card)
    await clinic.staff.hears("text only")


async def test_staff_may_reply_in_private(clinic: ClinicBot) -> None:
    await flagged(clinic)
    await clinic.passes(minutes=5, seconds=5)
    private = await clinic.nora.hears("for 5 min")
    await clinic.nora.replies(private, "I am calling you now")
    await clinic.ada.hears("I am calling you now")
