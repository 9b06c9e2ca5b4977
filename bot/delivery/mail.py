"""What the dispatcher works with, chosen by the composition root."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.delivery.hooks import Hooks
from bot.delivery.parcels import Outgoing, Render
from bot.domain.deliveries import Delivery
from bot.domain.delivery_policy import FIRST_WAIT
from bot.services.practice import Practice
from bot.storage.claims import Moment
from bot.storage.database import Database

Send = Callable[[Outgoing], Awaitable[Delivery]]


@dataclass(frozen=True)
class Mail:
    """`has_fallback`: alerts that Telegram refuses can reach the clinic by another way.

    `first_wait`: real time before a message that did not get through is tried again.
    """

    database: Database
    clock: Clock
    practice: Practice
    hooks: Hooks
    render: Render
    send: Send
    has_fallback: bool = False
    first_wait: timedelta = FIRST_WAIT

    def moment(self) -> Moment:
        return Moment(self.clock.now(), self.clock.real_now())
