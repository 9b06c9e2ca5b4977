"""The patients' rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.storage.tables import Enrollment, Patient


def by_telegram_id(db: Session, telegram_id: int) -> Patient | None:
    return db.exec(select(Patient).where(Patient.telegram_id == telegram_id)).first()


def by_id(db: Session, patient_id: int) -> Patient:
    """The patient of a row that refers to it. Raises LookupError if there is none."""
    patient = db.get(Patient, patient_id)
    if patient is None:
        raise LookupError("no such patient")
    return patient


def by_code(db: Session, code: str) -> Patient | None:
    """The patient with this code, however it is written."""
    return db.exec(select(Patient).where(Patient.code == code.strip().upper())).first()


def add(db: Session, patient: Patient) -> Patient:
    db.add(patient)
    db.flush()
    return patient


def to_forget(db: Session, finished_before: datetime) -> Sequence[Patient]:
    """Patients of whom something is kept and all of whose enrollments ended before that instant."""
    recent = select(Enrollment.patient_id).where(
        col(Enrollment.finished_at).is_(None) | (col(Enrollment.finished_at) >= finished_before)
    )
    return db.exec(
        select(Patient).where(
            col(Patient.forgotten_at).is_(None),
            Patient.created_at < finished_before,
            col(Patient.id).not_in(recent),
        )
    ).all()
