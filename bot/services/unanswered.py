"""A check-in that stays unanswered: one nudge, then what silence means for this patient. Silence proves nothing."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.plan import asks_when_late
from bot.domain.silence import AfterSilence, after_silence, nudge_at, silent_at
from bot.domain.status import CheckInState, EnrollmentState, Lane
from bot.domain.tiers import Tier
from bot.services import asking, digest, flagging
from bot.services.cases import Case
from bot.services.planning import protocol_of, session_of, zone_of
from bot.services.practice import Practice
from bot.services.saying import About, When, area, say, words
from bot.storage import check_ins, flags, outbox, reports, timers
from bot.storage.tables import CheckIn, Enrollment, OutboxMessage, Patient, Report

NUDGE, SILENCE = "nudge", "silence"
_PUT_DOWN_BEFORE = timedelta(minutes=1)
"""A nudge is in the outbox by the time the morning's reminders leave it, and goes out with them."""
_WAITS_FOR_A_REMINDER = timedelta(hours=1)


def asked(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> None:
    """A check-in has been delivered: older ones make way for it, and its time runs."""
    check_in = db.get(CheckIn, row.check_in_id)
    if check_in is None or check_in.state != CheckInState.PLANNED:
        return
    check_in.state, check_in.asked_at = CheckInState.ASKED, now
    enrollment = db.get_one(Enrollment, check_in.enrollment_id)
    patient = db.get_one(Patient, enrollment.patient_id)
    _give_way(db, practice, check_in, enrollment.patient_id, now)
    if not asks_when_late(check_in.asks):
        return  # only how the area has changed, for the clinic's learning: nobody is nudged or phoned for that
    rules = protocol_of(practice, enrollment.protocol).silence
    quiet, zone = practice.clinic.quiet, zone_of(practice, patient)
    nudge_due = _nudge_at(practice, now, row, enrollment, patient)
    assert check_in.id is not None
    if nudge_due is not None:
        timers.start(db, NUDGE, check_in.id, max(nudge_due - _PUT_DOWN_BEFORE, now))
    timers.start(db, SILENCE, check_in.id, silent_at(rules, now, nudge_due, quiet, zone))


def _nudge_at(
    practice: Practice, asked_at: datetime, row: OutboxMessage | None, enrollment: Enrollment, patient: Patient
) -> datetime | None:
    rules = protocol_of(practice, enrollment.protocol).silence
    expires_at = (row.expires_at if row else None) or asked_at
    return nudge_at(rules, asked_at, expires_at, practice.clinic.quiet, zone_of(practice, patient))


def _give_way(db: Session, practice: Practice, check_in: CheckIn, patient_id: int, now: datetime) -> None:
    for older in check_ins.of_patient(db, patient_id, CheckInState.ASKED):
        if older.id == check_in.id:
            continue
        older.state = CheckInState.UNANSWERED
        asking.pass_over(db, protocol_of(practice, db.get_one(Enrollment, older.enrollment_id).protocol), older, now)


def nudge(db: Session, practice: Practice, check_in_id: int, now: datetime) -> None:
    """Remind once of a check-in that is still open, together with a reminder that is about to come."""
    check_in = db.get(CheckIn, check_in_id)
    if check_in is None or check_in.state != CheckInState.ASKED or check_in.asked_at is None:
        return
    enrollment = db.get_one(Enrollment, check_in.enrollment_id)
    patient = db.get_one(Patient, enrollment.patient_id)
    row = check_ins.message(db, check_in_id)
    assert enrollment.id is not None
    due_at = max(now, _nudge_at(practice, check_in.asked_at, row, enrollment, patient) or now)
    to_come = [one for one in outbox.planned_for(db, enrollment.id) if one.due_at <= due_at + _WAITS_FOR_A_REMINDER]
    if enrollment.state != EnrollmentState.ACTIVE or patient.telegram_id is None:
        return
    if any(one.check_in_id is not None for one in to_come):
        return  # the next check-in is about to ask
    say(
        db,
        patient.telegram_id,
        words("reminder-nudge", region=area(enrollment.region, enrollment.side)),
        when=When(now, max([due_at, *(one.due_at for one in to_come)]), row.expires_at if row else None),
        lane=Lane.REMINDER,
        about=About(patient.id, enrollment.id, check_in_id, kind=NUDGE),
        unique_key=f"nudge:{check_in_id}",
        reply_to=row.message_id if row else None,
    )


def silence(db: Session, practice: Practice, check_in_id: int, now: datetime) -> None:
    """Nobody has answered: recorded, and a flag where the needles, a risk or the course ask for a call."""
    check_in = db.get(CheckIn, check_in_id)
    if check_in is None or check_in.state != CheckInState.ASKED or check_in.asked_at is None:
        return
    if "symptoms" in check_in.answers or (check_in.answers and "symptoms" not in check_in.asks):
        check_in.state, check_in.answered_at = CheckInState.ANSWERED, now
        return
    check_in.state = CheckInState.UNANSWERED
    enrollment = db.get_one(Enrollment, check_in.enrollment_id)
    has_written = bool(reports.since(db, enrollment.patient_id, check_in.asked_at))
    if enrollment.state != EnrollmentState.ACTIVE or has_written:
        return
    _record(db, practice, check_in, enrollment, now)


def _record(db: Session, practice: Practice, check_in: CheckIn, enrollment: Enrollment, now: datetime) -> None:
    assert enrollment.id is not None
    flag = flags.unsettled(db, enrollment.patient_id)
    policy = after_silence(
        protocol_of(practice, enrollment.protocol).silence,
        session_of(enrollment),
        worst_before=Tier(reports.worst_tier(db, enrollment.id)),
        open_flag=Tier(flag.tier) if flag else None,
    )
    report = reports.add(
        db,
        Report(
            patient_id=enrollment.patient_id,
            enrollment_id=enrollment.id,
            source="silence",
            tier=policy.tier,
            concepts=[check_in.step],
            rules=[policy.rule],
            rules_version=practice.catalog.answers.version,
            received_at=now,
        ),
    )
    patient = db.get_one(Patient, enrollment.patient_id)
    if policy.tier >= Tier.WATCH:
        flag = flagging.take_up(db, practice, Case(patient, enrollment), report, now)
        if flag is not None and policy.next_step is AfterSilence.PHONE_TODAY:
            digest.phone_today(db, practice, flag, f"{check_in.id}", now)
