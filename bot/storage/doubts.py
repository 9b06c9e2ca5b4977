"""Closed questions about a danger sign that a patient has not settled yet."""

from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select, update

from bot.storage.tables import Doubt


def add(db: Session, doubt: Doubt) -> Doubt:
    db.add(doubt)
    db.flush()
    return doubt


def unsettled(db: Session, patient_id: int) -> Doubt | None:
    """The patient's newest question that is still waiting."""
    return db.exec(
        select(Doubt)
        .where(Doubt.patient_id == patient_id, col(Doubt.settled_at).is_(None))
        .order_by(col(Doubt.id).desc())
    ).first()


def settle(db: Session, doubt: Doubt, answer: str, at: datetime) -> bool:
    """Write down the answer; False, and nothing changed, when it has one."""
    return _write(db, doubt, answer, at, col(Doubt.settled_at).is_(None))


def overrule(db: Session, doubt: Doubt, answer: str, at: datetime) -> bool:
    """Write down another answer than the one it has; False, and nothing changed, when it is the same."""
    return _write(db, doubt, answer, at, col(Doubt.answer) != answer)


def _write(db: Session, doubt: Doubt, answer: str, at: datetime, condition: ColumnElement[bool]) -> bool:
    done = db.exec(update(Doubt).where(col(Doubt.id) == doubt.id, condition).values(settled_at=at, answer=answer))
    db.refresh(doubt)
    return done.rowcount == 1
