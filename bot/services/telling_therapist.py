"""What the therapist who enrolled somebody learns of them, in private."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.services.saying import Argument, Paragraph, When, Words, area, say
from bot.storage import members
from bot.storage.tables import Enrollment, Patient


def tell_therapist(
    db: Session, key: str, enrollment: Enrollment, patient: Patient, now: datetime, also: Sequence[Paragraph] = ()
) -> None:
    """Say `key` with the patient's name, code and session, and `also` below it; nobody is told who has left."""
    therapist = members.by_id(db, enrollment.therapist_id) if enrollment.therapist_id else None
    if therapist is not None and therapist.removed_at is None:
        session = area(enrollment.region, enrollment.side)
        args: dict[str, Argument] = {"area": session, "name": patient.name or patient.code, "code": patient.code}
        say(db, therapist.telegram_id, Words(key, args, also), when=When(now))
