"""What a patient is told, and what staff see, while an emergency is open."""

import pytest
from sqlmodel import col, select

from bot.domain.tiers import Tier
from bot.storage.tables import Flag, Patient
from tests.support.desk import Desk, Person, Shown

GROUP = -100
BREATHLESS = "I cannot breathe"
CALL = "call 112"


def card(desk: Desk) -> Shown:
    return next(shown for shown in desk.chat(GROUP) if shown.text.startswith(("🔴", "🟠")))


def taken(desk: Desk, olga: Person, nora: Person, ada: Person, words: str = BREATHLESS) -> None:
    """Ada has written, Nora has it."""
    olga.says("/staffhere", GROUP)
    ada.says(words)
    nora.taps("Acknowledge", card(desk), GROUP)


@pytest.mark.parametrize("said", ["it is getting worse", "I have not called, I wait for your call", "ok"])
def test_an_emergency_somebody_has_taken_is_still_one_to_call_for(
    desk: Desk, olga: Person, nora: Person, ada: Person, said: str
) -> None:
    taken(desk, olga, nora, ada)
    ada.says(said)
    assert CALL in ada.last.text
    assert "passing this on to Nora" in ada.last.text


@pytest.mark.parametrize("said", ["it is getting worse", "asdf qwer"])
def test_in_an_emergency_nobody_is_asked_what_it_might_be(ada: Person, nora: Person, said: str) -> None:
    ada.says(BREATHLESS)
    ada.says(said)
    assert CALL in ada.last.text
    assert not ada.last.buttons


@pytest.mark.parametrize("said", ["SEEN", "visto", "The ambulance is here!", "estoy en urgencias"])
def test_help_that_is_there_may_be_told_in_words(desk: Desk, ada: Person, nora: Person, said: str) -> None:
    ada.says(BREATHLESS)
    ada.says(said)
    assert "Good that help is with you" in ada.last.text
    with desk.looking() as db:
        assert db.exec(select(Flag)).one().with_help_at is not None
    assert any("with help" in shown.text for shown in nora.heard)
    assert not any("No rule could place" in shown.text for shown in nora.heard)


def test_the_same_words_without_an_emergency_are_a_report(ada: Person, nora: Person) -> None:
    ada.says("in hospital")
    assert "Good that help is with you" not in ada.last.text


@pytest.mark.parametrize(
    "said",
    [
        "/stop it hurts to breathe and my chest is tight",
        "/pause I cannot breathe",
        "/status my chest hurts when I breathe in",
        "/help I can't breathe",
        "/timezone chest pain, fainted",
        "/language I cannot breathe",
        "/forget I want to kill myself",
    ],
)
def test_danger_behind_a_command_is_heard(desk: Desk, ada: Person, nora: Person, said: str) -> None:
    ada.says(said)
    with desk.looking() as db:
        assert db.exec(select(Flag)).one().tier == Tier.EMERGENCY
    assert any("🚨" in shown.text for shown in ada.heard)


@pytest.mark.parametrize(
    "said", ["/pause", "/timezone Buenos Aires", "/language español", "/pause please", "/status ?"]
)
def test_what_belongs_to_a_command_is_no_report(desk: Desk, ada: Person, said: str) -> None:
    ada.says(said)
    with desk.looking() as db:
        assert db.exec(select(Flag)).all() == []
    assert ada.last.text


def test_a_question_behind_a_command_reaches_staff(desk: Desk, ada: Person) -> None:
    ada.says("/help can I take ibuprofen tonight?")
    with desk.looking() as db:
        assert db.exec(select(Flag)).one().tier == Tier.WATCH


def test_an_open_question_is_shown_again_below_words_that_answer_nothing(ada: Person) -> None:
    ada.says("asdf qwer zxcv")
    question, buttons = ada.last.text.splitlines()[0], dict(ada.last.buttons)
    assert buttons
    ada.says("ok thanks")
    assert question in ada.last.text
    assert ada.last.buttons == buttons


def test_a_case_whose_patient_was_erased_can_be_closed_and_says_so(
    desk: Desk, olga: Person, nora: Person, ada: Person
) -> None:
    taken(desk, olga, nora, ada, "I have a fever of 39")
    nora.says("I will call you", GROUP, reply_to=card(desk).id)
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    nora.taps("Close", card(desk), GROUP)
    nora.taps("Reassured", card(desk), GROUP)
    assert "Closed by Nora" in card(desk).text
    assert "erased, as the patient asked" in card(desk).text


def test_help_after_everything_was_erased_is_answered_truthfully(ada: Person, nora: Person) -> None:
    ada.says(BREATHLESS)
    told = next(shown for shown in ada.heard if "I'm with help" in shown.buttons)
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    assert CALL in ada.taps("I'm with help", told)


def test_staff_are_told_the_truth_about_a_patient_who_stopped(
    desk: Desk, olga: Person, nora: Person, ada: Person
) -> None:
    taken(desk, olga, nora, ada)
    ada.says("/stop")
    assert any("still reaches the patient" in shown.text for shown in desk.chat(GROUP))
    nora.says("I call you now", GROUP, reply_to=card(desk).id)
    assert any("I call you now" in shown.text for shown in ada.heard)


