"""The patients' rows."""

from sqlmodel import Session, select

from bot.storage.tables import Patient


def by_telegram_id(db: Session, telegram_id: int) -> Patient | None:
    return db.exec(select(Patient).where(Patient.telegram_id == telegram_id)).first()


def by_code(db: Session, code: str) -> Patient | None:
    """The patient with this code, however it is written."""
    return db.exec(select(Patient).where(Patient.code == code.strip().upper())).first()
