"""Handles stored updates: one transaction each, in the order of their chat, no chat waiting for another one."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.clock import Clock
from bot.delivery.hooks import Hooks
from bot.delivery.waker import Waker
from bot.domain.data_key import UnreadableError
from bot.domain.delivery_policy import FIRST_WAIT, backoff
from bot.logs import place_of
from bot.services.practice import Practice
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.tables import InboxUpdate

_TRIES = 5
_CHATS_AT_ONCE = 16
_WORTH_A_LOOK = 8
"""So many slots have to be free before more is looked for: a look takes as long as handling an update."""
_log = logging.getLogger(__name__)

Handle = Callable[[Session, str, datetime], Any]
"""Acts on an update's JSON inside the transaction; what it returns is handed to Answer once that is committed."""
Answer = Callable[[str, Any], Awaitable[None]]
"""Best effort after an update, done or failed (None): says the toast, and stops the spinner of a press."""


class AlreadyHandledError(Exception):
    """Somebody else has settled this update; what was done for it is undone."""


@dataclass(frozen=True)
class Desk:
    """What the worker works with; `first_wait` in real time before an update that failed is tried again."""

    database: Database
    clock: Clock
    practice: Practice
    hooks: Hooks
    handle: Handle
    answer: Answer
    first_wait: timedelta = FIRST_WAIT


class Worker:
    """Takes pending updates off the inbox for as long as it is started; `handled` is called after each commit."""

    def __init__(
        self,
        desk: Desk,
        handled: Callable[[], None] = lambda: None,
        plan_alarm: Callable[[datetime | None], None] = lambda _: None,
    ) -> None:
        self._desk = desk
        self._handled = handled
        self._plan_alarm = plan_alarm
        self._woken = Waker()
        self._stopping = False
        self._loop: asyncio.Task[None] | None = None
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._answers: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        self._loop = asyncio.create_task(self._live(), name="worker")

    async def stop(self) -> None:
        """Finish the updates that are being handled."""
        self._stopping = True
        self.wake()
        if self._loop:
            await self._loop
        if self._busy:
            await asyncio.wait(self._busy.values())
        if self._answers:
            await asyncio.wait(self._answers, timeout=5)

    def wake(self) -> None:
        """There may be something new to handle."""
        self._woken.set()

    async def _live(self) -> None:
        while not self._stopping:
            self._woken.clear()
            found = False
            try:
                found = self._free_slots() >= _WORTH_A_LOOK and await self._hand_out()
            except Exception as error:  # noqa: BLE001 - the one loop that listens must outlive any fault
                _log.error("handling is held up: %s", place_of(error))
            if not found or self._free_slots() < _WORTH_A_LOOK:
                await self._woken.rest()

    def _free_slots(self) -> int:
        return _CHATS_AT_ONCE - len(self._busy)

    async def _hand_out(self) -> bool:
        """Give waiting updates to one task per chat."""
        real_now = self._desk.clock.real_now()
        try:
            updates, retry_at = await self._desk.database.read(_waiting, set(self._busy), real_now, self._free_slots())
        except UnreadableError as error:
            return await self._desk.database.run(_bury_unreadable, self._desk, place_of(error)) > 0
        self._plan_alarm(retry_at)
        queues: dict[int, list[InboxUpdate]] = {}
        for update in updates:
            # An update of nobody's chat has no order to keep: it is its own queue.
            queues.setdefault(update.chat_id or -update.update_id, []).append(update)
        new = {queue: waiting for queue, waiting in queues.items() if queue not in self._busy}
        for queue, waiting in new.items():
            task = asyncio.create_task(self._serve(waiting))
            self._busy[queue] = task
            task.add_done_callback(partial(self._free, queue))
        return bool(new)

    def _free(self, queue: int, _: asyncio.Task[None]) -> None:
        del self._busy[queue]
        self.wake()

    async def _serve(self, waiting: Sequence[InboxUpdate]) -> None:
        """Handle one chat's updates in turn; one that fails holds up the later ones until it is settled."""
        for update in waiting:
            if self._stopping or not await self._handle(update):
                return

    async def _handle(self, update: InboxUpdate) -> bool:
        desk = self._desk
        try:
            reaction = await desk.database.run(_handle_one, desk, update)
        except AlreadyHandledError:
            return True
        except Exception as error:  # noqa: BLE001 - a poisonous update must end up aside, whatever it raises
            return await self._fail(update, error)
        self._handled()
        self._say(update, reaction)
        return True

    async def _fail(self, update: InboxUpdate, error: Exception) -> bool:
        """Put the update off, or aside when it has failed often enough. True when the next one may go on."""
        desk, place = self._desk, place_of(error)
        _log.error("update %s, try %s: %s", update.update_id, update.attempts + 1, place)
        self._say(update, None)
        try:
            if update.attempts + 1 < _TRIES:
                retry_at = desk.clock.real_now() + backoff(update.attempts + 1, 0, desk.first_wait)
                await desk.database.run(inbox.put_off, update.update_id, place, retry_at)
                return False
            await desk.database.run(_bury, desk, update.update_id, place)
        except Exception as fault:  # noqa: BLE001 - the database is away: the update stays as it was
            _log.error("update %s: %s", update.update_id, place_of(fault))
            await asyncio.sleep(1)
            return False
        self._handled()
        return True

    def _say(self, update: InboxUpdate, reaction: Any) -> None:
        task = asyncio.create_task(self._answer(update, reaction))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, update: InboxUpdate, reaction: Any) -> None:
        try:
            await self._desk.answer(update.raw, reaction)
        except Exception as error:  # noqa: BLE001 - a toast is a courtesy; what matters is in the outbox
            _log.warning("update %s: no toast (%s)", update.update_id, place_of(error))


def _waiting(
    db: Session, busy: set[int], real_now: datetime, limit: int
) -> tuple[Sequence[InboxUpdate], datetime | None]:
    return inbox.next_pending(db, busy, real_now, limit), inbox.next_retry(db, real_now)


def _handle_one(db: Session, desk: Desk, update: InboxUpdate) -> Any:
    """The whole effect of an update and the mark that it is done, in one transaction."""
    if not inbox.finish(db, update.update_id, desk.clock.real_now()):
        raise AlreadyHandledError
    return desk.handle(db, update.raw, desk.clock.now())


def _bury_unreadable(db: Session, desk: Desk, error: str) -> int:
    """Set aside every update that no key opens, and say how many there were."""
    found = inbox.unreadable(db)
    for update_id in found:
        _log.error("update %s cannot be read with DATA_KEY", update_id)
        _bury(db, desk, update_id, error)
    return len(found)


def _bury(db: Session, desk: Desk, update_id: int, error: str) -> None:
    dead = inbox.bury(db, update_id, error, desk.clock.real_now())
    if dead is None:
        return
    try:
        with db.begin_nested():
            desk.hooks.dead_letter(db, desk.practice, dead, desk.clock.now())
    except Exception as fault:  # noqa: BLE001 - whatever is wrong with it, it must not hold up its chat for ever
        _log.error("update %s: nobody could be told: %s", dead.update_id, place_of(fault))
