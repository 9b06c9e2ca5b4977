"""What staff are told under a flag's card: what the patient adds, presses and answers."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.escalation import Circle
from bot.domain.status import Lane, OutboxState
from bot.domain.tiers import Tier
from bot.services.cards import said_in
from bot.services.destinations import private_chats
from bot.services.saying import About, When, Words, say, words, words_of
from bot.storage import flags
from bot.storage.tables import Flag, Member, OutboxMessage, Patient, Report

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


def answered(db: Session, relay: OutboxMessage, patient: Patient, report: Report, now: datetime) -> None:
    """The patient answers what a staff member wrote: it hangs under those words, where they were written."""
    key, args = said_in(db, report)
    head = words("under-card-added", code=patient.code, tier=Tier(report.tier).word)
    say(
        db,
        int(relay.content["args"]["chat"]),
        Words(head.template, head.args, ((key, args),)),
        when=When(now),
        lane=Lane.ALERT,
        about=About(patient_id=patient.id, flag_id=report.flag_id, kind=KIND),
        reply_to=int(relay.content["args"]["message"]),
    )


def privately(db: Session, row: OutboxMessage, now: datetime) -> None:
    """What cannot be told in the group is told to whoever has the flag, or to all of staff while nobody has."""
    flag = db.get(Flag, row.flag_id) if row.flag_id else None
    if flag is None:
        return
    taken_by = db.get(Member, flag.acknowledged_by) if flag.acknowledged_by else None
    is_there = taken_by is not None and taken_by.removed_at is None
    for chat_id in [taken_by.telegram_id] if taken_by and is_there else private_chats(db, Circle.EVERYBODY):
        about = About(patient_id=flag.patient_id, flag_id=flag.id, kind=KIND)
        key = f"private:{row.id}:{chat_id}"
        say(db, chat_id, words_of(row), when=When(now), lane=Lane.ALERT, about=about, unique_key=key)


def newest_cards(db: Session, flag: Flag) -> Sequence[OutboxMessage]:
    """The newest copy of the card in each chat that has one, or is about to."""
    assert flag.id is not None
    newest = {
        row.chat_id: row
        for row in flags.cards(db, flag.id)
        if row.state != OutboxState.PLANNED or row.due_at <= row.created_at
    }
    return list(newest.values())
