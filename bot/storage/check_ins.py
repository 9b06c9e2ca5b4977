"""Check-ins: questions asked and the answers so far."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.domain.status import CheckInState
from bot.storage.tables import CheckIn, Enrollment, OutboxMessage, Patient

_WAITING = (CheckInState.ASKED, CheckInState.UNANSWERED)


def of_patient(db: Session, patient_id: int, *states: CheckInState) -> Sequence[CheckIn]:
    """The patient's check-ins in these states, newest first."""
    return db.exec(
        select(CheckIn)
        .join(Enrollment, col(Enrollment.id) == CheckIn.enrollment_id)
        .where(Enrollment.patient_id == patient_id, col(CheckIn.state).in_(states))
        .order_by(col(CheckIn.asked_at).desc(), col(CheckIn.id).desc())
    ).all()


def waiting(db: Session, patient_id: int) -> CheckIn | None:
    """The newest check-in that was asked and has not been answered to the end."""
    return next(iter(of_patient(db, patient_id, *_WAITING)), None)


def asked(db: Session) -> Sequence[CheckIn]:
    """Every check-in that waits for an answer, of all patients."""
    return db.exec(select(CheckIn).where(CheckIn.state == CheckInState.ASKED).order_by(col(CheckIn.id))).all()


def of_enrollment(db: Session, enrollment_id: int) -> Sequence[CheckIn]:
    """Every check-in of an enrollment, oldest first."""
    return db.exec(
        select(CheckIn).where(CheckIn.enrollment_id == enrollment_id).order_by(col(CheckIn.asked_at), col(CheckIn.id))
    ).all()


def is_superseded(db: Session, check_in: CheckIn) -> bool:
    """Whether a later check-in of the enrollment has been asked."""
    asked_at = [other.asked_at for other in of_enrollment(db, check_in.enrollment_id) if other.id != check_in.id]
    return any(at is not None and (check_in.asked_at is None or at > check_in.asked_at) for at in asked_at)


def message(db: Session, check_in_id: int) -> OutboxMessage | None:
    """The newest copy of the living message that asks it."""
    return db.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.check_in_id == check_in_id,
            OutboxMessage.kind != "nudge",
            col(OutboxMessage.edits_id).is_(None),
        )
        .order_by(col(OutboxMessage.sent_at).desc().nulls_last(), col(OutboxMessage.id).desc())
    ).first()


def silent_codes(db: Session, since: datetime) -> Sequence[str]:
    """Codes of the patients whose check-in, asked since then, was given up as unanswered."""
    return db.exec(
        select(Patient.code)
        .join(Enrollment, col(Enrollment.patient_id) == Patient.id)
        .join(CheckIn, col(CheckIn.enrollment_id) == Enrollment.id)
        .where(CheckIn.state == CheckInState.UNANSWERED, col(CheckIn.asked_at) >= since)
        .distinct()
        .order_by(Patient.code)
    ).all()
