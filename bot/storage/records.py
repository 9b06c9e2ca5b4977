"""Everything that is kept about one patient, for the patient and for their therapist."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.storage.tables import CheckIn, Enrollment, Flag, Report


def flags_of(db: Session, patient_id: int) -> Sequence[Flag]:
    """The patient's flags, the newest first."""
    return db.exec(select(Flag).where(Flag.patient_id == patient_id).order_by(col(Flag.id).desc())).all()


def reports_of(db: Session, patient_id: int) -> Sequence[Report]:
    """What the patient has told us, the oldest first; silence is nothing told."""
    return db.exec(
        select(Report)
        .where(Report.patient_id == patient_id, Report.source != "silence")
        .order_by(col(Report.received_at), col(Report.id))
    ).all()


def answered_check_ins(db: Session, patient_id: int) -> Sequence[CheckIn]:
    """The patient's check-ins with at least one answer, the oldest first."""
    found = db.exec(
        select(CheckIn)
        .join(Enrollment, col(Enrollment.id) == CheckIn.enrollment_id)
        .where(Enrollment.patient_id == patient_id)
        .order_by(col(CheckIn.id))
    ).all()
    return [check_in for check_in in found if check_in.answers]
