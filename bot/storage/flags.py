"""Flags and what was done about them."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select, update

from bot.domain.status import FlagState, Lane, OutboxState, Outcome
from bot.storage.tables import Flag, FlagEvent, OutboxMessage, Patient

CARD = "card"
"""The kind of an outbox row that shows a flag to staff with its buttons."""
RELAY = "relay"
"""The kind of an outbox row that carries a staff member's words to the patient."""


def add(db: Session, flag: Flag) -> Flag:
    db.add(flag)
    db.flush()
    return flag


def unsettled(db: Session, patient_id: int) -> Flag | None:
    """The patient's case that is not closed; there is at most one."""
    return db.exec(select(Flag).where(Flag.patient_id == patient_id, Flag.state != FlagState.CLOSED)).first()


def all_unsettled(db: Session) -> Sequence[Flag]:
    """Every case that is not closed: those nobody has taken first, the worst and oldest first."""
    return db.exec(
        select(Flag)
        .where(Flag.state != FlagState.CLOSED)
        .order_by(col(Flag.state).desc(), col(Flag.tier).desc(), col(Flag.raised_at), col(Flag.id))
    ).all()


def acknowledge(db: Session, flag: Flag, member_id: int, at: datetime) -> bool:
    """Take an open flag; False, and nothing changed, when it is not open any more."""
    return _move(db, flag, FlagState.OPEN, state=FlagState.ACKNOWLEDGED, acknowledged_by=member_id, acknowledged_at=at)


def close(db: Session, flag: Flag, member_id: int, outcome: Outcome, at: datetime) -> bool:
    """Close an acknowledged flag; False, and nothing changed, when it is in another state."""
    return _move(
        db, flag, FlagState.ACKNOWLEDGED, state=FlagState.CLOSED, closed_by=member_id, closed_at=at, outcome=outcome
    )


def reopen(db: Session, flag: Flag) -> None:
    """A worse sign has come: whoever had taken it has taken a lesser worry."""
    _move(db, flag, FlagState.ACKNOWLEDGED, state=FlagState.OPEN, acknowledged_by=None, acknowledged_at=None)


def _move(db: Session, flag: Flag, expected: FlagState, **values: object) -> bool:
    done = db.exec(update(Flag).where(col(Flag.id) == flag.id, col(Flag.state) == expected).values(**values))
    db.refresh(flag)
    return done.rowcount == 1


def note(
    db: Session, flag: Flag, what: str, at: datetime, *, member_id: int | None = None, words: str | None = None
) -> FlagEvent:
    """Write down what was done about a flag."""
    assert flag.id is not None
    event = FlagEvent(flag_id=flag.id, at=at, what=what, member_id=member_id, words=words)
    db.add(event)
    db.flush()
    return event


def events(db: Session, flag_id: int, *what: str) -> Sequence[FlagEvent]:
    """What was done about a flag, in order; only these kinds when any are named."""
    found = select(FlagEvent).where(FlagEvent.flag_id == flag_id).order_by(col(FlagEvent.id))
    return db.exec(found.where(col(FlagEvent.what).in_(what)) if what else found).all()


def cards(db: Session, flag_id: int) -> Sequence[OutboxMessage]:
    """Every copy of the flag's card that went out, is under way or is still to go out, in order."""
    return messages(db, flag_id, CARD)


def messages(db: Session, flag_id: int, kind: str) -> Sequence[OutboxMessage]:
    """The flag's messages of one kind that went out, are under way or are still to go out, in order."""
    return db.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.flag_id == flag_id,
            OutboxMessage.kind == kind,
            col(OutboxMessage.edits_id).is_(None),
            col(OutboxMessage.state).not_in((OutboxState.CANCELED, OutboxState.SKIPPED, OutboxState.FAILED)),
        )
        .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
    ).all()


def last_relay(db: Session, patient_id: int, since: datetime) -> OutboxMessage | None:
    """What staff last wrote to the patient, if that was not before `since`."""
    return db.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.patient_id == patient_id,
            OutboxMessage.kind == RELAY,
            col(OutboxMessage.edits_id).is_(None),
            OutboxMessage.created_at >= since,
        )
        .order_by(col(OutboxMessage.id).desc())
    ).first()


def relays(db: Session, flag_id: int) -> Sequence[OutboxMessage]:
    """What staff answered the patient about this flag, in order."""
    return db.exec(
        select(OutboxMessage)
        .where(OutboxMessage.flag_id == flag_id, OutboxMessage.kind == RELAY, col(OutboxMessage.edits_id).is_(None))
        .order_by(col(OutboxMessage.id))
    ).all()


def alerted_by(db: Session, row_id: int) -> tuple[Flag, Patient] | None:
    """The case that the alert in this outbox row is about, and its patient; None when it is gone or closed."""
    return db.exec(
        select(Flag, Patient)
        .join(Patient, col(Flag.patient_id) == col(Patient.id))
        .join(OutboxMessage, col(OutboxMessage.flag_id) == col(Flag.id))
        .where(OutboxMessage.id == row_id, col(Flag.closed_at).is_(None))
    ).first()


def stuck_alerts(db: Session, due_before: datetime) -> Sequence[int]:
    """The outbox rows of alerts to staff groups, due before that clinic time, that Telegram has not confirmed yet."""
    found = db.exec(
        select(col(OutboxMessage.id)).where(
            OutboxMessage.lane == Lane.ALERT,
            col(OutboxMessage.state).in_([OutboxState.PLANNED, OutboxState.SENDING]),
            col(OutboxMessage.flag_id).is_not(None),
            col(OutboxMessage.edits_id).is_(None),
            OutboxMessage.chat_id < 0,
            OutboxMessage.due_at < due_before,
        )
    )
    return [row_id for row_id in found if row_id is not None]
