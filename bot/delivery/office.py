"""Joins worker, dispatcher, timekeeper and alarm clock into the one thing that is started and stopped."""

import asyncio
import contextlib
import sys
from dataclasses import dataclass, field
from datetime import timedelta

from bot.clock import Clock
from bot.delivery import fallback, hearing
from bot.delivery.alarm import Alarm
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.fallback import Carrier
from bot.delivery.hooks import Hooks
from bot.delivery.mail import Mail, Send
from bot.delivery.pace import Limits, Pace
from bot.delivery.parcels import Render
from bot.delivery.recording import CARRY_ALERT
from bot.delivery.timekeeper import Agenda, Errand, Timekeeper
from bot.delivery.worker import Answer, Desk, Handle, Worker
from bot.domain.delivery_policy import FIRST_WAIT
from bot.services import team
from bot.services.practice import Practice
from bot.storage import waking
from bot.storage.database import Database, DatabaseFault

_LOOK_AROUND_EVERY = 15
_TURN_OF_A_THREAD = 0.0005
"""Seconds. By default a thread that works in the database may keep the event loop waiting ten times as long, each time
the loop has spoken to the network: an alert would feel that."""


async def _not_shown(_: int) -> None:
    """Nobody is shown anything."""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Everything the office is made of, chosen by the composition root."""

    database: Database
    clock: Clock
    practice: Practice
    hooks: Hooks
    handle: Handle
    answer: Answer
    render: Render
    send: Send
    limits: Limits = field(default_factory=Limits)
    carrier: Carrier | None = None
    """Takes alerts to the clinic when Telegram will not."""
    by_webhook: bool = False
    """Telegram delivers to us: being up is being able to hear."""
    first_wait: timedelta = FIRST_WAIT
    """Real time before something that failed is tried again."""
    introduce: Errand = _not_shown
    """Shows a member of the team, by id, the commands of their roles."""


class Office:
    """Works on one database, for whoever holds its lock (storage/locking.py)."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._alarm = Alarm()
        mail = Mail(
            parts.database,
            parts.clock,
            parts.practice,
            parts.hooks,
            parts.render,
            parts.send,
            has_fallback=parts.carrier is not None,
            first_wait=parts.first_wait,
        )
        self._dispatcher = Dispatcher(
            mail,
            Pace(parts.limits),
            lambda: self._timekeeper.wake(),
            self._alarm.add("dispatcher", lambda: self._dispatcher.wake()),
        )
        desk = Desk(
            parts.database,
            parts.clock,
            parts.practice,
            parts.hooks,
            parts.handle,
            parts.answer,
            parts.first_wait,
        )
        self._worker = Worker(desk, self._changed, self._alarm.add("worker", lambda: self._worker.wake()))
        errands = {CARRY_ALERT: self._carry, team.INTRODUCE: parts.introduce}
        agenda = Agenda(parts.database, parts.clock, parts.practice, parts.hooks, errands, parts.first_wait)
        plan_alarm = self._alarm.add("timekeeper", lambda: self._timekeeper.wake())
        self._timekeeper = Timekeeper(agenda, self._changed, plan_alarm)
        self._listening: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Settle what an earlier process left half done, then handle, send and keep time."""
        sys.setswitchinterval(_TURN_OF_A_THREAD)
        self._alarm.start()
        self._parts.clock.on_move(self.wake)
        await self._dispatcher.start()
        await self._worker.start()
        await self._timekeeper.start()
        self._listening = asyncio.create_task(waking.listen(self._parts.database, self.wake))
        self._alarm.every(_LOOK_AROUND_EVERY, self._look_around)

    async def stop(self) -> None:
        """Finish what is under way, put back what is not begun; the next start goes on from there."""
        self._alarm.stop()
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        await self._worker.stop()
        await self._timekeeper.stop()
        await self._dispatcher.stop()

    def wake(self) -> None:
        """Rows have changed, or the clock has moved."""
        self._worker.wake()
        self._changed()

    def _changed(self) -> None:
        self._dispatcher.wake()
        self._timekeeper.wake()

    async def _carry(self, row_id: int) -> None:
        alert = await self._parts.database.read(fallback.alert_of, row_id)
        if alert is not None and self._parts.carrier is not None:
            await self._parts.carrier(alert)

    async def _look_around(self) -> None:
        """Now and then: are alerts stuck, can Telegram reach us."""
        parts = self._parts
        with contextlib.suppress(DatabaseFault):  # the database is away; looked at again in a moment
            if parts.carrier is not None:
                await parts.database.run(fallback.plan_for_stuck, parts.clock.now())
            if parts.by_webhook:
                await parts.database.run(hearing.heard, parts.practice, parts.hooks, parts.clock)
            self._changed()
