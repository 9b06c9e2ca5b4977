"""What comes in and is no command and no button of ours."""

from bot.chat.handlers import reports
from bot.chat.turn import Toast, Turn
from bot.services.saying import words


def nothing(turn: Turn) -> Toast | None:
    """Nothing that is meant for the bot."""
    return None


def old_button(turn: Turn) -> Toast | None:
    """A button the bot no longer knows."""
    return Toast("press-old", alert=True)


def unknown_command(turn: Turn) -> Toast | None:
    """A slash word that is no command. What a patient writes behind it may matter and is heard all the same."""
    if turn.patient is not None and turn.incoming.argument:
        return reports.spoken(turn)
    if turn.member is not None:
        turn.answer(words("unknown-command-team"))
    else:
        turn.answer(words("unknown-command" if turn.patient is not None else "stranger"))
    return None


def said_by_member(turn: Turn) -> Toast | None:
    """A member of the team writes what is no command and belongs to no draft."""
    turn.answer(words("team-said"))
    return None
