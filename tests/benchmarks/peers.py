"""What people use today for the same job, written as their documentation shows it."""

import asyncio
import time
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import text
from sqlmodel import Field, Session, SQLModel, create_engine
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.chat.requesting import AiohttpRequest
from bot.clock import real_now
from tests.benchmarks import ours
from tests.support.databases import open_database

if TYPE_CHECKING:
    from tests.benchmarks.contender import Work

TEXT = "Drink 2 glasses"
_KEYBOARD = [[("Press me", "done:1"), ("Press me", "later:1")]]


async def until_taken(work: "Work", since: float) -> None:
    """Wait until the server has taken (or refused) everything, or it is time to give up."""
    async with aiohttp.ClientSession() as session:
        while time.monotonic() < since + work.give_up_after:
            async with session.post(f"{work.api_url}/bot1:x/count", json={}) as answer:
                found = await answer.json()
            if found["taken"] + found["refused"] >= work.count:
                return
            await asyncio.sleep(0.1)


def _markup() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data) for label, data in _KEYBOARD[0]]])


async def bare_loop(work: "Work") -> dict[str, Any]:
    """A claim loop and nothing else: one table, claims of 100, 16 posts at a time, marked as sent in one update."""
    with closing(open_database(work.database_url)) as database:
        began, dues = time.monotonic(), work.dues()
        began_at = real_now()
        engine = database.engine
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE job (id INTEGER PRIMARY KEY, due REAL, state TEXT)"))
            connection.execute(
                text("INSERT INTO job (id, due, state) VALUES (:id, :due, 'planned')"),
                [{"id": number, "due": due} for number, due in enumerate(dues)],
            )
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=16)) as session:
            await asyncio.sleep(max(dues[0] - (real_now() - began_at) / timedelta(seconds=1), 0))
            left = work.count
            while left:
                ids = await asyncio.to_thread(_claim, engine, (real_now() - began_at) / timedelta(seconds=1))
                await asyncio.gather(*(_post(session, work, number) for number in ids))
                await asyncio.to_thread(_mark, engine, ids)
                left -= len(ids)
                if not ids:
                    await asyncio.sleep(0.002)
        return {"due": began + dues[0], "dues": dues, "began": began}


def _claim(engine: Any, now: float) -> list[int]:
    with engine.begin() as connection:
        claimed = connection.execute(
            text(
                "UPDATE job SET state = 'sending' WHERE id IN (SELECT id FROM job WHERE state = 'planned'"
                " AND due <= :now ORDER BY due LIMIT 100) RETURNING id"
            ),
            {"now": now},
        )
        return [row[0] for row in claimed]


def _mark(engine: Any, ids: list[int]) -> None:
    if ids:
        with engine.begin() as connection:
            marked = [{"id": number} for number in ids]
            connection.execute(text("UPDATE job SET state = 'sent' WHERE id = :id"), marked)


async def _post(session: aiohttp.ClientSession, work: "Work", number: int) -> None:
    said = {"chat_id": ours.FIRST_CHAT + number, "text": TEXT, "reply_markup": {"inline_keyboard": [[]]}}
    async with session.post(f"{work.api_url}/bot1:x/sendMessage", json=said) as answer:
        await answer.read()


async def ptb_jobqueue(work: "Work") -> dict[str, Any]:
    """The usual reminder bot: one JobQueue job for each reminder, in memory, over httpx."""
    application = ApplicationBuilder().token("1:benchmark").base_url(f"{work.api_url}/bot").build()
    return await _jobs(application, work)


async def ptb_jobqueue_aiohttp(work: "Work") -> dict[str, Any]:
    """The same over aiohttp."""
    builder = ApplicationBuilder().token("1:benchmark").base_url(f"{work.api_url}/bot")
    return await _jobs(builder.request(AiohttpRequest(256)).build(), work)


async def _jobs(application: Application[Any, Any, Any, Any, Any, Any], work: "Work") -> dict[str, Any]:
    markup = _markup()

    async def remind(context: ContextTypes.DEFAULT_TYPE) -> None:
        assert context.job is not None
        try:
            await context.bot.send_message(context.job.data, TEXT, reply_markup=markup)  # type: ignore[arg-type]
        except TelegramError:
            return  # the usual bot logs it and goes on

    started = time.monotonic()
    await application.initialize()
    assert application.job_queue is not None
    await application.job_queue.start()
    began, began_at, dues = time.monotonic(), real_now(), work.dues()
    for number, due in enumerate(dues):
        when = began_at + timedelta(seconds=due)
        application.job_queue.run_once(
            remind, when, data=ours.FIRST_CHAT + number, job_kwargs={"misfire_grace_time": None}
        )
    ready = time.monotonic() - started
    alerts = asyncio.create_task(_alert_now_and_then(work, application))
    await until_taken(work, began + dues[-1])
    alerts.cancel()
    return {"due": began + dues[0], "dues": dues, "began": began, "ready": ready}


