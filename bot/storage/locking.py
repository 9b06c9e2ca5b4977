"""Makes sure that one process at a time works on a database: it handles, sends and holds the rate limits."""

import fcntl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

import psycopg
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from bot.storage.database import Database, sqlite_file

_ADVISORY_KEY = 0x4146_5443  # “AFTC”; any number, the same in every process


class AlreadyRunning(Exception):
    """Another process is at work on this database."""


class Held(Protocol):
    """The lock while it is ours."""

    def is_held(self) -> bool:
        """False once another process may have taken over."""


@contextmanager
def only_process(database: Database) -> Iterator[Held]:
    """Hold the database's lock. Raises AlreadyRunning at once when another process has it.

    Raises DatabaseFault where the file or the server of the lock cannot be reached. The lock goes with the process,
    however that ends.
    """
    lock = _lock_file(sqlite_file(database.url)) if database.is_sqlite else _advisory_lock(database.url)
    with lock as held:
        yield held


class _FileLock:
    def is_held(self) -> bool:
        return True


@contextmanager
def _lock_file(database_file: Path) -> Iterator[Held]:
    try:
        file = open(f"{database_file}.lock", "w")  # noqa: SIM115
    except OSError as error:
        raise OperationalError(None, None, error) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunning(f"another process is running on {database_file}") from None
        yield _FileLock()


class _ServerLock:
    """A lock that goes with its connection; where the server cut that, it is taken anew once the server is back."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._connection = _connected(url)

    def take(self) -> bool:
        answer = self._connection.execute("SELECT pg_try_advisory_lock(%s)", (_ADVISORY_KEY,)).fetchone()
        return bool(answer and answer[0])

    def is_held(self) -> bool:
        try:
            self._connection.execute("SELECT 1")
        except psycopg.Error:
            return self._take_anew()
        return True

    def _take_anew(self) -> bool:
        """A server that cannot be reached lets nobody else work on it that we know of: not lost before it answers."""
        self.close()
        try:
            self._connection = _connected(self._url)
            return self.take()
        except psycopg.Error:
            return True

    def close(self) -> None:
        self._connection.close()


@contextmanager
def _advisory_lock(url: URL) -> Iterator[Held]:
    try:
        server_lock = _ServerLock(url)
    except psycopg.Error as error:
        raise OperationalError(None, None, error) from None
    with closing(server_lock) as lock:
        if not lock.take():
            raise AlreadyRunning("another process is running on this database")
        yield lock


def _connected(url: URL) -> psycopg.Connection:
    # Its own connection: the lock lives as long as the session, and a pooled one may be closed at any time.
    return psycopg.connect(
        conninfo(url), autocommit=True, connect_timeout=10, keepalives_idle=10, keepalives_interval=5
    )


def conninfo(url: URL) -> str:
    """The URL in the form psycopg takes."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
