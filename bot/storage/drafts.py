"""What therapists have said so far of enrollments that lack something."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.storage.tables import EnrollmentDraft


def of_member(db: Session, member_id: int, since: datetime) -> EnrollmentDraft | None:
    """The draft a therapist is at, unless it was begun before `since`."""
    return db.exec(
        select(EnrollmentDraft)
        .where(EnrollmentDraft.member_id == member_id, EnrollmentDraft.created_at >= since)
        .order_by(col(EnrollmentDraft.id).desc())
    ).first()


def by_id(db: Session, draft_id: int) -> EnrollmentDraft | None:
    return db.get(EnrollmentDraft, draft_id)


def begin(db: Session, draft: EnrollmentDraft) -> EnrollmentDraft:
    """Start a draft in place of the therapist's earlier ones."""
    db.exec(delete(EnrollmentDraft).where(col(EnrollmentDraft.member_id) == draft.member_id))
    db.add(draft)
    db.flush()
    return draft


def save(db: Session, draft: EnrollmentDraft) -> None:
    db.add(draft)
    db.flush()


def drop(db: Session, draft: EnrollmentDraft) -> None:
    db.delete(draft)
    db.flush()


def drop_of_patient(db: Session, patient_id: int) -> None:
    db.exec(delete(EnrollmentDraft).where(col(EnrollmentDraft.patient_id) == patient_id))


def drop_older(db: Session, before: datetime) -> None:
    db.exec(delete(EnrollmentDraft).where(col(EnrollmentDraft.created_at) < before))
