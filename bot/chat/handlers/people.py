"""What handlers need to know of the sender."""

from bot.chat.turn import Turn
from bot.services.mistakes import Mistake
from bot.storage.tables import Member, Patient


def member(turn: Turn) -> Member:
    """The member behind a guarded handler."""
    if turn.member is None:
        raise Mistake("team-only")
    return turn.member


def patient(turn: Turn) -> Patient:
    """The patient behind a guarded handler."""
    if turn.patient is None:
        raise Mistake("stranger")
    return turn.patient


def number(turn: Turn) -> int:
    """The number that the pressed button's data begins with. Raises Mistake for data that no button of ours sends."""
    return int(value) if (value := text(turn, 0)).isdecimal() and len(value) < 19 else _no_button()


def text(turn: Turn, place: int) -> str:
    """A word in the pressed button's data. Raises Mistake for data that no button of ours sends."""
    values = turn.incoming.values
    return values[place] if place < len(values) else str(_no_button())


def _no_button() -> int:
    raise Mistake("press-old")
