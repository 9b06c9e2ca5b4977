"""The dispatcher's transactions: recording what became of messages and claiming the next ones in a single commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.delivery import claiming, guarding, recording
from bot.delivery.claiming import Claiming, Guard
from bot.delivery.mail import Mail
from bot.delivery.parcels import Parcel
from bot.delivery.recording import Outcome, Recording
from bot.domain.status import Lane
from bot.storage import claims
from bot.storage.claims import Moment, NextTimes, Wish

AHEAD = timedelta(seconds=0.2)
"""Real time by which rows are claimed before they are due, so that they leave on the dot."""
_COUNTED_FOR = timedelta(seconds=62)


@dataclass(frozen=True)
class Turnover:
    """One turn's input. `careful`, after a turn that failed: every hook in a savepoint, nothing unreadable claimed.

    `sweep` also settles leases that have run out.
    """

    moment: Moment
    outcomes: Sequence[Outcome]
    wishes: Sequence[Wish]
    claim: str
    careful: bool = False
    sweep: bool = False


@dataclass(frozen=True)
class Turn:
    """One turn's result: what to send now, whether there may be more to claim, and when there will be.

    `recorded` is False where the outcomes still wait to be written down.
    """

    parcels: list[Parcel]
    more: bool
    next: NextTimes | None
    recorded: bool = True


def turn_over(db: Session, mail: Mail, turn: Turnover) -> Turn:
    """Record `turn.outcomes`, settle lost leases, claim what `turn.wishes` allow.

    Alerts that are due are claimed at once, and all the rest is left to the next turn: they must not wait for it.
    """
    guard = guarding.careful(turn.moment) if turn.careful else guarding.trusting
    ahead = Moment(turn.moment.now + AHEAD * mail.clock.speed, turn.moment.real_now)
    how = Claiming(mail.practice, mail.hooks, ahead, turn.claim, guard)
    writing = _recording(mail, turn.moment, guard)
    if turn.careful:
        recording.give_up_unreadable(db, ahead.now, writing)
    alerts = claiming.claim(db, [wish for wish in _due(db, turn, ahead) if wish.lane is Lane.ALERT], how)
    if alerts.parcels:
        return Turn(alerts.parcels, True, None, recorded=not turn.outcomes)
    recording.record(db, turn.outcomes, writing)
    if turn.sweep:
        recording.recover(db, writing, everything=False)
    # With the alerts again: what is recorded may have raised some, for example that nobody could be told.
    rest = claiming.claim(db, _due(db, turn, ahead), how)
    # While there is more to claim, there is another turn at once: only the last one need ask when to come back.
    return Turn(rest.parcels, rest.more, None if rest.more else claims.next_times(db, ahead))


def _due(db: Session, turn: Turnover, moment: Moment) -> list[Wish]:
    lanes = claims.lanes_due(db, moment.now)
    return [wish for wish in turn.wishes if wish.limit > 0 and wish.lane in lanes]


def take_over(db: Session, mail: Mail, moment: Moment) -> list[tuple[int, datetime]]:
    """Settle what the process before this one was sending; chat and clinic time of what it sent in the last minute.

    Only for whoever holds the lock: nobody else is sending now.
    """
    writing = _recording(mail, moment, guarding.careful(moment))
    sent_lately = claims.recently_sent(db, moment.now - _COUNTED_FOR * mail.clock.speed)
    underway = [(row.chat_id, moment.now) for row in claims.abandoned(db, moment.real_now, everything=True)]
    while recording.recover(db, writing, everything=True):
        db.flush()
    return [*sent_lately, *underway]


def leave(db: Session, mail: Mail, outcomes: Sequence[Outcome], unsent: Sequence[Parcel]) -> None:
    """Record what is known and put back what was not begun."""
    moment = mail.moment()
    recording.record(db, outcomes, _recording(mail, moment, guarding.careful(moment)))
    recording.release(db, unsent)


def _recording(mail: Mail, moment: Moment, guard: Guard) -> Recording:
    return Recording(mail.practice, mail.hooks, moment, guard, mail.has_fallback, mail.first_wait)
