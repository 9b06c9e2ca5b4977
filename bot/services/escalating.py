"""Telling staff again about a flag nobody has taken: rows planned when it opens, canceled when it is taken."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from bot.domain.escalation import steps
from bot.domain.tiers import Tier
from bot.services import cards
from bot.services.destinations import escalation_chats, staff_chats
from bot.services.practice import Practice
from bot.services.saying import When
from bot.storage import outbox
from bot.storage.tables import Flag

HELD = "held"
"""The kind of an outbox row that asks about a flag somebody has taken."""


def telling(flag: Flag) -> str:
    """Names what is being told: the flag anew whenever it is raised or another danger joins it."""
    return f"{flag.id}:{Tier(flag.tier).word}:{flag.raised_at.timestamp():.3f}"


def alert(db: Session, practice: Practice, flag: Flag, now: datetime) -> None:
    """The card at once, and every further telling that follows unless somebody takes the flag."""
    tier = Tier(flag.tier)
    cards.post(db, practice, flag, staff_chats(db), When(now), key=f"card:{telling(flag)}")
    for step in steps(tier, flag.raised_at, practice.clinic.hours, practice.clinic.zone):
        minutes = int(step.waited.total_seconds() // 60)
        cards.post(
            db,
            practice,
            flag,
            escalation_chats(db, step.circle),
            When(now, due_at=step.due_at),
            waited=step.due_at - flag.raised_at,
            key=f"again:{telling(flag)}:{minutes}",
        )


def tell_privately(db: Session, practice: Practice, flag: Flag, chats: Iterable[int], now: datetime) -> None:
    """The group cannot be reached: the card goes to these people, once for each telling."""
    cards.post(db, practice, flag, chats, When(now), key=f"private:{telling(flag)}")


def cancel(db: Session, flag: Flag, reason: str) -> None:
    """Nothing more is told about this flag by itself."""
    for kind in ("again", HELD):
        outbox.cancel(db, reason, flag_id=flag.id, key_prefix=f"{kind}:{flag.id}:")
