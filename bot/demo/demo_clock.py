"""What the demo needs of the clinic's clock and of the plan, so that the page can move time on."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol


class DemoClock(Protocol):
    """The clinic's clock, as the page moves it."""

    @property
    def speed(self) -> float:
        """Clinic seconds per real second."""

    def now(self) -> datetime:
        """Clinic time, aware UTC."""

    def set_speed(self, speed: float) -> None:
        """Let clinic time pass `speed` times as fast from now on."""

    def jump_to(self, clock_at: datetime) -> None:
        """Move on to a later clinic time."""


NextDue = Callable[[], Awaitable[datetime | None]]
"""When the bot will next say something by itself (clinic time), if ever."""
