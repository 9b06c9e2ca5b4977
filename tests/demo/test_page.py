"""The routes behind the page with three phones."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.demo.stage import MONDAY, Stage, staged


class Visitor:
    """Somebody with the page open."""

    def __init__(self, stage: Stage, http: httpx.AsyncClient) -> None:
        self.stage = stage
        self.http = http

    async def act(self, **order: Any) -> httpx.Response:
        return await self.http.post("/demo/act", json=order)

    async def clock(self, **order: Any) -> httpx.Response:
        return await self.http.post("/demo/clock", json=order)

    async def state(self) -> dict[str, Any]:
        return dict((await self.http.get("/demo/state")).json())

    async def texts(self, chat: int, fragment: str) -> list[str]:
        """The chat's messages as soon as one contains `fragment`."""
        telegram = self.stage.demo.telegram

        def found() -> bool:
            return any(fragment in message.text for message in telegram.chats[chat].messages.values())

        assert await telegram.feed.until(found, 5)
        chats = {one["id"]: one for one in (await self.state())["chats"]}
        return [message["text"] for message in chats[chat]["messages"]]


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    async with staged() as stage, httpx.AsyncClient(base_url=stage.demo.page_url) as http:
        yield Visitor(stage, http)


async def test_the_page_and_its_parts_are_served(visitor: Visitor) -> None:
    index = await visitor.http.get("/")
    assert "three phones" in index.text
    assert "default-src 'self'" in index.headers["content-security-policy"]
    for part in ("app.js", "style.css"):
        assert (await visitor.http.get(f"/demo/page/{part}")).status_code == 200


async def test_what_people_do_on_the_page_reaches_the_bot(visitor: Visitor) -> None:
    cast = visitor.stage.demo.cast
    await visitor.act(do="say", person=cast.therapist, text="/enroll Maria")
    await visitor.texts(cast.therapist, "t.me/")
    link = f"https://t.me/{visitor.stage.demo.telegram.username}?start=K7F2"
    await visitor.act(do="open", person=cast.patients[0], link=link)
    assert await visitor.texts(cast.patients[0], "Welcome") == ["/start K7F2", "Welcome"]
    await visitor.act(do="say", person=cast.patients[0], text="it hurts")
    assert await visitor.texts(cast.staff_chat, "it hurts") == ["“it hurts”"]
    assert (await visitor.state())["done"] == ["patient:open", "patient:say", "therapist:command"]


async def test_a_photo_can_be_looked_at(visitor: Visitor) -> None:
    cast = visitor.stage.demo.cast
    await visitor.act(do="say", person=cast.therapist, text="/enroll Maria")
    await visitor.texts(cast.therapist, "t.me/")
    chats = {chat["id"]: chat for chat in (await visitor.state())["chats"]}
    photo = chats[cast.therapist]["messages"][-1]["photo"]
    answer = await visitor.http.get(f"/demo/file/{photo}")
    assert answer.headers["content-type"] == "image/png"
    assert (await visitor.http.get("/demo/file/none")).status_code == 404


async def test_nobody_acts_in_somebody_elses_chat(visitor: Visitor) -> None:
    cast = visitor.stage.demo.cast
    for person, chat in ((cast.patients[0], cast.therapist), (cast.patients[0], cast.staff_chat), (1, 1)):
        answer = await visitor.act(do="say", person=person, chat=chat, text="x")
        assert answer.status_code == 400
    assert (await visitor.act(do="dance", person=cast.nurse)).status_code == 400


async def test_only_json_acts_so_that_other_sites_cannot(visitor: Visitor) -> None:
    order = json.dumps({"do": "say", "person": visitor.stage.demo.cast.nurse, "text": "x"})
    answer = await visitor.http.post("/demo/act", content=order, headers={"content-type": "text/plain"})
    assert answer.status_code == 400


async def test_the_clock_jumps_to_the_next_reminder(visitor: Visitor) -> None:
    assert (await visitor.clock(jump="next")).json() == {"error": "nothing is planned"}
    due_at = MONDAY + timedelta(hours=4)
    visitor.stage.plan.append(due_at)
    assert (await visitor.state())["clock"]["next_due"] == due_at.timestamp()
    await visitor.clock(jump="next")
    assert visitor.stage.clock.now() >= due_at
    assert "clock:jump" in (await visitor.state())["done"]


async def test_the_clock_runs_at_the_speeds_offered(visitor: Visitor) -> None:
    assert (await visitor.clock(speed=3600)).json()["speed"] == 3600
    assert visitor.stage.clock.speed == 3600
    assert (await visitor.clock(speed=-1)).status_code == 400


async def test_the_page_is_told_what_changes(visitor: Visitor) -> None:
    cast = visitor.stage.demo.cast
    seen = (await visitor.state())["version"]
    async with visitor.http.stream("GET", f"/demo/events?after={seen}") as events:
        lines = events.aiter_lines()
        await visitor.act(do="say", person=cast.patients[0], text="it hurts")
        async with asyncio.timeout(5):
            async for line in lines:
                if "it hurts" in line:
                    break
    news = json.loads(line.removeprefix("data: "))
    assert news["version"] > seen
