"""Presses on a reminder."""

from bot.chat.handlers.people import number, text
from bot.chat.turn import Toast, Turn
from bot.services import reminding
from bot.services.saying import at
from bot.storage import outbox
from bot.storage.tables import OutboxMessage


def done(turn: Turn) -> Toast | None:
    reminding.done(turn.db, turn.patient, number(turn), text(turn, 1), _pressed(turn), turn.now)
    return Toast("toast-done")


def later(turn: Turn) -> Toast | None:
    due_at = reminding.later(
        turn.db, turn.practice, turn.patient, number(turn), text(turn, 1), _pressed(turn), turn.now
    )
    return Toast("toast-later", {"at": at(due_at)})


def problem(turn: Turn) -> Toast | None:
    turn.answer(reminding.problem(turn.patient))
    return None


def _pressed(turn: Turn) -> OutboxMessage | None:
    message_id = turn.incoming.message_id
    return None if message_id is None else outbox.said_as(turn.db, turn.incoming.chat_id, message_id)
