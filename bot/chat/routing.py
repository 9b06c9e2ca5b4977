"""Who handles what: every command and every button in one list each."""

from datetime import datetime

from sqlmodel import Session

from bot.chat.incoming import Incoming, Kind
from bot.chat.turn import Handler, Toast, Turn
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import words
from bot.storage import facts, members, patients

PRIVATE_COMMANDS: dict[str, Handler] = {}
GROUP_COMMANDS: dict[str, Handler] = {}
PRESSES: dict[str, Handler] = {}


def handle(db: Session, practice: Practice, incoming: Incoming, now: datetime) -> Toast | None:
    """Let the right handler act on what came in. A person's mistake changes nothing and is answered."""
    turn = Turn(
        db,
        practice,
        incoming,
        now,
        members.by_telegram_id(db, incoming.sender_id),
        patients.by_telegram_id(db, incoming.sender_id),
        facts.staff_chat(db),
    )
    try:
        with db.begin_nested():
            return _handler(turn)(turn)
    except Mistake as mistake:
        if incoming.kind is Kind.PRESS:
            return Toast(mistake.key, mistake.arguments, alert=True)
        turn.answer(words(mistake.key, **mistake.arguments))
        return None


def _handler(turn: Turn) -> Handler:
    raise LookupError