async def _alert_now_and_then(work: "Work", application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    await asyncio.sleep(work.start_in)
    while work.alerts_every:
        await asyncio.sleep(work.alerts_every)
        said = f"Look at {time.monotonic():.6f} now"
        asyncio.get_running_loop().create_task(_quietly(application.bot.send_message(ours.GROUP, said)))


async def _quietly(sending: Any) -> None:
    try:
        await sending
    except TelegramError:
        return


_WORK: dict[str, Any] = {}


async def store_job(chat_id: int) -> None:
    async with _WORK["session"].post(_WORK["url"], json={"chat_id": chat_id, "text": TEXT}) as answer:
        await answer.read()


async def apscheduler_store(work: "Work") -> dict[str, Any]:
    """APScheduler with its SQLAlchemyJobStore and its defaults, so that reminders survive a restart."""
    scheduler = AsyncIOScheduler(jobstores={"default": SQLAlchemyJobStore(url=work.database_url)}, timezone="UTC")
    async with aiohttp.ClientSession() as session:
        _WORK.update(session=session, url=f"{work.api_url}/bot1:x/sendMessage")
        scheduler.start(paused=True)
        began, began_at, dues = time.monotonic(), real_now(), work.dues()
        for number, due in enumerate(dues):
            when = began_at + timedelta(seconds=due)
            scheduler.add_job(store_job, "date", run_date=when, args=[ours.FIRST_CHAT + number])
        ready = time.monotonic() - began
        scheduler.resume()
        await until_taken(work, began + dues[-1])
        scheduler.shutdown(wait=False)
    return {"due": began + dues[0], "dues": dues, "began": began, "ready": ready}


async def aiogram_sleepers(work: "Work") -> dict[str, Any]:
    """aiogram has no scheduler: a task for each reminder that sleeps until it is due; no limiter."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(work.api_url))
    bot = AiogramBot("1:benchmark", session=session)
    began, dues = time.monotonic(), work.dues()

    async def remind(number: int, due: float) -> None:
        await asyncio.sleep(began + due - time.monotonic())
        try:
            await bot.send_message(ours.FIRST_CHAT + number, TEXT)
        except Exception:  # noqa: BLE001 - whatever a peer raises: its message is lost
            return

    async def alert() -> None:
        await asyncio.sleep(work.start_in)
        while work.alerts_every:
            await asyncio.sleep(work.alerts_every)
            said = f"Look at {time.monotonic():.6f} now"
            tasks.append(asyncio.create_task(bot.send_message(ours.GROUP, said)))

    tasks = [asyncio.create_task(remind(number, due)) for number, due in enumerate(dues)]
    alerts = asyncio.create_task(alert())
    await until_taken(work, began + dues[-1])
    alerts.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await bot.session.close()
    return {"due": began + dues[0], "dues": dues, "began": began}


class Note(SQLModel, table=True):
    """What the usual bot keeps of a message."""

    __tablename__ = "benchmark_note"

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int
    words: str


async def ptb_handlers(work: "Work") -> dict[str, Any]:
    """The usual bot: a handler that writes to the database and answers, nothing kept before it is handled."""
    url = work.database_url
    engine = create_engine(url)
    Note.__table__.create(engine, checkfirst=True)  # type: ignore[attr-defined]

    def keep(chat_id: int, words: str) -> None:
        with Session(engine) as db:
            db.add(Note(chat_id=chat_id % 2**31, words=words))
            db.commit()

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        keep(update.message.chat_id, update.message.text or "")
        await update.message.reply_text(f"Hello {update.message.text}")

    application = ApplicationBuilder().token("1:benchmark").base_url(f"{work.api_url}/bot").job_queue(None).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    began, cpu = time.monotonic(), time.process_time()
    async with application:
        assert application.updater is not None
        await application.updater.start_polling()
        await application.start()
        await until_taken(work, began)
        await application.updater.stop()
        await application.stop()
    return {"began": began, "cpu": time.process_time() - cpu}
