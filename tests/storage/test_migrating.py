"""The migrations make the tables that the program works with, on both databases."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect

from bot.storage import migrating
from bot.storage.database import Database, DatabaseUrlError, checked_url
from bot.storage.tables import Fact, metadata
from tests.support.databases import open_database


def test_the_migrations_say_the_same_as_the_tables(database: Database) -> None:
    migrating.differences(database)


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    migrating.upgrade(database)

    assert migrating.revision(database) == migrating.head()


def test_going_back_leaves_no_table_behind(database: Database) -> None:
    with database.engine.connect() as connection:
        command.downgrade(migrating._config(connection), "base")
        connection.commit()

    assert not set(inspect(database.engine).get_table_names()) & set(metadata.tables)


def test_a_copy_made_while_the_bot_runs_holds_what_was_committed(tmp_path: Path) -> None:
    with closing(open_database(f"sqlite:///{tmp_path / 'a.db'}")) as database:
        migrating.upgrade(database)
        with database.transaction() as db:
            db.add(Fact(name="committed", value="yes"))
        with database.transaction() as db:
            db.add(Fact(name="under way", value="no"))
            db.flush()
            migrating.backup(database, tmp_path / "copy.db")

    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT name FROM fact").fetchall() == [("committed",)]


def test_a_copy_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")

    with (
        closing(open_database(f"sqlite:///{tmp_path / 'a.db'}")) as database,
        pytest.raises(migrating.BackupError, match="exists already"),
    ):
        migrating.backup(database, tmp_path / "copy.db")

    assert (tmp_path / "copy.db").read_text() == "precious"


def behind(folder: Path) -> Database:
    """A database that the version before this one made."""
    database = open_database(f"sqlite:///{folder / 'aftercare.db'}")
    migrating.upgrade(database)
    with database.engine.connect() as connection:
        command.downgrade(migrating._config(connection), "-1")
        connection.commit()
    return database


def test_no_copy_outlives_a_migration_that_went_well(tmp_path: Path) -> None:
    with closing(behind(tmp_path)) as database:
        (tmp_path / "aftercare.before-0002").write_text("of an earlier version, with patients erased since")
        (tmp_path / "aftercare.before-holiday").write_text("somebody's own")
        migrating.upgrade(database)

        assert migrating.revision(database) == migrating.head()
        assert [path.name for path in tmp_path.glob("*.before-*")] == ["aftercare.before-holiday"]


def test_a_migration_that_fails_leaves_a_copy_of_what_was_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError

    with closing(behind(tmp_path)) as database:
        monkeypatch.setattr(command, "upgrade", fails)
        with pytest.raises(RuntimeError):
            migrating.upgrade(database)

    with closing(sqlite3.connect(tmp_path / f"aftercare.before-{migrating.head()}")) as copy:
        assert ("patient",) in copy.execute("SELECT name FROM sqlite_master").fetchall()


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://root@localhost/x", "sqlite://", "sqlite:///:memory:"])
def test_a_database_this_program_cannot_use_is_refused(url: str) -> None:
    with pytest.raises(DatabaseUrlError):
        checked_url(url)
