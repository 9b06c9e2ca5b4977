"""A tap on the shoulder across processes: PostgreSQL's LISTEN and NOTIFY; on SQLite there is nobody else to wake."""

import asyncio
import contextlib
import logging
from collections.abc import Callable

import psycopg
from sqlalchemy import text
from sqlmodel import Session

from bot.storage.database import Database
from bot.storage.locking import conninfo

_CHANNEL = "aftercare"
_log = logging.getLogger(__name__)


def ring(db: Session) -> None:
    """Wake the process at work once this transaction has been committed."""
    if db.get_bind().dialect.name == "postgresql":
        db.connection().execute(text("SELECT pg_notify(:channel, '')"), {"channel": _CHANNEL})


async def listen(database: Database, wake: Callable[[], None], retry_after: float = 2.0) -> None:
    """Call `wake` for every ring, until canceled. A hint only: whoever waits for it also looks by themselves.

    A lost connection is made anew after `retry_after` seconds.
    """
    if database.is_sqlite:
        return
    while True:
        try:
            await _listen_once(database, wake)
        except psycopg.Error as error:
            _log.warning("lost the wake-up connection (%s); looking again soon", type(error).__name__)
        await asyncio.sleep(retry_after)


async def _listen_once(database: Database, wake: Callable[[], None]) -> None:
    connection = await psycopg.AsyncConnection.connect(conninfo(database.url), autocommit=True)
    async with contextlib.aclosing(connection.notifies()) as rings, connection:
        await connection.execute(f"LISTEN {_CHANNEL}")
        wake()  # whatever was rung while nobody listened
        async for _ in rings:
            wake()
