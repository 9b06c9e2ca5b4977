"""Enrolling by one typed line; what it lacks is asked step by step."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.enroll_line import Details, LineError, read_line
from bot.services import enrolling_by_steps
from bot.services.enrolling import Wish, default_hours, enroll, known_patient
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Words
from bot.storage.tables import Member


def enroll_line(db: Session, practice: Practice, therapist: Member, typed: str, now: datetime) -> Words:
    """Enroll from what was typed behind /enroll. Raises Mistake, naming what is wrong with it."""
    if not typed.strip():
        return enrolling_by_steps.begin(db, practice, therapist, None, None, Details(), now)
    try:
        line = read_line(typed, practice.catalog.vocabulary)
    except LineError as error:
        raise Mistake(f"enroll-{error.fault}", typed=error.typed) from None
    known = known_patient(db, line.code, "enroll-code-unknown") if line.code else None
    details = line.details
    if details.region is None:
        return enrolling_by_steps.begin(db, practice, therapist, known, line.name, details, now)
    hours = details.hours or default_hours(practice)
    patient_id = known.id if known else None
    wish = Wish(patient_id, line.name, details.region, details.side, hours, details.risks)
    return enroll(db, practice, therapist, wish, now)
