"""The server as a process of its own, steered over HTTP."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import RetryAfter


class Steering:
    """The address of the server, and orders to it."""

    def __init__(self, address: dict[str, str], http: httpx.AsyncClient) -> None:
        self.address = address
        self._http = http

    @property
    def base_url(self) -> str:
        return f"{self.address['api_url']}/bot"

    async def order(self, path: str, **order: Any) -> dict[str, Any]:
        answer = await self._http.post(f"{self.address['api_url']}/control/{path}", json=order)
        return dict(answer.json())

    async def look(self, path: str, **query: Any) -> dict[str, Any]:
        answer = await self._http.get(f"{self.address['api_url']}/control/{path}", params=query)
        return dict(answer.json())


@pytest.fixture
async def steering() -> AsyncIterator[Steering]:
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot.demo.server", stdout=PIPE)
    assert process.stdout
    address = json.loads(await asyncio.wait_for(process.stdout.readline(), 20))
    async with httpx.AsyncClient() as http:
        yield Steering(address, http)
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 5) == 0


async def test_another_process_acts_for_people_and_reads_what_was_said(steering: Steering) -> None:
    ada = (await steering.order("people", name="Ada"))["id"]
    link = f"https://t.me/{steering.address['username']}?start=K7F2"
    await steering.order("act", do="open", person=ada, link=link)
    async with Bot(steering.address["token"], base_url=steering.base_url) as bot:
        (update,) = await bot.get_updates()
        assert update.message is not None
        assert update.message.text == "/start K7F2"
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("I agree", callback_data="yes")]])
        sent = await bot.send_message(ada, "Welcome", reply_markup=keyboard)
        await steering.order("act", do="press", person=ada, message=sent.message_id, label="I agree")
        press = (await bot.get_updates())[-1].callback_query
        assert press is not None
        await press.answer("Noted")
    said = await steering.look("sent")
    assert [(sent["chat"], sent["text"]) for sent in said["sent"]] == [(ada, "Welcome")]
    assert (await steering.look("sent", after=said["next"]))["sent"] == []
    assert (await steering.look("toasts"))["toasts"][0]["text"] == "Noted"
    chat = await steering.look(f"chats/{ada}")
    assert [message["text"] for message in chat["messages"]] == ["/start K7F2", "Welcome"]


async def test_another_process_causes_trouble_and_counts_it(steering: Steering) -> None:
    ada = (await steering.order("people", name="Ada"))["id"]
    await steering.order("act", do="say", person=ada, text="hello")
    await steering.order("faults", trouble="flood", method="sendMessage", seconds=3)
    async with Bot(steering.address["token"], base_url=steering.base_url) as bot:
        with pytest.raises(RetryAfter):
            await bot.send_message(ada, "one")
        await bot.send_message(ada, "two")
    counted = await steering.look("counters")
    assert counted["faults_hit"] == 1
    assert counted["sends_to"] == {str(ada): 1}


async def test_a_wrong_order_is_explained(steering: Steering) -> None:
    assert "no such act" in (await steering.order("act", do="dance"))["error"]
    assert (await steering.order("act", do="say", person=1, text="x"))["error"] == "nobody has this id"
    assert "'earthquake'" in (await steering.order("faults", trouble="earthquake"))["error"]
