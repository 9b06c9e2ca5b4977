"""An enrollment's plan as rows: each round of planning has its own, and none is ever planned twice."""

from collections.abc import Sequence

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
    """Cancel what is planned of the plan itself, and its check-ins; nudges and repeats stay."""
    canceled = outbox.cancel(db, reason, enrollment_id=enrollment_id, key_prefix=f"plan:{enrollment_id}:")
    cancel_check_ins(db, enrollment_id, CheckInState.PLANNED)
    return canceled


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
