"""The alarm clock: APScheduler wakes the loops that look at rows, to the moment and every few seconds besides."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import real_now

LOOK_ANYWAY_EVERY = 5.0
"""Real seconds: how late at most a loop learns of what nobody woke it for."""


class Alarm:
    """One date job for each loop, at the instant it asked for, and a slow sweep for what a lost wake-up left.

    The jobs hold no work and are kept nowhere: rows survive a restart by themselves.
    """

    def __init__(self) -> None:
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
        self._scheduler.add_job(self._ring_all, IntervalTrigger(seconds=LOOK_ANYWAY_EVERY), id="sweep")

    def every(self, seconds: int, errand: Callable[[], Awaitable[None]]) -> None:
        """Run `errand` now and every so many seconds of real time; one that fails is run again all the same."""
        self._scheduler.add_job(errand, IntervalTrigger(seconds=seconds), next_run_time=real_now())

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
