"""Giving one step of a protocol its time: its offset, quiet hours, and what a late join has missed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain.planned import DroppedStep, Session
from bot.domain.protocol import Protocol, Step
from bot.domain.quiet_hours import (
    QuietHours,
    at_wall_time,
    is_quiet,
    last_allowed_before_quiet,
    next_allowed,
)


@dataclass(frozen=True)
class Setting:
    """What placing needs to know beside the protocol."""

    session: Session
    zone: ZoneInfo
    quiet: QuietHours | None
    now: datetime


@dataclass(frozen=True)
class Placed:
    """A step with its time."""

    step: Step
    due_at: datetime
    expires_at: datetime
    moved_because: str | None = None


def place(protocol: Protocol, step: Step, setting: Setting) -> Placed | DroppedStep:
    """The step's time, never before `setting.now` and never in quiet hours; or why it is left out."""
    session = setting.session
    if not step.condition.holds(session.region, session.risks, session.restriction_for):
        return DroppedStep(step.id, step.kind, "not-for-this-patient")
    wanted_at = own_time(protocol, step, setting)
    expires_at = wanted_at + step.useful_for
    if expires_at <= setting.now:
        return DroppedStep(step.id, step.kind, "no-longer-useful")
    due_at, because = _due(protocol, step, setting, wanted_at)
    if due_at >= expires_at or (step.only_while_restricted and due_at >= session.restriction_ends_at):
        return DroppedStep(step.id, step.kind, "no-longer-useful")
    return Placed(step, due_at, expires_at, because)


def own_time(protocol: Protocol, step: Step, setting: Setting) -> datetime:
    """When the protocol wants it (UTC): hours after the session, a day's wall time, or the restriction's end."""
    session = setting.session
    if step.at_restriction_end:
        return session.restriction_ends_at
    if step.day is not None and step.day_time is not None:
        return at_wall_time(session.ended_at, step.day, step.day_time, setting.zone)
    after = step.after
    if step.id == protocol.breathing.first_check and protocol.breathing.applies(session.regions, session.risks):
        after = protocol.breathing.first_check_after
    if after is None:
        raise ValueError(f"step {step.id} has no time of its own")
    return session.ended_at.astimezone(UTC) + after


def _due(protocol: Protocol, step: Step, setting: Setting, wanted_at: datetime) -> tuple[datetime, str | None]:
    if step.at_once:
        return _at_once(setting, wanted_at)
    due_at, because = wanted_at, None
    if due_at < setting.now:
        due_at, because = setting.now.astimezone(UTC) + protocol.after_summary, "joined-late"
    if not is_quiet(due_at, setting.quiet, setting.zone):
        return due_at, because
    earlier_at = _brought_forward(protocol, step, setting, due_at)
    if earlier_at is not None:
        return earlier_at, "before-quiet-hours"
    return next_allowed(due_at, setting.quiet, setting.zone), "quiet-hours"


def _at_once(setting: Setting, wanted_at: datetime) -> tuple[datetime, str | None]:
    """An answer to what the patient just did waits for nobody, least of all until the quiet hours."""
    now = setting.now.astimezone(UTC)
    if is_quiet(max(wanted_at, now), setting.quiet, setting.zone):
        return now, "at-once"
    return (wanted_at, None) if wanted_at >= now else (now, "joined-late")


def _brought_forward(protocol: Protocol, step: Step, setting: Setting, due_at: datetime) -> datetime | None:
    """For needles near a lung the first check comes before the night rather than after it."""
    rules, session = protocol.breathing, setting.session
    if setting.quiet is None or step.id != rules.first_check or not rules.applies(session.regions, session.risks):
        return None
    earlier_at = last_allowed_before_quiet(due_at, setting.quiet, setting.zone, rules.before_quiet_for)
    soonest_at = max(session.ended_at.astimezone(UTC) + rules.soonest_after, setting.now)
    return earlier_at if earlier_at >= soonest_at else None
