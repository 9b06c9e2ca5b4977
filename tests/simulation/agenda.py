"""One quick look at what is due and when the next thing will be, so that an idle turn costs one query."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, literal_column
from sqlmodel import Session, col, select

from bot.domain.status import Lane
from bot.storage.tables import OutboxMessage, Timer

_NOW = bindparam("now", type_=OutboxMessage.__table__.c.due_at.type)  # type: ignore[attr-defined]
_PLANNED = col(OutboxMessage.state) == literal_column("'planned'")


def _first(column: object, *conditions: object):  # type: ignore[no-untyped-def]
    return select(column).where(*conditions).order_by(column).limit(1).scalar_subquery()  # type: ignore[call-overload]


_MESSAGE_AT, _TIMER_AT, _AGAIN_AT = col(OutboxMessage.due_at), col(Timer.due_at), col(OutboxMessage.retry_at)
_OF_LANES = [(_PLANNED, OutboxMessage.lane == literal_column(str(lane.value))) for lane in Lane]
_LOOK = select(  # type: ignore[call-overload]
    *(_first(_MESSAGE_AT, *of_lane, _MESSAGE_AT <= _NOW) for of_lane in _OF_LANES),
    *(_first(_MESSAGE_AT, *of_lane, _MESSAGE_AT > _NOW) for of_lane in _OF_LANES),
    _first(_TIMER_AT, col(Timer.done_at).is_(None)),
    _first(_AGAIN_AT, _PLANNED, _AGAIN_AT > _NOW),
)


@dataclass(frozen=True)
class Agenda:
    """What is due, and the next instant at which something will be."""

    messages_due: bool
    timers_due: bool
    next_at: datetime | None


def look(db: Session, now: datetime) -> Agenda:
    """What the outbox and the timers hold, seen from `now`."""
    found = db.execute(_LOOK, {"now": now}).one()
    timer_at = found[6]
    later = [at for at in found[3:] if at is not None and at > now]
    return Agenda(any(found[:3]), timer_at is not None and timer_at <= now, min(later, default=None))
