"""A staff member's reply to a card goes to the patient; the card shows whether Telegram has taken it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain.status import FlagState, Lane
from bot.services import cards
from bot.services.acknowledging import acting, take, the_flag
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import About, When, say, words
from bot.storage import flags
from bot.storage.tables import Flag, Member, OutboxMessage, Patient

LONGEST = 3000
"""Letters of a reply: with the name and the frame it stays below Telegram's 4,096."""


@dataclass(frozen=True)
class Reply:
    """What a staff member wrote as a reply to a message about a flag."""

    flag_id: int
    words: str | None
    chat_id: int
    message_id: int
    anonymous: bool = False


def relay(db: Session, practice: Practice, member: Member | None, reply: Reply, now: datetime) -> None:
    """Send a reply to the patient under the staff member's first name; replying to an open flag takes it.

    Raises Mistake for a reply by nobody in particular, by somebody who may not act on flags, without words, too
    long, or to a patient who cannot be written to.
    """
    if reply.anonymous:
        raise Mistake("relay-anonymous")
    member, flag = acting(member), the_flag(db, reply.flag_id)
    text = _words(reply)
    patient = db.get_one(Patient, flag.patient_id)
    if patient.telegram_id is None:
        raise Mistake("relay-no-patient", code=patient.code)
    if flag.state == FlagState.OPEN:
        take(db, practice, member, flag, now)
        _say_taken(db, reply, patient, now)
    sent = say(
        db,
        patient.telegram_id,
        words("relay-to-patient", who=member.first_name, words=text, chat=reply.chat_id, message=reply.message_id),
        when=When(now),
        lane=Lane.ALERT,
        about=About(patient_id=patient.id, flag_id=flag.id, kind=flags.RELAY),
        unique_key=f"relay:{reply.chat_id}:{reply.message_id}",
    )
    if sent is not None:
        flags.note(db, flag, "reply", now, member_id=member.id, words=text)
        cards.refresh(db, practice, flag, now)


def delivered(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> None:
    """Telegram has taken a reply: the cards show it."""
    flag = db.get(Flag, row.flag_id)
    if flag is not None:
        cards.refresh(db, practice, flag, now)


def failed(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> None:
    """A reply will not reach the patient: whoever wrote it is told where they wrote it."""
    delivered(db, practice, row, now)
    patient = db.get(Patient, row.patient_id)
    args = row.content["args"]
    say(
        db,
        int(args["chat"]),
        words("relay-failed", code=patient.code if patient else "?"),
        when=When(now),
        lane=Lane.ALERT,
        about=About(flag_id=row.flag_id),
        unique_key=f"relay-failed:{row.id}",
        reply_to=int(args["message"]),
    )


def _words(reply: Reply) -> str:
    text = (reply.words or "").strip()
    if not text:
        raise Mistake("relay-only-words")
    if len(text) > LONGEST:
        raise Mistake("relay-too-long", most=LONGEST)
    return text


def _say_taken(db: Session, reply: Reply, patient: Patient, now: datetime) -> None:
    say(
        db,
        reply.chat_id,
        words("relay-takes", code=patient.code),
        when=When(now),
        about=About(flag_id=reply.flag_id),
        reply_to=reply.message_id,
    )
