"""Whoever types instead of pressing is understood: labels, numbers, and which question a number is for."""

import pytest
from sqlmodel import select

from bot.domain.status import OutboxState
from bot.services import outcomes
from bot.storage.tables import CheckIn, OutboxMessage, Report
from tests.support.desk import Desk, Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def given(desk: Desk, step: str) -> dict[str, object]:
    """What counts as answered in the check-in of this step."""
    with desk.looking() as db:
        return dict(db.exec(select(CheckIn).where(CheckIn.step == step)).one().answers)


def asked(desk: Desk, step: str) -> None:
    """Tell the check-in of this step as asked, as its delivery does."""
    with desk.looking() as db:
        row = db.exec(select(OutboxMessage).where(OutboxMessage.step == step)).first()
        assert row is not None
        assert row.state == OutboxState.SENT
        outcomes.sent(db, desk.practice, row, desk.now)


@pytest.fixture
def interfered(desk: Desk, ada: Person) -> Person:
    """A patient who has typed a high number a day after the session: how much it gets in the way is open."""
    desk.passes(hours=24, minutes=1)
    asked(desk, "check-24h")
    ada.says("7")
    ada.says("none of these")
    assert any("Quite a bit" in shown.buttons for shown in ada.heard)
    return ada


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("quite a bit", "quite-a-bit"),
        ("Quite a bit!", "quite-a-bit"),
        ("bastante", "quite-a-bit"),
        ("BASTANTE", "quite-a-bit"),
        ("muchisimo", "very-much"),
        ("Muchísimo", "very-much"),
        ("not at all", "not-at-all"),
        ("nada", "not-at-all"),
        ("un poco", "a-little"),
    ],
)
def test_a_typed_label_in_any_language_is_the_press(desk: Desk, interfered: Person, typed: str, choice: str) -> None:
    interfered.says(typed)
    assert given(desk, "check-24h")["interference"] == choice
    assert any("Noted: " in shown.text for shown in interfered.heard[-2:])


def test_a_label_typed_as_an_answer_is_no_report(desk: Desk, interfered: Person) -> None:
    interfered.says("quite a bit")
    with desk.looking() as db:
        assert [report.words for report in db.exec(select(Report)).all() if report.words] == []


def test_a_number_does_not_overwrite_the_soreness_while_another_question_is_open(
    desk: Desk, interfered: Person
) -> None:
    interfered.says("5")
    assert given(desk, "check-24h")["soreness"] == 7
    assert "How much is it getting in the way" in interfered.last.text
    assert "Your soreness stays noted as 7" in interfered.last.text
    interfered.says("quite a bit")
    assert given(desk, "check-24h")["interference"] == "quite-a-bit"


def test_a_number_typed_while_signs_are_asked_for_says_so_and_changes_nothing(desk: Desk, ada: Person) -> None:
    desk.passes(hours=24, minutes=1)
    asked(desk, "check-24h")
    ada.says("7")
    ada.says("no pain")
    assert "Any of these since your session?" in ada.last.text
    ada.says("3")
    assert "Any of these since your session?" in ada.last.text
    assert given(desk, "check-24h")["soreness"] == 7


def test_near_the_lung_a_number_is_taken_although_the_signs_are_asked_first(desk: Desk, tessa: Person) -> None:
    cy = desk.person("Cy", 22)
    tessa.says("/enroll Cy Byron, neck, 24h")
    cy.opens(tessa.last.qr or "")
    cy.taps("I agree")
    desk.passes(hours=24, minutes=1)
    asked(desk, "check-24h")
    cy.says("4")
    assert given(desk, "check-24h")["soreness"] == 4


@pytest.fixture
def ticking(desk: Desk, ada: Person) -> Person:
    """A patient who has said how sore it is: the side effects are open."""
    desk.passes(hours=24, minutes=1)
    asked(desk, "check-24h")
    ada.taps("3")
    return ada


@pytest.mark.parametrize(
    ("typed", "ticked"),
    [
        ("tired", ["tired"]),
        ("I'm a bit tired", ["tired"]),
        ("Tired and a bruise", ["bruising", "tired"]),
        ("cansada, un moretón", ["bruising", "tired"]),
        ("Faint, dizzy", ["faintness"]),
        ("pins and needles", ["tingling"]),
        ("más dolor y hormigueo", ["more-pain", "tingling"]),
        ("Headache!", ["headache"]),
    ],
)
def test_a_typed_side_effect_is_ticked_and_sent_with_a_word(
    desk: Desk, ticking: Person, typed: str, ticked: list[str]
) -> None:
    ticking.says(typed)
    assert given(desk, "check-24h")["toggled"] == ticked
    assert "Noted: " in ticking.last.text
    assert "symptoms" not in given(desk, "check-24h")
    ticking.says("send")
    assert given(desk, "check-24h")["symptoms"] == ticked


def test_every_label_that_is_no_danger_sign_may_be_typed(desk: Desk, ticking: Person) -> None:
    wording, symptoms = desk.practice.catalog.wording, desk.practice.catalog.protocols["standard"].question("symptoms")
    for sign in (sign for sign in symptoms.choices if sign not in symptoms.dangers):
        for language in wording.languages:
            ticking.says(wording.plain(language, "sign", sign=sign))
            toggled = given(desk, "check-24h")["toggled"]
            assert isinstance(toggled, list)
            assert sign in toggled


def test_a_danger_sign_typed_beside_a_side_effect_is_a_report(desk: Desk, ticking: Person) -> None:
    ticking.says("tired, and I have a fever of 39")
    assert "toggled" not in given(desk, "check-24h")
    with desk.looking() as db:
        assert [report.words for report in db.exec(select(Report)).all() if report.words]


