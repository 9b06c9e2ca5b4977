"""A Bot API that does nothing but count: fast enough not to be what is measured. Runs as a process of its own.

It judges limits by the same sliding windows as the embedded server, and notes when each message arrived by the
machine's monotonic clock, which all processes share.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from bot.demo.server.errors import ApiError
from bot.demo.server.limits import NO_LIMITS, Limits, Meter

_ME = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


@dataclass
class State:
    """What has come in since the last reset, and what waits to be handed out as updates."""

    meter: Meter = field(default_factory=lambda: Meter(NO_LIMITS))
    mean: float = 0.0
    spread: float = 0.0
    taken: list[tuple[float, int, str]] = field(default_factory=list)
    refused: int = 0
    updates: list[dict[str, Any]] = field(default_factory=list)
    confirmed: int = 0
    last_message: int = 0

    def reset(self, asked: dict[str, Any]) -> None:
        self.meter = Meter(Limits() if asked.get("limits") else NO_LIMITS)
        self.mean, self.spread = asked.get("mean", 0.0), asked.get("spread", 0.0)
        self.taken, self.refused = [], 0
        self.updates = [_text(number) for number in range(1, asked.get("updates", 0) + 1)]
        self.confirmed = 0


def _text(number: int) -> dict[str, Any]:
    chat = {"id": 10_000 + number % 500, "type": "private", "first_name": "Ada"}
    sender = {"id": chat["id"], "is_bot": False, "first_name": "Ada"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": f"note {number}"}
    return {"update_id": number, "message": message}


class Connection(asyncio.Protocol):
    """One client's connection: requests come one after the other and are answered in that order."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._busy: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while True:
            head, separator, rest = self._buffer.partition(b"\r\n\r\n")
            if not separator:
                return
            length = _length(head)
            if len(rest) < length:
                return
            self._buffer = rest[length:]
            self._request(head.split(b" ", 2)[1].decode(), rest[:length])

    def _request(self, path: str, body: bytes) -> None:
        method = path.rpartition("/")[2].partition("?")[0].lower()
        delay = self._delay() if method.startswith(("send", "edit")) else 0.0
        if method == "getupdates":
            self._busy = asyncio.create_task(self._updates(body))
        elif delay:
            self._busy = asyncio.create_task(self._slowly(method, body, delay))
        else:
            self._write(*answer(self._state, method, body))

    def _delay(self) -> float:
        state = self._state
        return max(state.mean + random.uniform(-state.spread, state.spread), 0.0) if state.mean else 0.0

    async def _slowly(self, method: str, body: bytes, delay: float) -> None:
        await asyncio.sleep(delay / 2)
        status, found = answer(self._state, method, body)
        await asyncio.sleep(delay / 2)
        self._write(status, found)

    async def _updates(self, body: bytes) -> None:
        asked = _parameters(body)
        state = self._state
        offset = int(asked.get("offset") or 0)
        if offset:
            state.updates = [update for update in state.updates if update["update_id"] >= offset]
        if not state.updates:
            await asyncio.sleep(0.2)
        self._write(200, {"ok": True, "result": state.updates[:100]})

    def _write(self, status: int, found: dict[str, Any]) -> None:
        body = json.dumps(found).encode()
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        if self._transport is not None:
            self._transport.write(head.encode() + body)


def answer(state: State, method: str, body: bytes) -> tuple[int, dict[str, Any]]:
    """Take a call; control calls are `reset` and `stats`."""
    if method == "reset":
        state.reset(json.loads(body))
        return 200, {"ok": True}
    if method == "stats":
        return 200, {"taken": state.taken, "refused": state.refused}
    if method == "getme":
        return 200, {"ok": True, "result": _ME}
    if method != "sendmessage":
        return 200, {"ok": True, "result": True}
    asked = _parameters(body)
    chat_id, at = int(asked["chat_id"]), time.monotonic()
    try:
        state.meter.admit(chat_id, at)
    except ApiError as error:
        state.refused += 1
        refusal = {"ok": False, "error_code": error.code, "description": error.description}
        return error.code, refusal | {"parameters": error.parameters}
    state.taken.append((at, chat_id, str(asked["text"])))
    state.last_message += 1
    chat = {"id": chat_id, "type": "private", "first_name": "Ada"}
    return 200, {"ok": True, "result": {"message_id": state.last_message, "date": 1, "chat": chat, "text": "x"}}


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def _parameters(body: bytes) -> dict[str, Any]:
    if body.startswith(b"{"):
        found: dict[str, Any] = json.loads(body)
        return found
    if body.startswith(b"--"):
        return _multipart(body)
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


def _multipart(body: bytes) -> dict[str, Any]:
    found = {}
    for part in body.split(body.split(b"\r\n", 1)[0])[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        found[head.split(b'name="')[1].split(b'"')[0].decode()] = content.removesuffix(b"\r\n").decode()
    return found


async def serve() -> None:
    """Print the port and serve until the input is closed."""
    state = State()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(state), "127.0.0.1", 0, backlog=2048)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
