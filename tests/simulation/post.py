"""The real outbox in virtual time: claiming, pace, rendering and recording are the bot's own; only the network is not.

Works like the bot's dispatcher and timekeeper, with the world's clock instead of an event loop.
"""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlmodel import Session

from bot.delivery import claiming, guarding, recording
from bot.delivery.claiming import Claiming, Guard
from bot.delivery.mail import Mail
from bot.delivery.pace import Pace
from bot.delivery.parcels import Outgoing, Parcel, UnsayableError
from bot.delivery.recording import Outcome, Recording
from bot.domain.deliveries import Delivery, Refused, Sent
from bot.domain.status import Lane
from bot.storage import timers
from bot.storage.claims import Moment, Wish
from bot.storage.tables import OutboxMessage, Timer
from tests.simulation import agenda
from tests.simulation.world import World

_BATCH, _ALERTS_AT_ONCE = 128, 32
_FASTEST, _SLOWEST = 0.06, 0.25
"""Seconds a call to Telegram takes."""

Arrive = Callable[[Parcel, Outgoing, float], Delivery]
"""The message will be with its reader in so many seconds; what Telegram says of it."""


@dataclass
class Post:
    """Sends what is due, in the order and at the pace of the bot, and lets timers elapse."""

    world: World
    mail: Mail
    pace: Pace
    arrive: Arrive
    rng: Random
    unsayable: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    sent: int = 0

    def __post_init__(self) -> None:
        self._waiting: list[Parcel] = []
        self._next_turn: datetime | None = None
        self._claims = 0

    def wake(self, at: datetime | None = None) -> None:
        """There may be something to send or a timer to elapse, now or at that time."""
        at = max(at or self.world.now, self.world.now)
        if self._next_turn is None or at < self._next_turn:
            self._next_turn = at
            self.world.at(at, lambda: self._turn_if_due(at))

    def _turn_if_due(self, at: datetime) -> None:
        if self._next_turn == at:
            self._next_turn = None
            with self.mail.database.transaction() as db:
                next_at = self._turn(db)
            if next_at is not None:
                self.wake(next_at)

    def _turn(self, db: Session) -> datetime | None:
        """Let timers elapse, then claim, send and record until nothing is due; when to come back."""
        moment = self.mail.moment()
        guard = self._guard(moment)
        wait = self._send_waiting(db, moment, guard)
        taken = True
        while (found := agenda.look(db, moment.now)).timers_due or (found.messages_due and taken):
            if found.timers_due:
                self._elapse(db)
                continue
            taken = self._claim(db, moment, guard)
            wait = self._send_waiting(db, moment, guard)
        return min(filter(None, (found.next_at, self._when_pace_allows(wait))), default=None)

    def _claim(self, db: Session, moment: Moment, guard: Guard) -> bool:
        self._claims += 1
        how = Claiming(self.mail.practice, self.mail.hooks, moment, f"claim-{self._claims}", guard)
        claimed = claiming.claim(db, self._wishes(), how)
        self._waiting = sorted([*self._waiting, *claimed.parcels], key=lambda parcel: parcel.turn)
        return claimed.more or bool(claimed.parcels)

    def _when_pace_allows(self, wait: float | None) -> datetime | None:
        full = [seconds for lane in Lane for seconds in self.pace.full_chats(lane, self.world.seconds).values()]
        waits = full if wait is None else [*full, wait]
        return self.world.now + timedelta(seconds=max(min(waits), 0.01)) if waits else None

    def _send_waiting(self, db: Session, moment: Moment, guard: Guard) -> float | None:
        """Send what may go now and record it; else how long the next one has to wait."""
        waits: list[float] = []
        outcomes: list[Outcome] = []
        for parcel in list(self._waiting):
            wait = self.pace.wait(parcel.row.chat_id, parcel.lane, self.world.seconds)
            if wait <= 0:
                self._waiting.remove(parcel)
                outcomes.append(Outcome(parcel, self._delivered(parcel)))
            else:
                waits.append(wait)
        if outcomes:
            recording.record(db, outcomes, Recording(self.mail.practice, self.mail.hooks, moment, guard))
        return min(waits, default=None)

    def _guard(self, moment: Moment) -> Guard:
        """The bot's own careful way with hooks that fail, and a note of each."""
        careful = guarding.careful(moment)

        def guard(db: Session, row: OutboxMessage, hook: Callable[[], object]) -> bool:
            def noted() -> object:
                try:
                    return hook()
                except Exception:
                    self.faults.append(f"{row.template}\n{traceback.format_exc(limit=-4)}")
                    raise

            return careful(db, row, noted)

        return guard

    def _elapse(self, db: Session) -> None:
        now = self.world.now
        for timer in timers.due(db, now, now):
            held = timers.held(db, timer.id)
            if held is not None:
                held.done_at = now
                self._guarded(db, held)
        db.flush()

    def _guarded(self, db: Session, timer: Timer) -> None:
        """One failing timer costs only itself, as with the bot's timekeeper."""
        try:
            with db.begin_nested():
                self.mail.hooks.elapse(db, self.mail.practice, timer, self.world.now)
        except Exception:  # noqa: BLE001 - noted as a fault of the product
            self.faults.append(f"timer {timer.action}\n{traceback.format_exc(limit=-4)}")

    def _wishes(self) -> list[Wish]:
        at, wishes = self.world.seconds, []
        room = max(min(_BATCH, self.pace.room(at)) - len(self._waiting), 0)
        for lane in Lane:
            limit = _ALERTS_AT_ONCE if lane is Lane.ALERT else room
            busy = {parcel.row.chat_id for parcel in self._waiting if parcel.lane == lane}
            wishes.append(Wish(lane, limit, {*self.pace.full_chats(lane, at), *busy}))
        return [wish for wish in wishes if wish.limit]

    def _delivered(self, parcel: Parcel) -> Delivery:
        """What Telegram says of it; the reader has it a moment later."""
        try:
            outgoing = self.mail.render(parcel)
        except UnsayableError as error:
            self.unsayable.append(f"{error} ({parcel.reader.language})")
            return Refused(error.refusal)
        began, took = self.world.seconds, self.rng.uniform(_FASTEST, _SLOWEST)
        self.pace.begin(parcel.row.chat_id, began)
        self.pace.end(parcel.row.chat_id, began, began + took)
        delivery = self.arrive(parcel, outgoing, took)
        self.sent += isinstance(delivery, Sent)
        return delivery
