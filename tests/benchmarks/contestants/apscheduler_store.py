"""APScheduler with SQLAlchemyJobStore, what people turn to so that reminders survive a restart; sends through PTB."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram import Bot

from tests.benchmarks.contestants.ptb_jobs import KEYBOARD
from tests.benchmarks.order import FIRST_CHAT, TEXT, TOKEN, Due, Order

_bots: list[Bot] = []
"""Jobs are pickled, so what they call has to be found in the module."""


async def remind(chat_id: int) -> None:
    await _bots[0].send_message(chat_id, TEXT, parse_mode="HTML", reply_markup=KEYBOARD)


def scheduler_on(order: Order) -> Any:
    """`variant` patient: misfire_grace_time=None instead of the default second."""
    defaults = {"misfire_grace_time": None} if order.variant == "patient" else {}
    store = SQLAlchemyJobStore(url=order.database_url)
    return AsyncIOScheduler(jobstores={"default": store}, job_defaults=defaults, timezone="UTC")


@contextlib.asynccontextmanager
async def reminding(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    bot = Bot(TOKEN, base_url=f"{order.api_url}/bot")
    _bots.append(bot)
    scheduler = scheduler_on(order)
    async with bot:
        scheduler.start()
        for number, at in enumerate(due.times(order.count)):
            scheduler.add_job(remind, "date", run_date=at, args=[FIRST_CHAT + number])
        yield {}
        scheduler.shutdown(wait=False)
