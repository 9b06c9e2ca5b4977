"""Keeping nothing longer than promised: run once a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.status import EnrollmentState
from bot.services import planning
from bot.services.ending import end
from bot.services.inviting import LINK_FOR
from bot.services.practice import Practice
from bot.storage import drafts, enrollments, erasing, flags, patients

UPDATES_FOR = timedelta(days=7)
"""How long handled updates are kept, against repeats."""
DEAD_UPDATES_FOR = timedelta(days=30)
DRAFTS_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Purged:
    """What one run has ended or erased."""

    ended: int
    patients: int
    messages: int
    updates: int


def purge(db: Session, practice: Practice, now: datetime) -> Purged:
    """End what has run out and erase what is older than promised; a patient with an open flag is kept."""
    kept_for = practice.clinic.retention_for
    ended = _end_what_ran_out(db, practice, now)
    forgotten = 0
    for patient in patients.to_forget(db, now - kept_for):
        assert patient.id is not None
        if flags.unsettled(db, patient.id) is None:
            erasing.erase_patient(db, patient, now)
            forgotten += 1
    drafts.drop_older(db, now - DRAFTS_FOR)
    return Purged(
        ended,
        forgotten,
        erasing.erase_old_messages(db, now - kept_for),
        erasing.drop_old_updates(db, now - UPDATES_FOR, now - DEAD_UPDATES_FOR),
    )


def _end_what_ran_out(db: Session, practice: Practice, now: datetime) -> int:
    """Links nobody opened in time, and aftercare the protocol no longer listens for."""
    ended = 0
    for enrollment in enrollments.unfinished(db):
        if enrollment.state == EnrollmentState.INVITED:
            over, to = enrollment.created_at + LINK_FOR <= now, EnrollmentState.CANCELED
        else:
            over, to = planning.listens_until(db, practice, enrollment) <= now, EnrollmentState.COMPLETED
        if over:
            ended += end(db, enrollment, to, "over", now)
    return ended
