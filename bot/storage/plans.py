"""An enrollment's plan as rows: each round of planning has its own, and none is ever planned twice."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, select, update

from bot.domain.status import CheckInState, OutboxState
from bot.storage import outbox
from bot.storage.tables import CheckIn, OutboxMessage


def key(enrollment_id: int, planning: int, step: str) -> str:
    """The unique key of a plan's row; `planning` counts how often the plan was made."""
    return f"plan:{enrollment_id}:{planning}:{step}"


def rows(db: Session, enrollment_id: int) -> Sequence[OutboxMessage]:
    """Every row that any planning of this enrollment made."""
    prefix = f"plan:{enrollment_id}:"
    return db.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.enrollment_id == enrollment_id,
            col(OutboxMessage.unique_key).startswith(prefix, autoescape=True),
        )
        .order_by(col(OutboxMessage.id))
    ).all()


def times_planned(rows: Sequence[OutboxMessage]) -> int:
    """How often a plan was made, from its rows."""
    return max((int((row.unique_key or ":::").split(":")[2]) for row in rows), default=0)


def take_back(db: Session, enrollment_id: int, reason: str) -> int:
    """Cancel what is planned of the plan itself, and its check-ins; nudges, repeats and extra checks stay."""
    own = [row.check_in_id for row in rows(db, enrollment_id) if row.state == OutboxState.PLANNED]
    for check_in in db.exec(select(CheckIn).where(col(CheckIn.id).in_([one for one in own if one is not None]))):
        check_in.state = CheckInState.CANCELED
    return outbox.cancel(db, reason, enrollment_id=enrollment_id, key_prefix=f"plan:{enrollment_id}:")


def extra_key(enrollment_id: int, step: str) -> str:
    """The unique key of an extra check that an answer asked for: it comes once in an aftercare."""
    return f"extra:{enrollment_id}:{step}"


def take_up_extras(db: Session, enrollment_id: int, reasons: Collection[str], now: datetime) -> None:
    """Plan extra checks again that were taken back for one of these reasons and are still useful."""
    found = db.exec(
        select(OutboxMessage).where(
            OutboxMessage.enrollment_id == enrollment_id,
            col(OutboxMessage.unique_key).startswith(extra_key(enrollment_id, ""), autoescape=True),
            OutboxMessage.state == OutboxState.CANCELED,
            col(OutboxMessage.reason).in_(reasons),
            col(OutboxMessage.expires_at) > now,
        )
    )
    for row in found:
        row.state, row.reason = OutboxState.PLANNED, None
        check_in = db.get(CheckIn, row.check_in_id) if row.check_in_id else None
        if check_in is not None and check_in.state == CheckInState.CANCELED:
            check_in.state = CheckInState.PLANNED
    db.flush()


def cancel_check_ins(db: Session, enrollment_id: int, *states: CheckInState) -> None:
    db.exec(
        update(CheckIn)
        .where(col(CheckIn.enrollment_id) == enrollment_id, col(CheckIn.state).in_(states))
        .values(state=CheckInState.CANCELED)
    )


def check_in(db: Session, enrollment_id: int, step: str, asks: Sequence[str]) -> CheckIn:
    """The check-in of this step, planned (again)."""
    found = db.exec(select(CheckIn).where(CheckIn.enrollment_id == enrollment_id, CheckIn.step == step)).first()
    check_in = found or CheckIn(enrollment_id=enrollment_id, step=step)
    check_in.asks = list(asks)
    check_in.state = CheckInState.PLANNED
    db.add(check_in)
    db.flush()
    return check_in


GONE_OUT = (OutboxState.SENDING, OutboxState.SENT, OutboxState.UNCERTAIN)
