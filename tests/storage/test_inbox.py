"""Updates in the inbox: kept once, handed out in their chat's order."""

from datetime import timedelta

from bot.clock import real_now
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.inbox import Arrived
from bot.storage.tables import InboxUpdate

ADA, BEN = 5_000_000_001, 5_000_000_002


def store(database: Database, *arrived: tuple[int, int]) -> int:
    with database.transaction() as db:
        return inbox.store(db, [Arrived(number, chat, "{}") for number, chat in arrived], real_now())


def waiting(database: Database, *busy: int, later: float = 0.0) -> list[int]:
    with database.transaction() as db:
        found = inbox.next_pending(db, busy, real_now() + timedelta(seconds=later), 10)
        return [update.update_id for update in found]


def test_a_repeated_update_is_kept_once(database: Database) -> None:
    assert store(database, (1, ADA), (2, BEN)) == 2
    assert store(database, (2, BEN), (3, ADA)) == 1
    assert waiting(database) == [1, 2, 3]


def test_numbers_may_start_anew_lower(database: Database) -> None:
    store(database, (900_000_000, ADA))
    assert store(database, (7, ADA)) == 1
    assert waiting(database) == [900_000_000, 7]


def test_an_update_that_waits_to_be_tried_again_holds_back_its_chat_only(database: Database) -> None:
    store(database, (1, ADA), (2, ADA), (3, BEN))
    with database.transaction() as db:
        inbox.put_off(db, 1, "KeyError in x.py:1", real_now() + timedelta(seconds=30))
    assert waiting(database) == [3]
    assert waiting(database, later=31) == [1, 2, 3]


def test_updates_of_nobodys_chat_do_not_hold_back_each_other(database: Database) -> None:
    store(database, (1, 0), (2, 0))
    with database.transaction() as db:
        inbox.put_off(db, 1, "ValueError in x.py:1", real_now() + timedelta(seconds=30))
    assert waiting(database) == [2]


def test_an_update_is_finished_once(database: Database) -> None:
    store(database, (1, ADA))
    with database.transaction() as db:
        assert inbox.finish(db, 1, real_now())
    with database.transaction() as db:
        assert not inbox.finish(db, 1, real_now())
        assert inbox.bury(db, 1, "too late", real_now()) is None
    assert waiting(database) == []


def test_a_dead_letter_is_listed_without_its_content(database: Database) -> None:
    store(database, (1, ADA), (2, ADA))
    with database.transaction() as db:
        inbox.bury(db, 1, "KeyError in x.py:1", real_now())
        assert [(letter.update_id, letter.error) for letter in inbox.dead_letters(db)] == [(1, "KeyError in x.py:1")]
        assert inbox.count_dead(db) == 1
    assert waiting(database) == [2]


def test_what_an_update_said_is_forgotten_once_it_is_handled(database: Database) -> None:
    store(database, (1, ADA))
    with database.transaction() as db:
        inbox.finish(db, 1, real_now())
    with database.transaction() as db:
        assert db.get_one(InboxUpdate, 1).raw == ""
