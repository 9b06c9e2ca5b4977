"""The closed question shown and pressed more than once."""

from bot.storage.tables import Doubt
from tests.support.desk import Desk, Person


def test_a_danger_sign_pressed_after_no_counts_once_and_is_the_answer(desk: Desk, ada: Person, nora: Person) -> None:
    ada.says("blorf zanting quux grumble")
    question, signs = ada.last, dict(ada.last.buttons)
    ada.taps("None of these")
    before = len(ada.heard)

    for _ in range(3):
        ada.sends_data(question, signs["Chest pain"])

    told = [shown for shown in ada.heard[before:] if "urgent medical help" in shown.text]
    assert len(told) == 1, ada.transcript
    with desk.looking() as db:
        assert db.get_one(Doubt, 1).answer == "chest-pain"


def test_no_pressed_after_a_danger_sign_lowers_nothing(desk: Desk, ada: Person, nora: Person) -> None:
    ada.says("blorf zanting quux grumble")
    question, signs = ada.last, dict(ada.last.buttons)
    ada.taps("Chest pain")

    assert "noted" in ada.sends_data(question, signs["None of these"]).lower()
    with desk.looking() as db:
        assert db.get_one(Doubt, 1).answer == "chest-pain"


def test_the_question_stands_only_once_and_is_answered_where_it_stands(desk: Desk, ada: Person, nora: Person) -> None:
    ada.says("blorf zanting quux grumble")
    ada.says("thanks")
    ada.says("ok")

    asked = [shown for shown in ada.heard if "Chest pain" in shown.buttons]
    assert len(asked) == 1, ada.transcript
    assert "Please answer this first" in asked[0].text
    ada.taps("None of these")
    assert not [shown for shown in ada.heard if "Chest pain" in shown.buttons], ada.transcript


def test_no_to_the_question_does_not_soften_what_is_urgent(ada: Person, nora: Person) -> None:
    ada.says("blorf zanting quux grumble")
    ada.says("the bruise is bigger than my hand")
    ada.taps("None of these")

    assert "still has to talk with you" in ada.last.text, ada.transcript


def test_severe_soreness_of_a_limb_brings_the_question_whether_it_is_hard(
    desk: Desk, ada: Person, nora: Person
) -> None:
    desk.passes(hours=4, minutes=1)
    for label in ("8", "None of these", "2"):
        ada.taps(label)

    assert "hard and tight" in ada.last.text, ada.transcript
    ada.taps("Yes")
    assert "urgent medical help" in ada.last.text, ada.transcript
