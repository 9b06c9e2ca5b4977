"""Agreeing to be accompanied, or not: nothing routine is sent to a patient before that."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState
from bot.services import carrying_over, cold, consenting, planning
from bot.services.ending import end, supersede
from bot.services.mistakes import Mistake
from bot.services.opening import check_validity, enrollment_of
from bot.services.practice import Practice
from bot.services.saying import About, When, Words, area, in_full, say, words
from bot.services.telling_therapist import tell_therapist
from bot.services.visitor import Visitor
from bot.storage import enrollments, invitations, patients
from bot.storage.tables import Enrollment, Invitation, Patient


def agree(db: Session, practice: Practice, invitation_id: int, visitor: Visitor, now: datetime) -> Words:
    """The patient agrees: the plan begins and the therapist is told. Gives what the card says from now on.

    Raises Mistake for a link that no longer opens; pressed twice, nothing happens twice.
    """
    invitation, enrollment = _opened(db, invitation_id, visitor)
    patient = patients.by_id(db, enrollment.patient_id)
    if invitation.used_at is not None:
        return consenting.given(practice, enrollment, patient)
    check_validity(invitation, visitor, now)
    supersede(db, patient, now, keep=enrollment)
    come_from = (EnrollmentState.INVITED,)
    if not invitations.use(db, invitation, now) or not enrollments.move(
        db, enrollment, come_from, EnrollmentState.ACTIVE, joined_at=now
    ):
        raise Mistake("link-used")
    _consent(db, practice, patient, visitor, now)
    carried = carrying_over.take_over(db, practice, patient, enrollment)
    _welcome(db, practice, patient, enrollment, now)
    planning.plan(db, practice, enrollment, patient, now)
    tell_therapist(db, "therapist-joined", enrollment, patient, now, carried)
    return consenting.given(practice, enrollment, patient)


def decline(db: Session, invitation_id: int, visitor: Visitor, now: datetime) -> Words:
    """The patient says no: nothing of the account is kept, the therapist is told. Gives what the card says now."""
    invitation, enrollment = _opened(db, invitation_id, visitor)
    if invitation.used_at is not None:
        raise Mistake("declined-too-late")
    if not end(db, enrollment, EnrollmentState.DECLINED, "declined", now):
        raise Mistake("link-used")
    invitations.forget_opener(db, visitor.telegram_id)
    tell_therapist(db, "therapist-declined", enrollment, patients.by_id(db, enrollment.patient_id), now)
    return words("consent-declined")


def _consent(db: Session, practice: Practice, patient: Patient, visitor: Visitor, now: datetime) -> None:
    wishes = (patient.language, visitor.language, practice.clinic.default_language)
    language = practice.catalog.wording.language_for(*wishes)
    patient.telegram_id = visitor.telegram_id
    patient.language = language
    patient.consented_at = now
    patient.consent_version = consenting.version(practice, language)
    patient.withdrawn_at = patient.unreachable_at = None
    db.add(patient)
    db.flush()


def _welcome(db: Session, practice: Practice, patient: Patient, enrollment: Enrollment, now: datetime) -> None:
    assert patient.telegram_id is not None
    restriction_ends_at = planning.session_of(enrollment).restriction_ends_at
    said = words(
        "joined",
        area=area(enrollment.region, enrollment.side),
        until=in_full(restriction_ends_at),
        restriction="over" if restriction_ends_at <= now else "running",
    )
    about = About(patient_id=patient.id, enrollment_id=enrollment.id)
    say(db, patient.telegram_id, cold.also_asked(practice, said, enrollment, patient, now), when=When(now), about=about)


def _opened(db: Session, invitation_id: int, visitor: Visitor) -> tuple[Invitation, Enrollment]:
    """The link whose consent card this account was shown; a press by anybody else is refused."""
    invitation = invitations.by_id(db, invitation_id)
    if invitation is None or invitation.enrollment_id is None:
        raise Mistake("link-wrong")
    if invitation.revoked_at is not None and invitation.used_at is None:
        raise Mistake("link-revoked")
    if invitation.opened_by != visitor.telegram_id:
        raise Mistake("link-taken")
    return invitation, enrollment_of(db, invitation)
