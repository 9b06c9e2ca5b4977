"""Long polling: stores every update's JSON before Telegram is told that it has been received."""

import asyncio
import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlmodel import Session

from bot.chat.envelope import arrived, arrived_unreadable
from bot.clock import Clock
from bot.delivery import hearing
from bot.delivery.hooks import Hooks
from bot.logs import place_of
from bot.services.practice import Practice
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.inbox import Arrived

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
_POLL_SECONDS = 25
_LIMIT = 100
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0
_UPDATE_ID = re.compile(rb'"update_id"\s*:\s*(\d+)')
_log = logging.getLogger(__name__)


class Trouble(StrEnum):
    """Why nothing is coming in."""

    NO_ANSWER = "no-answer"
    TOKEN_REFUSED = "token-refused"  # noqa: S105 - a word, not a token
    OTHER_POLLER = "other-poller"
    WEBHOOK_SET = "webhook-set"


class Post(Protocol):
    """One call of the Bot API."""

    async def __call__(self, method: str, parameters: dict[str, Any], read_timeout: float) -> tuple[int, bytes]:
        """HTTP status and body. Raises TelegramError, without the address in its text, when there was no answer."""


@dataclass(frozen=True)
class Ears:
    """What it works with: `stored` is called when something new is in the inbox, `deaf` when nothing comes."""

    database: Database
    clock: Clock
    practice: Practice
    hooks: Hooks
    post: Post
    stored: Callable[[], None]
    deaf: Callable[[Trouble], None]


class Receiver:
    """Polls for as long as it is started. `trouble` says why nothing comes in, None while all is well."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._task: asyncio.Task[None] | None = None
        self._offset: int | None = None
        self._limit = _LIMIT
        self.trouble: Trouble | None = None
        self.polled_at: datetime | None = None
        """Real time of the last answer to a poll."""

    async def start(self) -> None:
        self._task = asyncio.create_task(self._live(), name="receiver")

    async def stop(self) -> None:
        """What has come and is not stored yet will come again."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _live(self) -> None:
        wait = _FIRST_WAIT
        while True:
            try:
                trouble = await self._poll()
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - the bot must not go deaf, whatever a poll runs into
                _log.warning("no updates: %s", place_of(error))
                trouble = Trouble.NO_ANSWER
            if trouble is None:
                wait = _FIRST_WAIT
            elif trouble is not self.trouble:
                _log.error("no updates: %s", trouble.value)
                self._ears.deaf(trouble)
            self.trouble = trouble
            if trouble is not None:
                await asyncio.sleep(wait)
                wait = min(wait * 2, _LONGEST_WAIT)

    async def _poll(self) -> Trouble | None:
        status, body = await self._ears.post("getUpdates", self._question(), _POLL_SECONDS + 10)
        updates, trouble = self._read(status, body)
        if trouble is Trouble.WEBHOOK_SET:
            await self._ears.post("deleteWebhook", {"drop_pending_updates": False}, 10)
        if trouble is not None:
            return trouble
        new = await self._ears.database.run(keep, self._ears, updates, self._ears.clock.real_now())
        # The offset only confirms this batch. It is never kept: numbers start anew after a quiet week, and a
        # repeated update is known by its number in the inbox.
        self._offset = max((update.update_id for update in updates), default=-1) + 1 or None
        self._limit = _LIMIT
        self.polled_at = self._ears.clock.real_now()
        if new:
            self._ears.stored()
        return None

    def _question(self) -> dict[str, Any]:
        question: dict[str, Any] = {
            "timeout": _POLL_SECONDS,
            "limit": self._limit,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        return question if self._offset is None else question | {"offset": self._offset}

    def _read(self, status: int, body: bytes) -> tuple[Sequence[Arrived], Trouble | None]:
        try:
            answer = json.loads(body)
            if status == 200 and answer["ok"]:
                return [arrived(update) for update in answer["result"]], None
            return [], _trouble(status, str(answer.get("description", "")))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return self._salvage(status, body)

    def _salvage(self, status: int, body: bytes) -> tuple[Sequence[Arrived], Trouble | None]:
        """A batch that cannot be read: ask for one at a time, and set aside the one that is at fault."""
        ids = _UPDATE_ID.findall(body)
        if status != 200 or not ids:
            return [], Trouble.NO_ANSWER
        if self._limit > 1:
            self._limit = 1
            return [], Trouble.NO_ANSWER
        return [arrived_unreadable(int(ids[0]), body)], None


def _trouble(status: int, description: str) -> Trouble:
    if status == 409:
        return Trouble.WEBHOOK_SET if "webhook" in description.lower() else Trouble.OTHER_POLLER
    return Trouble.TOKEN_REFUSED if status in (401, 404) else Trouble.NO_ANSWER


def keep(db: Session, ears: Ears, updates: Sequence[Arrived], real_now: datetime) -> int:
    """Store a batch and note that it was heard; how many of them were new."""
    hearing.heard(db, ears.practice, ears.hooks, ears.clock)
    return inbox.store(db, updates, real_now)
