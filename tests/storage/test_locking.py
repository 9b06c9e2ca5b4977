"""One process at a time works on a database, and processes can wake each other."""

import asyncio

import pytest
from sqlalchemy import text

from bot.storage import waking
from bot.storage.database import Database
from bot.storage.locking import AlreadyRunning, only_process
from tests.support.databases import open_database


def second(database: Database) -> Database:
    return open_database(database.url.render_as_string(hide_password=False))


def test_a_second_process_is_turned_away_until_the_first_has_gone(database: Database) -> None:
    other = second(database)
    with only_process(database) as held:
        assert held.is_held()
        with pytest.raises(AlreadyRunning), only_process(other):
            pass
    with only_process(other) as held:
        assert held.is_held()
    other.close()


def test_a_lock_lost_with_its_connection_is_taken_anew_unless_another_process_has_it(database: Database) -> None:
    if database.is_sqlite:
        return  # a file's lock goes with the process only
    other = second(database)
    with only_process(database) as held:
        cut_all_connections(database)
        assert held.is_held()
        with pytest.raises(AlreadyRunning), only_process(other):
            pass
        cut_all_connections(database)
        with only_process(other):
            assert not held.is_held()
    other.close()


def cut_all_connections(database: Database) -> None:
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    with database.engine.connect() as connection:
        connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))


async def test_a_ring_is_heard_by_a_listening_process_once_it_is_committed(database: Database) -> None:
    if database.is_sqlite:
        await waking.listen(database, lambda: None)  # nobody else to hear: it ends at once
        return
    rung = asyncio.Event()
    listening = asyncio.create_task(waking.listen(database, rung.set))
    async with asyncio.timeout(5):
        await rung.wait()  # it wakes once when it begins, for whatever came before
        rung.clear()
        await database.run(waking.ring)
        await rung.wait()
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
