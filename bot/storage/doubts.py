"""Closed questions about a danger sign that a patient has not settled yet."""

from datetime import datetime

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
    done = db.exec(
        update(Doubt)
        .where(col(Doubt.id) == doubt.id, col(Doubt.settled_at).is_(None))
        .values(settled_at=at, answer=answer)
    )
    db.refresh(doubt)
    return done.rowcount == 1
