"""Quiet hours: the local hours in which nothing routine is sent."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DEEP_NIGHT = time(3)
_LONG = timedelta(hours=8)
"""Quiet hours as long as a night that leave the night out are two times swapped."""
_LONGEST = timedelta(hours=16)
"""Longer ones leave no room for the plan's messages."""
_RANGE = re.compile(r"\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*")


@dataclass(frozen=True)
class QuietHours:
    """From `start_time` (included) to `end_time` (not included) on the patient's wall clock; may span midnight."""

    start_time: time
    end_time: time

    @property
    def length(self) -> timedelta:
        """On a day without a clock change."""
        start, end = (timedelta(hours=at.hour, minutes=at.minute) for at in (self.start_time, self.end_time))
        return (end - start) % timedelta(days=1)

    def covers(self, local_time: time) -> bool:
        if self.start_time < self.end_time:
            return self.start_time <= local_time < self.end_time
        return local_time >= self.start_time or local_time < self.end_time


def parse_quiet_hours(text: str) -> QuietHours | None:
    """Quiet hours as written in the settings, “21:00-08:00”; none when empty. Raises ValueError."""
    if not text.strip():
        return None
    found = _RANGE.fullmatch(text)
    if not found:
        raise ValueError("is not a range of hours such as 21:00-08:00")
    hours = [int(number) for number in found.groups()]
    if hours[0] > 23 or hours[2] > 23 or hours[1] > 59 or hours[3] > 59:
        raise ValueError("names a time outside 00:00 to 23:59, unlike 21:00-08:00")
    quiet = QuietHours(time(hours[0], hours[1]), time(hours[2], hours[3]))
    if quiet.start_time == quiet.end_time:
        raise ValueError("starts and ends at the same time; leave it empty for no quiet hours")
    if quiet.length >= _LONG and not quiet.covers(_DEEP_NIGHT):
        raise ValueError("is quiet by day and lets messages out at night, as if its two times were swapped")
    if quiet.length > _LONGEST:
        raise ValueError("leaves less than eight hours a day for messages")
    return quiet


def is_quiet(instant: datetime, quiet: QuietHours | None, zone: ZoneInfo) -> bool:
    """Whether the wall clock in `zone` stands in quiet hours at `instant`."""
    return quiet is not None and quiet.covers(_wall(instant, zone))


def next_allowed(instant: datetime, quiet: QuietHours | None, zone: ZoneInfo) -> datetime:
    """The instant itself (UTC), or the end of the quiet hours it falls in, on the patient's wall clock."""
    if quiet is None or not is_quiet(instant, quiet, zone):
        return instant.astimezone(UTC)
    here = instant.astimezone(zone).date()
    for days in range(4):  # a zone may skip a date altogether, as Samoa did
        for candidate in _at(here + timedelta(days=days), quiet.end_time, zone):
            if candidate >= instant and not is_quiet(candidate, quiet, zone):
                return candidate
    raise ValueError(f"quiet hours in {zone.key} never end")


def last_allowed_before_quiet(instant: datetime, quiet: QuietHours, zone: ZoneInfo, margin: timedelta) -> datetime:
    """The last instant, `margin` before the quiet hours that `instant` falls in began."""
    here = instant.astimezone(zone).date()
    starts = [
        start
        for days in range(-2, 1)
        for start in _at(here + timedelta(days=days), quiet.start_time, zone)
        if start <= instant
    ]
    return max(starts) - margin


def at_wall_time(instant: datetime, days: int, wall_time: time, zone: ZoneInfo) -> datetime:
    """That many calendar days after `instant`, at a wall time in `zone`: the same hour across a clock change."""
    return _at(instant.astimezone(zone).date() + timedelta(days=days), wall_time, zone)[0]


def _wall(instant: datetime, zone: ZoneInfo) -> time:
    return instant.astimezone(zone).time().replace(tzinfo=None, fold=0)


def _at(day: date, wall_time: time, zone: ZoneInfo) -> list[datetime]:
    """The one or (clocks going back) two instants at which `zone` shows that wall time, in order.

    A wall time that the clocks leap over becomes the moment as much later as they leap.
    """
    folds = (datetime.combine(day, wall_time, zone).replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    first, second = folds
    return [first] if second <= first else [first, second]
