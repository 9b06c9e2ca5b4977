"""Changing a plan by what the patient answers: an extra check when it is not good, fewer when it is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain.plan import ordered_asks, part_args
from bot.domain.planned import DroppedStep, Part, Plan, PlannedStep, Session
from bot.domain.protocol import Extra, Protocol
from bot.domain.quiet_hours import QuietHours, at_wall_time, next_allowed
from bot.domain.tiers import Tier


def extra_step(
    protocol: Protocol,
    extra_id: str,
    session: Session,
    *,
    zone: ZoneInfo,
    quiet: QuietHours | None,
    now: datetime,
    planned: Sequence[PlannedStep] = (),
) -> PlannedStep | None:
    """The extra check an answer at `now` asks for; None if a planned message asks the same about then.

    Raises KeyError for an id the protocol does not have.
    """
    extra = protocol.extra(extra_id)
    due_at = next_allowed(_own_time(extra, session, zone, now), quiet, zone)
    expires_at = due_at + extra.useful_for
    if due_at <= now or _covered(protocol, extra, due_at, planned):
        return None
    return PlannedStep(
        step=extra.id,
        kind=extra.kind,
        due_at=due_at,
        expires_at=expires_at,
        content_until=due_at + protocol.late_after,
        local_time=due_at.astimezone(zone),
        parts=(Part(extra.id, extra.kind, extra.key, part_args(protocol, session, zone, due_at)),),
        asks=ordered_asks(protocol, session, extra.asks, due_at),
        steps=(extra.id,),
        moved_because="quiet-hours" if due_at != _own_time(extra, session, zone, now) else None,
    )


def is_well(protocol: Protocol, *, score: int | None, tier: Tier, open_flag: bool) -> bool:
    """Whether less may be sent: the last score is low, nothing was found in the answers, no case is open."""
    low = score is not None and score <= protocol.tapering.at_most_score
    return low and tier == Tier.EXPECTED and not open_flag


def tapered(protocol: Protocol, planned: Sequence[PlannedStep]) -> Plan:
    """The steps still planned when all is well: tips are left out."""
    kept = [_without(step, protocol.tapering.drops) for step in planned]
    dropped = [
        DroppedStep(step.step, step.kind, "good-answers")
        for step, left in zip(planned, kept, strict=True)
        if left is None
    ]
    return Plan(tuple(step for step in kept if step is not None), tuple(dropped))


def is_closing_short(protocol: Protocol, step: str, session: Session, *, answered_at: datetime, well: bool) -> bool:
    """Whether this is the last check-in and needs no check: all was well when last answered, and not too early."""
    rules = protocol.tapering
    return well and step == rules.closing and answered_at - session.ended_at >= rules.closing_from


def _own_time(extra: Extra, session: Session, zone: ZoneInfo, now: datetime) -> datetime:
    if extra.after_answer is not None:
        return now.astimezone(UTC) + extra.after_answer
    if extra.after_session is not None:
        return session.ended_at.astimezone(UTC) + extra.after_session
    if extra.day is None or extra.day_time is None:
        raise ValueError(f"extra check {extra.id} has no time")
    return at_wall_time(session.ended_at, extra.day, extra.day_time, zone)


def _covered(protocol: Protocol, extra: Extra, due_at: datetime, planned: Iterable[PlannedStep]) -> bool:
    return any(
        set(extra.asks) <= set(step.asks) and abs(step.due_at - due_at) <= protocol.merge_within for step in planned
    )


def _without(step: PlannedStep, drops: frozenset[str]) -> PlannedStep | None:
    parts = tuple(part for part in step.parts if part.step not in drops)
    if not parts and not step.asks:
        return None
    return step if len(parts) == len(step.parts) else replace(step, parts=parts)
