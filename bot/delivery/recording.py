"""Writes down what became of messages, and lets the services follow up in the same transaction."""

import logging
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.delivery.claiming import Guard
from bot.delivery.hooks import Hooks
from bot.delivery.parcels import Parcel
from bot.domain.deliveries import GROUP_GONE, Delivery, Migrated, Refusal, Refused, Sent, Unknown
from bot.domain.delivery_policy import FIRST_WAIT, Attempt, Verdict, judge
from bot.domain.status import Lane, OutboxState
from bot.services.practice import Practice
from bot.storage import chats, claims, timers
from bot.storage.claims import Moment
from bot.storage.tables import OutboxMessage

_log = logging.getLogger(__name__)

CARRY_ALERT = "carry-alert"
"""The timer that brings an alert to the clinic by other means than Telegram; its subject is the alert's row."""


@dataclass(frozen=True)
class Outcome:
    """What became of a parcel."""

    parcel: Parcel
    delivery: Delivery


@dataclass(frozen=True)
class Recording:
    """What recording needs to know besides the outcomes; `has_fallback`: alerts can leave by another way."""

    practice: Practice
    hooks: Hooks
    moment: Moment
    guard: Guard
    has_fallback: bool = False
    first_wait: timedelta = FIRST_WAIT


def record(db: Session, outcomes: Sequence[Outcome], how: Recording) -> None:
    """Write down every outcome whose claim is still ours; the others somebody else has dealt with."""
    held = claims.still_held(db, [row for o in outcomes for row in o.parcel.rows])
    _write_down(
        db, [(held[row.id], _share_of(row, o)) for o in outcomes for row in o.parcel.rows if row.id in held], how
    )


def _write_down(db: Session, deliveries: Iterable[tuple[OutboxMessage, Delivery]], how: Recording) -> None:
    fates = [(row, _as_far_as_known(row, delivery)) for row, delivery in deliveries]
    claims.mark_sent(db, [(row, fate.message_id) for row, fate in fates if isinstance(fate, Sent)], how.moment.now)
    for row, fate in fates:
        if isinstance(fate, Sent):
            _follow_up(db, row, how)
        else:
            _settle(db, row, fate, how)


def _as_far_as_known(row: OutboxMessage, delivery: Delivery) -> Delivery:
    """A press on a message whose answer never came has proven that it arrived."""
    proven = isinstance(delivery, Unknown) and row.message_id is not None
    return Sent(row.message_id) if proven else delivery


def _share_of(row: OutboxMessage, outcome: Outcome) -> Delivery:
    """A reminder that was carried along has no message of its own."""
    carried = row is not outcome.parcel.row and isinstance(outcome.delivery, Sent)
    return Sent(None) if carried else outcome.delivery


def release(db: Session, parcels: Iterable[Parcel]) -> None:
    """Put back what was claimed and not even begun."""
    for row in claims.still_held(db, [row for parcel in parcels for row in parcel.rows]).values():
        _let_go(row)
        row.state = OutboxState.PLANNED
        row.attempts -= 1


def recover(db: Session, how: Recording, *, everything: bool) -> int:
    """Settle what a process that is gone, or lost its lease, was sending; say how many rows that were.

    With `everything`, every lease counts as lost: for whoever holds the lock and has just begun.
    """
    rows = claims.abandoned(db, how.moment.real_now, everything=everything)
    _write_down(db, [(row, Unknown("interrupted")) for row in rows], how)
    return len(rows)


def give_up_unreadable(db: Session, due_by: datetime, how: Recording) -> None:
    """Fail what is due by then, clinic time, and cannot be read; what is stored of it stays as it is."""
    for row in claims.unreadable(db, due_by):
        _log.error("message %s cannot be read with DATA_KEY", row.id)
        _settle(db, row, Refused(Refusal.UNREADABLE), how)


def _follow_up(db: Session, row: OutboxMessage, how: Recording) -> None:
    how.guard(db, row, lambda: how.hooks.sent(db, how.practice, row, how.moment.now))


def _settle(db: Session, row: OutboxMessage, delivery: Delivery, how: Recording) -> None:
    verdict = judge(_attempt(row), delivery, random.random(), how.first_wait)
    _let_go(row)
    _write(row, verdict, how.moment)
    if isinstance(delivery, Migrated):
        chats.move(db, row.chat_id, delivery.new_chat_id)
        row.chat_id = delivery.new_chat_id
    if row.state in (OutboxState.FAILED, OutboxState.UNCERTAIN):
        how.guard(db, row, lambda: how.hooks.failed(db, how.practice, row, delivery, how.moment.now))
        if how.has_fallback and _needs_another_way(row, delivery):
            timers.start(db, CARRY_ALERT, row.id or 0, how.moment.now)


def _attempt(row: OutboxMessage) -> Attempt:
    return Attempt(
        Lane(row.lane),
        question=row.check_in_id is not None,
        edit=row.edits_id is not None,
        tries=row.attempts,
        unconfirmed=row.unconfirmed,
    )


def _write(row: OutboxMessage, verdict: Verdict, moment: Moment) -> None:
    row.state = verdict.state
    row.reason = verdict.reason
    row.retry_at = None if verdict.retry_after is None else moment.real_now + verdict.retry_after
    row.unconfirmed += verdict.unconfirmed
    if not verdict.counted:
        row.attempts -= 1


def _let_go(row: OutboxMessage) -> None:
    row.claim = row.lease_until = None


def _needs_another_way(row: OutboxMessage, delivery: Delivery) -> bool:
    unsayable = isinstance(delivery, Refused) and delivery.why in (Refusal.UNSAYABLE, Refusal.UNREADABLE)
    group_gone = row.chat_id < 0 and isinstance(delivery, Refused) and delivery.why in GROUP_GONE
    return row.lane == Lane.ALERT and row.flag_id is not None and (group_gone or unsayable)
