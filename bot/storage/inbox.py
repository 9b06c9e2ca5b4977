"""Updates as Telegram sent them: stored before they are acknowledged, handled in the order of their chat."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select, update

from bot.domain.status import InboxState
from bot.storage import sealing
from bot.storage.tables import InboxUpdate

_WAITING = aliased(InboxUpdate)
_IS_PENDING = col(InboxUpdate.state) == literal_column("'pending'")


@dataclass(frozen=True)
class Arrived:
    """An update as it came: its number, whose order it keeps (0: nobody's), and its JSON."""

    update_id: int
    chat_id: int
    raw: str


def store(db: Session, updates: Iterable[Arrived], received_at: datetime) -> int:
    """Keep updates for handling and say how many were new; one that is here already is left alone."""
    rows = [
        {
            "update_id": update.update_id,
            "chat_id": update.chat_id,
            "raw": update.raw,
            "state": InboxState.PENDING,
            "attempts": 0,
            "received_at": received_at,
        }
        for update in updates
    ]
    if not rows:
        return 0
    insert = postgresql.insert if db.get_bind().dialect.name == "postgresql" else sqlite.insert
    new = insert(InboxUpdate).on_conflict_do_nothing(index_elements=["update_id"]).returning(col(InboxUpdate.update_id))
    return len(db.exec(new, params=rows).all())


def next_pending(db: Session, busy: Collection[int], real_now: datetime, limit: int) -> Sequence[InboxUpdate]:
    """Updates to handle now, in order; none of a chat in `busy`, or whose turn is held by one waiting to be retried."""
    held_up = exists().where(
        col(_WAITING.state) == literal_column("'pending'"),
        col(_WAITING.retry_at) > real_now,
        col(_WAITING.chat_id) == InboxUpdate.chat_id,
        col(_WAITING.chat_id) != 0,
    )
    statement = (
        select(InboxUpdate)
        .where(_IS_PENDING, or_(col(InboxUpdate.retry_at).is_(None), col(InboxUpdate.retry_at) <= real_now), ~held_up)
        .order_by(col(InboxUpdate.received_at), col(InboxUpdate.update_id))
        .limit(limit)
    )
    if busy:
        statement = statement.where(col(InboxUpdate.chat_id).not_in(busy))
    return db.exec(statement).all()


def next_retry(db: Session, real_now: datetime) -> datetime | None:
    """When the next update that failed is to be tried again, real time."""
    statement = select(InboxUpdate.retry_at).where(_IS_PENDING, col(InboxUpdate.retry_at) > real_now)
    return db.exec(statement.order_by(col(InboxUpdate.retry_at)).limit(1)).first()


def finish(db: Session, update_id: int, real_now: datetime) -> bool:
    """Mark an update as handled and forget what it said; False when somebody else has done so."""
    done = db.exec(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id) == update_id, _IS_PENDING)
        .values(state=InboxState.DONE, raw="", done_at=real_now, retry_at=None)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount == 1


def put_off(db: Session, update_id: int, error: str, retry_at: datetime) -> None:
    """Try again at `retry_at`, real time; `error` is the kind and place of the failure, never its text."""
    db.exec(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id) == update_id, _IS_PENDING)
        .values(attempts=InboxUpdate.attempts + 1, error=error, retry_at=retry_at)
        .execution_options(synchronize_session=False)
    )


def bury(db: Session, update_id: int, error: str, real_now: datetime) -> InboxUpdate | None:
    """Set an update aside for good, its JSON left unopened; None when it was settled otherwise in the meantime."""
    done = db.exec(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id) == update_id, _IS_PENDING)
        .values(state=InboxState.DEAD, attempts=InboxUpdate.attempts + 1, error=error, done_at=real_now, retry_at=None)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        return None
    return db.get(InboxUpdate, update_id, populate_existing=True, options=[sealing.unopened(InboxUpdate.raw)])


def unreadable(db: Session) -> list[int]:
    """The updates that wait and that no key opens."""
    return sealing.unreadable(db, col(InboxUpdate.update_id), col(InboxUpdate.raw), _IS_PENDING)


@dataclass(frozen=True)
class DeadLetter:
    """An update that could not be handled, without a word of what was in it."""

    update_id: int
    error: str
    received_at: datetime


def dead_letters(db: Session, limit: int = 20) -> list[DeadLetter]:
    """What was set aside, newest first."""
    found = db.exec(
        select(InboxUpdate.update_id, InboxUpdate.error, InboxUpdate.received_at)
        .where(InboxUpdate.state == InboxState.DEAD)
        .order_by(col(InboxUpdate.received_at).desc())
        .limit(limit)
    )
    return [DeadLetter(update_id, error or "", received_at) for update_id, error, received_at in found]


def count_pending(db: Session) -> int:
    return db.exec(select(func.count()).select_from(InboxUpdate).where(_IS_PENDING)).one()


def count_dead(db: Session) -> int:
    return db.exec(select(func.count()).select_from(InboxUpdate).where(InboxUpdate.state == InboxState.DEAD)).one()
