"""A Bot API that only counts, limits and notes when: fast enough not to be what is measured. A process of its own.

The embedded server (bot/demo/server) knows every rule and so takes some 2,500 messages/s; this one takes 7,500. It
judges limits by the very same sliding windows, and notes the machine's monotonic clock, which all processes share.
"""

import asyncio
import contextlib
import json
import random
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from bot.demo.server.errors import ApiError
from bot.demo.server.limits import NO_LIMITS, Limits, Meter

_ME: dict[str, Any] = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_LONGEST_POLL = 10.0


@dataclass
class State:
    """What has come in since the last reset, and what waits to be handed out as updates."""

    meter: Meter = field(default_factory=lambda: Meter(NO_LIMITS))
    mean: float = 0.0
    spread: float = 0.0
    taken: list[tuple[float, int, str]] = field(default_factory=list)
    refused: int = 0
    updates: list[dict[str, Any]] = field(default_factory=list)
    confirmed_at: float | None = None
    """When the last update was confirmed."""
    fed: asyncio.Event = field(default_factory=asyncio.Event)
    last_message: int = 0
    last_update: int = 0

    def reset(self, asked: dict[str, Any]) -> dict[str, Any]:
        self.meter = Meter(Limits() if asked.get("limits") else NO_LIMITS)
        self.mean, self.spread = asked.get("mean", 0.0), asked.get("spread", 0.0)
        self.taken, self.refused, self.updates, self.confirmed_at = [], 0, [], None
        self.fed.clear()
        return {}

    def feed(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Let `count` people's messages wait for the bot, in turn from `chats` chats from `first` on."""
        for number in range(asked["count"]):
            self.last_update += 1
            chat_id = asked["first"] + number % asked["chats"]
            self.updates.append(_message(self.last_update, chat_id, asked["text"]))
        self.fed.set()
        return {"at": time.monotonic()}

    def count(self) -> dict[str, Any]:
        """How far things are; `last_at` is when the last message came."""
        reminders = sum(1 for _, chat_id, _ in self.taken if chat_id > 0)
        last_at = self.taken[-1][0] if self.taken else None
        return {"reminders": reminders, "refused": self.refused, "last_at": last_at, "now": time.monotonic()}

    def stats(self) -> dict[str, Any]:
        return {"taken": self.taken, "refused": self.refused, "confirmed_at": self.confirmed_at}

    def confirm(self, offset: int) -> None:
        if offset and self.updates:
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
            if not self.updates:
                self.confirmed_at = time.monotonic()
                self.fed.clear()


def _message(update_id: int, chat_id: int, text: str) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private", "first_name": "Ada"}
    sender = {"id": chat_id, "is_bot": False, "first_name": "Ada", "language_code": "en"}
    message: dict[str, Any] = {"message_id": update_id, "date": _date(), "chat": chat, "from": sender, "text": text}
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"update_id": update_id, "message": message}


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

    def connection_lost(self, _: Exception | None) -> None:
        if self._busy is not None:
            self._busy.cancel()

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
        delay = self._delay() if method.startswith(("send", "edit", "answer")) else 0.0
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
        asked, state = _parameters(body), self._state
        state.confirm(int(asked.get("offset") or 0))
        if not state.updates:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(state.fed.wait(), min(float(asked.get("timeout") or 0), _LONGEST_POLL))
        self._write(200, {"ok": True, "result": state.updates[:100]})

    def _write(self, status: int, found: dict[str, Any]) -> None:
        body = json.dumps(found).encode()
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        if self._transport is not None:
            self._transport.write(head.encode() + body)


def answer(state: State, method: str, body: bytes) -> tuple[int, dict[str, Any]]:
    """Take a call of the Bot API, or of ours: `reset`, `feed`, `count`, `stats`."""
    match method:
        case "sendmessage":
            return _send(state, _parameters(body))
        case "getme":
            return 200, {"ok": True, "result": _ME}
        case "reset":
            return 200, state.reset(_parameters(body))
        case "feed":
            return 200, state.feed(_parameters(body))
        case "count":
            return 200, state.count()
        case "stats":
            return 200, state.stats()
    return 200, {"ok": True, "result": True}


def _send(state: State, asked: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    chat_id, text, at = int(asked["chat_id"]), str(asked["text"]), time.monotonic()
    try:
        state.meter.admit(chat_id, at)
    except ApiError as error:
        state.refused += 1
        refusal = {"ok": False, "error_code": error.code, "description": error.description}
        return error.code, refusal | {"parameters": error.parameters}
    state.taken.append((at, chat_id, text))
    state.last_message += 1
    if chat_id > 0:
        chat = {"id": chat_id, "type": "private", "first_name": "Ada"}
    else:
        chat = {"id": chat_id, "type": "group", "title": "Staff"}
    message = {"message_id": state.last_message, "from": _ME, "date": _date(), "chat": chat, "text": text}
    if markup := asked.get("reply_markup"):
        message["reply_markup"] = json.loads(markup) if isinstance(markup, str) else markup
    return 200, {"ok": True, "result": message}


def _date() -> int:
    return 1_800_000_000 + int(time.monotonic())  # any date will do


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
    server = await asyncio.get_running_loop().create_server(lambda: Connection(state), "127.0.0.1", 0, backlog=4096)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
