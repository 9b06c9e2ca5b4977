"""What comes next, as the patient reads it under /status."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState, Lane
from bot.domain.tiers import Tier
from bot.services import planning
from bot.services.cases import stands
from bot.services.saying import Argument, Words, also, area, at, in_full, lines, phrase, words
from bot.storage import enrollments, flags, outbox
from bot.storage.tables import Enrollment, Patient

_SHOWN = 8
_SHOWN_STATES = tuple(state for state in EnrollmentState if state != EnrollmentState.INVITED)


def status(db: Session, patient: Patient, now: datetime) -> Words:
    """The messages to come with their times, and until when the restriction lasts."""
    assert patient.id is not None
    enrollment = enrollments.running(db, patient.id) or enrollments.latest(db, patient.id, *_SHOWN_STATES)
    if enrollment is None or enrollment.state not in enrollments.RUNNING:
        return beside_open_case(db, patient, words("status-over"))
    session = area(enrollment.region, enrollment.side)
    flag = flags.unsettled(db, patient.id)
    must_talk = flag is not None and flag.tier >= Tier.URGENT
    restriction = _restriction(enrollment, must_talk, now)
    if enrollment.state == EnrollmentState.PAUSED:
        return words("status-paused", area=session, restriction=restriction)
    coming = _coming(db, enrollment, must_talk)
    if not coming:
        return words("status-nothing-planned", area=session, restriction=restriction)
    return words("status", area=session, restriction=restriction, lines=lines(*coming))


def beside_open_case(db: Session, patient: Patient, said: Words) -> Words:
    """`said`, and that something urgent is still open, where it is."""
    assert patient.id is not None
    flag = flags.unsettled(db, patient.id)
    return also(said, "case-still-open", tier=stands(flag)) if flag is not None and flag.tier >= Tier.URGENT else said


def _coming(db: Session, enrollment: Enrollment, must_talk: bool) -> list[Argument]:
    """What is planned; while something urgent is open only the questions, as no tips are sent then."""
    assert enrollment.id is not None
    coming = [row for row in outbox.planned_for(db, enrollment.id) if row.lane == Lane.REMINDER and row.kind]
    coming = [row for row in coming if row.check_in_id is not None or not must_talk]
    return [
        phrase("status-line", at=at(row.due_at), what=phrase("message-kind", kind=row.kind or ""))
        for row in coming[:_SHOWN]
    ]


def _restriction(enrollment: Enrollment, must_talk: bool, now: datetime) -> Argument:
    ends_at = planning.session_of(enrollment).restriction_ends_at
    over = "talk" if must_talk else "yes" if ends_at <= now else "no"
    return phrase("status-restriction", until=in_full(ends_at), over=over)
