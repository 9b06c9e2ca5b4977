"""What staff are told under a flag's card: what the patient adds, presses and answers."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.status import Lane, OutboxState
from bot.domain.tiers import Tier
from bot.services.cards import said_in
from bot.services.saying import About, When, Words, say, words
from bot.storage import flags
from bot.storage.tables import Flag, OutboxMessage, Patient, Report

KIND = "under-card"


def added(db: Session, flag: Flag, patient: Patient, report: Report, now: datetime) -> None:
    """The patient has said something more; it hangs under each newest card."""
    key, args = said_in(db, report)
    head = words("under-card-added", code=patient.code, tier=Tier(report.tier).word)
    lane = Lane.ALERT if report.tier >= Tier.URGENT else Lane.ANSWER
    _under_cards(db, flag, Words(head.template, head.args, ((key, args),)), now, lane)


def with_help(db: Session, flag: Flag, patient: Patient, now: datetime) -> None:
    _under_cards(db, flag, words("under-card-with-help", code=patient.code), now, Lane.ALERT)


def _under_cards(db: Session, flag: Flag, said: Words, now: datetime, lane: Lane) -> None:
    for row in newest_cards(db, flag):
        say(
            db,
            row.chat_id,
            said,
            when=When(now),
            lane=lane,
            about=About(patient_id=flag.patient_id, flag_id=flag.id, kind=KIND),
            reply_to=row.message_id,
        )


def newest_cards(db: Session, flag: Flag) -> Sequence[OutboxMessage]:
    """The newest copy of the card in each chat that has one, or is about to."""
    assert flag.id is not None
    newest = {
        row.chat_id: row
        for row in flags.cards(db, flag.id)
        if row.state != OutboxState.PLANNED or row.due_at <= row.created_at
    }
    return list(newest.values())
