"""Alerts to the staff group, raised by the clock in the middle of everything else."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Iterator

from tests.benchmarks.order import Due, Order


@contextlib.contextmanager
def alerting(order: Order, due: Due, alert: Callable[[], Awaitable[None]]) -> Iterator[None]:
    """Raise one every `order.alerts_every` seconds after the first reminder's due time; none where that is None."""
    under_way: set[asyncio.Future[None]] = set()

    async def keep_raising(seconds: float) -> None:
        number = 1
        while True:
            await asyncio.sleep(max(due.monotonic + number * seconds - time.monotonic(), 0.0))
            under_way.add(asyncio.ensure_future(alert()))
            number += 1

    task = asyncio.create_task(keep_raising(order.alerts_every)) if order.alerts_every else None
    try:
        yield
    finally:
        for each in (*under_way, *([task] if task else [])):
            each.cancel()
