"""Trouble on request, and what python-telegram-bot makes of each kind."""

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.demo.server.faults import Latency
from bot.demo.server.limits import Limits, Window
from tests.demo.calling import server_and_bot
from tests.support.people import Person
from tests.support.telegram import TelegramServer


async def test_a_flood_answer_names_the_seconds_to_wait(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    tg.faults.next("flood", "sendMessage", chat=ada.id, seconds=7)
    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(ada.id, "hello")
    assert refusal.value._retry_after.total_seconds() == 7
    assert ada.heard == []


async def test_a_flood_answer_may_name_nothing(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    tg.faults.next("flood-bare")
    with pytest.raises(NetworkError, match="Too Many Requests"):
        await bot.send_message(ada.id, "hello")


@pytest.mark.parametrize("trouble", ["error", "html"])
async def test_a_broken_server_says_nothing_useful(tg: TelegramServer, bot: Bot, ada: Person, trouble: str) -> None:
    tg.faults.next(trouble)
    with pytest.raises(NetworkError) as failure:
        await bot.send_message(ada.id, "hello")
    assert not isinstance(failure.value, BadRequest)
    assert ada.heard == []


async def test_an_answer_may_be_no_json(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    tg.faults.next("garbage")
    with pytest.raises(TelegramError, match="Invalid server response"):
        await bot.send_message(ada.id, "hello")


@pytest.mark.parametrize(("trouble", "heard"), [("drop-before", 0), ("drop-after", 1), ("error-after", 1)])
async def test_the_bot_cannot_tell_whether_a_lost_call_had_its_effect(
    tg: TelegramServer, bot: Bot, ada: Person, trouble: str, heard: int
) -> None:
    tg.faults.next(trouble, "sendMessage")
    with pytest.raises(NetworkError) as failure:
        await bot.send_message(ada.id, "hello")
    if trouble.startswith("drop"):
        assert isinstance(failure.value.__cause__, httpx.RemoteProtocolError | httpx.ReadError)
    assert len(ada.heard) == heard


async def test_a_slow_answer_times_out(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    tg.faults.next("delay", "sendMessage", seconds=5)
    with pytest.raises(TimedOut):
        await bot.send_message(ada.id, "hello", read_timeout=0.05)


async def test_a_refusal_is_whatever_the_test_says(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    fault = tg.faults.next("refuse", "sendMessage", times=2, description="Bad Request: TOPIC_CLOSED")
    for _ in range(2):
        with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
            await bot.send_message(ada.id, "hello")
    await bot.send_message(ada.id, "hello")
    assert fault.hits == 2


async def test_trouble_finds_only_the_calls_it_is_meant_for(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    tg.faults.next("error", "sendPhoto", chat=ada.id)
    tg.faults.next("error", "sendMessage", chat=12345)
    await bot.send_message(ada.id, "hello")
    assert len(tg.faults.waiting) == 2


async def test_answers_can_take_their_time(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    tg.faults.latency = Latency(0.02, 0.01)
    delays = [tg.faults.delay() for _ in range(50)]
    assert all(0.01 <= delay <= 0.03 for delay in delays)
    await bot.send_message(ada.id, "hello")


async def test_a_wrong_token_is_unauthorized_or_not_found(tg: TelegramServer) -> None:
    async with httpx.AsyncClient() as http:
        stranger = await http.post(f"{tg.api_url}/bot123:{'x' * 35}/getMe")
        nonsense = await http.post(f"{tg.api_url}/botnonsense/getMe")
        unknown = await http.post(f"{tg.base_url}{tg.token}/sendPigeon")
    assert [answer.status_code for answer in (stranger, nonsense, unknown)] == [401, 404, 404]
    assert unknown.json()["description"] == "Not Found: method not found"
    with pytest.raises(InvalidToken):
        async with Bot(f"123:{'x' * 35}", base_url=tg.base_url):
            pass


async def test_parameters_may_come_as_json_a_form_or_a_query(tg: TelegramServer, ada: Person) -> None:
    url = f"{tg.base_url}{tg.token}/SENDmessage"
    async with httpx.AsyncClient() as http:
        await http.post(url, json={"chat_id": ada.id, "text": "json"})
        await http.post(url, data={"chat_id": ada.id, "text": "form"})
        await http.get(url, params={"chat_id": ada.id, "text": "query"})
        await http.post(url, data={"chat_id": ada.id, "text": "parts"}, files={"x": b"y"})
        wrong = await http.post(url, json={"chat_id": "nobody", "text": "x"})
    assert [line.text for line in ada.heard] == ["json", "form", "query", "parts"]
    assert wrong.json()["description"] == "Bad Request: chat not found"


async def test_a_misspelled_parameter_is_noticed(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "hello", api_kwargs={"silent": "true"}, protect_content=True)
    assert tg.misspelled == {("sendmessage", "silent")}
    assert ada.last.protected


async def test_the_limits_are_sliding_windows() -> None:
    limits = Limits(overall=None, private=Window(2, 60), group=None)
    async with server_and_bot(limits=limits) as (tg, bot):
        ada, ben = tg.person("Ada"), tg.person("Ben")
        for person in (ada, ben):
            await person.says("/start")
        await bot.send_message(ada.id, "one")
        await bot.send_message(ada.id, "two")
        with pytest.raises(RetryAfter):
            await bot.send_message(ada.id, "three")
        await bot.send_message(ben.id, "one")
        tg.limit(Limits(overall=Window(1, 60)))
        await bot.send_message(ada.id, "three")
        with pytest.raises(RetryAfter):
            await bot.send_message(ben.id, "two")
    assert tg.state.meter.rejected == 2
