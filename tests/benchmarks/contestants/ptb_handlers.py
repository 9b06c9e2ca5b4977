"""Plain python-telegram-bot handlers with SQLModel: what is written is handled as it comes, nothing is kept for later."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime

from sqlalchemy import BigInteger, Engine, event
from sqlmodel import Field, Session, SQLModel, create_engine, select
from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes

from bot.clock import real_now
from tests.benchmarks.order import FIRST_CHAT, TOKEN, Due, Order

_HELP = """<b>How I can help you</b>
/today shows what is planned for you today.
/pause stops reminders for a while, /resume brings them back, /stop ends them.
/language, /timezone and /privacy do what they say. Write to me when something worries you.
<b>In an emergency call 112.</b>"""


class Person(SQLModel, table=True):
    __tablename__ = "peer_person"

    id: int | None = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    language: str


class Note(SQLModel, table=True):
    __tablename__ = "peer_note"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="peer_person.id")
    text: str
    received_at: datetime


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if url.startswith("sqlite"):

        @event.listens_for(engine, "connect")
        def prepare(connection: object, _: object) -> None:
            # The same promises to the disk as ours, and as fast as they can be kept.
            for pragma in ("journal_mode=WAL", "synchronous=FULL"):
                connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]

    SQLModel.metadata.create_all(engine, [Person.__table__, Note.__table__])  # type: ignore[attr-defined]
    with Session(engine) as db:
        db.add_all(Person(telegram_id=FIRST_CHAT + number, language="en") for number in range(500))
        db.commit()
    return engine


@contextlib.asynccontextmanager
async def answering(order: Order, _: Due) -> AsyncIterator[dict[str, float]]:
    """`variant` concurrent: many updates at once, without any order, instead of one after the other."""
    engine = _engine(order.database_url)

    async def help_(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.effective_user is not None
        assert update.message is not None
        with Session(engine) as db:
            person = db.exec(select(Person).where(Person.telegram_id == update.effective_user.id)).one()
            db.add(Note(person_id=person.id or 0, text=update.message.text or "", received_at=real_now()))
            db.commit()
        await update.message.reply_text(_HELP, parse_mode="HTML")

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{order.api_url}/bot")
    app = builder.concurrent_updates(order.variant == "concurrent").build()
    app.add_handler(CommandHandler("help", help_))
    async with app:
        assert app.updater is not None
        await app.start()
        await app.updater.start_polling()
        yield {}
        await app.updater.stop()
        await app.stop()
    engine.dispose()
