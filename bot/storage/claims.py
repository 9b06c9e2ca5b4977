"""Claiming due rows of the outbox for sending, and letting go of them again.

A claim is a lease in real time, committed before the network call. On SQLite a writing transaction is alone; on
PostgreSQL rows that another process is claiming are passed over.
"""

import operator
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, bindparam, exists, literal_column
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, SQLModel, col, or_, select, update
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.domain.status import Lane, OutboxState
from bot.storage.tables import CheckIn, Enrollment, OutboxMessage, Patient

# Spelled out rather than bound: a partial index serves only a query whose condition the planner can read.
_IS_PLANNED = col(OutboxMessage.state) == literal_column("'planned'")
_IS_SENDING = col(OutboxMessage.state) == literal_column("'sending'")
_ABANDONED_AT_ONCE = 500
_WORTH_READING_AHEAD = 3
# Statements are made once: putting one together takes longer than running it.
_WAITING = aliased(OutboxMessage)
_TARGET = aliased(OutboxMessage)
_NOW = bindparam("now", type_=UTCDateTime())
_REAL_NOW = bindparam("real_now", type_=UTCDateTime())
_LANE = bindparam("lane", type_=Integer)
_HELD_BACK = select(_WAITING.chat_id).where(
    col(_WAITING.state) == literal_column("'planned'"), col(_WAITING.retry_at) > _REAL_NOW, col(_WAITING.lane) == _LANE
)
_TARGET_TO_COME = exists().where(
    col(_TARGET.id) == OutboxMessage.edits_id,
    col(_TARGET.state).in_([OutboxState.PLANNED, OutboxState.SENDING]),
)
_DUE = (
    select(OutboxMessage)
    .where(
        _IS_PLANNED,
        col(OutboxMessage.lane) == _LANE,
        col(OutboxMessage.due_at) <= _NOW,
        col(OutboxMessage.chat_id).not_in(_HELD_BACK),
        col(OutboxMessage.chat_id).not_in(bindparam("not_to", expanding=True)),
        or_(col(OutboxMessage.edits_id).is_(None), ~_TARGET_TO_COME),
    )
    .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True, of=OutboxMessage)
)
_COMPANIONS = (
    select(OutboxMessage)
    .where(
        _IS_PLANNED,
        OutboxMessage.lane == Lane.REMINDER,
        col(OutboxMessage.enrollment_id).in_(bindparam("enrollments", expanding=True)),
        col(OutboxMessage.id).not_in(bindparam("known", expanding=True)),
        col(OutboxMessage.due_at) <= _NOW,
        or_(col(OutboxMessage.retry_at).is_(None), col(OutboxMessage.retry_at) <= _REAL_NOW),
        col(OutboxMessage.edits_id).is_(None),
    )
    .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
    .with_for_update(skip_locked=True)
)
_STILL_HELD = (
    select(OutboxMessage.id, OutboxMessage.claim)
    .where(_IS_SENDING, col(OutboxMessage.id).in_(bindparam("ids", expanding=True)))
    .with_for_update()
)


def _first_of_each_lane(compare: Callable[[Any, Any], Any]) -> Any:
    """For each lane the first `due_at` that compares so with `now`."""
    questions = [
        select(OutboxMessage.due_at)
        .where(_IS_PLANNED, OutboxMessage.lane == lane, compare(col(OutboxMessage.due_at), _NOW))
        .order_by(col(OutboxMessage.due_at))
        .limit(1)
        .scalar_subquery()
        for lane in Lane
    ]
    return select(*questions)


_FIRST_DUE = _first_of_each_lane(operator.le)
_FIRST_TO_COME = _first_of_each_lane(operator.gt)


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
    found = db.exec(
        _DUE,
        params={
            "lane": wish.lane,
            "now": moment.now,
            "real_now": moment.real_now,
            "not_to": list(wish.not_to),
            "limit": wish.limit,
        },
    )
    first: dict[int, OutboxMessage] = {}
    for row in found:
        first.setdefault(row.chat_id, row)
    return list(first.values())


def companions(db: Session, rows: Collection[OutboxMessage], moment: Moment) -> Sequence[OutboxMessage]:
    """The other due reminders of the enrollments that `rows` belong to, oldest first."""
    enrollments = {row.enrollment_id for row in rows if row.enrollment_id is not None}
    if not enrollments:
        return []
    known = [row.id for row in rows]
    asked = {"enrollments": list(enrollments), "known": known, "now": moment.now, "real_now": moment.real_now}
    return db.exec(_COMPANIONS, params=asked).all()


def surroundings(db: Session, rows: Collection[OutboxMessage]) -> list[SQLModel]:
    """What judging these rows will ask for one by one: their enrollments, patients and check-ins, read all at once.

    Keep the result for as long: a session forgets what nobody else holds.
    """
    if len(rows) < _WORTH_READING_AHEAD:
        return []
    enrollments = db.exec(select(Enrollment).where(col(Enrollment.id).in_({row.enrollment_id for row in rows}))).all()
    patient_ids = {enrollment.patient_id for enrollment in enrollments}
    patients = db.exec(select(Patient).where(col(Patient.id).in_(patient_ids))).all()
    check_in_ids = {row.check_in_id for row in rows if row.check_in_id is not None}
    check_ins = db.exec(select(CheckIn).where(col(CheckIn.id).in_(check_in_ids))).all() if check_in_ids else []
    return [*enrollments, *patients, *check_ins]


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
    found = db.exec(_STILL_HELD, params={"ids": [row.id for row in rows]})
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
    dues = db.exec(_FIRST_TO_COME, params={"now": moment.now}).one()
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
    dues = db.exec(_FIRST_DUE, params={"now": now}).one()
    return [lane for lane, due_at in zip(Lane, dues, strict=True) if due_at]


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
    oldest = db.exec(_FIRST_DUE, params={"now": now}).one()
    return max((now - due_at for due_at in oldest if due_at is not None), default=timedelta(0))
