"""The alarm clock: APScheduler wakes the loops that look at rows, to the moment and every few seconds besides."""

from collections.abc import Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger


class Alarm:
    """One date job for each loop, at the instant it asked for, and a slow sweep for what a lost wake-up left.

    The jobs hold no work and are kept nowhere: rows survive a restart by themselves.
    """

    def __init__(self, sweep_every: float = 5.0) -> None:
        self._sweep_every = sweep_every
        self._wakes: dict[str, Callable[[], None]] = {}
        self._set_for: dict[str, datetime | None] = {}
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            # However late the machine woke up: ring, once, and never twice at a time.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def add(self, name: str, wake: Callable[[], None]) -> Callable[[datetime | None], None]:
        """A loop to wake; the result sets when, in real time, and None for not at all."""
        self._wakes[name] = wake
        return lambda at: self._set(name, at)

    def start(self) -> None:
        self._scheduler.start()
        self._scheduler.add_job(self._ring_all, IntervalTrigger(seconds=self._sweep_every), id="sweep")

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _set(self, name: str, at: datetime | None) -> None:
        if self._set_for.get(name) == at:
            return
        self._set_for[name] = at
        if at is not None:
            self._scheduler.add_job(self._ring, DateTrigger(at), args=[name], id=name, replace_existing=True)
        elif self._scheduler.get_job(name):
            self._scheduler.remove_job(name)

    async def _ring(self, name: str) -> None:
        self._set_for.pop(name, None)
        self._wakes[name]()

    async def _ring_all(self) -> None:
        for wake in self._wakes.values():
            wake()
