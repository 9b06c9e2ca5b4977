"""A check-in from the first press to the reply: what the patient reads, and what is planned from it."""

import pytest
from sqlmodel import select

from bot.domain.status import Lane, OutboxState
from bot.services import outcomes
from bot.storage.tables import Enrollment, OutboxMessage, Timer
from tests.support.desk import Desk, Person


def falls_due(desk: Desk, step: str) -> OutboxMessage:
    """The row of this step as it goes out: fitted to what was answered until then."""
    with desk.looking() as db:
        row = db.exec(select(OutboxMessage).where(OutboxMessage.step == step)).first()
        assert row is not None
        assert outcomes.still_wanted(db, desk.practice, row, row.due_at) is None
        return row


def answers(person: Person, *labels: str) -> str:
    """Press these one after the other; what the last message says then."""
    for label in labels:
        person.taps(label)
    return person.last.text


def good_course(desk: Desk, person: Person) -> None:
    """Answer the checks at 4, 24 and 48 hours with little soreness and no sign."""
    for hours_more, rest in ((4, ["2"]), (20, []), (24, ["No"])):
        desk.passes(hours=hours_more, minutes=1)
        answers(person, "1", "None of these", *rest)


def test_the_last_question_alone_is_thanked_for_and_says_what_to_look_out_for(desk: Desk, ada: Person) -> None:
    good_course(desk, ada)
    falls_due(desk, "closing")
    desk.passes(hours=24, minutes=1)

    said = answers(ada, "+2")

    assert "Your answer is noted" in said
    assert "message below" not in said
    assert "for two weeks" in said
    assert "Call 112 at once" in said


def test_much_worse_as_the_only_answer_of_the_last_check_in_is_looked_at(desk: Desk, ada: Person, nora: Person) -> None:
    good_course(desk, ada)
    falls_due(desk, "closing")
    desk.passes(hours=24, minutes=1)

    said = answers(ada, "−5")

    assert "will look at your answers today" in said, said
    nora.says("/flags")
    nora.taps(next(iter(nora.last.buttons)))
    assert "compared with before the session: −5" in nora.last.text, nora.transcript


def test_the_end_of_the_restriction_stands_before_the_reasons_to_call(desk: Desk, ada: Person) -> None:
    good_course(desk, ada)

    said = ada.last.text

    assert said.index("Clear: the 48 hours") < said.index("Write here or call")


def test_the_pain_before_the_session_is_asked_once_and_later_when_the_first_check_in_was_missed(
    desk: Desk, ada: Person
) -> None:
    desk.passes(hours=4, minutes=1)
    desk.passes(hours=20)

    said = answers(ada, "3", "None of these")
    assert "before the session, how sore" in said

    answers(ada, "2")
    desk.passes(hours=24)
    assert "how sore was the area" not in answers(ada, "1", "None of these", "No")


def test_a_new_session_is_not_measured_by_the_pain_before_the_last_one(desk: Desk, tessa: Person, ada: Person) -> None:
    desk.passes(hours=4, minutes=1)
    answers(ada, "5", "None of these", "9")
    desk.passes(days=5)
    code = tessa.last.text.split("(")[1][:4]
    tessa.says(f"/enroll {code}, neck, 24h")
    desk.passes(hours=3, minutes=1)

    said = answers(ada, "None of these", "7")

    assert "before the session, how sore" in said
    assert "quite sore" in answers(ada, "3")


@pytest.fixture
def bo(desk: Desk, tessa: Person) -> Person:
    """A patient who has fainted before."""
    person = desk.person("Bo", 21)
    tessa.says("/enroll Bo Byron, left calf, 48h, faint")
    person.opens(tessa.last.qr or "")
    person.taps("I agree")
    return person


def test_each_further_check_is_announced_and_says_why_it_comes(desk: Desk, bo: Person) -> None:
    desk.passes(hours=4, minutes=1)
    answers(bo, "3", "Faint, dizzy", "Send")

    said = answers(bo, "2")
    assert said.index("again in an hour, because you felt faint") < said.index("six hours or in the morning")

    desk.passes(hours=1, minutes=1)
    assert "An hour on" in bo.last.text
    answers(bo, "None of these")
    desk.passes(hours=5)
    assert "You felt faint when you last answered" in bo.last.text
    assert "quite sore" not in bo.last.text


def test_two_reasons_for_one_further_check_bring_one(desk: Desk, ada: Person) -> None:
    desk.passes(hours=4, minutes=1)

    said = answers(ada, "6", "Faint, dizzy", "Send", "2")

    assert said.count("I will ask once more") == 1
    heard = len(ada.heard)
    desk.passes(hours=6, minutes=1)
    later = [shown.text for shown in ada.heard[heard:] if "?" in shown.text]
    assert len(later) == 1


def test_no_further_check_is_promised_that_came_already(desk: Desk, ada: Person) -> None:
    desk.passes(hours=2)
    with desk.looking() as db:
        enrollment = db.exec(select(Enrollment)).one()
        came = OutboxMessage(
            chat_id=ada.id, lane=Lane.REMINDER, template="reminder-extra-soreness", content={}, state=OutboxState.SENT,
            due_at=desk.now, created_at=desk.now, unique_key=f"extra:{enrollment.id}:extra-6h",
        )  # fmt: skip
        db.add(came)
    desk.passes(hours=2, minutes=1)

    assert "I will ask" not in answers(ada, "6", "None of these", "2")


