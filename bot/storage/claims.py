"""Claiming due rows of the outbox for sending, and letting go of them again.

A claim is a lease in real time, committed before the network call. On SQLite a writing transaction is alone; on
PostgreSQL rows that another process is claiming are passed over.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, literal_column
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col, or_, select, update

from bot.domain.status import Lane, OutboxState
from bot.storage.tables import OutboxMessage

# Spelled out rather than bound: a partial index serves only a query whose condition the planner can read.
_IS_PLANNED = col(OutboxMessage.state) == literal_column("'planned'")
_IS_SENDING = col(OutboxMessage.state) == literal_column("'sending'")
_ABANDONED_AT_ONCE = 500
# Made once: an alias describes every column anew, which costs more than the query.
_WAITING = aliased(OutboxMessage)
_TARGET = aliased(OutboxMessage)


@dataclass(frozen=True)
class Moment:
    """One instant on both clocks: the clinic's, for what is due, and real time, for leases and retries."""

    now: datetime
    real_now: datetime


@dataclass(frozen=True)
class Wish:
    """How many rows of a lane may be claimed, and which chats cannot take any now."""

    lane: Lane
    limit: int
    not_to: Collection[int] = field(default_factory=tuple)


def due(db: Session, wish: Wish, moment: Moment) -> Sequence[OutboxMessage]:
    """Planned rows whose time has come, oldest first, at most one for each chat.

    A row that waits for another try holds back the later ones of its chat and lane, an edit waits for the message
    it changes.
    """
    held_back = select(_WAITING.chat_id).where(
        col(_WAITING.state) == literal_column("'planned'"),
        col(_WAITING.retry_at) > moment.real_now,
        _WAITING.lane == wish.lane,
    )
    target_to_come = exists().where(
        col(_TARGET.id) == OutboxMessage.edits_id,
        col(_TARGET.state).in_([OutboxState.PLANNED, OutboxState.SENDING]),
    )
    statement = (
        select(OutboxMessage)
        .where(
            _IS_PLANNED,
            OutboxMessage.lane == wish.lane,
            OutboxMessage.due_at <= moment.now,
            col(OutboxMessage.chat_id).not_in(held_back),
            or_(col(OutboxMessage.edits_id).is_(None), ~target_to_come),
        )
        .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
        .limit(wish.limit)
        .with_for_update(skip_locked=True, of=OutboxMessage)
    )
    if wish.not_to:
        statement = statement.where(col(OutboxMessage.chat_id).not_in(wish.not_to))
    first: dict[int, OutboxMessage] = {}
    for row in db.exec(statement):
        first.setdefault(row.chat_id, row)
    return list(first.values())


def companions(db: Session, rows: Iterable[OutboxMessage], moment: Moment) -> Sequence[OutboxMessage]:
    """Every due reminder of the enrollments that `rows` belong to, `rows` included, oldest first."""
    enrollments = {row.enrollment_id for row in rows if row.enrollment_id is not None}
    if not enrollments:
        return []
    return db.exec(
        select(OutboxMessage)
        .where(
            _IS_PLANNED,
            OutboxMessage.lane == Lane.REMINDER,
            col(OutboxMessage.enrollment_id).in_(enrollments),
            OutboxMessage.due_at <= moment.now,
            or_(col(OutboxMessage.retry_at).is_(None), col(OutboxMessage.retry_at) <= moment.real_now),
            col(OutboxMessage.edits_id).is_(None),
        )
        .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
        .with_for_update(skip_locked=True)
    ).all()


def lease(db: Session, rows: Sequence[OutboxMessage], claim: str, until: datetime) -> None:
    """Mark rows as being sent under `claim` until `until`, real time."""
    if not rows:
        return
    db.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.id).in_([row.id for row in rows]))
        .values(
            state=OutboxState.SENDING,
            claim=claim,
            lease_until=until,
            attempts=OutboxMessage.attempts + 1,
        )
        .execution_options(synchronize_session=False)
    )
    for row in rows:
        for name, value in (
            ("state", OutboxState.SENDING.value),
            ("claim", claim),
            ("lease_until", until),
            ("attempts", row.attempts + 1),
        ):
            set_committed_value(row, name, value)


