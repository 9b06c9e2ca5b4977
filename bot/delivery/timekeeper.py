"""Runs timers whose time has come: one transaction each, tried again when it fails."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.clock import Clock
from bot.delivery.hooks import Hooks
from bot.delivery.waker import Waker
from bot.domain.delivery_policy import FIRST_WAIT, backoff
from bot.logs import place_of
from bot.services.practice import Practice
from bot.storage import timers
from bot.storage.database import Database
from bot.storage.tables import Timer

_TRIES = 8
_AT_MOST_EVERY = 0.02
_log = logging.getLogger(__name__)

Errand = Callable[[int], Awaitable[None]]
"""Something outside the database to do for a timer's subject before the timer is done; may raise to be tried again."""


@dataclass(frozen=True)
class Agenda:
    """What the timekeeper works with; `errands` by the timer's action, all other actions go to the elapse hook."""

    database: Database
    clock: Clock
    practice: Practice
    hooks: Hooks
    errands: Mapping[str, Errand]
    first_wait: timedelta = FIRST_WAIT


class Timekeeper:
    """Watches the timers for as long as it is started; `elapsed` is called after each commit."""

    def __init__(
        self,
        agenda: Agenda,
        elapsed: Callable[[], None] = lambda: None,
        plan_alarm: Callable[[datetime | None], None] = lambda _: None,
    ) -> None:
        self._agenda = agenda
        self._elapsed = elapsed
        self._plan_alarm = plan_alarm
        self._woken = Waker()
        self._stopping = False
        self._loop: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._loop = asyncio.create_task(self._live(), name="timekeeper")

    async def stop(self) -> None:
        self._stopping = True
        self.wake()
        if self._loop:
            await self._loop

    def wake(self) -> None:
        """A timer may have been set, or its time may have come."""
        self._woken.set()

    async def _live(self) -> None:
        while not self._stopping:
            self._woken.clear()
            try:
                found = await self._run_due()
            except Exception as error:  # noqa: BLE001 - escalations hang on this loop: it must outlive any fault
                _log.error("timers are held up: %s", place_of(error))
                found = False
            if not found:
                await self._woken.rest()
                await asyncio.sleep(_AT_MOST_EVERY)  # one look for all that has happened in the meantime

    async def _run_due(self) -> bool:
        clock = self._agenda.clock
        due, next_at, retry_at = await self._agenda.database.read(_look, clock.now(), clock.real_now())
        if next_at is not None:
            next_at = clock.real_time_of(next_at)
        self._plan_alarm(min(filter(None, (next_at, retry_at)), default=None))
        for timer in due:
            if not self._stopping:
                await self._run(timer)
        return bool(due)

    async def _run(self, timer: Timer) -> None:
        agenda = self._agenda
        try:
            errand = agenda.errands.get(timer.action)
            if errand is not None:
                await errand(timer.subject_id)
            await agenda.database.run(_run_one, agenda, timer.id, errand is None)
        except Exception as error:  # noqa: BLE001 - one failing timer must not stop the others
            place = place_of(error)
            _log.error("timer %s %s: %s", timer.action, timer.id, place)
            await agenda.database.run(_put_off, agenda, timer.id, place)
        self._elapsed()


def _look(db: Session, now: datetime, real_now: datetime) -> tuple[Sequence[Timer], datetime | None, datetime | None]:
    return timers.due(db, now, real_now), timers.next_due(db, now), timers.next_retry(db, real_now)


def _run_one(db: Session, agenda: Agenda, timer_id: int | None, elapses: bool) -> None:
    """A timer's whole effect and the mark that it is done, in one transaction."""
    timer = timers.held(db, timer_id)
    now = agenda.clock.now()
    if timer is None or timer.due_at > now:
        return
    timer.done_at = now
    timer.retry_at = None
    if elapses:
        agenda.hooks.elapse(db, agenda.practice, timer, now)


def _put_off(db: Session, agenda: Agenda, timer_id: int | None, error: str) -> None:
    timer = timers.held(db, timer_id)
    if timer is None:
        return
    timer.attempts += 1
    timer.error = error
    timer.retry_at = agenda.clock.real_now() + backoff(timer.attempts, 0, agenda.first_wait)
    if timer.attempts == _TRIES:
        _log.critical("timer %s %s has failed %s times: %s", timer.action, timer.id, _TRIES, error)
