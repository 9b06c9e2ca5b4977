"""Sends what is due: alerts first, in each chat's order, no faster than allowed, and writes down what became of it."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.delivery import turnover
from bot.delivery.alarm import LOOK_ANYWAY_EVERY
from bot.delivery.mail import Mail
from bot.delivery.outtray import OutTray
from bot.delivery.pace import Pace
from bot.delivery.parcels import Parcel, UnsayableError
from bot.delivery.recording import Outcome
from bot.delivery.turnover import AHEAD, Turn, Turnover
from bot.delivery.waker import Waker
from bot.domain.deliveries import Delivery, Migrated, NotSent, Refused, RetryAfter, Unknown
from bot.domain.status import Lane
from bot.logs import place_of
from bot.storage.claims import Wish

_SWEEP_EVERY = 2.0
_IN_FLIGHT = 16
"""Enough for 30 a second at half a second each; more would only wait side by side."""
_MORE_FOR_ALERTS = 8
_ALERTS_AT_ONCE = 32
_BATCH = 128
_LONGEST_PAUSE = 15.0
_RECORD_WITHIN = 0.08
"""Seconds: a transaction for every reminder would keep the database busy when an alert needs it."""
_LOST_MEANS_AWAY = 3
_LEASE_LEFT = timedelta(seconds=28)
"""A call may take 25 s; what has less of its lease left is not begun."""
_LEASE_TOO_SHORT = "lease-too-short"
_log = logging.getLogger(__name__)


class Dispatcher:
    """One loop of transactions, each recording what became of messages and claiming the next; and a pump that sends."""

    def __init__(
        self,
        mail: Mail,
        pace: Pace,
        recorded: Callable[[], None] = lambda: None,
        plan_alarm: Callable[[datetime | None], None] = lambda _: None,
    ) -> None:
        self._mail = mail
        self._pace = pace
        self._recorded = recorded
        self._plan_alarm = plan_alarm
        self._woken = Waker()
        self._stopping = False
        self._tray = OutTray()
        self._outcomes: list[Outcome] = []
        self._loop: asyncio.Task[None] | None = None
        self._flights: set[asyncio.Task[None]] = set()
        self._next_pump: asyncio.TimerHandle | None = None
        self._next_look: asyncio.TimerHandle | None = None
        self._next_record: asyncio.TimerHandle | None = None
        self._lost_in_a_row = 0
        self._swept_at = 0.0

    async def start(self) -> None:
        """Settle what an earlier process left half done, then begin."""
        mail = self._mail
        for chat_id, sent_at in await mail.database.run(turnover.take_over, mail, mail.moment()):
            ago = mail.clock.real_now() - mail.clock.real_time_of(sent_at)
            self._pace.sent_before(chat_id, time.monotonic() - max(ago / timedelta(seconds=1), 0.0))
        self._loop = asyncio.create_task(self._live(), name="dispatcher")

    async def stop(self) -> None:
        """Finish what is in flight, put back what is not, record all."""
        self._stopping = True
        self.wake()
        for handle in (self._next_pump, self._next_look, self._next_record):
            if handle:
                handle.cancel()
        if self._flights:
            await asyncio.wait(self._flights)
        if self._loop:
            await self._loop
        await self._mail.database.run(turnover.leave, self._mail, self._outcomes, self._tray.take_all())
        self._outcomes = []

    def wake(self) -> None:
        """There may be something new to send."""
        self._woken.set()

    async def _live(self) -> None:
        fault = 0
        while not self._stopping:
            self._woken.clear()
            try:
                more = await self._turn(careful=fault > 0)
                fault = 0
            except Exception as error:  # noqa: BLE001 - the one loop that sends must outlive any fault
                fault += 1
                _log.error("sending is held up: %s", place_of(error))
                if fault > 1:
                    await self._woken.rest(min(0.1 * 2**fault, LOOK_ANYWAY_EVERY))
                continue
            self._pump()
            if not more:
                await self._woken.rest()

    async def _turn(self, *, careful: bool) -> bool:
        """One transaction. True when there is more to claim and room for it."""
        outcomes, self._outcomes = self._outcomes, []
        if self._next_record:
            self._next_record.cancel()
            self._next_record = None
        at = time.monotonic()
        sweep = at - self._swept_at > _SWEEP_EVERY
        work = Turnover(self._mail.moment(), outcomes, self._wishes(at), secrets.token_hex(8), careful, sweep)
        try:
            turn = await self._mail.database.run(turnover.turn_over, self._mail, work)
        except BaseException:
            self._outcomes = outcomes + self._outcomes
            raise
        if not turn.recorded:
            self._outcomes = outcomes + self._outcomes
        elif sweep:
            self._swept_at = at
        if outcomes and turn.recorded:
            self._recorded()  # what was followed up with may have set timers
        self._tray.add(turn.parcels)
        self._set_alarm(turn)
        # Even without room the next turn has to follow soon, to set the alarm; there, outcomes wake it.
        return not turn.recorded or (turn.more and (self._room(time.monotonic()) > 0 or not self._flights))

    def _room(self, at: float) -> int:
        return max(min(_BATCH, self._pace.room(at)) - len(self._tray), 0)

    def _wishes(self, at: float) -> list[Wish]:
        """How much of each lane may be claimed, and for whom not."""
        paused, room = self._pace.paused_for(at), self._room(at)
        again = [paused] if paused else [] if room else [AHEAD.total_seconds()]
        wishes = []
        for lane in Lane:
            full = self._pace.full_chats(lane, at)
            again += full.values()
            limit = room if lane is not Lane.ALERT else 0 if paused else _ALERTS_AT_ONCE
            wishes.append(Wish(lane, limit, {*full, *self._tray.busy(lane)}))
        self._look_again(min(again, default=float("inf")))
        return wishes

    def _look_again(self, seconds: float) -> None:
        if self._next_look:
            self._next_look.cancel()
            self._next_look = None
        if seconds < LOOK_ANYWAY_EVERY and not self._stopping:
            self._next_look = asyncio.get_running_loop().call_later(seconds + 0.001, self.wake)

    def _set_alarm(self, turn: Turn) -> None:
        clock, times = self._mail.clock, []
        if turn.next is None:
            return
        if turn.next.due_at is not None:
            times.append(clock.real_time_of(turn.next.due_at) - AHEAD)
        if turn.next.retry_at is not None:
            times.append(turn.next.retry_at)
        if turn.next.lease_until is not None:  # one that has run out already waits for the next sweep
            times.append(max(turn.next.lease_until, clock.real_now() + timedelta(seconds=_SWEEP_EVERY)))
        self._plan_alarm(min(times, default=None))

    def _pump(self) -> None:
        """Start every message that may go now, and come back when the next one may."""
        if self._next_pump:
            self._next_pump.cancel()
            self._next_pump = None
        while not self._stopping and (last_lane := self._last_lane()) is not None:
            parcel, wait = self._tray.next(last_lane, self._wait_of())
            if parcel is None:
                if wait is not None:
                    self._next_pump = asyncio.get_running_loop().call_later(wait, self._pump)
                return
            self._fly(parcel)

    def _last_lane(self) -> Lane | None:
        """The least urgent lane that there is a free slot for."""
        flying = len(self._flights)
        if flying < _IN_FLIGHT:
            return Lane.REMINDER
        return Lane.ALERT if flying < _IN_FLIGHT + _MORE_FOR_ALERTS else None

    def _wait_of(self) -> Callable[[Parcel], float]:
        """For a parcel: seconds until it may go, infinite when only another one's end can tell."""
        clock, now, at = self._mail.clock, self._mail.clock.now(), time.monotonic()

        def seconds(parcel: Parcel) -> float:
            due_at = parcel.turn[1]
            early = (due_at - now) / timedelta(seconds=1) / clock.speed if due_at > now else 0.0
            return max(self._pace.wait(parcel.row.chat_id, parcel.lane, at), early)

        return seconds

    def _fly(self, parcel: Parcel) -> None:
        self._tray.started(parcel)
        began = time.monotonic()
        self._pace.begin(parcel.row.chat_id, began, parcel.lane)
        flight = asyncio.get_running_loop().create_task(self._deliver(parcel, began))
        self._flights.add(flight)
        flight.add_done_callback(self._flights.discard)

    async def _deliver(self, parcel: Parcel, began: float) -> None:
        delivery = await self._attempt(parcel)
        ended = time.monotonic()
        self._pace.end(parcel.row.chat_id, began, ended)
        self._learn(parcel, delivery, ended)
        self._outcomes.append(Outcome(parcel, delivery))
        self._tray.ended(parcel)
        self._have_recorded(parcel.lane)
        asyncio.get_running_loop().call_soon(self._pump)

    def _have_recorded(self, lane: Lane) -> None:
        """What became of an alert or an answer at once; of reminders a few together, while others are on their way."""
        if lane is not Lane.REMINDER or len(self._flights) + len(self._tray) <= 1:
            self._woken.set()
        elif self._next_record is None:
            self._next_record = asyncio.get_running_loop().call_later(_RECORD_WITHIN, self.wake)

    async def _attempt(self, parcel: Parcel) -> Delivery:
        lease_until = parcel.row.lease_until
        if lease_until is None or lease_until - self._mail.clock.real_now() < _LEASE_LEFT:
            return NotSent(_LEASE_TOO_SHORT)
        try:
            outgoing = self._mail.render(parcel)
        except UnsayableError as error:
            _log.error("message %s cannot be said: %s", parcel.row.id, error)
            return Refused(error.refusal)
        try:
            return await self._mail.send(outgoing)
        except Exception as error:  # noqa: BLE001 - the message's fate is unknown, the loop goes on
            _log.error("message %s: %s", parcel.row.id, place_of(error))
            return Unknown("fault")

    def _learn(self, parcel: Parcel, delivery: Delivery, at: float) -> None:
        """What a delivery says about the ones after it."""
        match delivery:
            case RetryAfter(seconds):
                self._pace.refused(parcel.row.chat_id, seconds, at)
            case Migrated(new_chat_id):
                self._pace.move(parcel.row.chat_id, new_chat_id)
            case NotSent(why) if why == _LEASE_TOO_SHORT:
                return  # Telegram was not even asked
            case NotSent():
                self._lost_in_a_row += 1
                if self._lost_in_a_row >= _LOST_MEANS_AWAY:
                    doubled = 0.5 * 2 ** min(self._lost_in_a_row - _LOST_MEANS_AWAY, 10)
                    self._pace.pause_all(min(doubled, _LONGEST_PAUSE), at)
                return
        self._lost_in_a_row = 0
