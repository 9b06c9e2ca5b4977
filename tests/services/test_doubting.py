"""Pressing the closed question more than once."""

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
