"""What staff press and write about flags, in the staff group or privately."""

from bot.chat.handlers.people import number, text
from bot.chat.incoming import Kind
from bot.chat.turn import Toast, Turn
from bot.domain.status import Outcome
from bot.services import acknowledging, closing, digest, relaying
from bot.services.mistakes import Mistake
from bot.services.relaying import Reply
from bot.storage import outbox
from bot.storage.tables import OutboxMessage


def acknowledge(turn: Turn) -> Toast | None:
    _card(turn)
    acknowledging.acknowledge(turn.db, turn.practice, turn.member, number(turn), turn.now)
    return Toast("toast-acknowledged")


def close(turn: Turn) -> Toast | None:
    closing.choose(turn.db, turn.practice, turn.member, number(turn), _card(turn), turn.now)
    return None


def back(turn: Turn) -> Toast | None:
    closing.back(turn.db, turn.practice, turn.member, number(turn), _card(turn), turn.now)
    return None


def outcome(turn: Turn) -> Toast | None:
    return _close(turn, sure=False)


def outcome_sure(turn: Turn) -> Toast | None:
    return _close(turn, sure=True)


def open_flags(turn: Turn) -> Toast | None:
    turn.answer(digest.open_flags(turn.db, turn.practice, turn.member, turn.now))
    return None


def whole_digest(turn: Turn) -> Toast | None:
    turn.answer(digest.digest(turn.db, turn.practice, turn.member, turn.now))
    return None


def show_card(turn: Turn) -> Toast | None:
    digest.show_card(turn.db, turn.practice, turn.member, number(turn), turn.incoming.chat_id, turn.now)
    return None


def flag_replied_to(turn: Turn) -> int | None:
    """The flag a message answers, when it is a reply to something the bot said about one."""
    if turn.incoming.reply_to is None:
        return None
    row = outbox.said_as(turn.db, turn.incoming.chat_id, turn.incoming.reply_to)
    is_own = row is not None and turn.patient is not None and row.patient_id == turn.patient.id
    return None if row is None or is_own else row.flag_id


def reply(turn: Turn) -> Toast | None:
    """A reply to a message about a flag goes to the patient."""
    flag_id, incoming = flag_replied_to(turn), turn.incoming
    if flag_id is None or incoming.message_id is None:
        return None
    if incoming.kind is Kind.EDITED:
        raise Mistake("relay-edited")
    said = Reply(
        flag_id,
        incoming.text if incoming.media is None else None,
        incoming.chat_id,
        incoming.message_id,
        incoming.anonymous,
    )
    relaying.relay(turn.db, turn.practice, turn.member, said, turn.now)
    return None


def _close(turn: Turn, *, sure: bool) -> Toast | None:
    chosen = text(turn, 1)
    if chosen not in {each.value for each in Outcome}:
        raise Mistake("press-old")
    closing.close(turn.db, turn.practice, turn.member, number(turn), Outcome(chosen), _card(turn), turn.now, sure=sure)
    return None


def _card(turn: Turn) -> OutboxMessage | None:
    return closing.card_at(turn.db, turn.incoming.chat_id, turn.incoming.message_id, number(turn))
