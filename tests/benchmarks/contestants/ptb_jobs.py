"""The usual python-telegram-bot: one JobQueue job per reminder, in memory, as its own examples do it."""

import contextlib
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder, ContextTypes

from bot.chat.requesting import AiohttpRequest
from tests.benchmarks.contestants.alerts import alerting
from tests.benchmarks.order import BUTTONS, FIRST_CHAT, STAFF_GROUP, TEXT, TOKEN, Due, Order, raised

KEYBOARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in BUTTONS]
)


async def remind(context: ContextTypes.DEFAULT_TYPE) -> None:
    assert context.job is not None
    assert context.job.chat_id is not None
    await context.bot.send_message(context.job.chat_id, TEXT, parse_mode="HTML", reply_markup=KEYBOARD)


@contextlib.asynccontextmanager
async def reminding(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    """`variant`: httpx, PTB's own way to the network; aiohttp instead; or limiter, httpx with its AIORateLimiter."""
    app = application(order)
    async with app:
        assert app.job_queue is not None
        for number, at in enumerate(due.times(order.count)):
            app.job_queue.run_once(remind, at, chat_id=FIRST_CHAT + number)
        await app.start()
        with alerting(order, due, lambda: _alert(app)):
            yield {}
        await app.stop()


def application(order: Order) -> "Application[Any, Any, Any, Any, Any, Any]":
    builder: Any = ApplicationBuilder().token(TOKEN).base_url(f"{order.api_url}/bot")
    if order.variant == "aiohttp":
        builder = builder.request(AiohttpRequest(connections=256))
    if order.variant == "limiter":
        builder = builder.rate_limiter(AIORateLimiter())
    built: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    return built


async def _alert(app: "Application[Any, Any, Any, Any, Any, Any]") -> None:
    await app.bot.send_message(STAFF_GROUP, f"Look at {raised(monotonic())} now")
