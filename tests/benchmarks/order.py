"""What a contestant is asked to do, in a form that passes from process to process."""

import json
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Self

from bot.clock import real_now

TOKEN = "123456789:only-for-benchmarks"
FIRST_CHAT = 1_000_000
PEOPLE = 500
"""How many write, where that is measured."""
STAFF_GROUP = -1_000_001
TEXT = "🤸 Move your left calf gently a few times today. It should ease, not hurt; stop at a mild stretch."
"""What every contestant's reminder says, word for word as the bot's own does."""
BUTTONS = [[("Done", "done:1:stretching"), ("Later", "later:1:stretching")], [("Report a problem", "problem:1")]]
"""Labels and data of the buttons below it."""


@dataclass(frozen=True)
class Order:
    """One run. `count` reminders fall due from `lead` seconds after the start on, spread over `over` seconds.

    `limits`: the contestant is to keep Telegram's, by whatever means it has. `alerts_every`: seconds between the
    alerts to the staff group that are raised from then on. `variant` chooses between flavors of a contestant.
    """

    api_url: str = ""
    database_url: str = ""
    count: int = 0
    lead: float = 5.0
    over: float = 0.0
    limits: bool = False
    alerts_every: float | None = None
    variant: str = ""

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        return cls(**json.loads(text))


@dataclass(frozen=True)
class Due:
    """When the first reminder falls due, on the wall clock and on the monotonic one, and how far apart they are."""

    at: datetime
    monotonic: float
    apart: float

    @classmethod
    def of(cls, order: Order) -> Self:
        monotonic = time.monotonic() + order.lead
        return cls(real_now() + timedelta(seconds=order.lead), monotonic, order.over / max(order.count, 1))

    def times(self, count: int) -> list[datetime]:
        """When each of so many reminders is due, aware UTC."""
        return [self.at + timedelta(seconds=self.apart * number) for number in range(count)]


Contestant = Callable[[Order, Due], AbstractAsyncContextManager[dict[str, float]]]
"""Plans its reminders and works from entering on; what it yields are figures of its own, read at the end."""


def raised(at: float) -> str:
    """The mark in an alert's text by which its delay is found: the monotonic time at which it was raised."""
    return f"raised-{at:.6f}"
