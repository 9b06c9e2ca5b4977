"""The enrollments' rows, and their moves from state to state."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, select, update

from bot.domain.status import EnrollmentState
from bot.storage.tables import Enrollment, Patient

RUNNING = (EnrollmentState.ACTIVE, EnrollmentState.PAUSED)
"""Enrollments with a plan that goes on, or would."""
UNFINISHED = (EnrollmentState.INVITED, *RUNNING)


def by_id(db: Session, enrollment_id: int) -> Enrollment | None:
    return db.get(Enrollment, enrollment_id)


def add(db: Session, enrollment: Enrollment) -> Enrollment:
    db.add(enrollment)
    db.flush()
    return enrollment


def of_patient(db: Session, patient_id: int) -> Sequence[Enrollment]:
    """All of a patient's enrollments, the newest first."""
    return db.exec(
        select(Enrollment).where(Enrollment.patient_id == patient_id).order_by(col(Enrollment.id).desc())
    ).all()


def latest(db: Session, patient_id: int, *states: EnrollmentState) -> Enrollment | None:
    """The patient's newest enrollment in one of these states."""
    wanted = states or tuple(EnrollmentState)
    return next((row for row in of_patient(db, patient_id) if row.state in wanted), None)


def running(db: Session, patient_id: int) -> Enrollment | None:
    """The enrollment whose plan goes on, or is paused."""
    return latest(db, patient_id, *RUNNING)


def unfinished(db: Session) -> Sequence[Enrollment]:
    """Everybody's enrollments that have not ended, in order."""
    return db.exec(select(Enrollment).where(col(Enrollment.state).in_(UNFINISHED)).order_by(col(Enrollment.id))).all()


def unfinished_since(db: Session, since: datetime) -> Sequence[tuple[Enrollment, Patient]]:
    """Enrollments made from `since` on that have not ended, the newest first, each with its patient."""
    return db.exec(
        select(Enrollment, Patient)
        .join(Patient, col(Patient.id) == Enrollment.patient_id)
        .where(col(Enrollment.state).in_(UNFINISHED), Enrollment.created_at >= since)
        .order_by(col(Enrollment.id).desc())
    ).all()


def newest(db: Session, therapist_id: int | None, limit: int) -> Sequence[Enrollment]:
    """A therapist's newest enrollments, or everybody's."""
    found = select(Enrollment).order_by(col(Enrollment.id).desc()).limit(limit)
    if therapist_id is not None:
        found = found.where(Enrollment.therapist_id == therapist_id)
    return db.exec(found).all()


def move(
    db: Session, enrollment: Enrollment, come_from: Iterable[EnrollmentState], to: EnrollmentState, **values: object
) -> bool:
    """Put an enrollment into another state; False, and nothing changed, when it is in none of `come_from`."""
    done = db.exec(
        update(Enrollment)
        .where(col(Enrollment.id) == enrollment.id, col(Enrollment.state).in_(tuple(come_from)))
        .values(state=to, **values)
    )
    db.refresh(enrollment)
    return done.rowcount == 1


def finish(db: Session, enrollment: Enrollment, to: EnrollmentState, now: datetime) -> bool:
    """End an enrollment that is not finished yet; retention counts from `now`."""
    return move(db, enrollment, UNFINISHED, to, finished_at=now)
