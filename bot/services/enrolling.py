"""Enrolling a patient after a session, the first time or again."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.patient_code import new_code
from bot.domain.status import EnrollmentState
from bot.domain.vocabulary import fold
from bot.services import carrying_over, cold, planning
from bot.services.ending import supersede
from bot.services.enrolled_card import again_card, invitation_card
from bot.services.inviting import patient_link
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import About, When, Words, area, in_full, say, words
from bot.storage import enrollments, flags, patients
from bot.storage.tables import Enrollment, Member, Patient


@dataclass(frozen=True)
class Wish:
    """An enrollment that lacks nothing."""

    patient_id: int | None
    """A patient the clinic knows; None: somebody new, called `name`."""
    name: str | None
    region: str
    side: str | None
    hours: int
    risks: tuple[str, ...] = ()


def enroll(db: Session, practice: Practice, therapist: Member, wish: Wish, now: datetime) -> Words:
    """Make the enrollment. A patient who has agreed before is told and gets the plan; anybody else gets a link."""
    patient = patients.by_id(db, wish.patient_id) if wish.patient_id else _new_patient(db, wish.name or "", now)
    assert patient.id is not None
    patient.baseline = None  # it was the pain before another session, maybe at another place
    protocol = planning.protocol_of(practice)
    earlier = supersede(db, patient, now)
    joined = patient.telegram_id is not None and patient.agrees
    enrollment = enrollments.add(
        db,
        Enrollment(
            patient_id=patient.id,
            therapist_id=therapist.id,
            state=EnrollmentState.ACTIVE if joined else EnrollmentState.INVITED,
            region=wish.region,
            side=wish.side,
            restriction_hours=wish.hours,
            risks=list(dict.fromkeys(wish.risks)),
            ended_at=now,
            protocol=protocol.id,
            protocol_version=protocol.version,
            created_at=now,
            joined_at=now if joined else None,
        ),
    )
    carried = carrying_over.take_over(db, practice, patient, enrollment)
    if joined:
        card = _start_again(db, practice, enrollment, patient, earlier, now)
    else:
        assert enrollment.id is not None
        link = patient_link(db, practice, enrollment.id, therapist.id, now)
        card = invitation_card(practice, patient, enrollment, link, _namesake(db, practice, patient, now), now)
    return replace(card, more=carried)


def known_patient(db: Session, code: str, unknown: str = "code-unknown") -> Patient:
    """The patient with this code. Raises Mistake `unknown` when nothing is kept of one, or not any more."""
    patient = patients.by_code(db, code)
    if patient is None or patient.forgotten_at is not None:
        raise Mistake(unknown, code=code.strip().upper()[:12])
    return patient


def default_hours(practice: Practice) -> int:
    return int(planning.protocol_of(practice).default_restriction.total_seconds() // 3600)


def _start_again(
    db: Session, practice: Practice, enrollment: Enrollment, patient: Patient, earlier: Enrollment | None, now: datetime
) -> Words:
    assert patient.telegram_id is not None
    said = words(
        "joined-again",
        area=area(enrollment.region, enrollment.side),
        hours=enrollment.restriction_hours,
        until=in_full(planning.session_of(enrollment).restriction_ends_at),
    )
    about = About(patient_id=patient.id, enrollment_id=enrollment.id)
    say(db, patient.telegram_id, cold.also_asked(practice, said, enrollment, patient, now), when=When(now), about=about)
    planning.plan(db, practice, enrollment, patient, now)
    return again_card(practice, patient, enrollment, earlier, flags.unsettled(db, enrollment.patient_id), now)


def _namesake(db: Session, practice: Practice, patient: Patient, now: datetime) -> Patient | None:
    """Somebody else of that name whose aftercare has not ended: probably the same person, taken for a new one."""
    name = fold(patient.name or "")
    recent = enrollments.unfinished_since(db, now - planning.protocol_of(practice).listening_for)
    return next((other for _, other in recent if other.id != patient.id and fold(other.name or "") == name), None)


def _new_patient(db: Session, name: str, now: datetime) -> Patient:
    return patients.add(db, Patient(code=_free_code(db), name=name, created_at=now))


def _free_code(db: Session) -> str:
    """A code nobody has; longer ones once the short ones have become rare."""
    for attempt in range(60):
        code = new_code(secrets.choice, 2 + attempt // 20)
        if patients.by_code(db, code) is None:
            return code
    raise LookupError("no free patient code found")
