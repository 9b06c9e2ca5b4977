"""The one question about cold at joining: until a patient says that it is no problem, ice is not mentioned."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import LISTENING, EnrollmentState, Lane
from bot.services import planning
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Button, When, Words, rewrite
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
