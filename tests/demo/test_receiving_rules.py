"""How updates reach the bot: offsets, long polling, conflicts, expiry, and the webhook."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.demo.server.running import serve
from bot.demo.server.telegram import Telegram
from tests.demo.calling import server_and_bot
from tests.support.people import Person
from tests.support.telegram import TOKEN, TelegramServer

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Watch:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = MONDAY

    def __call__(self) -> datetime:
        return self.at


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(bot: Bot, ada: Person) -> None:
    (first,) = await bot.get_updates()
    assert await bot.get_updates() == (first,)
    assert await bot.get_updates(offset=first.update_id + 1) == ()
    await ada.says("more")
    (second,) = await bot.get_updates()
    assert second.update_id == first.update_id + 1


async def test_a_long_poll_answers_when_somebody_writes(tg: TelegramServer, bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await tg.state.updates.arrived.until(lambda: tg.state.calls.get("getupdates"), 2)
    await tg.person("Ada").says("hello")
    (update,) = await asyncio.wait_for(waiting, 2)
    assert update.message is not None
    assert update.message.text == "hello"


async def test_a_second_poller_ends_the_first(tg: TelegramServer, bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await tg.state.updates.arrived.until(lambda: tg.state.calls.get("getupdates"), 2)
    await bot.get_updates(timeout=0)
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await waiting


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("https://clinic.example/hook")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_the_kinds_of_updates_asked_for_are_remembered(bot: Bot, ada: Person) -> None:
    await bot.get_updates(allowed_updates=["edited_message"])
    line = await ada.says("helo")
    await ada.edits(line, "hello")
    updates = await bot.get_updates()
    assert [update.edited_message.text for update in updates if update.edited_message] == ["hello"]


async def test_presses_are_kept_150_seconds_and_messages_a_day() -> None:
    watch = Watch()
    async with server_and_bot(now=watch) as (tg, bot):
        ada = tg.person("Ada")
        await ada.says("hello")
        await ada.sends_data(ada.messages[0], "done")
        watch.at += timedelta(seconds=151)
        assert [bool(update.message) for update in await bot.get_updates()] == [True]
        watch.at += timedelta(hours=24)
        assert await bot.get_updates() == ()


async def test_a_press_is_answered_once_and_in_time(bot: Bot, ada: Person) -> None:
    await ada.sends_data(ada.messages[0], "done")
    press = (await bot.get_updates())[-1].callback_query
    assert press is not None
    assert await press.answer("Thank you", show_alert=True)
    assert ada.toasts == ["Thank you"]
    with pytest.raises(BadRequest, match="Query is too old"):
        await press.answer()


async def test_a_late_answer_to_a_press_is_too_old() -> None:
    async with server_and_bot(answer_presses_within=0) as (tg, bot):
        ada = tg.person("Ada")
        await ada.says("hello")
        await ada.sends_data(ada.messages[0], "done")
        press = (await bot.get_updates())[-1].callback_query
        assert press is not None
        with pytest.raises(BadRequest, match="Query is too old"):
            await press.answer()


async def test_an_update_can_be_delivered_twice(tg: TelegramServer, bot: Bot) -> None:
    tg.state.updates.repeat_next(1)
    await tg.person("Ada").says("hello")
    (first,) = await bot.get_updates()
    (again,) = await bot.get_updates(offset=first.update_id + 1)
    assert again == first
    assert await bot.get_updates(offset=first.update_id + 1) == ()


async def test_an_anonymous_admin_has_no_person(tg: TelegramServer, bot: Bot) -> None:
    staff = tg.group("Clinic staff", [tg.person("Nora")], told=False)
    await staff.anonymous_admin_says("/flags")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.sender_chat is not None
    assert message.from_user is not None
    assert message.from_user.username == "GroupAnonymousBot"


class Hook:
    """The bot's own web server: refuses as often as told, remembers the rest."""

    def __init__(self) -> None:
        self.refuse = 0
        self.posts: list[tuple[str, str]] = []
        self.served = Telegram(TOKEN)

    async def receive(self, request: Request) -> Response:
        if self.refuse:
            self.refuse -= 1
            return Response(status_code=500)
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.posts.append((update["message"]["text"], secret))
        self.served.feed.changed()
        return Response()

    async def got(self, count: int) -> list[str]:
        await self.served.feed.until(lambda: len(self.posts) >= count, 5)
        return [text for text, _ in self.posts]


@contextlib.asynccontextmanager
async def webhook_server() -> AsyncIterator[tuple[Hook, str]]:
    hook = Hook()
    app = Starlette(routes=[Route("/hook", hook.receive, methods=["POST"])])
    async with serve(hook.served, rest=app) as running:
        yield hook, f"{running.api_url}/hook"


async def test_a_webhook_gets_updates_in_order_and_again_until_it_takes_them(tg: TelegramServer, bot: Bot) -> None:
    async with webhook_server() as (hook, url):
        hook.refuse = 2
        ada = tg.person("Ada")
        await ada.says("one")
        await bot.set_webhook(url, secret_token="sesame")
        await ada.says("two")
        assert await hook.got(2) == ["one", "two"]
        tg.state.updates.repeat_next(1)
        await ada.says("three")
        assert await hook.got(4) == ["one", "two", "three", "three"]
        assert {secret for _, secret in hook.posts} == {"sesame"}
        await tg.updates_taken()
        info = await bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (url, 0)
        assert info.last_error_message is not None
