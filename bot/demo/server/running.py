"""Starts and stops the server inside a running event loop."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.demo.server.app import BotApi
from bot.demo.server.telegram import Telegram
from bot.demo.server.webhook import WebhookCourier

KEEP_ALIVE = 75
"""Seconds an idle connection is kept, longer than any client keeps it, so that none is cut by surprise."""
LAST_WORDS = 0.2
"""Seconds that calls under way have to end when the server stops."""


@dataclass
class RunningServer:
    """A server that answers at `api_url` (no slash at its end)."""

    telegram: Telegram
    api_url: str


async def _nothing_else(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b""})


@contextlib.asynccontextmanager
async def serve(
    telegram: Telegram, *, port: int = 0, rest: ASGIApp = _nothing_else, first_backoff: float = 2.0
) -> AsyncIterator[RunningServer]:
    """Serve on 127.0.0.1 until the block ends; port 0 takes a free one. Raises OSError for a taken port."""
    listener = _listener(port)
    config = uvicorn.Config(rest, lifespan="off", log_config=None, access_log=False, proxy_headers=False, ws="none")
    server = uvicorn.Server(config)

    def disconnect(scope: Scope) -> None:
        for connection in list(server.server_state.connections):
            if getattr(connection, "client", None) == scope["client"] and connection.transport:
                connection.transport.abort()

    api = BotApi(telegram, rest, disconnect)
    config.app = api
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listener])
    courier = asyncio.create_task(WebhookCourier(telegram, first_backoff).run())
    try:
        yield RunningServer(telegram, f"http://127.0.0.1:{listener.getsockname()[1]}")
    finally:
        api.polling.close()
        courier.cancel()
        await _stop(server)
        await asyncio.gather(courier, return_exceptions=True)


def _listener(port: int) -> socket.socket:
    # The protocol is named because asyncio sends small answers at once (TCP_NODELAY) only then;
    # without it every answer waits 40 ms for the client's delayed acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener


async def _stop(server: uvicorn.Server) -> None:
    """Close at once: uvicorn's own way waits a while for each connection, which tests do not want."""
    for listening in server.servers:
        listening.close()
    if server.server_state.tasks:
        await asyncio.wait(server.server_state.tasks, timeout=LAST_WORDS)
    for task in list(server.server_state.tasks):
        task.cancel()
    for connection in list(server.server_state.connections):
        if connection.transport:
            connection.transport.abort()
    await asyncio.gather(*server.server_state.tasks, return_exceptions=True)
