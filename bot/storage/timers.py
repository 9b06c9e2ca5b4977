"""What must happen at a time."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, or_, select, update

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


def due(db: Session, now: datetime, real_now: datetime, limit: int = 50) -> Sequence[Timer]:
    """Timers whose time (clinic time) has come and which are not waiting (real time) to be tried again."""
    return db.exec(
        select(Timer)
        .where(
            col(Timer.done_at).is_(None),
            Timer.due_at <= now,
            or_(col(Timer.retry_at).is_(None), col(Timer.retry_at) <= real_now),
        )
        .order_by(col(Timer.due_at), col(Timer.id))
        .limit(limit)
    ).all()


def next_due(db: Session, now: datetime) -> datetime | None:
    """The next time after `now`, clinic time."""
    statement = select(Timer.due_at).where(col(Timer.done_at).is_(None), Timer.due_at > now)
    return db.exec(statement.order_by(col(Timer.due_at)).limit(1)).first()


def next_retry(db: Session, real_now: datetime) -> datetime | None:
    """When the next timer that failed is to be tried again, real time."""
    statement = select(Timer.retry_at).where(col(Timer.done_at).is_(None), col(Timer.retry_at) > real_now)
    return db.exec(statement.order_by(col(Timer.retry_at)).limit(1)).first()


def held(db: Session, timer_id: int | None) -> Timer | None:
    """The timer for the length of this transaction, unless it is done or stopped by now."""
    return db.exec(select(Timer).where(Timer.id == timer_id, col(Timer.done_at).is_(None)).with_for_update()).first()


def is_running(db: Session, action: str, subject_id: int) -> bool:
    """Whether `action` on `subject_id` is still to happen."""
    waiting = select(Timer).where(Timer.action == action, Timer.subject_id == subject_id, col(Timer.done_at).is_(None))
    return db.exec(waiting).first() is not None


def drop_done(db: Session, before: datetime) -> None:
    """Forget timers that were settled before this instant."""
    db.exec(delete(Timer).where(col(Timer.done_at) < before))
