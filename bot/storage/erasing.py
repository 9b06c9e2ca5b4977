"""Erasing what could name a person; states, times, tiers and numbers stay, belonging to nobody."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult
from sqlmodel import Session, col, delete, or_, select, update

from bot.domain.status import InboxState, OutboxState
from bot.storage import drafts, invitations
from bot.storage.tables import Flag, FlagEvent, InboxUpdate, OutboxMessage, Patient, Report

NOBODY = 0
"""Stands in place of a chat's id once the chat may not be known any more."""
FAREWELL = "forgotten"
"""The wording key of the last message to somebody who was erased."""

_NOTHING: dict[str, Any] = {"args": {}, "more": [], "buttons": [], "qr": None, "language": None}
_GONE = "-"
_FINAL = tuple(set(OutboxState) - {OutboxState.PLANNED, OutboxState.SENDING})


def erase_patient(db: Session, patient: Patient, now: datetime) -> None:
    """Erase name, words and account of a patient; what is on its way to staff still goes out."""
    assert patient.id is not None
    chat_id = patient.telegram_id
    _erase_words(db, patient.id)
    drafts.drop_of_patient(db, patient.id)
    if chat_id is not None:
        invitations.forget_opener(db, chat_id)
        _unlink(db, chat_id)
    patient.name = patient.telegram_id = patient.language = patient.timezone = patient.baseline = None
    patient.consented_at = patient.withdrawn_at = patient.unreachable_at = patient.cold_is_fine = None
    patient.forgotten_at = now
    db.add(patient)
    db.flush()


def erase_name(db: Session, name: str, chat_ids: Collection[int], since: datetime) -> None:
    """Erase what these chats have been told since then wherever it names the person: cards, lists, notes."""
    told = select(OutboxMessage).where(
        col(OutboxMessage.chat_id).in_(chat_ids),
        col(OutboxMessage.created_at) >= since,
        col(OutboxMessage.state).in_(_FINAL),
    )
    for message in db.exec(told):
        if _names(message.content, name):
            # Whether it is a picture must stay known: its caption can still be rewritten.
            message.content = {**_NOTHING, "qr": message.content.get("qr") and _GONE}


def _names(content: Any, name: str) -> bool:
    """True where the name stands anywhere in the arguments of a message."""
    if isinstance(content, dict):
        return any(_names(part, name) for part in content.values())
    if isinstance(content, list):
        return any(_names(part, name) for part in content)
    return bool(content == name)


def erase_old_messages(db: Session, before: datetime) -> int:
    """Erase what messages said, and to whom, once they are older than `before`; how many that were.

    A farewell to somebody who wanted to be forgotten is erased as soon as it has been said.
    """
    done = db.exec(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.state).in_(_FINAL),
            or_(col(OutboxMessage.created_at) < before, col(OutboxMessage.template) == FAREWELL),
            col(OutboxMessage.chat_id) != NOBODY,
        )
        .values(content=_NOTHING, chat_id=NOBODY)
    )
    return _count(done)


def drop_old_updates(db: Session, done_before: datetime, dead_before: datetime) -> int:
    """Delete handled updates, and older still, those that were set aside; how many that were."""
    rows = delete(InboxUpdate).where(
        ((col(InboxUpdate.state) == InboxState.DONE) & (col(InboxUpdate.received_at) < done_before))
        | ((col(InboxUpdate.state) == InboxState.DEAD) & (col(InboxUpdate.received_at) < dead_before))
    )
    return _count(db.exec(rows))


def _erase_words(db: Session, patient_id: int) -> None:
    db.exec(update(Report).where(col(Report.patient_id) == patient_id).values(words=None))
    of_patient = select(Flag.id).where(Flag.patient_id == patient_id)
    db.exec(update(FlagEvent).where(col(FlagEvent.flag_id).in_(of_patient)).values(words=None))
    db.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.patient_id) == patient_id, col(OutboxMessage.state).in_(_FINAL))
        .values(content=_NOTHING)
    )


def _unlink(db: Session, chat_id: int) -> None:
    """Nothing is sent to this chat any more, and what was exchanged with it says nothing and names nobody."""
    db.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.chat_id) == chat_id, col(OutboxMessage.state) == OutboxState.PLANNED)
        .values(state=OutboxState.CANCELED, reason="forgotten")
    )
    db.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.chat_id) == chat_id, col(OutboxMessage.state).in_(_FINAL))
        .values(content=_NOTHING, chat_id=NOBODY)
    )
    db.exec(
        delete(InboxUpdate).where(col(InboxUpdate.chat_id) == chat_id, col(InboxUpdate.state) != InboxState.PENDING)
    )


def _count(done: CursorResult[Any]) -> int:
    return int(done.rowcount)
