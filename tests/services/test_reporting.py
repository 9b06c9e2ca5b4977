"""What a patient is told about words that are worse than the ones before."""

import pytest

from tests.support.desk import Desk, Person


def test_urgent_words_after_a_lesser_worry_are_answered_as_urgent(ada: Person, nora: Person) -> None:
    ada.says("Can I take ibuprofen with my blood pressure tablets?")
    before = len(ada.heard)

    ada.says("I have a fever of 39")

    answers = [shown.text for shown in ada.heard[before:]]
    assert any("within 30 minutes" in text for text in answers), ada.transcript
    assert not any("I am adding this" in text for text in answers), ada.transcript


def test_more_urgent_words_are_added_to_what_staff_have(ada: Person, nora: Person) -> None:
    ada.says("I have a fever of 39")
    before = len(ada.heard)

    ada.says("my fever is 39.2 now")

    assert any("I am adding this" in shown.text for shown in ada.heard[before:]), ada.transcript


def test_a_mild_answer_that_waits_is_not_said_after_worse_words(desk: Desk, ada: Person) -> None:
    before = len(ada.heard)

    with desk.cut_off():
        ada.says("can I go for a run?")
        ada.says("I can't breathe")

    said = [shown.text for shown in ada.heard[before:]]
    assert any("112" in text for text in said), ada.transcript
    assert not any("Thank you" in text for text in said), ada.transcript


@pytest.mark.parametrize("typed", ["stop", "STOP!", "Unsubscribe", "para", "¡Basta!"])
def test_whoever_writes_no_more_than_stop_is_told_how(ada: Person, nora: Person, typed: str) -> None:
    ada.says(typed)

    assert "/stop" in ada.last.text, ada.transcript
    assert not ada.last.buttons
    nora.says("/flags")
    assert "No open cases" in nora.last.text


def test_a_worry_for_later_comes_with_what_to_do_meanwhile(ada: Person, nora: Person) -> None:
    ada.says("I feel a bit dizzy")

    assert "will look at this" in ada.last.text, ada.transcript
    assert "do not drive" in ada.last.text
