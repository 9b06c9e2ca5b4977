"""Claiming due rows of the outbox for sending, and letting go of them again.

A claim is a lease in real time, committed before the network call. On SQLite a writing transaction is alone; on
PostgreSQL rows that another process is claiming are passed over.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, SQLModel, col, select

from bot.domain.data_key import UnreadableError
from bot.domain.status import Lane, OutboxState
from bot.storage import sealing, statements
from bot.storage.sealing import unopened
from bot.storage.tables import OutboxMessage

_ABANDONED_AT_ONCE = 500
_WORTH_READING_AHEAD = 3
_UNOPENED = unopened(OutboxMessage.content)


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


def due(db: Session, wish: Wish, moment: Moment) -> tuple[list[OutboxMessage], bool]:
    """Planned rows whose time has come, oldest first, at most one for each chat; and whether there may be more.

    A row that waits for another try holds back the later ones of its chat and lane, an edit waits for the message
    it changes.
    """
    found = db.exec(
        statements.DUE,
        params={
            "lane": wish.lane,
            "now": moment.now,
            "real_now": moment.real_now,
            "not_to": list(wish.not_to),
            "limit": wish.limit,
        },
    ).all()
    first: dict[int, OutboxMessage] = {}
    for row in found:
        first.setdefault(row.chat_id, row)
    return list(first.values()), len(found) == wish.limit


def unreadable(db: Session, now: datetime) -> Sequence[OutboxMessage]:
    """Due rows, in clinic time, whose content no key opens; to ask for it raises UnreadableError."""
    due_by_now = (statements.IS_PLANNED, col(OutboxMessage.due_at) <= now)
    lost = sealing.unreadable(db, col(OutboxMessage.id), col(OutboxMessage.content), *due_by_now)
    statement = select(OutboxMessage).where(*due_by_now, col(OutboxMessage.id).in_(lost)).options(_UNOPENED)
    return db.exec(statement.with_for_update(skip_locked=True)).all()


def companions(db: Session, rows: Collection[OutboxMessage], moment: Moment) -> Sequence[OutboxMessage]:
    """The other due reminders of the enrollments that `rows` belong to, oldest first."""
    enrollments = {row.enrollment_id for row in rows if row.enrollment_id is not None}
    if not enrollments:
        return []
    known = [row.id for row in rows]
    asked = {"enrollments": list(enrollments), "known": known, "now": moment.now, "real_now": moment.real_now}
    return db.exec(statements.COMPANIONS, params=asked).all()


def surroundings(db: Session, rows: Collection[OutboxMessage]) -> list[SQLModel]:
    """What judging these rows will ask for one by one: their enrollments, patients and check-ins, read all at once.

    Keep the result for as long: a session forgets what nobody else holds.
    """
    if len(rows) < _WORTH_READING_AHEAD:
        return []
    enrollments = db.exec(
        statements.ENROLLMENTS, params={"ids": [row.enrollment_id for row in rows if row.enrollment_id]}
    ).all()
    patients = db.exec(statements.PATIENTS, params={"ids": [enrollment.patient_id for enrollment in enrollments]}).all()
    check_in_ids = [row.check_in_id for row in rows if row.check_in_id is not None]
    check_ins = db.exec(statements.CHECK_INS, params={"ids": check_in_ids}).all() if check_in_ids else []
    return [*enrollments, *patients, *check_ins]


def lease(db: Session, rows: Sequence[OutboxMessage], claim: str, until: datetime) -> None:
    """Mark rows as being sent under `claim` until `until`, real time."""
    if not rows:
        return
    db.exec(statements.LEASE, params={"ids": [row.id for row in rows], "by": claim, "until": until})
    for row in rows:
        done = {"state": OutboxState.SENDING.value, "claim": claim, "lease_until": until, "attempts": row.attempts + 1}
        _take_over(row, done)


def mark_sent(db: Session, sent: Sequence[tuple[OutboxMessage, int | None]], now: datetime) -> None:
    """Write down that Telegram has taken these rows, all in one go: each with the number its message was given."""
    if not sent:
        return
    db.connection().execute(
        statements.MARK_SENT, [{"row_id": row.id, "number": message_id, "at": now} for row, message_id in sent]
    )
    for row, message_id in sent:
        _take_over(row, {**statements.SENT_NOW, "message_id": message_id, "sent_at": now})


def _take_over(row: OutboxMessage, values: Mapping[str, Any]) -> None:
    """Note on the object what has been written to its row already."""
    for name, value in values.items():
        set_committed_value(row, name, value)


def still_held(db: Session, rows: Sequence[OutboxMessage]) -> dict[int | None, OutboxMessage]:
    """Those rows that are still leased to the claim they were taken under: by id, a copy of each in this transaction.

    `rows` themselves stay out of it: where it fails, they are as good as before for another try. A copy knows the
    number of its message where a press has told it meanwhile.
    """
    if not rows:
        return {}
    found = db.exec(statements.STILL_HELD, params={"ids": [row.id for row in rows]})
    numbers = {(row_id, claim): number for row_id, claim, number in found}
    held = {row.id: db.merge(row, load=False) for row in rows if (row.id, row.claim) in numbers}
    for row in held.values():
        set_committed_value(row, "message_id", numbers[row.id, row.claim])
    return held


def abandoned(db: Session, real_now: datetime, *, everything: bool = False) -> Sequence[OutboxMessage]:
    """Rows whose lease has run out, or, with `everything`, all that somebody who is gone was sending."""
    statement = select(OutboxMessage).where(statements.IS_SENDING).options(_UNOPENED).limit(_ABANDONED_AT_ONCE)
    if not everything:
        statement = statement.where(col(OutboxMessage.lease_until) < real_now)
    return db.exec(statement.order_by(col(OutboxMessage.lease_until)).with_for_update(skip_locked=True)).all()


def newer_edits(db: Session, rows: Sequence[OutboxMessage]) -> set[int]:
    """The targets of `rows` that a later planned edit rewrites as well, by row id of the edit overtaken."""
    targets = {row.edits_id for row in rows if row.edits_id is not None}
    if not targets:
        return set()
    latest: dict[int | None, int] = {}
    for row_id, target in db.exec(
        select(OutboxMessage.id, OutboxMessage.edits_id).where(
            statements.IS_PLANNED, col(OutboxMessage.edits_id).in_(targets)
        )
    ):
        latest[target] = max(latest.get(target, 0), row_id or 0)
    return {row.id for row in rows if row.id is not None and row.id < latest.get(row.edits_id, 0)}


def by_ids(db: Session, ids: Collection[int | None]) -> dict[int | None, OutboxMessage]:
    """Those of these rows that can be read."""
    wanted = {row_id for row_id in ids if row_id is not None}
    if not wanted:
        return {}
    are_wanted = col(OutboxMessage.id).in_(wanted)
    try:
        return {row.id: row for row in db.exec(select(OutboxMessage).where(are_wanted))}
    except UnreadableError:
        lost = sealing.unreadable(db, col(OutboxMessage.id), col(OutboxMessage.content), are_wanted)
        return by_ids(db, wanted.difference(lost))


@dataclass(frozen=True)
class NextTimes:
    """When there will be something to claim: `due_at` in clinic time, the others in real time."""

    due_at: datetime | None
    retry_at: datetime | None
    lease_until: datetime | None


def next_times(db: Session, moment: Moment) -> NextTimes:
    """The next instants after `moment`; what is due already is not counted."""
    dues = db.exec(statements.FIRST_TO_COME, params={"now": moment.now}).one()
    retry_at = db.exec(
        select(OutboxMessage.retry_at)
        .where(statements.IS_PLANNED, col(OutboxMessage.retry_at) > moment.real_now)
        .order_by(col(OutboxMessage.retry_at))
        .limit(1)
    ).first()
    lease_until = db.exec(
        select(OutboxMessage.lease_until).where(statements.IS_SENDING).order_by(col(OutboxMessage.lease_until)).limit(1)
    ).first()
    return NextTimes(min(filter(None, dues), default=None), retry_at, lease_until)


def lanes_due(db: Session, now: datetime) -> list[Lane]:
    """The lanes that have anything due, in one quick question."""
    dues = db.exec(statements.FIRST_DUE, params={"now": now}).one()
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
    oldest = db.exec(statements.FIRST_DUE, params={"now": now}).one()
    return max((now - due_at for due_at in oldest if due_at is not None), default=timedelta(0))
