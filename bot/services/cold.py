"""The one question about cold at joining: until a patient says that it is no problem, ice is not mentioned."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import LISTENING, EnrollmentState, Lane
from bot.domain.typed_words import Typed
from bot.services import labels, planning
from bot.services.cases import Case
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Button, When, Words, rewrite, say, words
from bot.storage import outbox
from bot.storage.tables import Enrollment, OutboxMessage, Patient

FINE, AVOIDED = "fine", "avoided"
_QUESTION = "cold-question"


def also_asked(practice: Practice, said: Words, enrollment: Enrollment, patient: Patient, now: datetime) -> Words:
    """`said` with the question, for whom the answer decides something and is not known yet."""
    plan = planning.forecast(practice, enrollment, planning.zone_of(practice, patient), now)
    if patient.cold_is_fine is not None or not any("ice" in step.kinds for step in plan.steps):
        return said
    buttons = [[Button(f"button-cold-{value}", f"cold:{enrollment.id}:{value}")] for value in (FINE, AVOIDED)]
    return Words(said.template, said.args, [*said.more, (_QUESTION, {})], buttons)


def typed(db: Session, practice: Practice, case: Case, text: str, word: Typed | None, now: datetime) -> bool:
    """Take a text as the answer: a label just below the question, a plain yes or no right below it.

    A “no problem” or “no” further down may be meant for anything, and cold harms some.
    """
    patient, enrollment = case.patient, case.enrollment
    if patient.cold_is_fine is not None or patient.telegram_id is None or enrollment is None:
        return False
    said = outbox.last_said(db, patient.telegram_id, 2)
    asked = next((row for row in said if any(part["key"] == _QUESTION for part in row.content["more"])), None)
    value = labels.meant(practice, text, {value: f"button-cold-{value}" for value in (FINE, AVOIDED)})
    if value is None and word is not None and asked is said[0]:
        value = FINE if word is Typed.NO else AVOIDED
    if asked is None or value is None or enrollment.state not in LISTENING:
        return False
    assert enrollment.id is not None
    answer(db, practice, patient, enrollment.id, value, asked, now)
    say(db, patient.telegram_id, words(f"cold-{value}"), when=When(now), reply_to=asked.message_id)
    return True


def answer(
    db: Session,
    practice: Practice,
    patient: Patient | None,
    enrollment_id: int,
    value: str,
    pressed: OutboxMessage | None,
    now: datetime,
) -> None:
    """Keep the answer and make the plan anew by it. Raises Mistake for another person's press."""
    enrollment = db.get(Enrollment, enrollment_id)
    if enrollment is None or patient is None or enrollment.patient_id != patient.id:
        raise Mistake("not-your-buttons")
    if enrollment.state not in LISTENING:
        raise Mistake("aftercare-canceled")
    patient.cold_is_fine = value == FINE
    db.flush()
    if pressed is not None:
        more = [(part["key"], part["args"]) for part in pressed.content["more"] if part["key"] != _QUESTION]
        noted = f"cold-{FINE if patient.cold_is_fine else AVOIDED}"
        said = Words(pressed.template, pressed.content["args"], [*more, (noted, {})])
        rewrite(db, pressed, said, when=When(now), lane=Lane.ANSWER)
    if enrollment.state == EnrollmentState.ACTIVE:
        planning.replan(db, practice, enrollment, patient, now)
