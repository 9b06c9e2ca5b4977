"""The team's commands and buttons, for admins."""

from bot.chat.handlers.people import member, number
from bot.chat.turn import Toast, Turn
from bot.services import team
from bot.services.saying import words


def invite(turn: Turn) -> Toast | None:
    turn.answer(team.invite(turn.db, turn.practice, member(turn), turn.incoming.argument, turn.now))
    return None


def overview(turn: Turn) -> Toast | None:
    turn.answer(team.overview(turn.db))
    return None


def remove(turn: Turn) -> Toast | None:
    turn.answer(team.ask_whom_to_remove(turn.db))
    return None


def ask_to_remove(turn: Turn) -> Toast | None:
    turn.redraw(team.ask_to_remove(turn.db, turn.practice, number(turn)))
    return None


def remove_surely(turn: Turn) -> Toast | None:
    turn.redraw(team.remove(turn.db, turn.practice, member(turn), number(turn), turn.now))
    return None


def remove_nobody(turn: Turn) -> Toast | None:
    turn.redraw(words("team-nobody-removed"))
    return None
