"""The usual schedulers with a great many planned jobs: starting with them, and running the next one."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from statistics import median
from typing import Any

from telegram.ext import ContextTypes

from bot.clock import real_now
from tests.benchmarks.contestants.apscheduler_store import scheduler_on
from tests.benchmarks.contestants.ptb_jobs import application, remind
from tests.benchmarks.order import FIRST_CHAT, Due, Order

_TRIES = 50
_OVER = timedelta(days=60)
_ran = asyncio.Event()
"""A stored job is found by its module and name, so what it tells has to be here."""


async def note_run() -> None:
    _ran.set()


@contextlib.asynccontextmanager
async def job_queue(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    """PTB's JobQueue, which has to be given every reminder anew at each start; reading them first is not counted."""
    app = application(order)
    async with app:
        queue = app.job_queue
        assert queue is not None
        for number in range(order.count):
            queue.run_once(remind, due.at + timedelta(hours=1) + _OVER * (number / order.count), chat_id=FIRST_CHAT)
        await app.start()
        found = {"ready_at": time.monotonic()}

        async def note(_: ContextTypes.DEFAULT_TYPE) -> None:
            _ran.set()

        found["next"] = await _next(lambda: queue.run_once(note, 0))
        yield found
        await app.stop()


@contextlib.asynccontextmanager
async def filled_store(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    """Plan `order.count` jobs into the store; `each`: milliseconds for one."""
    scheduler = scheduler_on(order)
    scheduler.start(paused=True)
    began = time.perf_counter()
    for number in range(order.count):
        scheduler.add_job(note_run, "date", run_date=due.at + timedelta(hours=1) + _OVER * (number / order.count))
    each = 1000 * (time.perf_counter() - began) / max(order.count, 1)
    scheduler.shutdown(wait=False)
    yield {"each": each}


@contextlib.asynccontextmanager
async def store(order: Order, _: Due) -> AsyncIterator[dict[str, float]]:
    """APScheduler started on a store that is there already."""
    scheduler = scheduler_on(order)
    scheduler.start()
    await asyncio.sleep(0)
    found = {"ready_at": time.monotonic()}
    found["next"] = await _next(lambda: scheduler.add_job(note_run, "date", run_date=real_now()))
    yield found
    scheduler.shutdown(wait=False)


async def _next(add: Any) -> float:
    """Milliseconds from adding a job that is due at once until it runs, median."""
    times = []
    for _ in range(_TRIES):
        _ran.clear()
        began = time.perf_counter()
        add()
        await _ran.wait()
        times.append(time.perf_counter() - began)
    return 1000 * median(times)
