"""What a patient is told about the tier their words or presses were given, truthfully by the clinic's hours."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.escalation import next_digest
from bot.domain.status import Lane
from bot.services.cases import Case
from bot.services.destinations import staff_chats
from bot.services.practice import Practice
from bot.services.saying import About, Argument, When, Words, in_full, say
from bot.storage.tables import Flag


def urgent(db: Session, practice: Practice, case: Case, flag: Flag | None, now: datetime) -> None:
    """Say that a person of the clinic has to deal with it, when that can be, and what not to wait for."""
    if case.patient.telegram_id is not None:
        say(
            db,
            case.patient.telegram_id,
            urgent_text(db, practice, now),
            when=When(now),
            lane=Lane.ALERT,
            about=About(patient_id=case.patient_id, flag_id=flag.id if flag else None),
        )


def urgent_text(db: Session, practice: Practice, now: datetime) -> Words:
    """In clinic hours the clinic gets in touch; outside them an urgent-care line or emergency department is named."""
    clinic = practice.clinic
    opens_at = clinic.hours.next_open(now, clinic.zone)
    reachable = "yes" if staff_chats(db) else "no"
    if opens_at == now:
        return Words("urgent-open", {"reachable": reachable})
    args: dict[str, Argument] = {"known": "yes" if opens_at else "no", "opens": in_full(opens_at) if opens_at else ""}
    return Words("urgent-closed", {**args, "reachable": reachable})


def looked_at(practice: Practice, now: datetime) -> dict[str, Argument]:
    """When staff look at what is not urgent: today, or at the next opening, as the arguments of a sentence."""
    clinic = practice.clinic
    next_at = next_digest(now, clinic.hours, clinic.zone)
    if next_at is None:
        return {"day": "unknown", "opens": ""}
    same_day = next_at.astimezone(clinic.zone).date() == now.astimezone(clinic.zone).date()
    return {"day": "today" if same_day else "later", "opens": in_full(next_at)}
