"""The statements of claiming, each put together once: that takes longer than running one. Claims.py says what for."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import BindParameter, Integer, bindparam, exists, literal_column
from sqlalchemy.orm import aliased
from sqlmodel import col, or_, select, update
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.domain.status import Lane, OutboxState
from bot.storage.sealing import unopened
from bot.storage.tables import CheckIn, Enrollment, OutboxMessage, Patient

# Spelled out rather than bound: a partial index serves only a query whose condition the planner can read.
IS_PLANNED = col(OutboxMessage.state) == literal_column("'planned'")
IS_SENDING = col(OutboxMessage.state) == literal_column("'sending'")
_WAITING = aliased(OutboxMessage)
_TARGET = aliased(OutboxMessage)
_NOW = bindparam("now", type_=UTCDateTime())
_REAL_NOW = bindparam("real_now", type_=UTCDateTime())
_LANE = bindparam("lane", type_=Integer)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_HELD_BACK = select(_WAITING.chat_id).where(
    col(_WAITING.state) == literal_column("'planned'"), col(_WAITING.retry_at) > _REAL_NOW, col(_WAITING.lane) == _LANE
)
_TARGET_TO_COME = exists().where(
    col(_TARGET.id) == OutboxMessage.edits_id,
    col(_TARGET.state).in_([OutboxState.PLANNED, OutboxState.SENDING]),
)
DUE = (
    select(OutboxMessage)
    .where(
        IS_PLANNED,
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
COMPANIONS = (
    select(OutboxMessage)
    .where(
        IS_PLANNED,
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
STILL_HELD = (
    select(OutboxMessage.id, OutboxMessage.claim, OutboxMessage.message_id)
    .where(IS_SENDING, col(OutboxMessage.id).in_(_IDS))
    .with_for_update()
)
ENROLLMENTS = select(Enrollment).where(col(Enrollment.id).in_(_IDS))
# Judging a message needs no name: one that cannot be read must not hold up everybody's.
PATIENTS = select(Patient).options(unopened(Patient.name)).where(col(Patient.id).in_(_IDS))
CHECK_INS = select(CheckIn).where(col(CheckIn.id).in_(_IDS))
LEASE = (
    update(OutboxMessage)
    .where(col(OutboxMessage.id).in_(_IDS))
    .values(
        state=OutboxState.SENDING,
        claim=bindparam("by"),
        lease_until=bindparam("until"),
        attempts=OutboxMessage.attempts + 1,
    )
    .execution_options(synchronize_session=False)
)
SENT_NOW: Mapping[str, Any] = {
    "state": OutboxState.SENT.value,
    "reason": None,
    "retry_at": None,
    "claim": None,
    "lease_until": None,
}
MARK_SENT = (
    update(OutboxMessage)
    .where(col(OutboxMessage.id) == bindparam("row_id"))
    .values(**SENT_NOW, message_id=bindparam("number"), sent_at=bindparam("at"))
)


def _first_of_each_lane(compare: Callable[[Any, Any], Any]) -> Any:
    """For each lane the first `due_at` that compares so with `now`."""
    questions = [
        select(OutboxMessage.due_at)
        .where(IS_PLANNED, OutboxMessage.lane == lane, compare(col(OutboxMessage.due_at), _NOW))
        .order_by(col(OutboxMessage.due_at))
        .limit(1)
        .scalar_subquery()
        for lane in Lane
    ]
    return select(*questions)


FIRST_DUE = _first_of_each_lane(operator.le)
FIRST_TO_COME = _first_of_each_lane(operator.gt)
