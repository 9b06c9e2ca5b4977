"""The usual aiogram: an APScheduler date job per reminder, in memory, and no limiter, as it has none."""

import contextlib
from collections.abc import AsyncIterator
from time import monotonic

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from tests.benchmarks.contestants.alerts import alerting
from tests.benchmarks.order import BUTTONS, FIRST_CHAT, STAFF_GROUP, TEXT, TOKEN, Due, Order, raised

_KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in BUTTONS]
)


@contextlib.asynccontextmanager
async def reminding(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(order.api_url))
    bot = Bot(TOKEN, session=session)
    scheduler = AsyncIOScheduler(timezone="UTC")

    async def remind(chat_id: int) -> None:
        await bot.send_message(chat_id, TEXT, parse_mode="HTML", reply_markup=_KEYBOARD)

    async def alert() -> None:
        await bot.send_message(STAFF_GROUP, f"Look at {raised(monotonic())} now")

    for number, at in enumerate(due.times(order.count)):
        scheduler.add_job(remind, "date", run_date=at, args=[FIRST_CHAT + number])
    scheduler.start()
    with alerting(order, due, alert):
        yield {}
    scheduler.shutdown(wait=False)
    await session.close()
