"""What patients write, send and press about how they are."""

from functools import wraps

from bot.chat.handlers.people import number, patient
from bot.chat.incoming import Kind
from bot.chat.turn import Handler, Toast, Turn
from bot.services import receiving_media, reminding, reporting, safety, unreachable
from bot.services.mistakes import Mistake
from bot.services.reporting import Heard
from bot.services.saying import Words


def spoken(turn: Turn) -> Toast | None:
    """A patient's message of any kind, or an edit of one."""
    incoming, writer = turn.incoming, patient(turn)
    if incoming.text:
        _received(turn, incoming.text, _source(turn))
    if incoming.media is not None and incoming.kind is not Kind.EDITED:
        receiving_media.receive(
            turn.db, turn.practice, writer, incoming.media, incoming.message_id, incoming.update_id, turn.now
        )
    return None


def report(turn: Turn) -> Toast | None:
    """/report, with or without the words right behind it."""
    if turn.incoming.argument:
        patient(turn)
        _received(turn, turn.incoming.argument, "text")
    else:
        turn.answer(reminding.problem(turn.patient))
    return None


def hearing(handler: Handler) -> Handler:
    """The same command; what a patient writes behind it is heard first, where it may matter."""

    @wraps(handler)
    def listening(turn: Turn) -> Toast | None:
        written = turn.incoming.argument
        if (
            turn.patient is None
            or not written
            or not reporting.may_matter(turn.practice, written, turn.incoming.command)
        ):
            return handler(turn)
        _received(turn, written, "text")
        try:
            with turn.db.begin_nested():
                return handler(turn)
        except Mistake as mistake:  # answered here, or what was heard would be undone with it
            turn.answer(Words(mistake.key, mistake.arguments))
            return None

    return listening


def with_help(turn: Turn) -> Toast | None:
    safety.with_help(turn.db, turn.practice, turn.patient, number(turn), turn.now)
    return Toast("toast-with-help")


def _received(turn: Turn, text: str, source: str) -> None:
    heard = Heard(text, source, turn.incoming.message_id, turn.incoming.update_id)
    reporting.receive(turn.db, turn.practice, patient(turn), heard, turn.now)


def _source(turn: Turn) -> str:
    if turn.incoming.kind is Kind.EDITED:
        return reporting.EDITED
    return "text" if turn.incoming.media is None else "caption"


def membership(turn: Turn) -> Toast | None:
    """The patient has blocked the bot, or let it in again."""
    if turn.patient is not None and turn.incoming.status == "kicked":
        unreachable.lost(turn.db, turn.patient, turn.now)
    elif turn.patient is not None and turn.incoming.status == "member":
        unreachable.found(turn.db, turn.practice, turn.patient, turn.now)
    return None
