"""The outbox's rows as services see them; claiming and recording are in claims.py."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select, update

from bot.domain.status import OutboxState
from bot.storage.tables import OutboxMessage


def add(db: Session, message: OutboxMessage) -> OutboxMessage | None:
    """Add a row; None, and nothing changed, when its unique key is taken."""
    if message.unique_key is not None and by_key(db, message.unique_key) is not None:
        return None
    db.add(message)
    db.flush()
    return message


def by_key(db: Session, unique_key: str) -> OutboxMessage | None:
    return db.exec(select(OutboxMessage).where(OutboxMessage.unique_key == unique_key)).first()


def said_as(db: Session, chat_id: int, message_id: int) -> OutboxMessage | None:
    """The row that was sent as this Telegram message."""
    return db.exec(
        select(OutboxMessage).where(OutboxMessage.chat_id == chat_id, OutboxMessage.message_id == message_id)
    ).first()


def last_said(db: Session, chat_id: int, most: int) -> Sequence[OutboxMessage]:
    """The last messages that this chat got, rewritings aside, newest first."""
    return db.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.chat_id == chat_id,
            col(OutboxMessage.message_id).is_not(None),
            col(OutboxMessage.edits_id).is_(None),
        )
        .order_by(col(OutboxMessage.message_id).desc())
        .limit(most)
    ).all()


def planned_for(db: Session, enrollment_id: int) -> Sequence[OutboxMessage]:
    """An enrollment's plan that is still to come, in order."""
    return db.exec(
        select(OutboxMessage)
        .where(OutboxMessage.enrollment_id == enrollment_id, OutboxMessage.state == OutboxState.PLANNED)
        .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
    ).all()


def of_step(db: Session, enrollment_id: int, step: str) -> Sequence[OutboxMessage]:
    """Every message of this step of an enrollment's plan, put-off copies included, oldest first."""
    return db.exec(
        select(OutboxMessage)
        .where(
            OutboxMessage.enrollment_id == enrollment_id,
            OutboxMessage.step == step,
            col(OutboxMessage.edits_id).is_(None),
        )
        .order_by(col(OutboxMessage.id))
    ).all()


def edits_of(db: Session, message: OutboxMessage) -> Sequence[OutboxMessage]:
    """Every rewriting of a message that went out or will."""
    return db.exec(
        select(OutboxMessage).where(OutboxMessage.edits_id == message.id, OutboxMessage.state != OutboxState.CANCELED)
    ).all()


def cancel(
    db: Session,
    reason: str,
    *,
    patient_id: int | None = None,
    enrollment_id: int | None = None,
    flag_id: int | None = None,
    edits_id: int | None = None,
    unique_key: str | None = None,
    key_prefix: str | None = None,
    lane: int | None = None,
) -> int:
    """Cancel planned rows that match all that is given, and say how many. Raises ValueError if nothing is given."""
    conditions = [
        column == value
        for column, value in (
            (col(OutboxMessage.patient_id), patient_id),
            (col(OutboxMessage.enrollment_id), enrollment_id),
            (col(OutboxMessage.flag_id), flag_id),
            (col(OutboxMessage.edits_id), edits_id),
            (col(OutboxMessage.lane), lane),
            (col(OutboxMessage.unique_key), unique_key),
        )
        if value is not None
    ]
    if key_prefix is not None:
        conditions.append(col(OutboxMessage.unique_key).startswith(key_prefix, autoescape=True))
    if not conditions:
        raise ValueError("canceling everything is never meant")
    done = db.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.state) == OutboxState.PLANNED, *conditions)
        .values(state=OutboxState.CANCELED, reason=reason)
    )
    return done.rowcount


def reword(db: Session, message: OutboxMessage, content: dict[str, Any]) -> bool:
    """Change what a planned row will say; False, and nothing changed, when it is on its way or out already."""
    done = db.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.id) == message.id, col(OutboxMessage.state) == OutboxState.PLANNED)
        .values(content=content)
    )
    return done.rowcount == 1


def recognize(db: Session, message: OutboxMessage, message_id: int) -> OutboxMessage:
    """A press proves that a message of unknown fate arrived, as this Telegram message: it need not go out again."""
    if message.unconfirmed or message.state in (OutboxState.SENDING, OutboxState.SENT):
        message.message_id = message_id
        if message.state == OutboxState.UNCERTAIN:
            message.state = OutboxState.SENT
        db.flush()
    return message


def next_due(db: Session, now: datetime) -> datetime | None:
    """When the next planned message falls due after `now`, clinic time."""
    planned = select(OutboxMessage.due_at).where(OutboxMessage.state == OutboxState.PLANNED, OutboxMessage.due_at > now)
    return db.exec(planned.order_by(col(OutboxMessage.due_at)).limit(1)).first()