def test_send_and_none_are_answered_where_they_cannot_be_taken(desk: Desk, ticking: Person) -> None:
    ticking.says("enviar")
    assert "Nothing is chosen yet" in ticking.last.text
    ticking.says("tired")
    ticking.says("none of these")
    assert "You have chosen signs" in ticking.last.text
    assert given(desk, "check-24h")["toggled"] == ["tired"]


@pytest.fixture
def compared(desk: Desk, ada: Person) -> Person:
    """A patient whose last check-in has come to its last question: better or worse than before the session."""
    desk.passes(hours=72, minutes=1)
    asked(desk, "closing")
    ada.taps("1")
    ada.taps("None of these")
    assert "+5" in ada.last.buttons
    return ada


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("+4", "4"), ("4", "4"), ("-2", "-2"), ("−2", "-2"), ("– 2", "-2"), ("0", "0"), ("cuatro", "4"), ("+ 5", "5"),
        ("un 3", "3"), ("it's -1 now", "-1"), ("+3.", "3"),
    ],
)  # fmt: skip
def test_the_question_of_change_is_answered_by_a_signed_number(
    desk: Desk, compared: Person, typed: str, value: str
) -> None:
    compared.says(typed)
    answers = given(desk, "closing")
    assert answers["change"] == value
    assert answers["soreness"] == 1


@pytest.mark.parametrize("typed", ["7", "-8", "+10", "no pain", "4 or 5", "11"])
def test_what_is_not_on_the_scale_of_change_is_asked_for_again(desk: Desk, compared: Person, typed: str) -> None:
    compared.says(typed)
    answers = given(desk, "closing")
    assert "change" not in answers
    assert answers["soreness"] == 1
    assert "+5 = fully recovered" in compared.last.text


def test_a_number_for_a_question_without_numbers_is_answered_where_no_soreness_is_asked(
    desk: Desk, tessa: Person
) -> None:
    di = desk.person("Di", 23, "es")
    tessa.says("/enroll Di Byron, left calf, 24h, diabetes")
    di.opens(tessa.last.qr or "")
    di.taps("Acepto")
    desk.passes(days=7)
    asked(desk, "tail-day-7")
    di.says("3")
    assert "¿Alguna de las zonas pinchadas está caliente" in di.last.text
    assert "molestia" not in di.last.text.split("¿")[0]
    di.says("SI")
    assert given(desk, "tail-day-7")["infection"] == "yes"


def test_a_worse_number_is_heard_while_another_question_is_open(desk: Desk, ada: Person) -> None:
    """“9” below the list of signs may be the pain that has climbed meanwhile; it is not explained away."""
    desk.passes(hours=24, minutes=1)
    asked(desk, "check-24h")
    ada.taps("3")
    ada.says("9")
    assert given(desk, "check-24h")["soreness"] == 9


def test_a_danger_sign_that_is_typed_counts_beside_what_is_ticked(desk: Desk, olga: Person, ticking: Person) -> None:
    """Fever by itself is urgent; with a headache after needles in the neck or back it is more."""
    ticking.says("fever")
    assert given(desk, "check-24h")["toggled"] == ["fever"]
    assert any("has to talk with you" in shown.text for shown in ticking.heard[-3:])
    ticking.says("headache too")
    assert given(desk, "check-24h")["toggled"] == ["fever", "headache"]


@pytest.mark.parametrize("typed", ["send", "enviar", "Enviado"])
def test_send_after_the_last_answer_worries_nobody(desk: Desk, ticking: Person, typed: str) -> None:
    ticking.taps("None of these")
    ticking.taps("2")
    ticking.says(typed)
    assert "Your answers have been sent" in ticking.last.text


@pytest.mark.parametrize(
    ("typed", "zone"), [("Buenos Aires", "Buenos Aires"), ("new york", "New York"), ("+2", "UTC+2")]
)
def test_a_city_below_the_question_for_one_is_its_answer(desk: Desk, ada: Person, typed: str, zone: str) -> None:
    ada.says("/timezone")
    ada.says(typed)
    assert any(zone in shown.text for shown in ada.heard[-2:])
    with desk.looking() as db:
        assert [report.words for report in db.exec(select(Report)).all() if report.words] == []


def test_a_number_does_not_answer_a_check_in_that_a_newer_one_has_followed(desk: Desk, ada: Person) -> None:
    desk.passes(hours=48, minutes=1)
    asked(desk, "check-48h")
    desk.passes(hours=24)
    asked(desk, "closing")
    ada.taps("3")
    ada.taps("None of these")
    ada.taps("2")
    ada.taps("+2")
    ada.says("three")
    assert "soreness" not in given(desk, "check-48h")


def test_a_number_after_the_last_answer_that_is_no_higher_worries_nobody(desk: Desk, ticking: Person) -> None:
    ticking.taps("None of these")
    ticking.taps("2")
    ticking.says("2")
    assert "no more than you told me before" in ticking.last.text
    ticking.says("9")
    assert "no more than" not in ticking.last.text
    with desk.looking() as db:
        assert "9" in [report.words for report in db.exec(select(Report)).all()]


@pytest.mark.parametrize("typed", ["2", "done"])
def test_what_may_be_meant_for_staff_reaches_them(desk: Desk, nora: Person, ticking: Person, typed: str) -> None:
    """“How bad is it now?” — “2”: the last check-in has nothing to do with it."""
    ticking.taps("None of these")
    ticking.taps("2")
    ticking.says("there is pus coming out of one of the holes")
    nora.taps("Acknowledge")
    ticking.says(typed)
    assert "adds:" in nora.last.text
    assert typed in nora.last.text