@pytest.mark.parametrize("told", ["pressed", "written"])
def test_whoever_had_something_urgent_is_asked_once_more_on_day_seven(desk: Desk, ada: Person, told: str) -> None:
    desk.passes(hours=4, minutes=1)
    if told == "pressed":
        answers(ada, "9")
    else:
        ada.says("I fainted this morning")
    desk.passes(days=7)

    assert sum("Infections are rare" in shown.text for shown in ada.heard) == 1


def timers_of(desk: Desk, step: str) -> set[str]:
    """What waits for an answer to this step's check-in once it is delivered."""
    with desk.looking() as db:
        row = db.exec(select(OutboxMessage).where(OutboxMessage.step == step)).first()
        assert row is not None
        outcomes.sent(db, desk.practice, row, desk.now)
        return set(db.exec(select(Timer.action).where(Timer.subject_id == row.check_in_id)).all())


def test_nobody_is_nudged_or_phoned_for_the_last_question_alone(desk: Desk, ada: Person) -> None:
    good_course(desk, ada)
    falls_due(desk, "closing")

    assert timers_of(desk, "closing") == set()


def test_a_check_in_that_asks_for_danger_signs_is_waited_for(desk: Desk, ada: Person) -> None:
    assert timers_of(desk, "closing") == {"nudge", "silence"}


def test_fewer_messages_after_good_answers_and_the_reason_is_said(desk: Desk, tessa: Person) -> None:
    cy = desk.person("Cy", 22)
    tessa.says("/enroll Cy Byron, left calf, 24h")
    cy.opens(tessa.last.qr or "")
    cy.taps("I agree")
    desk.passes(hours=4, minutes=1)

    said = answers(cy, "1", "None of these", "2")

    assert "going well, so you get fewer reminders" in said
    desk.passes(hours=20)
    assert "fewer reminders" not in answers(cy, "1", "None of these")
    desk.passes(hours=10)
    assert "second day too" not in cy.transcript


def test_the_last_check_in_asks_one_thing_after_a_good_second_day_and_says_why(desk: Desk, ada: Person) -> None:
    good_course(desk, ada)
    falls_due(desk, "closing")
    desk.passes(hours=24, minutes=1)

    assert "Your last answers were good, so this time I ask only one thing" in ada.last.text
    assert "+5" in ada.last.buttons


def test_the_last_check_in_asks_for_everything_after_a_good_first_day_alone(desk: Desk, ada: Person) -> None:
    desk.passes(hours=4, minutes=1)
    answers(ada, "1", "None of these", "2")
    falls_due(desk, "closing")
    desk.passes(hours=68)

    assert "10" in ada.last.buttons
    assert "only one thing" not in ada.last.text


def test_a_good_answer_does_not_shorten_it_while_a_case_is_open(desk: Desk, ada: Person) -> None:
    good_course(desk, ada)
    ada.says("the bruise is as big as my hand")
    falls_due(desk, "closing")
    desk.passes(hours=24, minutes=1)

    assert "10" in ada.last.buttons


def test_the_end_of_the_restriction_waits_for_the_answers_that_come_with_it(desk: Desk, ada: Person) -> None:
    desk.passes(hours=4, minutes=1)
    answers(ada, "1", "None of these", "2")
    falls_due(desk, "check-48h")
    desk.passes(hours=44)

    assert "Please answer the questions below" in ada.last.text
    assert "half of what you usually do" not in ada.last.text
    assert "Give it another day" in answers(ada, "5", "None of these", "No")


def test_an_end_that_was_not_answered_is_told_with_the_next_answer_and_once(desk: Desk, ada: Person) -> None:
    desk.passes(hours=48, minutes=1)
    desk.passes(hours=24)

    assert "Clear: the 48 hours" in answers(ada, "0", "None of these", "+4", "2")


def test_the_end_goes_by_the_last_number_when_a_later_answer_has_none(desk: Desk, tessa: Person) -> None:
    cy = desk.person("Cy", 22)
    desk.passes(hours=2)
    tessa.says("/enroll Cy Byron, left calf, 36h")
    cy.opens(tessa.last.qr or "")
    cy.taps("I agree")
    desk.passes(hours=4, minutes=1)
    answers(cy, "2", "Faint, dizzy", "Send", "2")
    desk.passes(hours=16)
    answers(cy, "None of these")

    row = falls_due(desk, "activity-end")

    assert row.content["args"]["verdict"] == "clear"


@pytest.mark.parametrize(
    ("hours", "pressed", "usual"),
    [
        (4, ("8", "None of these", "0"), "falls most between 6 and 12 hours"),
        (24, ("7", "None of these", "Quite a bit", "0"), "up to 5 is common"),
        (48, ("5", "None of these", "No", "0"), "By the second day most people"),
        (72, ("4", "None of these", "−2", "0"), "From the third day on most people"),
    ],
)
def test_a_reply_that_staff_will_look_says_what_is_usual_by_then(
    desk: Desk, ada: Person, hours: int, pressed: tuple[str, ...], usual: str
) -> None:
    desk.passes(hours=hours, minutes=1)

    answers(ada, *pressed)

    said = next(shown.text for shown in reversed(ada.heard) if "will look at your answers today" in shown.text)
    assert usual in said
    assert said.index(usual) < said.index("Write here or call")


def test_less_pain_than_before_is_thanked_for_with_what_is_usual(desk: Desk, ada: Person) -> None:
    desk.passes(hours=4, minutes=1)

    said = answers(ada, "1", "None of these", "5")

    assert "less sore than before the session" in said
    assert "between 6 and 12 hours" in said
