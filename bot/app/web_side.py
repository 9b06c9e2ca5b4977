"""Serves the web face: the webhook where one is set, health and metrics on PORT."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy.exc import SQLAlchemyError

from bot.app.parts import StartError
from bot.app.wiring import sentence
from bot.chat.receiver import Receiver
from bot.clock import real_now
from bot.delivery.office import Office, Parts
from bot.settings import Settings
from bot.storage import inbox
from bot.storage.inbox import Arrived
from bot.web import pulse
from bot.web.pulse import Pulse
from bot.web.server import Face, web_app

DEFAULT_PORT = 8080


@asynccontextmanager
async def served(settings: Settings, parts: Parts, office: Office, receiver: Receiver | None) -> AsyncIterator[None]:
    """The web face until the block ends. Raises StartError for a port that is taken."""
    port = settings.port or DEFAULT_PORT
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # so that small answers go at once
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("0.0.0.0", port))
    except OSError:
        listener.close()
        raise StartError(sentence(parts.practice, "console-run-port-taken", port=str(port))) from None

    async def keep(updates: list[Arrived]) -> None:
        await parts.database.run(inbox.store, updates, parts.clock.real_now())
        office.wake()

    face = Face(
        take_pulse=lambda: _pulse(parts, receiver),
        keep=keep,
        path=urlsplit(settings.webhook_url or "").path or "/webhook",
        secret=settings.secret("webhook_secret") if settings.webhook_url else None,
    )
    config = uvicorn.Config(web_app(face), log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve([listener]))  # `serve` would take over the signals
    try:
        yield
    finally:
        server.should_exit = True
        await task
        listener.close()


async def _pulse(parts: Parts, receiver: Receiver | None) -> Pulse:
    try:
        taken = await parts.database.read(pulse.take, parts.clock.now(), parts.clock.speed)
    except SQLAlchemyError:
        return Pulse(database_ok=False)
    if receiver is None:
        return taken
    ago = max(real_now() - receiver.polled_at, timedelta(0)) if receiver.polled_at else None
    return replace(taken, polled_ago=ago, trouble=receiver.trouble and receiver.trouble.value)
