"""Ice is mentioned only to patients who have said that cold is no problem for them."""

import pytest

from tests.support.desk import Desk, Person

FINE, AVOIDED = "No problem", "Yes, or not sure"


@pytest.fixture
def cy(desk: Desk) -> Person:
    return desk.person("Cy", 22)


def joins(tessa: Person, person: Person, line: str) -> None:
    tessa.says(f"/enroll {line}")
    person.opens(tessa.last.qr or "")
    person.taps("I agree")


def told_of_ice(desk: Desk, person: Person) -> bool:
    """Whether any message of the first two days speaks of ice."""
    for _ in range(12):
        desk.passes(hours=4)
    return any("ice" in shown.text.lower().replace(".", " ").split() for shown in person.heard)


def test_who_does_not_answer_hears_nothing_of_ice(desk: Desk, ada: Person) -> None:
    assert "is cold on your skin a problem" in ada.last.text
    assert not told_of_ice(desk, ada)


def test_who_says_it_is_no_problem_gets_the_tip_once(desk: Desk, ada: Person) -> None:
    ada.taps(FINE)

    assert "cold is no problem for you" in ada.last.text
    assert not ada.last.buttons
    assert told_of_ice(desk, ada)
    assert sum("Ice is optional" in shown.text for shown in ada.heard) == 1


def test_who_says_yes_or_is_not_sure_hears_nothing_of_ice(desk: Desk, ada: Person) -> None:
    ada.taps(AVOIDED)

    assert not told_of_ice(desk, ada)


def test_a_second_thought_takes_the_tip_back(desk: Desk, ada: Person) -> None:
    asked = ada.last
    avoided = asked.buttons[AVOIDED]
    ada.taps(FINE)
    ada.sends_data(asked, avoided)

    assert not told_of_ice(desk, ada)


def test_an_answer_keeps_the_rest_of_the_plan_as_it_is(desk: Desk, ada: Person) -> None:
    ada.says("/status")
    before = ada.last.text.splitlines()
    ada.taps(FINE)
    ada.says("/status")

    assert [line for line in ada.last.text.splitlines() if "cold" not in line] == before
    assert "Mon, Mar 2, 18:00: cold" in ada.last.text


@pytest.mark.parametrize(
    "line", ["Cy Byron, left calf, 48h, no-ice", "Cy Byron, chest, 48h", "Cy Byron, knee, diabetes"]
)
def test_nobody_is_asked_who_would_get_no_ice_anyway(desk: Desk, tessa: Person, cy: Person, line: str) -> None:
    joins(tessa, cy, line)

    assert "cold" not in cy.last.text
    assert not told_of_ice(desk, cy)


def test_it_is_asked_once_and_remembered_at_the_next_session(desk: Desk, tessa: Person, ada: Person) -> None:
    ada.taps(FINE)
    desk.passes(days=5)
    code = tessa.last.text.split("(")[1][:4]
    tessa.says(f"/enroll {code}, right knee, 24h")

    assert "Your aftercare for today" in ada.last.text
    assert not ada.last.buttons
    assert told_of_ice(desk, ada)


def test_nobody_answers_for_somebody_else(desk: Desk, ada: Person, ben: Person) -> None:
    asked = ada.last

    assert "somebody else" in ben.sends_data(asked, asked.buttons[FINE])
    assert not told_of_ice(desk, ada)


def test_a_canceled_aftercare_takes_no_answer(desk: Desk, tessa: Person, ada: Person) -> None:
    asked = ada.last
    tessa.taps("Cancel enrollment")
    tessa.taps("Yes, cancel")

    assert "ended this aftercare" in ada.taps(FINE, asked)


def test_the_answer_is_shown_with_everything_kept(ada: Person) -> None:
    ada.taps(FINE)
    ada.says("/mydata")

    assert "Cold on the skin: no problem" in ada.transcript


@pytest.mark.parametrize("typed", ["No problem", "no problem!", "No me da problemas", "no"])
def test_the_answer_may_be_typed(desk: Desk, ada: Person, typed: str) -> None:
    ada.says(typed)

    assert "cold is no problem for you" in ada.last.text
    assert told_of_ice(desk, ada)


@pytest.mark.parametrize("typed", ["Yes, or not sure", "yes", "sí"])
def test_a_typed_yes_keeps_ice_away(desk: Desk, ada: Person, typed: str) -> None:
    ada.says(typed)

    assert "you get no tips on cold" in ada.last.text
    assert not told_of_ice(desk, ada)


def test_a_no_further_down_is_no_answer_to_the_question_about_cold(desk: Desk, ada: Person) -> None:
    ada.says("/status")
    ada.says("no")

    assert not told_of_ice(desk, ada)
