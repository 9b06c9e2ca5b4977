"""What the rest of the program wants to do when messages and timers come of age, handed in as functions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.domain.deliveries import Delivery, Postponed
from bot.services.practice import Practice
from bot.storage.tables import InboxUpdate, OutboxMessage, Timer

Row = OutboxMessage


def _nothing(*_: Any) -> None:
    """Nothing to do."""


@dataclass(frozen=True)
class Hooks:
    """Each runs inside the transaction that records what it is told of; times are clinic time, aware UTC."""

    still_wanted: Callable[[Session, Practice, Row, datetime], str | Postponed | None] = _nothing
    """Before a message is sent: None if it is still wanted, else why it is skipped, or until when it waits."""
    sent: Callable[[Session, Practice, Row, datetime], None] = _nothing
    """Telegram has taken the message."""
    failed: Callable[[Session, Practice, Row, Delivery, datetime], None] = _nothing
    """Telegram has refused it for good (Refused), or its fate stays unknown and it is not repeated (Unknown)."""
    skipped: Callable[[Session, Practice, Row, str, datetime], None] = _nothing
    """It was no longer useful when its turn came, for this reason."""
    elapse: Callable[[Session, Practice, Timer, datetime], None] = _nothing
    """A timer's time has come."""
    dead_letter: Callable[[Session, Practice, InboxUpdate, datetime], None] = _nothing
    """An update could not be handled and was set aside; never pass on what was in it."""
    returned: Callable[[Session, Practice, datetime], None] = _nothing
    """The bot hears again after a while whose presses are lost."""
