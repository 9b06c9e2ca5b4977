"""The HTTP face: takes Telegram's updates in webhook mode, and tells whoever watches how the bot is."""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.chat.envelope import arrived, arrived_nameless
from bot.storage.inbox import Arrived
from bot.web.pulse import Pulse, as_metrics

_LARGEST = 1_000_000
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name

Keep = Callable[[list[Arrived]], Awaitable[None]]
"""Stores updates; raises when it could not, and then Telegram sends them again."""
TakePulse = Callable[[], Awaitable[Pulse]]


@dataclass(frozen=True)
class Face:
    """What the server works with. Without a `secret` there is no webhook, only health and metrics."""

    take_pulse: TakePulse
    keep: Keep
    path: str = "/webhook"
    secret: str | None = None


def web_app(face: Face) -> Starlette:
    """The application, for uvicorn."""

    async def webhook(request: Request) -> Response:
        return await _receive(request, face)

    async def health(_: Request) -> Response:
        pulse = await face.take_pulse()
        return JSONResponse(pulse.as_json(), 200 if pulse.is_well else 503)

    async def metrics(_: Request) -> Response:
        return PlainTextResponse(as_metrics(await face.take_pulse()), media_type="text/plain; version=0.0.4")

    routes = [Route("/health", health), Route("/metrics", metrics)]
    if face.secret:
        routes.append(Route(face.path, webhook, methods=["POST"]))
    return Starlette(routes=routes)


async def _receive(request: Request, face: Face) -> Response:
    """Store, then 200: whatever is in it, Telegram need not send it again."""
    given = request.headers.get(_SECRET_HEADER, "")
    if not hmac.compare_digest(given.encode(), (face.secret or "").encode()):
        return Response(status_code=403)
    body = await _body(request)
    if body is None:
        return Response(status_code=413)
    await face.keep([_read(body)])
    return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """The body; None when it is larger than any update."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            return None
    return body


def _read(body: bytes) -> Arrived:
    try:
        return arrived(json.loads(body))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return arrived_nameless(body)
