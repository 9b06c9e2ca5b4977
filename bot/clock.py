"""The only place that asks what time it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime


@dataclass(frozen=True)
class Anchor:
    """Where rehearsal time hangs on real time: at `real_at` the clinic's clock showed `clock_at`."""

    real_at: datetime
    clock_at: datetime
    speed: float

    def clock_time(self, real_at: datetime) -> datetime:
        return self.clock_at + (real_at - self.real_at) * self.speed

    def real_time(self, clock_at: datetime) -> datetime:
        return self.real_at + (clock_at - self.clock_at) / self.speed


def real_now() -> datetime:
    """The machine's time, aware UTC."""
    return datetime.fromtimestamp(time.time(), UTC)  # noqa: TID251 - this module is the one place


class Clock:
    """Clinic time: the machine's own, or, in rehearsal, one that runs faster and can be moved on.

    Plans, expiries and escalations use `now`; leases, backoff and rate limits use `real_now`, since
    the network does not run faster in rehearsal.
    """

    def __init__(self, anchor: Anchor | None = None, real: Callable[[], datetime] = real_now) -> None:
        self._anchor = anchor
        self._real = real
        self._moved: list[Callable[[], None]] = []

    @property
    def speed(self) -> float:
        return self._anchor.speed if self._anchor else 1.0

    @property
    def anchor(self) -> Anchor | None:
        return self._anchor

    def now(self) -> datetime:
        """Clinic time, aware UTC."""
        real_at = self._real()
        return self._anchor.clock_time(real_at) if self._anchor else real_at

    def real_now(self) -> datetime:
        """The machine's time, aware UTC."""
        return self._real()

    def real_time_of(self, clock_at: datetime) -> datetime:
        """When, in real time, the clinic's clock will show `clock_at`."""
        return self._anchor.real_time(clock_at) if self._anchor else clock_at

    def on_move(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever somebody changes the speed or moves the clock on."""
        self._moved.append(listener)

    def set_speed(self, speed: float) -> None:
        """From now on an hour passes `speed` times faster. Raises ValueError unless positive."""
        if speed <= 0:
            raise ValueError("a clock's speed is above zero")
        self._hang(Anchor(self._real(), self.now(), speed))

    def jump_to(self, clock_at: datetime) -> None:
        """Move on to `clock_at`; a time already past is ignored, as a clock does not run back."""
        if clock_at > self.now():
            base = self._anchor or Anchor(self._real(), self.now(), 1.0)
            self._hang(replace(base, real_at=self._real(), clock_at=clock_at))

    def _hang(self, anchor: Anchor) -> None:
        self._anchor = anchor
        for listener in self._moved:
            listener()


def ticking_from(clock_at: datetime, real: Callable[[], datetime] = real_now) -> Clock:
    """A clock that shows `clock_at` now and runs at real speed, for tests and the demo."""
    return Clock(Anchor(real(), clock_at, 1.0), real)
