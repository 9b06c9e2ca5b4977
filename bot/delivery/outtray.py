"""The claimed messages that wait for their moment, in order, and the queues of those in flight."""

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from bot.delivery.parcels import Parcel
from bot.domain.status import Lane


class OutTray:
    """A few messages at most: what can go within the next moments."""

    def __init__(self) -> None:
        self._waiting: list[Parcel] = []
        self._queued: Counter[tuple[int, int]] = Counter()
        self._flying: set[tuple[int, int]] = set()

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, parcels: Iterable[Parcel]) -> None:
        for parcel in parcels:
            insort(self._waiting, parcel, key=_turn)
            self._queued[parcel.queue] += 1

    def busy(self, lane: Lane) -> set[int]:
        """Chats with a message of this lane waiting here or in flight: the next one has to wait for it."""
        return {chat_id for queues in (self._flying, self._queued) for chat_id, of_lane in queues if of_lane == lane}

    def next(self, last_lane: Lane, wait_of: Callable[[Parcel], float]) -> tuple[Parcel | None, float | None]:
        """The first parcel, of lanes up to `last_lane`, that may go now, taken out; else when one may, in seconds.

        `wait_of` says how many seconds a parcel has to wait yet, infinite for unknown.
        """
        soonest: float | None = None
        for index, parcel in enumerate(self._waiting):
            if parcel.lane > last_lane:
                break
            if parcel.queue in self._flying:
                continue
            wait = wait_of(parcel)
            if wait <= 0:
                self._take(index)
                return parcel, None
            soonest = wait if soonest is None else min(soonest, wait)
        return None, soonest if soonest != float("inf") else None

    def _take(self, index: int) -> None:
        queue = self._waiting.pop(index).queue
        self._queued[queue] -= 1
        if not self._queued[queue]:
            del self._queued[queue]

    def started(self, parcel: Parcel) -> None:
        self._flying.add(parcel.queue)

    def ended(self, parcel: Parcel) -> None:
        self._flying.discard(parcel.queue)

    def take_all(self) -> list[Parcel]:
        """Everything that has not been started, taken out."""
        waiting, self._waiting = self._waiting, []
        self._queued.clear()
        return waiting


def _turn(parcel: Parcel) -> tuple[int, datetime, int]:
    return parcel.turn
