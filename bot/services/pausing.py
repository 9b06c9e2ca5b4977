"""The patient pauses the messages, and takes them up again; what they write is heard all the while."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import CheckInState, EnrollmentState, Lane
from bot.services import looking_ahead, planning
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Words, in_full, words
from bot.storage import enrollments, outbox, plans
from bot.storage.tables import Patient


def pause(db: Session, patient: Patient) -> Words:
    """Take back everything routine that is planned. Raises Mistake when there is nothing to pause."""
    assert patient.id is not None
    enrollment = enrollments.running(db, patient.id)
    if enrollment is None:
        raise Mistake("nothing-to-pause")
    assert enrollment.id is not None
    if not enrollments.move(db, enrollment, (EnrollmentState.ACTIVE,), EnrollmentState.PAUSED):
        return words("paused-already")
    outbox.cancel(db, planning.PAUSED, enrollment_id=enrollment.id, lane=Lane.REMINDER)
    plans.cancel_check_ins(db, enrollment.id, CheckInState.PLANNED)
    return words("paused")


def resume(db: Session, practice: Practice, patient: Patient, now: datetime) -> Words:
    """Plan again what is still useful. Raises Mistake when nothing is paused."""
    assert patient.id is not None
    enrollment = enrollments.running(db, patient.id)
    if enrollment is None:
        raise Mistake("nothing-to-resume")
    if not enrollments.move(db, enrollment, (EnrollmentState.PAUSED,), EnrollmentState.ACTIVE):
        return words("running-already")
    plan = planning.plan(db, practice, enrollment, patient, now)
    if not plan.steps:
        enrollments.finish(db, enrollment, EnrollmentState.COMPLETED, now)
        return words("resumed-too-late")
    return looking_ahead.beside_open_case(db, patient, words("resumed", next=in_full(plan.steps[0].due_at)))
