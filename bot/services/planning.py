"""An enrollment's plan: building it from the protocol, putting it into the outbox, and making it anew."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.domain import plan as plans_of
from bot.domain.plan import Place, Plan, PlannedStep, Value
from bot.domain.protocol import Protocol
from bot.domain.status import Lane, OutboxState
from bot.services import asking, reminder_buttons
from bot.services.practice import Practice
from bot.services.saying import About, Argument, When, Words, area, in_full, say
from bot.storage import plans
from bot.storage.tables import CheckIn, Enrollment, OutboxMessage, Patient

PAUSED = "paused"
PLANNED_ANEW = "planned-anew"
UNREACHABLE = "unreachable"
_MAY_COME_AGAIN = (PAUSED, PLANNED_ANEW, UNREACHABLE)
"""Why a message was taken back that is still owed, if still useful: a pause, another time zone, a blocked bot."""

_MAY_BE_ANSWERED = (OutboxState.PLANNED, OutboxState.SENDING, *plans.GONE_OUT)


def zone_of(practice: Practice, patient: Patient) -> ZoneInfo:
    """The patient's time zone, the clinic's where they have named none."""
    return ZoneInfo(patient.timezone) if patient.timezone else practice.clinic.zone


def protocol_of(practice: Practice, protocol_id: str | None = None) -> Protocol:
    """The protocol with this id, or the clinic's standard one where none is named or it is no longer kept."""
    return practice.catalog.protocol(protocol_id)


def session_of(enrollment: Enrollment, patient: Patient | None = None) -> plans_of.Session:
    """The session an enrollment stands for, as the protocol counts it.

    With `patient`, who has not said that cold is no problem: as for one who must have none (clinical fact base 2.3).
    """
    unasked = patient is not None and not patient.cold_is_fine
    return plans_of.Session(
        ended_at=enrollment.ended_at,
        region=enrollment.region,
        side=enrollment.side,
        restriction_for=timedelta(hours=enrollment.restriction_hours),
        risks=frozenset([*enrollment.risks, "no-ice"] if unasked else enrollment.risks),
        needled_before=frozenset(enrollment.needled_before),
    )


def forecast(
    practice: Practice,
    enrollment: Enrollment,
    zone: ZoneInfo,
    now: datetime,
    already: frozenset[str] = frozenset(),
    patient: Patient | None = None,
) -> Plan:
    """The plan as it would be if it were made at `now`; see `session_of` for `patient`."""
    return plans_of.build_plan(
        protocol_of(practice, enrollment.protocol),
        session_of(enrollment, patient),
        zone=zone,
        quiet=practice.clinic.quiet,
        now=now,
        already=already,
    )


def plan(db: Session, practice: Practice, enrollment: Enrollment, patient: Patient, now: datetime) -> Plan:
    """Put everything that is still owed and still useful at `now` into the outbox, as one new planning."""
    assert enrollment.id is not None
    assert patient.telegram_id is not None
    earlier = plans.rows(db, enrollment.id)
    planning = plans.times_planned(earlier) + 1
    made = forecast(practice, enrollment, zone_of(practice, patient), now, _already(earlier), patient)
    for step in made.steps:
        put(db, practice, step, enrollment, patient, plans.key(enrollment.id, planning, step.step), now)
    plans.take_up_extras(db, enrollment.id, _MAY_COME_AGAIN, now)
    return made


def listens_until(db: Session, practice: Practice, enrollment: Enrollment) -> datetime:
    """Until when an aftercare is open: as long as the protocol says, and as long as its last question is useful."""
    assert enrollment.id is not None
    asked = [
        row for row in plans.rows(db, enrollment.id) if row.check_in_id is not None and row.state in _MAY_BE_ANSWERED
    ]
    ends = [row.expires_at for row in asked if row.expires_at is not None]
    return max([enrollment.ended_at + protocol_of(practice, enrollment.protocol).listening_for, *ends])


def replan(db: Session, practice: Practice, enrollment: Enrollment, patient: Patient, now: datetime) -> Plan:
    """Take back what has not gone out and plan it anew, as after a change of time zone."""
    assert enrollment.id is not None
    plans.take_back(db, enrollment.id, PLANNED_ANEW)
    return plan(db, practice, enrollment, patient, now)


def _already(rows: Sequence[OutboxMessage]) -> frozenset[str]:
    """The steps that went out, or were dropped for a reason that still holds."""
    return frozenset(
        step for row in rows if not _owed(row) for step in row.content.get("steps", [row.step]) if step is not None
    )


def _owed(row: OutboxMessage) -> bool:
    if row.state in (OutboxState.CANCELED, OutboxState.SKIPPED):
        return row.reason in _MAY_COME_AGAIN
    return row.state == OutboxState.FAILED


def put(
    db: Session,
    practice: Practice,
    step: PlannedStep,
    enrollment: Enrollment,
    patient: Patient,
    unique_key: str,
    now: datetime,
) -> None:
    """Put one step into the outbox; one that is there under `unique_key` stays as it is."""
    assert enrollment.id is not None
    assert patient.telegram_id is not None
    check_in = plans.check_in(db, enrollment.id, step.step, step.asks) if step.asks else None
    row = say(
        db,
        patient.telegram_id,
        _drawn(practice, step, enrollment, patient, check_in),
        when=When(now, step.due_at, step.expires_at),
        lane=Lane.REMINDER,
        about=About(
            patient_id=patient.id,
            enrollment_id=enrollment.id,
            check_in_id=check_in.id if check_in else None,
            step=step.step,
            kind=step.kind,
        ),
        unique_key=unique_key,
    )
    if row is not None:
        row.content = {**row.content, "steps": list(step.steps), "content_until": step.content_until.isoformat()}
        db.flush()


def _drawn(
    practice: Practice, step: PlannedStep, enrollment: Enrollment, patient: Patient, check_in: CheckIn | None
) -> Words:
    """The step's words with its buttons: the first question of a check-in, or what a reminder offers."""
    assert enrollment.id is not None
    if check_in is None:
        return reminder_buttons.with_buttons(_said(step), enrollment.id, step.step, step.kind)
    return asking.opening(protocol_of(practice, enrollment.protocol), check_in, patient, _said(step))


def _said(step: PlannedStep) -> Words:
    first, *more = step.parts
    return Words(first.key, arguments(first.args), [(part.key, arguments(part.args)) for part in more])


def arguments(values: Mapping[str, Value]) -> dict[str, Argument]:
    """A plan's values as the outbox keeps them."""
    return {name: _argument(value) for name, value in values.items()}


def _argument(value: Value) -> Argument:
    if isinstance(value, Place):
        return area(value.region, value.side)
    return in_full(value) if isinstance(value, datetime) else value
