"""What happens when a timer's time has come, by the timer's action."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from sqlmodel import Session

from bot.services import abandoned, checking_in, digest, doubting, unanswered, upkeep
from bot.services.practice import Practice
from bot.storage.tables import Timer

Action = Callable[[Session, Practice, int, datetime], None]


def _digest(db: Session, practice: Practice, _: int, now: datetime) -> None:
    digest.elapse(db, practice, now)


def _purge(db: Session, practice: Practice, _: int, now: datetime) -> None:
    upkeep.clean_up(db, practice, now)


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        doubting.ACTION: doubting.unanswered,
        checking_in.UNSENT: abandoned.unsent,
        checking_in.UNFINISHED: abandoned.unfinished,
        unanswered.NUDGE: unanswered.nudge,
        unanswered.SILENCE: unanswered.silence,
        digest.ACTION: _digest,
        upkeep.PURGE: _purge,
    }
)


def elapse(db: Session, practice: Practice, timer: Timer, now: datetime) -> None:
    """Do what the timer was started for. Raises KeyError for an action nobody knows."""
    ACTIONS[timer.action](db, practice, timer.subject_id, now)
