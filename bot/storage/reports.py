"""What patients pressed and wrote."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.storage.tables import Report


def add(db: Session, report: Report) -> Report:
    db.add(report)
    db.flush()
    return report


def of_flag(db: Session, flag_id: int) -> Sequence[Report]:
    """Everything that led to a flag or was said while it was not closed, in order."""
    return db.exec(select(Report).where(Report.flag_id == flag_id).order_by(col(Report.id))).all()


def of_check_in(db: Session, check_in_id: int | None) -> Sequence[Report]:
    """What a check-in came to so far, in order."""
    return db.exec(select(Report).where(Report.check_in_id == check_in_id).order_by(col(Report.id))).all()


def of_message(db: Session, patient_id: int, message_id: int) -> Sequence[Report]:
    """What was made of a message before it was edited."""
    return db.exec(
        select(Report).where(Report.patient_id == patient_id, Report.message_id == message_id).order_by(col(Report.id))
    ).all()


def since(db: Session, patient_id: int | None, instant: datetime) -> Sequence[Report]:
    """What the patient (or anybody, when None) has told us from `instant` on, oldest first; silence is nothing told."""
    found = select(Report).where(Report.received_at >= instant, Report.source != "silence")
    if patient_id is not None:
        found = found.where(Report.patient_id == patient_id)
    return db.exec(found.order_by(col(Report.id))).all()


def worst_tier(db: Session, enrollment_id: int) -> int:
    """The worst tier that any report of this enrollment was given; 0 without one."""
    tiers = db.exec(select(Report.tier).where(Report.enrollment_id == enrollment_id)).all()
    return max(tiers, default=0)
