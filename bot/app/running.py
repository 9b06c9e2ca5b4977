"""Runs the bot: joins database, Telegram, office and web face, and takes them apart again cleanly."""

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot import logs
from bot.app import wiring
from bot.app.parts import StartError, load_catalog, opened_database, practice_of
from bot.app.rehearsal import RehearsedError, clock_of
from bot.app.telegram_side import TelegramSide, connected
from bot.app.web_side import served
from bot.catalog import Catalog
from bot.chat.posting import poster
from bot.chat.receiver import Ears, Receiver, Trouble
from bot.chat.requesting import AiohttpRequest
from bot.clock import Clock
from bot.delivery.office import Office, Parts
from bot.delivery.pace import Limits
from bot.services.practice import Practice
from bot.settings import Settings
from bot.storage import migrating
from bot.storage.database import Database
from bot.storage.locking import AlreadyRunning, Held, only_process
from bot.storage.rekeying import check_keys

Tell = Callable[..., None]
"""Prints a sentence of messages/*/console.ftl: key, language, arguments."""

_LOCK_CHECK_EVERY = 5.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Running:
    """The bot while it runs."""

    database: Database
    clock: Clock
    practice: Practice
    telegram: TelegramSide
    office: Office
    lost: asyncio.Event
    """Set when another process may have taken over, and this one must end."""


async def run_until_stopped(settings: Settings, tell: Tell) -> None:
    """Run until SIGTERM or SIGINT. Raises StartError, and UnreadableError for a DATA_KEY that is not the database's."""
    logs.set_up(settings.log_level)
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    language = settings.default_language
    async with _until(stopping, running_bot(settings, tell)) as running:
        if running is None:
            return
        name = running.telegram.username
        tell("console-run-ready", language, username=name, clinic=running.practice.clinic.name)
        if link := await running.database.run(wiring.claim_link, running.practice, running.clock.now()):
            tell("console-run-claim", language, link=link)
        spare_the_collector()
        await _first(stopping, running.lost)
        practice, lost = running.practice, running.lost.is_set()
    if lost:
        raise StartError(wiring.sentence(practice, "console-run-lost"))
    tell("console-run-stopped", language)


def spare_the_collector() -> None:
    """What is loaded by now stays for good: have the garbage collector look through it no more.

    It takes tens of milliseconds each time, in which no message leaves.
    """
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def running_bot(
    settings: Settings,
    tell: Tell,
    *,
    clock: Clock | None = None,
    limits: Limits | None = None,
    catalog: Catalog | None = None,
) -> AsyncIterator[Running]:
    """The whole bot, started; stopped cleanly when the block ends. Raises StartError and UnreadableError.

    `clock` replaces the one that the settings ask for (the demo has hands on its own), `catalog` spares loading it.
    """
    async with AsyncExitStack() as stack:
        database = stack.enter_context(opened_database(settings))
        catalog = catalog or load_catalog(settings)
        practice = practice_of(settings, catalog)
        held = _lock(stack, database, practice)
        migrating.upgrade(database)
        await database.run(check_keys)
        clock = clock or _clock(database, practice, settings)
        telegram = await stack.enter_async_context(connected(settings, practice, tell))
        practice = practice_of(settings, catalog, telegram.username)
        await database.run(wiring.prepare, practice, settings.staff_chat_id, clock.now())
        parts = _parts(settings, database, clock, practice, telegram, limits or Limits())
        office = Office(parts)
        await office.start()
        stack.push_async_callback(office.stop)
        await _listen(stack, settings, parts, office, telegram, tell)
        lost = asyncio.Event()
        await _in_background(stack, _watch(held, lost))
        await _in_background(stack, telegram.introduce(database, practice))
        yield Running(database, clock, practice, telegram, office, lost)


def _parts(
    settings: Settings, database: Database, clock: Clock, practice: Practice, telegram: TelegramSide, limits: Limits
) -> Parts:
    return Parts(
        database=database,
        clock=clock,
        practice=practice,
        hooks=wiring.hooks(),
        handle=wiring.handler(practice),
        answer=telegram.answering(database, practice),
        render=telegram.rendering(practice),
        send=telegram.messenger.send,
        introduce=telegram.introducing(database, practice),
        limits=limits,
        carrier=wiring.carrier(settings, practice),
        by_webhook=settings.webhook_url is not None,
    )


def _lock(stack: AsyncExitStack, database: Database, practice: Practice) -> Held:
    try:
        return stack.enter_context(only_process(database))
    except AlreadyRunning:
        raise StartError(wiring.sentence(practice, "console-run-second")) from None


def _clock(database: Database, practice: Practice, settings: Settings) -> Clock:
    try:
        return clock_of(database, settings.clock_speed, on_telegram=settings.is_telegram)
    except RehearsedError:
        raise StartError(wiring.sentence(practice, "console-run-rehearsed")) from None


async def _listen(
    stack: AsyncExitStack, settings: Settings, parts: Parts, office: Office, telegram: TelegramSide, tell: Tell
) -> None:
    """Take updates in: by polling, or over the web face where a webhook is set."""
    receiver = None
    if settings.webhook_url is None:
        request = await stack.enter_async_context(AiohttpRequest())
        post = poster(request, settings.telegram_api_url, settings.secret("telegram_bot_token"))

        def deaf(trouble: Trouble) -> None:
            tell("console-run-deaf", settings.default_language, trouble=trouble.value)

        ears = Ears(parts.database, parts.clock, parts.practice, parts.hooks, post, office.wake, deaf)
        receiver = Receiver(ears)
        await receiver.start()
        stack.push_async_callback(receiver.stop)
    if settings.webhook_url or settings.port:
        await stack.enter_async_context(served(settings, parts, office, receiver))
    if settings.webhook_url:
        await _in_background(stack, telegram.ask_for_webhook(settings))


async def _watch(held: Held, lost: asyncio.Event) -> None:
    while await asyncio.to_thread(held.is_held):  # noqa: ASYNC110 - nothing tells when a lock is lost
        await asyncio.sleep(_LOCK_CHECK_EVERY)
    _log.error("the lock on the database is gone; another process may be at work")
    lost.set()


async def _in_background(stack: AsyncExitStack, work: Any) -> None:
    task = asyncio.create_task(work)

    async def end() -> None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    stack.push_async_callback(end)


async def _first(*events: asyncio.Event) -> None:
    waits = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


@asynccontextmanager
async def _until(stopping: asyncio.Event, bot: Any) -> AsyncIterator[Running | None]:
    """Enter `bot`; None when a stop was asked for while it was still starting."""
    async with AsyncExitStack() as stack:
        entering = asyncio.create_task(stack.enter_async_context(bot))
        stop = asyncio.create_task(stopping.wait())
        await asyncio.wait({entering, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if not entering.done():
            entering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await entering
            yield None
            return
        yield entering.result()
