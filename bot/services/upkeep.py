"""What the bot does for itself: the nightly clean-up, and telling admins about updates it could not handle."""

from datetime import datetime, time, timedelta

from sqlmodel import Session

from bot.domain.quiet_hours import at_wall_time
from bot.domain.status import Lane
from bot.services import receiving_media, retention
from bot.services.practice import Practice
from bot.services.saying import When, say, words
from bot.storage import members, patients, timers
from bot.storage.tables import InboxUpdate

PURGE = "purge"
_AT_NIGHT = time(3, 30)


def plan(db: Session, practice: Practice, now: datetime) -> None:
    """Plan the next nightly clean-up, at half past three on the clinic's wall clock; once for each night."""
    due_at = at_wall_time(now, 0, _AT_NIGHT, practice.clinic.zone)
    if due_at <= now:
        due_at = at_wall_time(now, 1, _AT_NIGHT, practice.clinic.zone)
    timers.start(db, PURGE, 0, due_at, unique_key=f"{PURGE}:{due_at:%Y-%m-%dT%H}")


def clean_up(db: Session, practice: Practice, now: datetime) -> None:
    """Erase what is older than promised, and plan the next night's."""
    retention.purge(db, practice, now)
    timers.drop_done(db, now - timedelta(days=7))
    plan(db, practice, now)


def tell_of_dead_letter(db: Session, practice: Practice, update: InboxUpdate, now: datetime) -> None:
    """Tell each admin once that an update was set aside; nothing of what was in it.

    A patient is asked to send it again, and to staff it is something of the patient's that nobody can read.
    """
    patient = patients.by_telegram_id(db, update.chat_id)
    if patient is not None:
        receiving_media.receive(db, practice, patient, receiving_media.UNREAD, None, update.update_id, now)
    for member in members.current(db):
        if member.admin:
            said = words("dead-letter", update=str(update.update_id), error=update.error or "")
            key = f"dead:{update.update_id}:{member.id}"
            say(db, member.telegram_id, said, when=When(now), lane=Lane.ANSWER, unique_key=key)
