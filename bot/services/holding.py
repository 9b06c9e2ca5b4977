"""Asking about a flag that somebody has taken: taken is not dealt with, and nothing has been written down since."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.escalation import Circle, held_steps
from bot.domain.status import FlagState, Lane
from bot.domain.tiers import Tier
from bot.services.cards import show_button
from bot.services.destinations import escalation_chats
from bot.services.escalating import HELD, telling
from bot.services.practice import Practice
from bot.services.saying import About, When, at, say, words
from bot.storage import flags
from bot.storage.tables import Flag, Member, OutboxMessage, Patient

_SHOWS_CARE = ("reply", "with-help")
"""Events after which the patient is known to be looked after."""


def plan(db: Session, practice: Practice, flag: Flag, member: Member, now: datetime) -> None:
    """Plan to ask the member, and later everybody, unless it is closed or the patient answered by then."""
    tier, patient = Tier(flag.tier), db.get_one(Patient, flag.patient_id)
    said = words(
        "flag-held",
        buttons=[[show_button(flag, patient)]],
        code=patient.code,
        tier=tier.word,
        who=member.first_name,
        since=at(now),
    )
    for step in held_steps(tier, now, practice.clinic.hours, practice.clinic.zone):
        only_holder = step.circle is Circle.HOLDER
        for chat_id in (member.telegram_id,) if only_holder else escalation_chats(db, step.circle):
            say(
                db,
                chat_id,
                said,
                when=When(now, due_at=step.due_at),
                lane=Lane.ALERT,
                about=About(patient_id=flag.patient_id, flag_id=flag.id, kind=HELD),
                unique_key=f"{HELD}:{telling(flag)}:{step.circle}:{chat_id}",
            )


def still_wanted(db: Session, row: OutboxMessage) -> str | None:
    """None while nothing shows that the patient was looked after, else why the question is not asked."""
    flag = db.get(Flag, row.flag_id) if row.flag_id else None
    if flag is None or flag.state != FlagState.ACKNOWLEDGED or flag.acknowledged_at is None:
        return "settled"
    since = [event for event in flags.events(db, flag.id or 0, *_SHOWS_CARE) if event.at >= flag.acknowledged_at]
    return "looked-after" if since else None
