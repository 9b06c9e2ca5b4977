"""Bringing a database's tables up to date, and copying a database while it runs."""

import sqlite3
from contextlib import closing
from glob import escape
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.storage.database import Database, sqlite_file

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x41667465  # any number will do, as long as every replica uses the same


class BackupError(Exception):
    """The copy cannot be made; the message says why."""


def upgrade(database: Database) -> None:
    """Create or update every table. Replicas that start together wait for the one that migrates.

    A SQLite file that needs migrating is copied beside itself first, its name ending in `.before-<revision>`. The copy
    stays only where migrating fails: nobody who asks to be forgotten would be forgotten there.
    """
    if database.is_sqlite and _needs_copy(database):
        copy_to = sqlite_file(database.url).with_suffix(f".before-{head()}")
        copy_to.unlink(missing_ok=True)
        backup(database, copy_to)
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
        command.upgrade(_config(connection), "head")
        connection.commit()
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})
    if database.is_sqlite:
        file = sqlite_file(database.url)
        for copy in file.parent.glob(f"{escape(file.stem)}.before-{'[0-9]' * len(head())}"):
            copy.unlink()


def head() -> str:
    """The revision that this version of the program works with."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head() or ""


def revision(database: Database) -> str | None:
    """The revision that the database is at; None for an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def backup(database: Database, target: Path) -> None:
    """A consistent copy of a SQLite database, also while it is in use. Raises BackupError."""
    if not database.is_sqlite:
        raise BackupError("PostgreSQL is copied with its own tool: pg_dump")
    if target.exists():
        raise BackupError(f"{target} exists already and is not overwritten")
    file = sqlite_file(database.url)
    with closing(sqlite3.connect(file)) as source:
        try:
            source.execute("PRAGMA schema_version")
        except sqlite3.Error as error:
            raise BackupError(f"{file} cannot be read ({error})") from None
        try:
            with closing(sqlite3.connect(target)) as copy:
                source.backup(copy)
        except sqlite3.Error as error:
            target.unlink(missing_ok=True)
            raise BackupError(f"{target} cannot be written ({error})") from None


def _needs_copy(database: Database) -> bool:
    return revision(database) not in (None, head())


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def differences(database: Database) -> None:
    """Raises alembic's CommandError when the tables say something that the migrations do not."""
    with database.engine.connect() as connection:
        command.check(_config(connection))
