"""Taking a flag: the first who presses has it, everybody else learns who."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import FlagState, Role
from bot.domain.tiers import Tier
from bot.services import cards, escalating, holding
from bot.services.cases import stands
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import About, When, say, words
from bot.storage import flags
from bot.storage.tables import Flag, Member, Patient


def acting(member: Member | None) -> Member:
    """The member, if they may act on flags. Raises Mistake for anybody else: being in the group is not being staff."""
    if member is None or not member.may(Role.STAFF):
        raise Mistake("flag-only-staff")
    return member


def the_flag(db: Session, flag_id: int) -> Flag:
    """The flag with this id. Raises Mistake when its patient's data has been deleted meanwhile."""
    flag = db.get(Flag, flag_id)
    if flag is None:
        raise Mistake("flag-gone")
    return flag


def acknowledge(db: Session, practice: Practice, member: Member | None, flag_id: int, now: datetime) -> None:
    """Take an open flag: nobody is told again, every card names who has it, and so does a message to the patient.

    Raises Mistake when somebody has it already, when it is closed, or when `member` may not act on flags.
    """
    member, flag = acting(member), the_flag(db, flag_id)
    if not take(db, practice, member, flag, now):
        raise _too_late(db, flag, member)


def take(db: Session, practice: Practice, member: Member, flag: Flag, now: datetime) -> bool:
    """The same for a flag at hand; False, and nothing changed, when it is not open."""
    assert member.id is not None
    if not flags.acknowledge(db, flag, member.id, now):
        return False
    flags.note(db, flag, "acknowledged", now, member_id=member.id)
    escalating.cancel(db, flag, "acknowledged")
    holding.plan(db, practice, flag, member, now)
    cards.refresh(db, practice, flag, now)
    _tell_patient(db, flag, member, now)
    return True


def _tell_patient(db: Session, flag: Flag, member: Member, now: datetime) -> None:
    patient = db.get_one(Patient, flag.patient_id)
    if patient.telegram_id is not None and flag.tier >= Tier.URGENT:
        said = words("flag-seen-by", who=member.first_name, tier=stands(flag))
        say(db, patient.telegram_id, said, when=When(now), about=About(patient_id=patient.id, flag_id=flag.id))


def _too_late(db: Session, flag: Flag, member: Member) -> Mistake:
    if flag.state == FlagState.CLOSED:
        return Mistake("flag-already-closed")
    if flag.acknowledged_by == member.id:
        return Mistake("flag-already-yours")
    taken_by = db.get(Member, flag.acknowledged_by) if flag.acknowledged_by else None
    return Mistake("flag-already-taken", who=taken_by.first_name if taken_by else "?")