def still_held(db: Session, rows: Sequence[OutboxMessage]) -> list[OutboxMessage]:
    """Those rows that are still leased to the claim they were taken under, brought into this transaction."""
    if not rows:
        return []
    found = db.exec(
        select(OutboxMessage.id, OutboxMessage.claim)
        .where(_IS_SENDING, col(OutboxMessage.id).in_([row.id for row in rows]))
        .with_for_update()
    )
    held = {(row_id, claim) for row_id, claim in found}
    kept = [row for row in rows if (row.id, row.claim) in held]
    db.add_all(kept)
    return kept


def abandoned(
    db: Session, real_now: datetime, *, everything: bool = False, limit: int = 500
) -> Sequence[OutboxMessage]:
    """Rows whose lease has run out, or, with `everything`, all that somebody who is gone was sending."""
    statement = select(OutboxMessage).where(_IS_SENDING).limit(_ABANDONED_AT_ONCE).with_for_update(skip_locked=True)
    if not everything:
        statement = statement.where(col(OutboxMessage.lease_until) < real_now)
    return db.exec(statement.order_by(col(OutboxMessage.lease_until))).all()


def newer_edits(db: Session, rows: Sequence[OutboxMessage]) -> set[int]:
    """The targets of `rows` that a later planned edit rewrites as well, by row id of the edit overtaken."""
    targets = {row.edits_id for row in rows if row.edits_id is not None}
    if not targets:
        return set()
    latest: dict[int | None, int] = {}
    for row_id, target in db.exec(
        select(OutboxMessage.id, OutboxMessage.edits_id).where(_IS_PLANNED, col(OutboxMessage.edits_id).in_(targets))
    ):
        latest[target] = max(latest.get(target, 0), row_id or 0)
    return {row.id for row in rows if row.id is not None and row.id < latest.get(row.edits_id, 0)}


def by_ids(db: Session, ids: Collection[int | None]) -> dict[int | None, OutboxMessage]:
    wanted = [row_id for row_id in ids if row_id is not None]
    if not wanted:
        return {}
    return {row.id: row for row in db.exec(select(OutboxMessage).where(col(OutboxMessage.id).in_(wanted)))}


@dataclass(frozen=True)
class NextTimes:
    """When there will be something to claim: `due_at` in clinic time, the others in real time."""

    due_at: datetime | None
    retry_at: datetime | None
    lease_until: datetime | None


def next_times(db: Session, moment: Moment) -> NextTimes:
    """The next instants after `moment`; what is due already is not counted."""
    dues = _first_dues(db, OutboxMessage.due_at > moment.now)
    retry_at = db.exec(
        select(OutboxMessage.retry_at)
        .where(_IS_PLANNED, col(OutboxMessage.retry_at) > moment.real_now)
        .order_by(col(OutboxMessage.retry_at))
        .limit(1)
    ).first()
    lease_until = db.exec(
        select(OutboxMessage.lease_until).where(_IS_SENDING).order_by(col(OutboxMessage.lease_until)).limit(1)
    ).first()
    return NextTimes(min(filter(None, dues), default=None), retry_at, lease_until)


def lanes_due(db: Session, now: datetime) -> list[Lane]:
    """The lanes that have anything due, in one quick question."""
    return [lane for lane, due_at in zip(Lane, _first_dues(db, OutboxMessage.due_at <= now), strict=True) if due_at]


def _first_dues(db: Session, condition: Any) -> list[datetime | None]:
    """For each lane the first `due_at` that meets the condition."""
    questions = [
        select(OutboxMessage.due_at)
        .where(_IS_PLANNED, OutboxMessage.lane == lane, condition)
        .order_by(col(OutboxMessage.due_at))
        .limit(1)
        .scalar_subquery()
        for lane in Lane
    ]
    return list(db.exec(select(*questions)).one())


def recently_sent(db: Session, since: datetime) -> Sequence[tuple[int, datetime]]:
    """Chat and clinic time of every message sent since `since`, clinic time, for the rate limits after a restart."""
    found = db.exec(
        select(OutboxMessage.chat_id, OutboxMessage.sent_at)
        .where(col(OutboxMessage.sent_at).is_not(None), col(OutboxMessage.sent_at) >= since)
        .order_by(col(OutboxMessage.sent_at))
    )
    return [(chat_id, sent_at) for chat_id, sent_at in found if sent_at is not None]


def oldest_due(db: Session, now: datetime) -> timedelta:
    """How long the longest waiting row that is due has been waiting, in clinic time."""
    oldest = _first_dues(db, OutboxMessage.due_at <= now)
    return max((now - due_at for due_at in oldest if due_at is not None), default=timedelta(0))
