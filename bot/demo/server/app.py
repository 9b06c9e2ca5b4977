"""The HTTP face: /bot<token>/<method>, /file/bot<token>/<path>, and whatever else is given to it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.demo.server.errors import NOT_FOUND, UNAUTHORIZED, ApiError
from bot.demo.server.faults import AFTERWARDS, Fault, Trouble
from bot.demo.server.methods import GET_UPDATES, METHODS
from bot.demo.server.methods.known import KNOWN_PARAMETERS, NONE
from bot.demo.server.methods.receiving import LongPolling
from bot.demo.server.parameters import Parameters, Upload, read_parameters
from bot.demo.server.pictures import kind_of
from bot.demo.server.telegram import Telegram
from bot.demo.server.updates import Update

Disconnect = Callable[[Scope], None]
Answer = tuple[int, bytes, bytes]
"""Status, media type, body."""

_JSON = b"application/json"
_TOKEN_LENGTH = 35
MAX_BODY = 20_000_000


class BotApi:
    """The ASGI app. `disconnect` cuts a request's connection, for the faults that do so."""

    def __init__(self, telegram: Telegram, rest: ASGIApp, disconnect: Disconnect) -> None:
        self.telegram = telegram
        self.polling = LongPolling(telegram)
        self._rest = rest
        self._disconnect = disconnect

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope.get("path", "")
        if scope["type"] == "http" and path.startswith("/bot"):
            await self._call(path[4:], scope, receive, send)
        elif scope["type"] == "http" and path.startswith("/file/bot"):
            await _reply(send, self._file(path[9:]))
        else:
            await self._rest(scope, receive, send)

    async def _call(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, name = path.partition("/")
        body = await _body(receive)
        if token != self.telegram.token:
            await _reply(send, _failure(*(UNAUTHORIZED if _well_formed(token) else NOT_FOUND)))
            return
        method = name.lower()
        try:
            found = read_parameters(scope["query_string"], _content_type(scope), body)
        except ApiError as error:
            await _reply(send, _refusal(error))
            return
        answer = await self._answer(method, found)
        if answer is None:
            self._disconnect(scope)
            await receive()
        else:
            await _reply(send, answer)

    async def _answer(self, method: str, found: Parameters) -> Answer | None:
        """The answer with whatever trouble it is to have; None when the connection is to be cut."""
        faults = self.telegram.faults
        fault = faults.take(method, _chat_id(found)) if faults.waiting else None
        delay = faults.delay() if method != GET_UPDATES else 0.0
        if delay:
            await asyncio.sleep(delay / 2)
        if fault and fault.trouble is Trouble.DELAY:
            await asyncio.sleep(fault.seconds)
        elif fault and fault.trouble not in AFTERWARDS:
            return _troubled(fault)
        answer = await self._run(method, found)
        if delay:
            await asyncio.sleep(delay / 2)
        if fault and fault.trouble in AFTERWARDS:
            return None if fault.trouble is Trouble.DROP_AFTER else _internal_error()
        return answer

    async def _run(self, method: str, found: Parameters) -> Answer:
        telegram = self.telegram
        telegram.calls[method] = telegram.calls.get(method, 0) + 1
        if unknown := found.keys() - KNOWN_PARAMETERS.get(method, NONE):
            self._note_misspelled(method, found, unknown)
        try:
            if method == GET_UPDATES:
                return _updates(await self.polling.get_updates(found))
            handler = METHODS.get(method)
            if handler is None:
                return _failure(404, "Not Found: method not found")
            return _success(handler(telegram, found))
        except ApiError as error:
            return _refusal(error)

    def _note_misspelled(self, method: str, found: Parameters, unknown: set[str]) -> None:
        # A file may come under any name, to which another parameter points with attach://.
        names = {name for name in unknown if not isinstance(found[name], Upload)}
        self.telegram.unknown_parameters.update((method, name) for name in names)

    def _file(self, path: str) -> Answer:
        token, _, file_path = path.partition("/")
        content = self.telegram.files.get(file_path.removeprefix("files/"))
        if token != self.telegram.token or content is None:
            return _failure(*NOT_FOUND)
        return 200, kind_of(content).encode(), content


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body") and len(body) < MAX_BODY:
        message = await receive()
        body += message.get("body", b"")
    return body


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return str(value.decode("latin-1"))
    return ""


def _well_formed(token: str) -> bool:
    number, _, secret = token.partition(":")
    return number.isdigit() and len(secret) == _TOKEN_LENGTH


def _chat_id(found: Parameters) -> int | None:
    try:
        return int(found["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _troubled(fault: Fault) -> Answer | None:
    """The answer of a call that had no effect."""
    if fault.trouble is Trouble.DROP_BEFORE:
        return None
    if fault.trouble is Trouble.HTML:
        return 502, b"text/html", b"<html><head><title>502 Bad Gateway</title></head></html>"
    if fault.trouble is Trouble.GARBAGE:
        return 200, _JSON, b'{"ok":true,"result":[{'
    if fault.trouble is Trouble.FLOOD:
        seconds = max(1, int(fault.seconds))
        return _failure(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
    if fault.trouble is Trouble.FLOOD_BARE:
        return _failure(429, "Too Many Requests")
    if fault.trouble is Trouble.REFUSE:
        return _failure(fault.code, fault.description, fault.parameters)
    return _internal_error()


def _internal_error() -> Answer:
    return _failure(500, "Internal Server Error: restart")


def _updates(updates: list[Update]) -> Answer:
    return 200, _JSON, ('{"ok":true,"result":[' + ",".join(u.raw for u in updates) + "]}").encode()


def _success(result: Any) -> Answer:
    return 200, _JSON, json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode()


def _refusal(error: ApiError) -> Answer:
    return _failure(error.code, error.description, error.parameters)


def _failure(code: int, description: str, parameters: dict[str, int] | None = None) -> Answer:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return code, _JSON, json.dumps(body).encode()


async def _reply(send: Callable[[Any], Awaitable[None]], answer: Answer) -> None:
    status, media_type, body = answer
    headers = [(b"content-type", media_type), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
