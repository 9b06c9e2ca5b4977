"""A patient's other sessions of these days: whoever helps must hear of all the needles."""

from datetime import datetime

from sqlmodel import Session

from bot.services.practice import Practice
from bot.storage import enrollments
from bot.storage.tables import Enrollment


def other_sessions(db: Session, practice: Practice, enrollment: Enrollment, now: datetime) -> list[Enrollment]:
    """The sessions besides this one that were joined and are still listened for at `now`."""
    protocol = practice.catalog.protocol(enrollment.protocol)
    return [
        other
        for other in enrollments.of_patient(db, enrollment.patient_id)
        if other.id != enrollment.id and other.joined_at is not None and other.ended_at >= now - protocol.listening_for
    ]
