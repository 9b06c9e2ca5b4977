"""What answers change in the plan: an extra check when they are not good, less when they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain.adapting import extra_step, is_well, tapered
from bot.domain.answers import Judgement
from bot.domain.planned import Part, PlannedStep
from bot.domain.status import EnrollmentState, OutboxState
from bot.domain.tiers import Tier
from bot.services import planning
from bot.services.cases import Case
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.storage import flags, outbox, plans
from bot.storage.tables import CheckIn, OutboxMessage

GOOD_ANSWERS = "good-answers"


@dataclass(frozen=True)
class Adapted:
    """What an answer changed in the plan."""

    extras: Sequence[str] = ()
    """Ids of the checks that will come, the next one first; one that another message covers does not."""
    fewer: bool = False
    """Whether something was left out."""


def adapt(db: Session, practice: Practice, case: Case, check_in: CheckIn, judged: Judgement, now: datetime) -> Adapted:
    """Plan the extra checks an answer asks for, or leave out what a good one makes needless."""
    enrollment = case.enrollment
    if enrollment is None or enrollment.state != EnrollmentState.ACTIVE or judged.tier >= Tier.URGENT:
        return Adapted()
    assert enrollment.id is not None
    rows = outbox.planned_for(db, enrollment.id)
    steps = _steps(db, practice, case, rows)
    extras = _plan_extras(db, practice, case, judged.follow_ups, steps, now)
    return Adapted(extras, _taper(db, practice, case, check_in, judged, steps, rows))


def ask_late(db: Session, practice: Practice, case: Case, now: datetime) -> None:
    """Ask once more on day seven after something that staff had to deal with (clinical fact base 6.2)."""
    enrollment = case.enrollment
    if enrollment is not None and enrollment.state == EnrollmentState.ACTIVE and enrollment.id is not None:
        steps = _steps(db, practice, case, outbox.planned_for(db, enrollment.id))
        _plan_extras(db, practice, case, [practice.catalog.answers.follow_up_after_watch], steps, now)


def _plan_extras(
    db: Session, practice: Practice, case: Case, wanted: Sequence[str], planned: Sequence[PlannedStep], now: datetime
) -> list[str]:
    """Those that ask most first, so that they can cover the others."""
    enrollment, patient = case.enrollment, case.patient
    assert enrollment is not None
    protocol = protocol_of(practice, enrollment.protocol)
    made: list[PlannedStep] = []
    for extra_id in sorted(wanted, key=lambda one: -len(protocol.extra(one).asks)):
        step = extra_step(
            protocol,
            extra_id,
            planning.session_of(enrollment),
            zone=planning.zone_of(practice, patient),
            quiet=practice.clinic.quiet,
            now=now,
            planned=[*planned, *made],
        )
        if step is not None and _is_to_come(db, practice, case, step, now):
            made.append(step)
    return [step.step for step in sorted(made, key=lambda step: step.due_at)]


def _is_to_come(db: Session, practice: Practice, case: Case, step: PlannedStep, now: datetime) -> bool:
    """Plan the check, which comes once in an aftercare; False when it came already."""
    assert case.enrollment is not None
    assert case.enrollment.id is not None
    if case.patient.telegram_id is None:
        return False
    key = plans.extra_key(case.enrollment.id, step.step)
    planning.put(db, practice, step, case.enrollment, case.patient, key, now)
    row = outbox.by_key(db, key)
    return row is not None and row.state == OutboxState.PLANNED


def _taper(
    db: Session,
    practice: Practice,
    case: Case,
    check_in: CheckIn,
    judged: Judgement,
    steps: Sequence[PlannedStep],
    rows: Sequence[OutboxMessage],
) -> bool:
    """Leave out what a good answer makes needless; whether anything was left out."""
    assert case.enrollment is not None
    protocol = protocol_of(practice, case.enrollment.protocol)
    has_flag = flags.unsettled(db, case.patient_id) is not None
    if not is_well(protocol, score=check_in.answers.get("soreness"), tier=judged.tier, open_flag=has_flag):
        return False
    dropped = {step.step for step in tapered(protocol, steps).dropped}
    for row in rows:
        if row.step in dropped:
            outbox.cancel(db, GOOD_ANSWERS, unique_key=row.unique_key)
    return bool(dropped)


def _steps(db: Session, practice: Practice, case: Case, rows: Sequence[OutboxMessage]) -> list[PlannedStep]:
    return [step for row in rows if (step := _step(db, practice, case, row)) is not None]


def _step(db: Session, practice: Practice, case: Case, row: OutboxMessage) -> PlannedStep | None:
    """A planned row as the domain sees it; None for anything that is no step of a plan."""
    if row.step is None or row.kind is None or row.state != OutboxState.PLANNED or row.edits_id is not None:
        return None
    check_in = db.get(CheckIn, row.check_in_id) if row.check_in_id else None
    names = tuple(row.content.get("steps", (row.step,)))
    return PlannedStep(
        step=row.step,
        kind=row.kind,
        due_at=row.due_at,
        expires_at=row.expires_at or row.due_at,
        content_until=row.due_at,
        local_time=row.due_at.astimezone(planning.zone_of(practice, case.patient)),
        parts=tuple(Part(name, row.kind, row.template) for name in names),
        asks=tuple(check_in.asks) if check_in else (),
        steps=names,
    )
