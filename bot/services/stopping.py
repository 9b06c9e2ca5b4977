"""The patient withdraws their consent: nothing routine is sent any more, open flags stay with staff."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState, Lane
from bot.services.destinations import staff_chats
from bot.services.ending import end
from bot.services.saying import About, When, Words, say, words
from bot.services.telling_therapist import tell_therapist
from bot.storage import enrollments, flags
from bot.storage.tables import Flag, Patient


def stop(db: Session, patient: Patient, now: datetime) -> Words:
    """End whatever runs, in this transaction; with an open flag the answer names the emergency number."""
    assert patient.id is not None
    ended = [
        enrollment
        for enrollment in enrollments.of_patient(db, patient.id)
        if end(db, enrollment, EnrollmentState.STOPPED, "stopped", now)
    ]
    flag = flags.unsettled(db, patient.id)
    if not ended and not patient.agrees:
        return words("stopped-already")
    patient.withdrawn_at = now
    db.add(patient)
    for enrollment in ended:
        tell_therapist(db, "therapist-stopped", enrollment, patient, now)
    if flag is None:
        return words("stopped")
    tell_staff(db, "staff-patient-stopped", flag, patient, now)
    return words("stopped-with-flag")


def tell_staff(db: Session, key: str, flag: Flag, patient: Patient, now: datetime) -> None:
    """Staff keep an open flag whatever the patient does; here they learn what that is, by code only."""
    for chat_id in staff_chats(db):
        about = About(patient_id=patient.id, flag_id=flag.id)
        say(db, chat_id, words(key, code=patient.code), when=When(now), lane=Lane.ALERT, about=about)
