"""The demo's page on a stage: a bot of a few lines, and a clock and a plan that the test holds."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.clock import Clock, ticking_from
from bot.demo.serving import DemoServer, serve_demo
from tests.support.transcript import picture

TOKEN = "123456789:AAF-only-for-tests-of-this-bot-00000"
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def one_button(label: str, data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


@dataclass
class Stage:
    """What the test may look at and change."""

    demo: DemoServer
    clock: Clock
    plan: list[datetime] = field(default_factory=list)


@contextlib.asynccontextmanager
async def staged() -> AsyncIterator[Stage]:
    """The page served, with the little bot behind it."""
    clock = ticking_from(MONDAY)
    plan: list[datetime] = []

    async def next_due() -> datetime | None:
        return min((due_at for due_at in plan if due_at > clock.now()), default=None)

    async with serve_demo(port=0, token=TOKEN, clock=clock, next_due=next_due, timezone="Europe/Madrid") as demo:
        stage = Stage(demo, clock, plan)
        acting = asyncio.create_task(_play(stage))
        try:
            yield stage
        finally:
            acting.cancel()
            await asyncio.gather(acting, return_exceptions=True)


async def _play(stage: Stage) -> None:
    async with Bot(TOKEN, base_url=f"{stage.demo.api_url}/bot") as bot:
        offset = 0
        while True:
            for update in await bot.get_updates(offset, timeout=20):
                offset = update.update_id + 1
                await _answer(bot, stage, update)


async def _answer(bot: Bot, stage: Stage, update: Update) -> None:
    cast, press, message = stage.demo.cast, update.callback_query, update.message
    if press and press.message:
        await press.answer("Noted")
        text = f"Acknowledged by {press.from_user.first_name}"
        await bot.edit_message_text(text, press.message.chat.id, press.message.message_id)
    elif message and message.text and message.text.startswith("/enroll"):
        link = f"https://t.me/{stage.demo.telegram.username}?start=K7F2"
        await bot.send_photo(message.chat.id, picture(), caption=f"<b>Maria</b> {link}", parse_mode="HTML")
    elif message and message.text and message.text.startswith("/start"):
        await bot.send_message(message.chat.id, "Welcome", reply_markup=one_button("I agree", "yes"))
    elif message and message.chat.id != cast.staff_chat:
        await bot.send_message(cast.staff_chat, f"“{message.text}”", reply_markup=one_button("Acknowledge", "ack"))
