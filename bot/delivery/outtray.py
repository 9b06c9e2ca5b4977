"""The claimed messages that wait for their moment, in order, and the queues of those in flight."""

from bisect import insort
from collections.abc import Callable, Iterable

from bot.delivery.parcels import Parcel
from bot.domain.status import Lane


class OutTray:
    """A few messages at most: what can go within the next moments."""

    def __init__(self) -> None:
        self._waiting: list[Parcel] = []
        self._flying: set[tuple[int, int]] = set()

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, parcels: Iterable[Parcel]) -> None:
        for parcel in parcels:
            insort(self._waiting, parcel, key=lambda waiting: waiting.turn)

    def busy(self, lane: Lane) -> set[int]:
        """Chats with a message of this lane waiting here or in flight: the next one has to wait for it."""
        queues = self._flying | {parcel.queue for parcel in self._waiting}
        return {chat_id for chat_id, of_lane in queues if of_lane == lane}

    def next(self, may_go: Callable[[Parcel], float | None]) -> tuple[Parcel | None, float | None]:
        """The first parcel that may go now, taken out; else None and the seconds until one may, if known.

        `may_go` says for a parcel how many seconds it has to wait yet, None for unknown.
        """
        soonest: float | None = None
        for index, parcel in enumerate(self._waiting):
            if parcel.queue in self._flying:
                continue
            wait = may_go(parcel)
            if wait is None:
                continue
            if wait <= 0:
                return self._waiting.pop(index), None
            soonest = wait if soonest is None else min(soonest, wait)
        return None, soonest

    def started(self, parcel: Parcel) -> None:
        self._flying.add(parcel.queue)

    def ended(self, parcel: Parcel) -> None:
        self._flying.discard(parcel.queue)

    def take_all(self) -> list[Parcel]:
        """Everything that has not been started, taken out."""
        waiting, self._waiting = self._waiting, []
        return waiting
