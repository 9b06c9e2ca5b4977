"""/demo/…: what the page with the three phones shows, what people do on it, and the clock."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo.cast import Cast
from bot.demo.demo_clock import DemoClock, NextDue
from bot.demo.server.acting import ImpossibleAct, act
from bot.demo.server.pictures import kind_of
from bot.demo.server.telegram import Telegram
from bot.demo.server.views import chat_view

PAGE = Path(__file__).parent / "page"
SHOWN_MESSAGES = 300
BREATH = 0.08
"""Seconds between two pushes to the page, so that a burst becomes one."""
TICK = 1.0
"""Seconds after which the page is told the time even when nothing happens."""
SPEEDS = (1.0, 60.0, 600.0, 3600.0)
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'self'; img-src 'self' data:; style-src 'self'",
    "x-content-type-options": "nosniff",
}


class DemoPage:
    """The page's server side. `done` collects what people have tried, for the page's guide."""

    def __init__(
        self,
        telegram: Telegram,
        cast: Cast,
        clock: DemoClock,
        next_due: NextDue,
        timezone: str,
    ) -> None:
        self._telegram = telegram
        self._cast = cast
        self._clock = clock
        self._next_due = next_due
        self._timezone = timezone
        self._done: set[str] = set()
        self._closed = False

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/", self._index),
                Route("/demo/state", self._state),
                Route("/demo/events", self._events),
                Route("/demo/act", self._act, methods=["POST"]),
                Route("/demo/clock", self._set_clock, methods=["POST"]),
                Route("/demo/file/{file_id}", self._file),
                Mount("/demo/page", StaticFiles(directory=PAGE)),
            ]
        )

    def close(self) -> None:
        """Let open event streams end."""
        self._closed = True
        self._telegram.feed.changed()

    async def _index(self, request: Request) -> Response:
        return FileResponse(PAGE / "index.html", headers=_HEADERS)

    async def _file(self, request: Request) -> Response:
        content = self._telegram.files.get(request.path_params["file_id"])
        if content is None:
            return Response(status_code=404)
        return Response(content, media_type=kind_of(content), headers=_HEADERS)

    async def _state(self, request: Request) -> Response:
        return JSONResponse(await self._news(0) | self._setting(), headers=_HEADERS)

    async def _events(self, request: Request) -> Response:
        after = int(request.query_params.get("after", 0))
        return StreamingResponse(self._stream(after), media_type="text/event-stream", headers=_HEADERS)

    async def _stream(self, seen: int) -> AsyncIterator[str]:
        feed = self._telegram.feed
        while not self._closed:
            news = await self._news(seen)
            seen = news["version"]
            yield f"data: {json.dumps(news)}\n\n"
            await asyncio.sleep(BREATH)
            await feed.next_change(seen, TICK)

    async def _act(self, request: Request) -> Response:
        order = await _order(request)
        person, chat = order.get("person"), order.get("chat")
        if not self._may_act(person, chat):
            return _refused("nobody here has this id, or not in this chat")
        try:
            answer = act(self._telegram, order)
        except ImpossibleAct as error:
            return _refused(str(error))
        place = "staff" if chat == self._cast.staff_chat else self._role(person)
        self._done.add(f"{place}:{_what(order)}")
        return JSONResponse(answer)

    async def _set_clock(self, request: Request) -> Response:
        order = await _order(request)
        if order.get("speed") in SPEEDS:
            self._clock.set_speed(float(order["speed"]))
        elif order.get("jump") == "next":
            due_at = await self._next_due()
            if due_at is None:
                return _refused("nothing is planned")
            self._clock.jump_to(due_at)
            self._done.add("clock:jump")
        elif isinstance(order.get("jump"), int | float) and 0 < order["jump"] <= 168:
            self._clock.jump_to(self._clock.now() + timedelta(hours=order["jump"]))
        else:
            return _refused("a clock has a speed, or jumps ahead")
        self._telegram.feed.changed()
        return JSONResponse(await self._time())

    def _may_act(self, person: object, chat: object) -> bool:
        in_group = chat == self._cast.staff_chat and person in self._cast.staff
        return in_group or (person in (*self._cast.patients, *self._cast.staff) and chat in (None, person))

    def _role(self, person: object) -> str:
        return "patient" if person in self._cast.patients else "therapist"

    async def _news(self, after: int) -> dict[str, Any]:
        """What changed after version `after`."""
        telegram = self._telegram
        version = telegram.feed.version
        chats = [chat_view(telegram, chat, after, SHOWN_MESSAGES) for chat in telegram.chats.values()]
        return {
            "version": version,
            "chats": chats,
            "removed": [[chat, number] for chat, number, at in telegram.removed if at > after],
            "toasts": [
                {"chat": toast.press.chat_id, "person": toast.press.person_id, "text": toast.text, "alert": toast.alert}
                for toast in telegram.toasts
                if after and toast.version > after and toast.text
            ],
            "done": sorted(self._done),
            "menus": self._menus(),
            "clock": await self._time(),
        }

    async def _time(self) -> dict[str, Any]:
        due_at = await self._next_due()
        return {
            "now": self._clock.now().timestamp(),
            "speed": self._clock.speed,
            "next_due": due_at.timestamp() if due_at else None,
        }

    def _menus(self) -> dict[str, list[dict[str, Any]]]:
        telegram = self._telegram
        people = {chat.id: chat.person.language if chat.person else "" for chat in telegram.chats.values()}
        return {str(number): telegram.profile.commands_shown(number, said) for number, said in people.items()}

    def _setting(self) -> dict[str, Any]:
        telegram = self._telegram
        profile = telegram.profile
        everybody = (*self._cast.patients, self._cast.therapist, self._cast.nurse)
        accounts = [telegram.accounts[number] for number in everybody]
        return {
            "bot": {
                "id": telegram.bot.id,
                "username": telegram.username,
                "name": profile.text("name", "") or telegram.bot.first_name,
                "description": {person.id: profile.text("description", person.language) for person in accounts},
            },
            "people": [
                {"id": person.id, "name": person.first_name, "language": person.language} for person in accounts
            ],
            "patients": self._cast.patients,
            "therapist": self._cast.therapist,
            "staff": self._cast.staff,
            "staff_chat": self._cast.staff_chat,
            "timezone": self._timezone,
            "speeds": SPEEDS,
        }


async def _order(request: Request) -> dict[str, Any]:
    """The JSON of a request; only pages of our own address can send this media type without asking."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return {}
    try:
        found = await request.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _what(order: dict[str, Any]) -> str:
    command = order["do"] == "say" and str(order.get("text", "")).lstrip().startswith("/")
    return "command" if command else str(order["do"])


def _refused(reason: str) -> JSONResponse:
    return JSONResponse({"error": reason}, status_code=400)
