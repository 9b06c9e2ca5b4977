"""What must happen at a time."""

from datetime import datetime

from sqlmodel import Session, col, select, update

from bot.storage.tables import Timer


def start(db: Session, action: str, subject_id: int, due_at: datetime, unique_key: str | None = None) -> None:
    """Plan `action` on `subject_id`; a timer with the same unique key is left as it is."""
    unique_key = unique_key or f"{action}:{subject_id}"
    if db.exec(select(Timer).where(Timer.unique_key == unique_key)).first() is None:
        db.add(Timer(unique_key=unique_key, action=action, subject_id=subject_id, due_at=due_at))
        db.flush()


def stop(db: Session, action: str, subject_id: int, now: datetime) -> None:
    """Whatever is planned as `action` on `subject_id` will not happen."""
    db.exec(
        update(Timer)
        .where(col(Timer.action) == action, col(Timer.subject_id) == subject_id, col(Timer.done_at).is_(None))
        .values(done_at=now)
    )
