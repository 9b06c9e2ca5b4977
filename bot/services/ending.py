"""Ways an aftercare ends before its plan does: stopped, canceled, or followed by a new session's."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import CheckInState, EnrollmentState, Lane
from bot.storage import enrollments, invitations, outbox, plans
from bot.storage.tables import Enrollment, Patient

NEW_SESSION = "new-session"


def end(db: Session, enrollment: Enrollment, to: EnrollmentState, reason: str, now: datetime) -> bool:
    """Finish an enrollment: its links open no more, nothing routine of it is sent; flags stay with staff.

    False, and nothing changed, when it was finished already.
    """
    assert enrollment.id is not None
    if not enrollments.finish(db, enrollment, to, now):
        return False
    invitations.revoke_for_enrollment(db, enrollment.id, now)
    outbox.cancel(db, reason, enrollment_id=enrollment.id, lane=Lane.REMINDER)
    open_states = (CheckInState.PLANNED,) if reason == NEW_SESSION else (CheckInState.PLANNED, CheckInState.ASKED)
    plans.cancel_check_ins(db, enrollment.id, *open_states)
    return True


def supersede(db: Session, patient: Patient, now: datetime, keep: Enrollment | None = None) -> Enrollment | None:
    """A new session ends what the patient is in: a link not yet used, or a running plan, which is returned.

    `keep` is the new session itself, where it has a row already.
    """
    assert patient.id is not None
    running = enrollments.running(db, patient.id)
    for enrollment in enrollments.of_patient(db, patient.id):
        if keep is not None and enrollment.id == keep.id:
            continue
        invited = enrollment.state == EnrollmentState.INVITED
        end(db, enrollment, EnrollmentState.CANCELED if invited else EnrollmentState.COMPLETED, NEW_SESSION, now)
    return running
