"""Opening a link, and agreeing or not."""

from collections.abc import Callable

from bot.chat.access import stranger
from bot.chat.handlers.people import number, text
from bot.chat.turn import Toast, Turn
from bot.domain.status import Role
from bot.services import cold, joining, looking_ahead, opening
from bot.services.mistakes import Mistake
from bot.services.saying import Words, words
from bot.storage import outbox
from bot.storage.tables import Member


def start(turn: Turn) -> Toast | None:
    """/start, with the code of a link or without."""
    if turn.incoming.argument:
        turn.answer(opening.open_link(turn.db, turn.practice, turn.incoming.argument, turn.incoming.sender, turn.now))
    elif turn.member is not None:
        turn.answer(_help(turn.member))
    elif turn.patient is not None:
        turn.answer(looking_ahead.status(turn.db, turn.patient, turn.now))
    else:
        return stranger(turn)
    return None


def help_for(turn: Turn) -> Toast | None:
    """/help: what the bot can do for whoever asks, with the emergency number for patients and strangers."""
    if turn.member is not None:
        turn.answer(_help(turn.member))
    elif turn.patient is not None:
        turn.answer(words("help-patient"))
    else:
        return stranger(turn)
    return None


def agree(turn: Turn) -> Toast | None:
    invitation_id = number(turn)
    _go_on(turn, lambda: joining.agree(turn.db, turn.practice, invitation_id, turn.incoming.sender, turn.now))
    return None


def decline(turn: Turn) -> Toast | None:
    invitation_id = number(turn)
    _go_on(turn, lambda: joining.decline(turn.db, invitation_id, turn.incoming.sender, turn.now))
    return None


def join_anyway(turn: Turn) -> Toast | None:
    """A member of the team says they are the patient."""
    opened = (number(turn), text(turn, 1), turn.incoming.sender, turn.now)
    _go_on(turn, lambda: opening.open_as_member(turn.db, turn.practice, *opened))
    return None


def same_person(turn: Turn) -> Toast | None:
    opened = (number(turn), text(turn, 1), turn.incoming.sender, turn.now)
    _go_on(turn, lambda: opening.open_as_same(turn.db, turn.practice, *opened))
    return None


def other_person(turn: Turn) -> Toast | None:
    turn.redraw(words("link-other-person"))
    return None


def cold_pressed(turn: Turn) -> Toast | None:
    """Whether cold is a problem for the patient."""
    pressed = turn.incoming.message_id
    row = outbox.said_as(turn.db, turn.incoming.chat_id, pressed) if pressed is not None else None
    cold.answer(turn.db, turn.practice, turn.patient, number(turn), text(turn, 1), row, turn.now)
    return Toast("doubt-thanks")


def _go_on(turn: Turn, join: Callable[[], Words]) -> None:
    """Why a link does not let somebody in is said in the chat: a note that vanishes would leave them without help."""
    try:
        with turn.db.begin_nested():
            said = join()
    except Mistake as mistake:
        turn.answer(Words(mistake.key, mistake.arguments))
    else:
        turn.redraw(said)


def _help(member: Member) -> Words:
    return words(
        "help-team",
        therapist="yes" if member.may(Role.THERAPIST) else "no",
        staff="yes" if member.may(Role.STAFF) else "no",
        admin="yes" if member.admin else "no",
    )
