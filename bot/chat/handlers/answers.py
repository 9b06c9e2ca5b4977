"""Presses on a check-in."""

from bot.chat.handlers.people import number, text
from bot.chat.turn import Toast, Turn
from bot.services import checking_in, doubting
from bot.services.checking_in import Press
from bot.storage import check_ins, outbox


def choose(turn: Turn) -> Toast | None:
    """A number or a choice; the button's action is the question."""
    _arrived(turn)
    press = Press(number(turn), turn.incoming.action, text(turn, 1))
    checking_in.answer(turn.db, turn.practice, turn.patient, press, turn.now)
    return None


def toggle(turn: Turn) -> Toast | None:
    _arrived(turn)
    press = Press(number(turn), "symptoms", text(turn, 1))
    checking_in.toggle(turn.db, turn.practice, turn.patient, press, turn.now)
    return None


def send(turn: Turn) -> Toast | None:
    checking_in.send(turn.db, turn.practice, turn.patient, Press(number(turn), "symptoms"), turn.now)
    return None


def none_of_these(turn: Turn) -> Toast | None:
    checking_in.send_none(turn.db, turn.practice, turn.patient, Press(number(turn), "symptoms"), turn.now)
    return None


def correct(turn: Turn) -> Toast | None:
    checking_in.correct(turn.db, turn.practice, turn.patient, Press(number(turn), "soreness"), turn.now)
    return None


def doubt(turn: Turn) -> Toast | None:
    doubting.answer(turn.db, turn.practice, turn.patient, number(turn), text(turn, 1), turn.now)
    return Toast("doubt-thanks")


def _arrived(turn: Turn) -> None:
    """A press proves that a check-in of unknown fate has arrived, and as which message."""
    row, pressed = check_ins.message(turn.db, number(turn)), turn.incoming.message_id
    owned = row is not None and row.chat_id == turn.incoming.chat_id
    if row is not None and owned and row.message_id is None and pressed is not None:
        outbox.recognize(turn.db, row, pressed)
