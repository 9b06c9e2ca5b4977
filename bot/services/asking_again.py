"""After an outage: Telegram keeps presses for 150 seconds only, so open check-ins are asked once more."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.status import EnrollmentState, Lane
from bot.services import asking
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.services.saying import About, When, say
from bot.storage import check_ins
from bot.storage.tables import CheckIn, Enrollment, Patient

PRESSES_KEPT_FOR = timedelta(seconds=150)


def after_outage(db: Session, practice: Practice, since: datetime, now: datetime) -> int:
    """Ask every check-in once more that was open while the bot was deaf from `since` to `now`; say how many.

    Both copies ask the same question and count once. Nothing is asked after a shorter absence, or twice.
    """
    if now - since <= PRESSES_KEPT_FOR:
        return 0
    return sum(_ask(db, practice, check_in, now) for check_in in check_ins.asked(db) if not check_in.asked_again)


def _ask(db: Session, practice: Practice, check_in: CheckIn, now: datetime) -> bool:
    assert check_in.id is not None
    enrollment = db.get_one(Enrollment, check_in.enrollment_id)
    patient = db.get_one(Patient, enrollment.patient_id)
    before = check_ins.message(db, check_in.id)
    is_useful = before is None or before.expires_at is None or before.expires_at > now
    if enrollment.state != EnrollmentState.ACTIVE or patient.telegram_id is None or not is_useful:
        return False
    check_in.asked_again = True
    protocol = protocol_of(practice, enrollment.protocol)
    say(
        db,
        patient.telegram_id,
        asking.asked_alone(protocol, check_in, patient, "outage"),
        when=When(now, expires_at=before.expires_at if before else None),
        lane=Lane.REMINDER,
        about=About(patient.id, enrollment.id, check_in.id, None, check_in.step, before.kind if before else "check_in"),
        unique_key=f"once-more:{check_in.id}",
    )
    return True
