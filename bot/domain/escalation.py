"""When a flag that nobody has taken is told again, and to whom (clinical fact base 4.6)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.clinic_hours import ClinicHours
from bot.domain.quiet_hours import at_wall_time
from bot.domain.tiers import Tier


class Circle(StrEnum):
    """Who is told privately besides the staff group; it only widens."""

    HOLDER = "holder"
    """Whoever has taken it, and nobody else."""
    STAFF = "staff"
    EVERYBODY = "everybody"
    """Staff, therapists and admins: the next contact, then the manager."""


@dataclass(frozen=True)
class Step:
    """One more time of telling."""

    due_at: datetime
    waited: timedelta
    """How long the flag has waited by then; for an urgent flag, in clinic hours."""
    circle: Circle


_EMERGENCY = tuple(timedelta(minutes=m) for m in (*range(5, 61, 5), 90, *range(120, 24 * 60 + 1, 60)))
"""Every 5 minutes for an hour (4.6), then every hour for a day: a card every 5 minutes all night is not read."""
_URGENT = tuple(timedelta(minutes=m) for m in (30, 60, 120, 240))
"""Told again at 30, escalated at 60 (4.6), counted in clinic hours only."""
_EMERGENCY_HELD = ((timedelta(minutes=30), Circle.HOLDER), (timedelta(minutes=60), Circle.EVERYBODY))
_URGENT_HELD = ((timedelta(minutes=60), Circle.HOLDER), (timedelta(minutes=120), Circle.EVERYBODY))
"""Counted in clinic hours only. Taken is not dealt with: followed up until there is an outcome (3.2, 4.6) [design]."""
_WIDER_FROM = {Tier.EMERGENCY: timedelta(minutes=10), Tier.URGENT: timedelta(minutes=60)}

SAFETY_TEXT_AGAIN_AFTER = timedelta(minutes=10)
"""The patient's emergency text is repeated once (4.6)."""
DIGEST_BEFORE_CLOSING = timedelta(hours=2)
"""The second digest of a clinic day, so that a worry of the day is seen on that day."""


def steps(tier: Tier, raised_at: datetime, hours: ClinicHours, zone: ZoneInfo) -> tuple[Step, ...]:
    """Every further telling of a flag raised at that instant, in order; none below urgent."""
    if tier is Tier.EMERGENCY:
        return tuple(Step(raised_at + waited, waited, _circle(tier, waited)) for waited in _EMERGENCY)
    if tier is Tier.URGENT and hours.ranges:
        due = ((open_after(raised_at, waited, hours, zone), waited) for waited in _URGENT)
        return tuple(Step(at, waited, _circle(tier, waited)) for at, waited in due)
    return ()


def held_steps(tier: Tier, taken_at: datetime, hours: ClinicHours, zone: ZoneInfo) -> tuple[Step, ...]:
    """When whoever took a flag at that instant, and then everybody, is asked what became of it; none below urgent."""
    if tier is Tier.EMERGENCY:
        return tuple(Step(taken_at + waited, waited, circle) for waited, circle in _EMERGENCY_HELD)
    if tier is Tier.URGENT and hours.ranges:
        return tuple(Step(open_after(taken_at, waited, hours, zone), waited, circle) for waited, circle in _URGENT_HELD)
    return ()


def _circle(tier: Tier, waited: timedelta) -> Circle:
    return Circle.EVERYBODY if waited >= _WIDER_FROM[tier] else Circle.STAFF


def open_after(since: datetime, open_for: timedelta, hours: ClinicHours, zone: ZoneInfo) -> datetime:
    """The instant by which the clinic has been open for `open_for` since `since`, to the minute.

    Raises ValueError for a clinic that never opens.
    """
    minute = timedelta(minutes=1)
    at, left = since, open_for
    while left > timedelta():
        opening = hours.next_open(at, zone)
        if opening is None:
            raise ValueError("the clinic never opens")
        at, left = (opening, left) if opening > at else (at + minute, left - minute)
    return at


def next_digest(after: datetime, hours: ClinicHours, zone: ZoneInfo) -> datetime | None:
    """The next time staff are shown what is waiting: at opening, and two hours before the last closing of a day."""
    local_day = after.astimezone(zone).weekday()
    slots = (
        at_wall_time(after, days, _clock(minute), zone)
        for days in range(8)
        for minute in _slots(hours, (local_day + days) % 7)
    )
    return min((slot for slot in slots if slot > after), default=None)


def _slots(hours: ClinicHours, weekday: int) -> tuple[int, ...]:
    today = [range_ for range_ in hours.ranges if range_.weekday == weekday]
    if not today:
        return ()
    opening = min(range_.start_minute for range_ in today)
    late = max(range_.end_minute for range_ in today) - DIGEST_BEFORE_CLOSING // timedelta(minutes=1)
    return (opening, late) if late > opening else (opening,)


def _clock(minute: int) -> time:
    return time(minute // 60, minute % 60)
