"""Opening a start link: whom it lets in, and what everybody else is told."""

import hashlib
from datetime import datetime

from sqlmodel import Session

from bot.services import consenting, inviting, team
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Button, Words, words
from bot.services.telling_therapist import tell_therapist
from bot.services.visitor import Visitor
from bot.storage import enrollments, invitations, members, patients
from bot.storage.tables import Enrollment, Invitation, Patient


def open_link(db: Session, practice: Practice, code: str, visitor: Visitor, now: datetime) -> Words:
    """What the opener of a start link gets to read. Raises Mistake for a link that opens nothing for them."""
    invitation = inviting.find(db, code)
    if invitation is None:
        raise Mistake("link-wrong")
    if invitation.enrollment_id is None:
        if invitation.used_at is None:
            check_validity(invitation, visitor, now)
        return team.join(db, invitation, visitor, now)
    enrollment = enrollment_of(db, invitation)
    if invitation.used_at is not None:
        return _opened_again(invitation, enrollment, visitor)
    check_validity(invitation, visitor, now)
    if members.by_telegram_id(db, visitor.telegram_id):
        return _ask_member(db, invitation, enrollment, visitor)
    return _ask_consent(db, practice, invitation, enrollment, visitor)


def open_as_member(
    db: Session, practice: Practice, invitation_id: int, proof: str, visitor: Visitor, now: datetime
) -> Words:
    """A member of the team says that they are the patient. Raises Mistake like `open_link`."""
    invitation, enrollment = _held_link(db, invitation_id, proof, visitor, now)
    return _ask_consent(db, practice, invitation, enrollment, visitor)


def open_as_same(
    db: Session, practice: Practice, invitation_id: int, proof: str, visitor: Visitor, now: datetime
) -> Words:
    """The opener says they are the patient this account belongs to: one person, one record."""
    invitation, enrollment = _held_link(db, invitation_id, proof, visitor, now)
    known = patients.by_telegram_id(db, visitor.telegram_id)
    newcomer = patients.by_id(db, enrollment.patient_id)
    if known is None or newcomer.telegram_id not in (None, visitor.telegram_id):
        raise Mistake("link-used")
    if known.id != newcomer.id:
        _merge(db, newcomer, known, enrollment, now)
    return _ask_consent(db, practice, invitation, enrollment, visitor)


def check_validity(invitation: Invitation, visitor: Visitor, now: datetime) -> None:
    """Raises Mistake, saying why, when the link opens nothing for this account any more."""
    if invitation.opened_by not in (None, visitor.telegram_id):
        raise Mistake("link-taken")
    if invitation.expires_at <= now:
        raise Mistake("link-expired")
    if invitation.revoked_at is not None:
        raise Mistake("link-revoked")


def enrollment_of(db: Session, invitation: Invitation) -> Enrollment:
    """The enrollment a patient's link joins. Raises Mistake when it is gone."""
    enrollment = enrollments.by_id(db, invitation.enrollment_id or 0)
    if enrollment is None:
        raise Mistake("link-wrong")
    return enrollment


def _ask_consent(
    db: Session, practice: Practice, invitation: Invitation, enrollment: Enrollment, visitor: Visitor
) -> Words:
    """Keep the link for this account and show what there is to agree to."""
    known = patients.by_telegram_id(db, visitor.telegram_id)
    if known is not None and known.id != enrollment.patient_id:
        return _ask_who(invitation, known, visitor)
    patient = patients.by_id(db, enrollment.patient_id)
    own = patient.telegram_id in (None, visitor.telegram_id)
    if not own or not invitations.bind(db, invitation, visitor.telegram_id):
        raise Mistake("link-taken")
    return consenting.question(practice, invitation, enrollment)


def _ask_member(db: Session, invitation: Invitation, enrollment: Enrollment, visitor: Visitor) -> Words:
    """A therapist who tries the link must not use it up: it stays open for the patient."""
    patient = patients.by_id(db, enrollment.patient_id)
    data = f"join-anyway:{invitation.id}:{_proof(invitation, visitor)}"
    return words(
        "link-for-patient",
        name=patient.name or patient.code,
        code=patient.code,
        buttons=[[Button("button-join-anyway", data)]],
    )


def _ask_who(invitation: Invitation, known: Patient, visitor: Visitor) -> Words:
    """One account follows one patient: is this the same person, or somebody of the family?"""
    same = f"same-person:{invitation.id}:{_proof(invitation, visitor)}"
    buttons = [[Button("button-same-person", same)], [Button("button-other-person", "other-person")]]
    return words("link-second-patient", code=known.code, buttons=buttons)


def _merge(db: Session, newcomer: Patient, known: Patient, enrollment: Enrollment, now: datetime) -> None:
    """The therapist took a patient the clinic knows for a new one, and learns which code holds."""
    assert known.id is not None
    enrollment.patient_id = known.id
    known.name = newcomer.name or known.name
    newcomer.name = None
    newcomer.forgotten_at = now
    db.add_all((enrollment, known, newcomer))
    db.flush()
    tell_therapist(
        db, "therapist-known-patient", enrollment, known, now, [("therapist-code-gone", {"old": newcomer.code})]
    )


def _opened_again(invitation: Invitation, enrollment: Enrollment, visitor: Visitor) -> Words:
    if invitation.opened_by != visitor.telegram_id or enrollment.state not in enrollments.RUNNING:
        raise Mistake("link-used")
    return words("joined-already")


def _held_link(
    db: Session, invitation_id: int, proof: str, visitor: Visitor, now: datetime
) -> tuple[Invitation, Enrollment]:
    """The link whose opener pressed a button. Raises Mistake unless they did open it and it still opens."""
    invitation = invitations.by_id(db, invitation_id)
    if invitation is None or invitation.used_at is not None or proof != _proof(invitation, visitor):
        raise Mistake("link-used")
    check_validity(invitation, visitor, now)
    return invitation, enrollment_of(db, invitation)


def _proof(invitation: Invitation, visitor: Visitor) -> str:
    """Shows that this account had the link's code: ids in button data can be guessed, this cannot."""
    return hashlib.sha256(f"{invitation.code_hash}:{visitor.telegram_id}".encode()).hexdigest()[:24]
