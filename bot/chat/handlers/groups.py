"""Groups: binding the staff group, and the bot being added, removed or moved."""

from bot.chat.handlers.people import member
from bot.chat.turn import Handler, Toast, Turn
from bot.domain.status import Role
from bot.services import staff_group
from bot.services.mistakes import Mistake
from bot.services.saying import words
from bot.storage import chats


def bind_staff_group(turn: Turn) -> Toast | None:
    member(turn)
    turn.answer(staff_group.bind(turn.db, turn.incoming.chat_id, turn.now))
    return None


def in_staff_group(handler: Handler) -> Handler:
    """Only where staff read; in any other group the answer could be read by anybody."""

    def guarded(turn: Turn) -> Toast | None:
        if turn.incoming.chat_id != turn.staff_chat_id:
            raise Mistake("only-staff-group")
        return handler(turn)

    return guarded


def bind_in_group(turn: Turn) -> Toast | None:
    """/staffhere in a private chat."""
    turn.answer(words("staff-group-how"))
    return None


def group_help(turn: Turn) -> Toast | None:
    bound = turn.staff_chat_id == turn.incoming.chat_id
    turn.answer(words("group-help" if bound else "staff-group-hint"))
    return None


def ask_in_private(turn: Turn) -> Toast | None:
    """A command that has its place in a private chat, written where others read along."""
    turn.answer(words("in-private-please"))
    return None


def membership(turn: Turn) -> Toast | None:
    """The bot was put into a group, or out of it."""
    chat_id, status = turn.incoming.chat_id, turn.incoming.status
    if status in staff_group.GONE:
        staff_group.removed(turn.db, chat_id, turn.now)
    elif status == "member":
        staff_group.added(turn.db, chat_id, turn.may(Role.ADMIN), turn.now)
    return None


def migration(turn: Turn) -> Toast | None:
    """Telegram gave the group a new id; everything is sent there from now on."""
    if turn.incoming.migrated_to is not None:
        chats.move(turn.db, turn.incoming.chat_id, turn.incoming.migrated_to)
    return None
