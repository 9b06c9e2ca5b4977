"""Patients who have blocked the bot or whose account is gone, and their coming back."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState, Lane
from bot.domain.tiers import Tier
from bot.services import planning
from bot.services.destinations import staff_chats
from bot.services.practice import Practice
from bot.services.saying import About, When, say, words
from bot.storage import enrollments, flags, plans
from bot.storage.tables import Patient


def lost(db: Session, patient: Patient, now: datetime) -> None:
    """Nothing routine is tried any more; staff are told once, at once where a flag is not closed."""
    assert patient.id is not None
    if patient.unreachable_at is not None:
        return
    patient.unreachable_at = now
    enrollment = enrollments.latest(db, patient.id, EnrollmentState.ACTIVE)
    if enrollment is not None and enrollment.id is not None:
        plans.take_back(db, enrollment.id, planning.UNREACHABLE)
    flag = flags.unsettled(db, patient.id)
    pressing = flag is not None and flag.tier >= Tier.URGENT
    for chat_id in staff_chats(db):
        say(
            db,
            chat_id,
            words("patient-lost", code=patient.code, flagged="yes" if flag else "no"),
            when=When(now),
            lane=Lane.ALERT if pressing else Lane.ANSWER,
            about=About(patient_id=patient.id, flag_id=flag.id if flag else None),
        )


def found(db: Session, practice: Practice, patient: Patient, now: datetime) -> None:
    """They are back: what is still useful is planned anew, and staff learn it where a flag is not closed."""
    assert patient.id is not None
    if patient.unreachable_at is None:
        return
    patient.unreachable_at = None
    enrollment = enrollments.latest(db, patient.id, EnrollmentState.ACTIVE)
    if enrollment is not None and patient.telegram_id is not None:
        planning.plan(db, practice, enrollment, patient, now)
    flag = flags.unsettled(db, patient.id)
    for chat_id in staff_chats(db) if flag else ():
        said = words("patient-found", code=patient.code)
        say(db, chat_id, said, when=When(now), about=About(patient_id=patient.id, flag_id=flag.id if flag else None))
