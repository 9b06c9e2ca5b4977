"""What comes in and is no command and no button of ours."""

from bot.chat.access import stranger
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
    if turn.member is None and turn.patient is None:
        return stranger(turn)
    turn.answer(words("unknown-command-team" if turn.member is not None else "unknown-command"))
    return None


def said_by_member(turn: Turn) -> Toast | None:
    """A member of the team writes what is no command and belongs to no draft."""
    turn.answer(words("team-said"))
    return None
