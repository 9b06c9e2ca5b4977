"""One contender in one scenario, in a process of its own: `python -m tests.benchmarks.contender '<json>'`."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.clock import real_now
from bot.delivery.pace import NO_LIMITS, Limits
from tests.benchmarks import ours, peers
from tests.support.databases import open_database


@dataclass(frozen=True)
class Work:
    """What to do: the server, the database, how many, over how many seconds, and where alerts are raised."""

    api_url: str
    database_url: str
    count: int
    spread: float = 0.0
    limits: bool = False
    alerts_every: float = 0.0
    start_in: float = 3.0
    give_up_after: float = 60.0

    def dues(self) -> list[float]:
        """Seconds from now at which the messages are due."""
        step = self.spread / max(self.count, 1)
        return [self.start_in + number * step for number in range(self.count)]


def _resident() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def deliver_ours(work: Work) -> dict[str, Any]:
    """Rows planned in the database, then the office at work on them."""
    with closing(open_database(work.database_url)) as database:
        began = real_now()
        began_m = time.monotonic()
        dues = work.dues()
        await database.run(ours.plan_many, [began + timedelta(seconds=due) for due in dues])
        limits = Limits() if work.limits else NO_LIMITS
        started = time.monotonic()
        async with ours.ours(database, work.api_url, limits) as office:
            ready = time.monotonic() - started
            stop = asyncio.Event()
            alerts = asyncio.create_task(_alerts(database, office, work, stop))
            await peers.until_taken(work, began_m + dues[-1])
            stop.set()
            await alerts
        return {"due": began_m + dues[0], "dues": dues, "began": began_m, "ready": ready, "resident": _resident()}


async def _alerts(database: Any, office: Any, work: Work, stop: asyncio.Event) -> None:
    if work.alerts_every:
        await asyncio.sleep(work.start_in)
        await ours.raise_alerts(database, office, work.alerts_every, stop)


async def throughput_ours(work: Work) -> dict[str, Any]:
    """Updates are waiting at the server; each is stored, handled and answered."""
    with closing(open_database(work.database_url)) as database:
        began, cpu = time.monotonic(), time.process_time()
        async with ours.ours(database, work.api_url, listen=True):
            await peers.until_taken(work, began)
        return {"began": began, "cpu": time.process_time() - cpu}


async def scale_ours(work: Work) -> dict[str, Any]:
    """The database is full of rows for later; one message is put in and sent."""
    with closing(open_database(work.database_url)) as database:
        started = time.monotonic()
        async with ours.ours(database, work.api_url) as office:
            ready = time.monotonic() - started
            raised = []
            for _ in range(work.count):
                raised.append(time.monotonic())
                await database.run(ours._raise_one, real_now())
                office.wake()
                await asyncio.sleep(0.05)
            await peers.until_taken(work, started)
        return {"ready": ready, "resident": _resident(), "raised": raised}


CONTENDERS: dict[str, Callable[[Work], Awaitable[dict[str, Any]]]] = {
    "ours": deliver_ours,
    "ours-throughput": throughput_ours,
    "ours-scale": scale_ours,
    "bare-loop": peers.bare_loop,
    "ptb-jobqueue": peers.ptb_jobqueue,
    "ptb-jobqueue-aiohttp": peers.ptb_jobqueue_aiohttp,
    "apscheduler-store": peers.apscheduler_store,
    "aiogram": peers.aiogram_sleepers,
    "ptb-handlers": peers.ptb_handlers,
}


def main() -> None:
    given = json.loads(sys.argv[1])
    found = asyncio.run(CONTENDERS[given.pop("contender")](Work(**given)))  # type: ignore[arg-type]
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
