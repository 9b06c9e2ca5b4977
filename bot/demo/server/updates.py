"""What waits for the bot: updates by number, kept as long as Telegram keeps them, until confirmed."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.demo.server.feed import Feed

KEPT_FOR = timedelta(hours=24)
PRESS_KEPT_FOR = timedelta(seconds=150)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_QUEUE_OF_USER = frozenset({"callback_query"})


@dataclass(slots=True)
class Update:
    """One update; those with the same `queue` are delivered in order. `again` counts extra deliveries."""

    id: int
    kind: str
    raw: str
    queue: tuple[str, int]
    expires_at: datetime
    again: int = 0


class UpdateQueue:
    """At-least-once delivery: an update stays until a higher offset, or a 2xx to the webhook."""

    def __init__(self, now: Callable[[], datetime], first_id: int | None = None) -> None:
        self._now = now
        self._next_id = first_id or random.randint(100_000_000, 900_000_000)
        self._pending: dict[int, Update] = {}
        self._repeats: list[Update] = []
        self._repeat_next = 0
        self.allowed: frozenset[str] | None = None
        self.arrived = Feed()
        self.pushed = 0

    def push(self, kind: str, body: dict[str, Any], about: int) -> int | None:
        """Queue an update about a chat or a user; None when the bot does not want this kind."""
        if not self.wants(kind):
            return None
        space = "user" if kind in _QUEUE_OF_USER else "chat"
        return self.push_raw({kind: body}, (space, about))

    def push_raw(self, fields: dict[str, Any], queue: tuple[str, int] = ("chat", 0)) -> int:
        """Queue an update of any shape (a test's poison); its `update_id` is added here."""
        number = self._next_id
        self._next_id += 1
        kind = next(iter(fields), "")
        kept_for = PRESS_KEPT_FOR if kind == "callback_query" else KEPT_FOR
        raw = json.dumps({"update_id": number, **fields}, ensure_ascii=False)
        again, self._repeat_next = (1, self._repeat_next - 1) if self._repeat_next else (0, 0)
        self._pending[number] = Update(number, kind, raw, queue, self._now() + kept_for, again)
        self.pushed += 1
        self.arrived.changed()
        return number

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed is not None else kind not in NOT_BY_DEFAULT

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants; None keeps the former list, empty is the default set."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def repeat_next(self, count: int) -> None:
        """Deliver each of the next `count` updates twice."""
        self._repeat_next += count

    def confirm_below(self, offset: int) -> None:
        for number in [n for n in self._pending if n < offset]:
            self._confirm(number)
        self.arrived.changed()

    def confirm(self, number: int) -> None:
        self._confirm(number)
        self.arrived.changed()

    def _confirm(self, number: int) -> None:
        update = self._pending.pop(number, None)
        if update and update.again:
            update.again -= 1
            self._repeats.append(update)

    def keep_last(self, count: int) -> None:
        """Forget all but the last `count` updates (a negative offset)."""
        for number in list(self._pending)[: max(0, len(self._pending) - count)]:
            del self._pending[number]

    def take(self, limit: int) -> list[Update]:
        """The oldest waiting updates, those to be repeated first; they stay until confirmed."""
        self.drop_expired()
        repeats, self._repeats = self._repeats, []
        found = repeats
        for update in self._pending.values():
            if len(found) >= limit:
                break
            found.append(update)
        return found

    def queues(self) -> set[tuple[str, int]]:
        """The queues in which something waits."""
        self.drop_expired()
        return {update.queue for update in self._pending.values()}

    def oldest(self, queue: tuple[str, int]) -> Update | None:
        self.drop_expired()
        return next((update for update in self._pending.values() if update.queue == queue), None)

    def drop_expired(self) -> None:
        now = self._now()
        for number in [n for n, update in self._pending.items() if update.expires_at <= now]:
            del self._pending[number]

    def drop_all(self) -> None:
        self._pending.clear()
        self._repeats.clear()

    def __len__(self) -> int:
        return len(self._pending)
