"""Plain python-telegram-bot handlers with SQLModel: handled as it comes, nothing stored before it is understood."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime

from sqlalchemy import BigInteger, Engine, event
from sqlmodel import Field, Session, SQLModel, create_engine, select
from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes

from bot.clock import real_now
from tests.benchmarks.order import FIRST_CHAT, PEOPLE, TOKEN, Due, Order

_HELP = """<b>Write here whenever something worries you</b>, in your own words. Riverside Physio's team can see it.
/status: what comes next
/report: tell the team about a problem
/pause, /resume: stop the messages for a while
/stop: no more messages
/language, /timezone: how and when I write
/privacy, /mydata, /forget: what is kept about you

⚠️ This is not an emergency service. If you have trouble breathing, chest pain, weakness, fainting, heavy bleeding or \
feel very unwell, call <b>112</b> now. The clinic: +34 600 000 000"""
"""As long as what ours answers."""


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
        db.add_all(Person(telegram_id=FIRST_CHAT + number, language="en") for number in range(PEOPLE))
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
