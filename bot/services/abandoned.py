"""Check-ins that were begun and not gone on with: what was chosen or answered counts all the same."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import LISTENING, CheckInState
from bot.domain.tiers import Tier
from bot.services import concluding, judging
from bot.services.cases import Case
from bot.services.checking_in import Open, send_chosen
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.storage.tables import CheckIn, Enrollment, Patient


def unsent(db: Session, practice: Practice, check_in_id: int, now: datetime) -> None:
    """A danger sign was chosen and **Send** never pressed: it counts as sent."""
    it = _open(db, practice, check_in_id)
    if it is not None and judging.unsent_dangers(it.check_in, it.protocol.question("symptoms").dangers):
        send_chosen(db, practice, it, now)


def unfinished(db: Session, practice: Practice, check_in_id: int, now: datetime) -> None:
    """The first answers are there and the rest is not: they are judged and reported, the check-in stays open."""
    it = _open(db, practice, check_in_id)
    if it is None or it.check_in.state != CheckInState.ASKED:
        return
    judged = judging.judge(db, practice, it.case, it.check_in, now)
    if judged.tier > (it.check_in.tier if it.check_in.tier is not None else -1) or judged.tier == Tier.EXPECTED:
        concluding.report(db, practice, it.case, it.check_in, judged, now)


def _open(db: Session, practice: Practice, check_in_id: int) -> Open | None:
    check_in = db.get(CheckIn, check_in_id)
    enrollment = db.get(Enrollment, check_in.enrollment_id) if check_in else None
    if check_in is None or enrollment is None or enrollment.state not in LISTENING:
        return None
    patient = db.get_one(Patient, enrollment.patient_id)
    return Open(check_in, Case(patient, enrollment), protocol_of(practice, enrollment.protocol))
