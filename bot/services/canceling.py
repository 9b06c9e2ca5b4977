"""A therapist cancels an enrollment: before the patient has joined at once, afterwards on being asked again."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState
from bot.services.ending import end
from bot.services.enrolling import known_patient
from bot.services.mistakes import Mistake
from bot.services.saying import About, Button, When, Words, area, say, words
from bot.storage import enrollments, flags, patients
from bot.storage.tables import Enrollment, Patient


def cancel_by_code(db: Session, typed: str, now: datetime) -> Words:
    """Cancel the newest enrollment of the patient with this code. Raises Mistake when there is none."""
    if not typed.strip():
        raise Mistake("cancel-which")
    patient = known_patient(db, typed)
    assert patient.id is not None
    enrollment = enrollments.latest(db, patient.id, *enrollments.UNFINISHED)
    if enrollment is None:
        raise Mistake("cancel-nothing", code=patient.code)
    assert enrollment.id is not None
    return cancel(db, enrollment.id, now)


def cancel(db: Session, enrollment_id: int, now: datetime) -> Words:
    """Cancel at once what nobody has joined; ask before a running plan is ended. Raises Mistake when it is over."""
    enrollment, patient = _unfinished(db, enrollment_id)
    if enrollment.state == EnrollmentState.INVITED:
        return cancel_surely(db, enrollment_id, now)
    yes, no = Button("button-cancel-yes", f"cancel-yes:{enrollment.id}"), Button("button-cancel-no", "cancel-no")
    return words(
        "cancel-sure",
        name=patient.name or patient.code,
        code=patient.code,
        area=area(enrollment.region, enrollment.side),
        buttons=[[yes], [no]],
    )


def cancel_surely(db: Session, enrollment_id: int, now: datetime) -> Words:
    """End the enrollment; a patient who had joined is told once, open flags stay with staff. Raises Mistake."""
    enrollment, patient = _unfinished(db, enrollment_id)
    joined = enrollment.state != EnrollmentState.INVITED
    end(db, enrollment, EnrollmentState.CANCELED, "canceled", now)
    assert patient.id is not None
    flagged = flags.unsettled(db, patient.id) is not None
    if joined and patient.telegram_id is not None and patient.agrees:
        about = About(patient_id=patient.id, enrollment_id=enrollment.id)
        say(db, patient.telegram_id, words("care-canceled"), when=When(now), about=about)
    return words(
        "canceled",
        name=patient.name or patient.code,
        code=patient.code,
        told="yes" if joined else "no",
        flagged="yes" if flagged else "no",
    )


def _unfinished(db: Session, enrollment_id: int) -> tuple[Enrollment, Patient]:
    enrollment = enrollments.by_id(db, enrollment_id)
    if enrollment is None or enrollment.state not in enrollments.UNFINISHED:
        raise Mistake("canceled-already")
    return enrollment, patients.by_id(db, enrollment.patient_id)
