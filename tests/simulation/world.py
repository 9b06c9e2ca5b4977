"""Virtual time: what happens next happens at once, in order, however far away it is."""

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

Deed = Callable[[], None]


class World:
    """The clock everybody shares, and what is going to happen."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._began_at = now
        self._order = count()
        self._coming: list[tuple[datetime, int, Deed]] = []

    @property
    def seconds(self) -> float:
        """Since the beginning, as a monotonic clock counts."""
        return (self.now - self._began_at).total_seconds()

    def at(self, instant: datetime, deed: Deed) -> None:
        """Do it then, or now when that is past."""
        heapq.heappush(self._coming, (max(instant, self.now), next(self._order), deed))

    def after(self, seconds: float, deed: Deed) -> None:
        self.at(self.now + timedelta(seconds=seconds), deed)

    def run_until(self, end: datetime) -> None:
        """Let everything happen that is due before `end`."""
        while self._coming and self._coming[0][0] < end:
            self.now, _, deed = heapq.heappop(self._coming)
            deed()
        self.now = end
