"""Rows for an export, each with the code and enrollment it belongs to: no name and no word is even decrypted."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.storage.sealing import unopened
from bot.storage.tables import Enrollment, Flag, Patient, Report


def reports_between(db: Session, since: datetime, until: datetime) -> Sequence[tuple[Report, str, Enrollment | None]]:
    return db.exec(
        select(Report, Patient.code, Enrollment)
        .options(unopened(Report.words))
        .join(Patient, col(Patient.id) == col(Report.patient_id))
        .join(Enrollment, col(Enrollment.id) == col(Report.enrollment_id), isouter=True)
        .where(col(Report.received_at) >= since, col(Report.received_at) < until)
    ).all()


def flags_between(db: Session, since: datetime, until: datetime) -> Sequence[tuple[Flag, str, Enrollment | None]]:
    return db.exec(
        select(Flag, Patient.code, Enrollment)
        .join(Patient, col(Patient.id) == col(Flag.patient_id))
        .join(Enrollment, col(Enrollment.id) == col(Flag.enrollment_id), isouter=True)
        .where(col(Flag.opened_at) >= since, col(Flag.opened_at) < until)
    ).all()
