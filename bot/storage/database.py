"""Where transactions run: one plain function each, in a worker thread, on SQLite or PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import psycopg
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import Session

from bot.storage.sealing import Sealer

P = ParamSpec("P")
T = TypeVar("T")

_READERS = 2
_POSTGRES_THREADS = 6


DatabaseFault = SQLAlchemyError
"""Whatever a database may refuse with, for those who know no SQL."""


class DatabaseUrlError(ValueError):
    """DATABASE_URL names no database this program can use."""


class Database:
    """One database and the threads that may talk to it.

    On SQLite all writing transactions share one thread, so they never wait for each other's lock.
    """

    def __init__(self, url: str, sealer: Sealer) -> None:
        self.url = checked_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._writing = _sqlite_engine(self.url, "IMMEDIATE") if self.is_sqlite else _postgres_engine(self.url)
        self._reading = _sqlite_engine(self.url, "DEFERRED") if self.is_sqlite else self._writing
        for engine in {self._writing, self._reading}:
            engine.dialect.sealer = sealer  # type: ignore[attr-defined]  # see storage/sealing.py
        self._write_threads = ThreadPoolExecutor(1 if self.is_sqlite else _POSTGRES_THREADS, "db-write")
        self._read_threads = ThreadPoolExecutor(_READERS, "db-read")

    @property
    def engine(self) -> Engine:
        """The writing engine, for migrations and listening."""
        return self._writing

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A transaction in the caller's thread: committed at the end, undone by any exception."""
        with Session(self._writing, expire_on_commit=False) as db, db.begin():
            yield db

    async def run(self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One writing transaction in a worker thread; whatever `work` raises undoes it and is raised here."""
        return await self._hop(self._write_threads, self._writing, work, args, kwargs)

    async def read(self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One reading transaction in a worker thread; on SQLite it never waits for a writer."""
        return await self._hop(self._read_threads, self._reading, work, args, kwargs)

    async def _hop(
        self,
        threads: ThreadPoolExecutor,
        engine: Engine,
        work: Callable[..., T],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> T:
        def transact() -> T:
            with Session(engine, expire_on_commit=False) as db, db.begin():
                return work(db, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(threads, transact)

    def close(self) -> None:
        """Wait for what is under way, then let go of every connection."""
        self._write_threads.shutdown()
        self._read_threads.shutdown()
        self._writing.dispose()
        self._reading.dispose()


def checked_url(url: str) -> URL:
    """The parsed URL. Raises DatabaseUrlError for anything but SQLite and PostgreSQL over psycopg."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUrlError("is not a database URL") from None
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
        raise DatabaseUrlError("is neither sqlite:///… nor postgresql+psycopg://…")
    if parsed.drivername == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise DatabaseUrlError("names no file; nothing would be kept")
    return parsed


def sqlite_file(url: URL) -> Path:
    return Path(url.database or "")


def _sqlite_engine(url: URL, begin: str) -> Engine:
    sqlite_file(url).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": 15, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # the "begin" listener below starts transactions instead
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        # A transaction that reads first and writes later fails at once under a plain BEGIN when another
        # process has written in between; IMMEDIATE waits its turn instead.
        connection.exec_driver_sql(f"BEGIN {begin}")

    return engine


def _postgres_engine(url: URL) -> Engine:
    engine = create_engine(url, hide_parameters=True, pool_size=_POSTGRES_THREADS + _READERS, pool_pre_ping=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: psycopg.Connection, _: object) -> None:
        # Left to itself the server plans every question anew, and looks for its answer at the end of an index of all
        # that is planned: with a million messages there that took as long again as the question itself.
        connection.execute("SET plan_cache_mode = force_generic_plan")
        connection.commit()

    return engine
