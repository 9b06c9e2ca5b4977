"""Trouble on request: refusals, broken answers, lost connections, and slowness, for the calls one names."""

import random
from dataclasses import dataclass, field
from enum import StrEnum


class Trouble(StrEnum):
    """What happens to a call. The `…-after` kinds happen when the call has had its effect."""

    ERROR = "error"
    HTML = "html"
    GARBAGE = "garbage"
    FLOOD = "flood"
    FLOOD_BARE = "flood-bare"
    REFUSE = "refuse"
    DROP_BEFORE = "drop-before"
    DROP_AFTER = "drop-after"
    ERROR_AFTER = "error-after"
    DELAY = "delay"


AFTERWARDS = frozenset({Trouble.DROP_AFTER, Trouble.ERROR_AFTER})


@dataclass(slots=True)
class Fault:
    """Trouble for the next `times` calls of `method` to `chat_id` (None: any), each hit with `chance`.

    `code`, `description` and `parameters` are what REFUSE answers; `seconds` is the retry_after of
    FLOOD and the length of DELAY.
    """

    trouble: Trouble
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    chance: float = 1.0
    seconds: float = 1.0
    code: int = 400
    description: str = ""
    parameters: dict[str, int] = field(default_factory=dict)
    hits: int = 0

    def fits(self, method: str, chat_id: int | None) -> bool:
        right_method = self.method is None or self.method.lower() == method
        return right_method and self.times > 0 and (self.chat_id is None or self.chat_id == chat_id)


@dataclass(frozen=True)
class Latency:
    """Answers take `mean` seconds, give or take up to `spread`, evenly spread."""

    mean: float = 0.0
    spread: float = 0.0


class Faults:
    """The trouble still to come, in the order it was asked for; the first that fits a call is taken."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.Random(seed)
        self.waiting: list[Fault] = []
        self.done: list[Fault] = []
        self.latency = Latency()

    def add(self, fault: Fault) -> Fault:
        """Ask for trouble; the returned fault counts its `hits`."""
        self.waiting.append(fault)
        return fault

    def next(
        self,
        trouble: Trouble | str,
        method: str | None = None,
        *,
        chat: int | None = None,
        times: int = 1,
        seconds: float = 1.0,
        code: int = 400,
        description: str = "",
        chance: float = 1.0,
    ) -> Fault:
        """Ask for trouble with the next `times` calls of `method` to `chat`."""
        kind = Trouble(trouble)
        return self.add(Fault(kind, method, chat, times, chance, seconds, code, description))

    def clear(self) -> None:
        self.waiting.clear()
        self.latency = Latency()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The trouble this call is to have; `method` in lower case."""
        for fault in self.waiting:
            if fault.fits(method, chat_id) and self._random.random() < fault.chance:
                return self._spend(fault)
        return None

    def _spend(self, fault: Fault) -> Fault:
        fault.hits += 1
        fault.times -= 1
        if fault.times <= 0:
            self.waiting.remove(fault)
            self.done.append(fault)
        return fault

    def delay(self) -> float:
        """Seconds this answer takes."""
        latency = self.latency
        if not latency.mean:
            return 0.0
        return max(0.0, latency.mean + self._random.uniform(-latency.spread, latency.spread))
