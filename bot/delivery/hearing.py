"""Notices when nobody was listening for so long that Telegram has dropped presses."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.clock import Clock
from bot.delivery.hooks import Hooks
from bot.services.practice import Practice
from bot.storage import facts

_PRESSES_KEPT_FOR = timedelta(seconds=150)
"""Real time; the Bot API server's own limit for callback queries."""


def heard(db: Session, practice: Practice, hooks: Hooks, clock: Clock) -> None:
    """Note that Telegram could reach the bot just now; after a long silence the services are told of it."""
    real_now = clock.real_now()
    before = facts.get(db, facts.HEARD_AT)
    facts.put(db, facts.HEARD_AT, real_now.isoformat())
    silence = real_now - datetime.fromisoformat(before) if before else timedelta(0)
    if silence > _PRESSES_KEPT_FOR:
        hooks.returned(db, practice, clock.now())
