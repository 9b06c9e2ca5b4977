"""Closing a flag: an outcome is chosen; an emergency is not closed by chat alone."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import FlagState, Outcome
from bot.domain.tiers import Tier
from bot.services import cards, escalating, safety
from bot.services.acknowledging import acting, the_flag
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import About, Buttons, When, say, words
from bot.storage import flags, outbox
from bot.storage.tables import Flag, Member, OutboxMessage, Patient


def choose(
    db: Session,
    practice: Practice,
    member: Member | None,
    flag_id: int,
    where: OutboxMessage | None,
    now: datetime,
) -> None:
    """Offer the outcomes on the card that was pressed."""
    acting(member)
    flag = _closable(the_flag(db, flag_id))
    _show(db, practice, flag, where, cards.outcome_buttons(flag), now)


def back(
    db: Session,
    practice: Practice,
    member: Member | None,
    flag_id: int,
    where: OutboxMessage | None,
    now: datetime,
) -> None:
    """Put the card back as it was before an outcome was to be chosen."""
    acting(member)
    _show(db, practice, the_flag(db, flag_id), where, None, now)


def close(
    db: Session,
    practice: Practice,
    member: Member | None,
    flag_id: int,
    outcome: Outcome,
    where: OutboxMessage | None,
    now: datetime,
    *,
    sure: bool = False,
) -> None:
    """Close with an outcome and let the patient know what was decided.

    An emergency asks for one more press first (clinical fact base 3.4: not by chat alone). Raises Mistake when
    the flag is closed already, when nobody has taken it, or when `member` may not act on flags.
    """
    member, flag = acting(member), _closable(the_flag(db, flag_id))
    if cards.needs_a_voice(flag) and not sure:
        _show(db, practice, flag, where, cards.sure_buttons(flag, outcome), now, warn=True)
        return
    assert member.id is not None
    if not flags.close(db, flag, member.id, outcome, now):
        raise Mistake("flag-already-closed")
    flags.note(db, flag, f"closed-{outcome}"[:32], now, member_id=member.id)
    escalating.cancel(db, flag, "closed")
    safety.quiet(db, flag)
    _erase_name(db, flag)
    cards.refresh(db, practice, flag, now)
    _tell_patient(db, flag, outcome, now)


def _erase_name(db: Session, flag: Flag) -> None:
    """Of a patient who asked for it the name was kept only until this case was closed."""
    patient = db.get_one(Patient, flag.patient_id)
    if patient.forgotten_at is not None:
        patient.name = None


def _closable(flag: Flag) -> Flag:
    if flag.state == FlagState.CLOSED:
        raise Mistake("flag-already-closed")
    if flag.state == FlagState.OPEN:
        raise Mistake("flag-take-it-first")
    return flag


def _show(
    db: Session,
    practice: Practice,
    flag: Flag,
    where: OutboxMessage | None,
    buttons: Buttons | None,
    now: datetime,
    *,
    warn: bool = False,
) -> None:
    if where is None:
        return
    said = cards.card(db, practice, flag, buttons=buttons, warn=warn)
    cards.show(db, where, said, now)


def _tell_patient(db: Session, flag: Flag, outcome: Outcome, now: datetime) -> None:
    patient = db.get_one(Patient, flag.patient_id)
    if patient.telegram_id is None:
        return
    said = words(f"flag-closed-{outcome}", tier=Tier(flag.tier).word)
    say(db, patient.telegram_id, said, when=When(now), about=About(patient_id=patient.id, flag_id=flag.id))


def card_at(db: Session, chat_id: int, message_id: int | None, flag_id: int) -> OutboxMessage | None:
    """The copy of the card that was pressed.

    A press proves that the copy arrived: if its fate was unknown, its message id is learned from the press.
    """
    if message_id is None:
        return None
    known = outbox.said_as(db, chat_id, message_id)
    if known is not None:
        return known
    lost = [row for row in flags.cards(db, flag_id) if row.chat_id == chat_id and row.message_id is None]
    return outbox.recognize(db, lost[0], message_id) if lost else None
