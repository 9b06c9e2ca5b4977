"""After an outage in which Telegram has dropped presses, open check-ins are asked once more."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState, Lane
from bot.services import asking
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.services.saying import About, When, say
from bot.storage import check_ins
from bot.storage.tables import CheckIn, Enrollment, Patient


def after_outage(db: Session, practice: Practice, now: datetime) -> None:
    """Ask every open check-in once more, and none twice; both copies ask the same question and count once."""
    for check_in in check_ins.asked(db):
        if not check_in.asked_again:
            _ask(db, practice, check_in, now)


def _ask(db: Session, practice: Practice, check_in: CheckIn, now: datetime) -> None:
    assert check_in.id is not None
    enrollment = db.get_one(Enrollment, check_in.enrollment_id)
    patient = db.get_one(Patient, enrollment.patient_id)
    before = check_ins.message(db, check_in.id)
    is_useful = before is None or before.expires_at is None or before.expires_at > now
    if enrollment.state != EnrollmentState.ACTIVE or patient.telegram_id is None or not is_useful:
        return
    check_in.asked_again = True
    protocol = protocol_of(practice, enrollment.protocol)
    say(
        db,
        patient.telegram_id,
        asking.asked_alone(protocol, check_in, patient, "outage"),
        when=When(now, expires_at=before.expires_at if before else None),
        lane=Lane.REMINDER,
        about=About(patient.id, enrollment.id, check_in.id, None, check_in.step, before.kind if before else "check_in"),
        unique_key=f"once-more:{check_in.id}",
    )
