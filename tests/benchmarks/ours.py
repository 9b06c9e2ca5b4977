"""The bot's own delivery, as `run` puts it together, with a one-sentence wording and no services."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import httpx
from sqlmodel import Session, insert
from telegram import Bot

from bot.chat.messenger import Messenger
from bot.chat.posting import poster
from bot.chat.receiver import Ears, Receiver
from bot.chat.rendering import Renderer
from bot.chat.requesting import AiohttpRequest
from bot.chat.toasts import Toaster
from bot.clock import Clock
from bot.delivery.hooks import Hooks
from bot.delivery.office import Office, Parts
from bot.delivery.pace import NO_LIMITS, Limits
from bot.domain.status import Lane, OutboxState
from bot.services.saying import Button, When, say, words
from bot.storage.database import Database
from bot.storage.tables import OutboxMessage
from tests.support.mailroom import small_practice

TOKEN = "1:benchmark"
FIRST_CHAT = 1_000_000
GROUP = -1_000_001
BUTTONS = [[Button("press-me", "done:1"), Button("press-me", "later:1")]]


def plan_many(db: Session, dues: list[datetime]) -> None:
    """One reminder for each of as many patients, each with two buttons, as the services would plan them."""
    content = words("drink", glasses=2, buttons=BUTTONS).content()
    rows = [
        {
            "chat_id": FIRST_CHAT + number,
            "lane": Lane.REMINDER,
            "state": OutboxState.PLANNED,
            "template": "drink",
            "content": content,
            "due_at": due_at,
            "created_at": due_at,
            "attempts": 0,
            "unconfirmed": 0,
        }
        for number, due_at in enumerate(dues)
    ]
    for start in range(0, len(rows), 5000):
        db.exec(insert(OutboxMessage), params=rows[start : start + 5000])


def echo(db: Session, raw: str, now: datetime) -> None:
    message: dict[str, Any] = json.loads(raw)["message"]
    say(db, message["chat"]["id"], words("hello", name=message["text"]), when=When(now))


@contextlib.asynccontextmanager
async def ours(
    database: Database, api_url: str, limits: Limits = NO_LIMITS, *, listen: bool = False
) -> AsyncIterator[Office]:
    """The office at work, with the receiver when it is to `listen`."""
    practice, clock, hooks = small_practice(), Clock(), Hooks()
    request = AiohttpRequest()
    bot = Bot(TOKEN, base_url=f"{api_url}/bot", request=request)
    async with request, httpx.AsyncClient() as client:
        messenger, renderer = Messenger(bot), Renderer(practice)
        toaster = Toaster(database, renderer, messenger)
        office = Office(
            Parts(database, clock, practice, hooks, echo, toaster.answer, renderer.render, messenger.send, limits)
        )
        receiver = Receiver(Ears(database, clock, practice, hooks, poster(client, api_url, TOKEN), office.wake))
        await office.start()
        if listen:
            await receiver.start()
        try:
            yield office
        finally:
            await receiver.stop()
            await office.stop()


async def raise_alerts(database: Database, office: Office, every: float, stop: asyncio.Event) -> None:
    """An alert to the staff group every so many seconds, its text the moment at which it was raised."""
    clock = Clock()
    while not stop.is_set():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(every):
                await stop.wait()
        if not stop.is_set():
            await database.run(_raise_one, clock.now())
            office.wake()


def _raise_one(db: Session, now: datetime) -> None:
    say(db, GROUP, words("alarm", code=f"{time.monotonic():.6f}"), when=When(now), lane=Lane.ALERT)


def soon(seconds: float) -> datetime:
    return Clock().now() + timedelta(seconds=seconds)
