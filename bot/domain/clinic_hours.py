"""Clinic hours: when staff are promised to look."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.quiet_hours import at_wall_time

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RANGE = re.compile(r"(\w{3})(?:-(\w{3}))?\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_EXAMPLE = "such as Mon-Fri 08:00-18:00, Sat 09:00-13:00"


@dataclass(frozen=True)
class OpenRange:
    """Open on `weekday` (Monday is 0) from `start_minute` to `end_minute` of the day; 1440 is midnight."""

    weekday: int
    start_minute: int
    end_minute: int


@dataclass(frozen=True)
class ClinicHours:
    """The week's open ranges, on the clinic's wall clock."""

    ranges: tuple[OpenRange, ...]

    def is_open(self, instant: datetime, zone: ZoneInfo) -> bool:
        local = instant.astimezone(zone)
        minute = local.hour * 60 + local.minute
        return any(
            range_.weekday == local.weekday() and range_.start_minute <= minute < range_.end_minute
            for range_ in self.ranges
        )

    def next_open(self, instant: datetime, zone: ZoneInfo) -> datetime | None:
        """`instant` itself while open, else the next opening (UTC); none for a clinic that never opens."""
        if self.is_open(instant, zone):
            return instant
        weekday = instant.astimezone(zone).weekday()
        openings = (
            at_wall_time(instant, days, time(*divmod(range_.start_minute, 60)), zone)
            for days in range(9)
            for range_ in self.ranges
            if range_.weekday == (weekday + days) % 7
        )
        return min((opening for opening in openings if opening > instant), default=None)


def parse_clinic_hours(text: str) -> ClinicHours:
    """Opening hours as written in the settings, ranges separated by commas. Raises ValueError with an example."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if not pieces:
        raise ValueError(f"has no hours in which the clinic is open, {_EXAMPLE}")
    return ClinicHours(tuple(range_ for piece in pieces for range_ in _ranges(piece)))


def _ranges(piece: str) -> list[OpenRange]:
    found = _RANGE.fullmatch(piece)
    if not found:
        raise ValueError(f"{piece!r} is not days and hours, {_EXAMPLE}")
    first, last, *clock = found.groups()
    start, end = _minute(clock[0], clock[1]), _minute(clock[2], clock[3])
    if start >= end:
        raise ValueError(f"{piece!r} ends before it begins, {_EXAMPLE}")
    return [OpenRange(weekday, start, end) for weekday in _weekdays(first, last or first)]


def _weekdays(first: str, last: str) -> list[int]:
    try:
        start, end = _DAYS.index(first.lower()), _DAYS.index(last.lower())
    except ValueError:
        raise ValueError(f"days are Mon, Tue, Wed, Thu, Fri, Sat and Sun, {_EXAMPLE}") from None
    return [(start + days) % 7 for days in range((end - start) % 7 + 1)]


def _minute(hours: str, minutes: str) -> int:
    total = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or total > 24 * 60:
        raise ValueError(f"{hours}:{minutes} is not a time of day, {_EXAMPLE}")
    return total