def test_needles_of_both_sessions_are_named(desk: Desk, olga: Person, tessa: Person, ada: Person) -> None:
    """A danger sign pressed in the older check-in may come from the newer needles."""
    olga.says("/staffhere", GROUP)
    desk.passes(hours=4, minutes=1)
    older = ada.last
    with desk.looking() as db:
        code = db.exec(select(Patient.code).where(Patient.telegram_id == ada.id)).one()
    tessa.says(f"/enroll {code}, neck, 24h, lung")
    ada.taps("3", older)
    ada.taps("Chest pain", older)
    told = next(shown.text for shown in ada.heard if "🚨" in shown.text)
    assert "dry needling (neck)" in told
    assert "dry needling (left calf)" in told
    assert "neck" in card(desk).text
    assert "Also needled: left calf" in card(desk).text


@pytest.mark.parametrize("words", ["I can't breathe properly", "I have a fever of 39"])
def test_a_mild_answer_beside_an_open_case_is_not_called_usual(
    desk: Desk, nora: Person, ada: Person, words: str
) -> None:
    ada.says(words)
    desk.passes(hours=4, minutes=1)
    asked = next(shown for shown in reversed(ada.heard) if "10" in shown.buttons)
    for label in ("2", "None of these", "2"):
        ada.taps(label, asked)
    assert "stays open" in asked.text
    assert "common" not in asked.text
    assert "walk" not in asked.text


def test_each_danger_sign_is_told_when_it_is_chosen_and_fainting_too(desk: Desk, olga: Person, ada: Person) -> None:
    olga.says("/staffhere", GROUP)
    desk.passes(hours=4, minutes=1)
    asked = ada.last
    ada.taps("3", asked)
    ada.taps("Fainted", asked)
    assert "fainted" in card(desk).text
    ada.taps("Chest pain", asked)
    ada.taps("✅ Chest pain", asked)
    ada.taps("Send", asked)
    assert "taken back again: chest pain" in card(desk).text


def test_what_a_patient_answers_to_staff_after_the_case_was_closed_reaches_them(
    desk: Desk, olga: Person, nora: Person, ada: Person
) -> None:
    taken(desk, olga, nora, ada, "I have a fever of 39")
    nora.taps("Close", card(desk), GROUP)
    nora.taps("Self-care advice", card(desk), GROUP)
    desk.passes(minutes=5)
    nora.says("How is it now?", GROUP, reply_to=card(desk).id)
    ada.says("about the same")
    assert "about the same" in desk.chat(GROUP)[-1].text
    with desk.looking() as db:
        assert [flag.state for flag in db.exec(select(Flag).order_by(col(Flag.id)))] == ["closed", "open"]


def test_help_that_comes_after_the_case_was_closed_is_not_called_open(
    desk: Desk, olga: Person, nora: Person, ada: Person
) -> None:
    taken(desk, olga, nora, ada)
    told = next(shown for shown in ada.heard if "I'm with help" in shown.buttons)
    for label in ("Close", "Sent to emergency care", "Yes, close it"):
        nora.taps(label, card(desk), GROUP)
    ada.taps("I'm with help", told)
    assert not any("stays open: please follow up" in shown.text for shown in desk.chat(GROUP))


def test_a_case_raised_anew_says_that_it_is_new_and_who_had_the_rest(
    desk: Desk, olga: Person, nora: Person, ada: Person
) -> None:
    taken(desk, olga, nora, ada, "I have chest pain")
    desk.passes(minutes=5)
    ada.says("I want to kill myself")
    newest = [shown for shown in desk.chat(GROUP) if "Acknowledge" in shown.buttons][-1]
    assert "New danger" in newest.text
    assert "Nora had the earlier part" in newest.text


def test_status_while_something_urgent_is_open_says_to_talk_first_and_lists_no_tips(
    desk: Desk, nora: Person, ada: Person
) -> None:
    desk.passes(hours=25)
    ada.says("/status")
    assert ": activity" in ada.last.text
    ada.says("I have a fever of 39")
    ada.says("/status")
    assert "talk with Kinito Therapy before any hard activity" in ada.last.text
    assert ": activity" not in ada.last.text
    assert "check-in" in ada.last.text


def test_whoever_is_with_help_is_not_told_to_call(ada: Person, nora: Person) -> None:
    ada.says("my chest hurts when I breathe")
    ada.taps("I'm with help")
    ada.says("no problem")
    assert "Stay with the people who are helping you" in ada.last.text
    nora.taps("Acknowledge")
    assert "Stay with the people who are helping you" in ada.last.text
    assert "if you have not called" not in ada.last.text


def test_taking_the_messages_up_again_says_that_a_case_is_open(ada: Person, nora: Person) -> None:
    ada.says("my chest hurts when I breathe")
    ada.says("/pause")
    ada.says("/resume")
    assert "Welcome back" in ada.last.text
    assert "call 112 now" in ada.last.text


def test_a_picture_with_a_caption_of_danger_has_one_answer(ada: Person, nora: Person) -> None:
    before = len(nora.heard)
    ada.says("my chest hurts when I breathe", media="photo")
    assert not any("cannot look at pictures" in shown.text for shown in ada.heard)
    assert len(nora.heard) == before + 1


def test_the_safety_text_says_to_tell_of_a_pregnancy(desk: Desk, tessa: Person) -> None:
    pia = desk.person("Pia", 51)
    tessa.says("/enroll Pia Lund, calf, 24h, pregnant")
    pia.opens(tessa.last.qr or "")
    pia.taps("I agree")
    pia.says("I can't breathe")
    assert "Say that you are pregnant" in pia.transcript
