"""Planned rows taken back."""

from bot.domain.status import OutboxState
from bot.storage import outbox
from bot.storage.database import Database
from tests.support.mailroom import put, row, words

ADA = 5_000_000_001


def test_what_is_taken_back_by_its_key_takes_nothing_with_a_longer_key_along(database: Database) -> None:
    first = put(database, ADA, words("stretch"), unique_key="later:7:stretching")
    second = put(database, ADA, words("stretch"), unique_key="later:7:stretching-day-2")
    with database.transaction() as db:
        assert outbox.cancel(db, "done", unique_key="later:7:stretching") == 1
    assert row(database, first).state == OutboxState.CANCELED
    assert row(database, second).state == OutboxState.PLANNED
