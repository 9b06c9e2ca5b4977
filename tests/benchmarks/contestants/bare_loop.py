"""The least that keeps its promises: rows in a table, claimed, sent over aiohttp, marked; no lanes, limits or words."""

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import aiohttp
import psycopg
from sqlalchemy import make_url

from bot.clock import real_now
from bot.storage.database import sqlite_file
from tests.benchmarks.order import BUTTONS, FIRST_CHAT, TEXT, TOKEN, Due, Order

_AT_ONCE = 100
_IN_FLIGHT = 32
_TABLE = """CREATE TABLE reminder (id INTEGER PRIMARY KEY, chat_id BIGINT NOT NULL, text TEXT NOT NULL,
    due_at DOUBLE PRECISION NOT NULL, state TEXT NOT NULL DEFAULT 'planned')"""
_INDEX = "CREATE INDEX due ON reminder (due_at) WHERE state = 'planned'"
_KEYBOARD = json.dumps(
    {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in BUTTONS]}
)

Row = tuple[int, int, str, float]
Execute = Callable[[str, Sequence[Any]], list[Any]]


class Store:
    """One connection, used by one thread at a time; every statement commits by itself."""

    def __init__(self, execute: Execute, many: Callable[[str, list[Any]], None], mark: str, lock: str) -> None:
        self._execute, self.many, self._mark, self._lock = execute, many, mark, lock

    def claim(self) -> list[Row]:
        now = real_now().timestamp()
        found: list[Row] = self._execute(
            f"""UPDATE reminder SET state = 'sending' WHERE id IN (SELECT id FROM reminder WHERE state = 'planned'
            AND due_at <= {self._mark} ORDER BY due_at LIMIT {_AT_ONCE} {self._lock})
            RETURNING id, chat_id, text, due_at""",  # noqa: S608 - constants of this module
            [now],
        )
        return sorted(found, key=lambda row: row[3])

    def sent(self, ids: list[int]) -> None:
        marks = ", ".join([self._mark] * len(ids))
        self._execute(f"UPDATE reminder SET state = 'sent' WHERE id IN ({marks}) RETURNING id", ids)  # noqa: S608

    def next_due(self) -> float | None:
        found = self._execute("SELECT MIN(due_at) FROM reminder WHERE state = 'planned'", [])
        return found[0][0] if found else None

    def plan(self, due: Due, count: int) -> None:
        self._execute(_TABLE, [])
        self._execute(_INDEX, [])
        marks = ", ".join([self._mark] * 4)
        rows = [(n, FIRST_CHAT + n, TEXT, at.timestamp()) for n, at in enumerate(due.times(count))]
        self.many(f"INSERT INTO reminder (id, chat_id, text, due_at) VALUES ({marks})", rows)  # noqa: S608


def _sqlite(url: str) -> Store:
    connection = sqlite3.connect(sqlite_file(make_url(url)), isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")

    def many(statement: str, rows: list[Any]) -> None:
        connection.execute("BEGIN")
        connection.executemany(statement, rows)
        connection.execute("COMMIT")

    return Store(lambda statement, values: connection.execute(statement, values).fetchall(), many, "?", "")


def _postgres(url: str) -> Store:
    info = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = psycopg.connect(info, autocommit=True)

    def execute(statement: str, values: Sequence[Any]) -> list[Any]:
        cursor = connection.execute(statement.encode(), values)
        return cursor.fetchall() if cursor.description else []

    def many(statement: str, rows: list[Any]) -> None:
        with connection.cursor() as cursor, connection.transaction():
            cursor.executemany(statement.encode(), rows)

    return Store(execute, many, "%s", "FOR UPDATE SKIP LOCKED")


@contextlib.asynccontextmanager
async def reminding(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    store = _sqlite(order.database_url) if order.database_url.startswith("sqlite") else _postgres(order.database_url)
    store.plan(due, order.count)
    connector = aiohttp.TCPConnector(limit=_IN_FLIGHT)
    async with aiohttp.ClientSession(connector=connector) as session:
        task = asyncio.create_task(_loop(store, session, f"{order.api_url}/bot{TOKEN}/sendMessage"))
        yield {}
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _loop(store: Store, session: aiohttp.ClientSession, url: str) -> None:
    free = asyncio.Semaphore(_IN_FLIGHT)
    while True:
        rows = await asyncio.to_thread(store.claim)
        if not rows:
            await _sleep(await asyncio.to_thread(store.next_due))
            continue
        await asyncio.gather(*(_send(session, url, row, free) for row in rows))
        await asyncio.to_thread(store.sent, [row[0] for row in rows])


async def _sleep(due_at: float | None) -> None:
    """Until the next row is due, to the moment; with no row left, for a second."""
    await asyncio.sleep(1.0 if due_at is None else min(max(due_at - real_now().timestamp(), 0.0), 1.0))


async def _send(session: aiohttp.ClientSession, url: str, row: Row, free: asyncio.Semaphore) -> None:
    form = {"chat_id": row[1], "text": row[2], "parse_mode": "HTML", "reply_markup": _KEYBOARD}
    async with free, session.post(url, data=form) as answer:
        await answer.read()
