"""Who may do what: a command or press by anybody else changes nothing and is answered kindly."""

from collections.abc import Callable
from functools import wraps

from bot.chat.incoming import Kind
from bot.chat.turn import Handler, Toast, Turn
from bot.domain.status import Role
from bot.services import strangers
from bot.services.mistakes import Mistake


def team_only(*roles: Role) -> Callable[[Handler], Handler]:
    """Let only members with one of these roles through; an admin has every role."""

    def guard(handler: Handler) -> Handler:
        @wraps(handler)
        def guarded(turn: Turn) -> Toast | None:
            if turn.incoming.anonymous:
                raise Mistake("group-anonymous")
            if not any(turn.may(role) for role in roles):
                raise Mistake("other-role" if turn.member else "team-only")
            return handler(turn)

        return guarded

    return guard


def stranger(turn: Turn) -> Toast | None:
    """Somebody the clinic does not know, or who has not agreed: danger words get the emergency number all the same."""
    incoming = turn.incoming
    words = incoming.argument if incoming.command else incoming.text
    turn.answer(strangers.answer(turn.db, turn.practice, incoming.sender, words or "", turn.now, incoming.command))
    return None


def patients_only(handler: Handler) -> Handler:
    """Let only patients through; what they press is checked again against their own rows."""

    @wraps(handler)
    def guarded(turn: Turn) -> Toast | None:
        if turn.patient is None and turn.incoming.kind is Kind.PRESS:
            raise Mistake("not-your-buttons")
        if turn.patient is None and turn.member is None:
            return stranger(turn)
        if turn.patient is None:
            raise Mistake("patients-only")
        return handler(turn)

    return guarded


therapists = team_only(Role.THERAPIST)
admins = team_only(Role.ADMIN)
everybody_of_the_team = team_only(*Role)
