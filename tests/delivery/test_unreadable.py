"""A row that no key opens any more: it alone is given up, as it lies, and everything else goes on."""

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlmodel import Session

from bot.clock import real_now
from bot.delivery.fallback import Alert
from bot.delivery.hooks import Hooks
from bot.domain.status import Lane, OutboxState
from bot.services.saying import About, When, rewrite, say
from bot.storage import facts, inbox
from bot.storage.database import Database
from bot.storage.inbox import Arrived
from tests.delivery.test_faults import a_flag
from tests.support.clock import MONDAY
from tests.support.mailroom import enrolled, interrupted, mailroom, put, row, words
from tests.support.people import Person
from tests.support.telegram import TelegramServer
from tests.support.waiting import until

LANES = (Lane.ALERT, Lane.ANSWER, Lane.REMINDER)
GARBAGE = b"sealed with a key nobody has any more"


def spoil(database: Database, table: str, column: str, key: str, row: int) -> None:
    with database.engine.begin() as connection:
        statement = text(f"UPDATE {table} SET {column} = :garbage WHERE {key} = :row")  # noqa: S608 - our own names
        connection.execute(statement, {"garbage": GARBAGE, "row": row})


def spoiled(database: Database, chat_id: int, lane: Lane, about: About | None = None) -> int:
    """A message whose content cannot be read."""
    row_id = put(database, chat_id, words("ice"), lane=lane, about=about)
    spoil(database, "outbox_message", "content", "id", row_id)
    return row_id


def fate(database: Database, row_id: int) -> tuple[str, str | None, bytes]:
    """State, reason and sealed content of a message, unopened."""
    with database.engine.connect() as connection:
        found = connection.execute(
            text("SELECT state, reason, content FROM outbox_message WHERE id = :row"), {"row": row_id}
        ).one()
    return found.state, found.reason, bytes(found.content)


@pytest.mark.parametrize("lane", LANES)
async def test_an_unreadable_message_fails_as_it_lies_and_holds_up_no_lane(
    database: Database, tg: TelegramServer, ada: Person, lane: Lane
) -> None:
    told: list[int | None] = []
    hooks = Hooks(failed=lambda _db, _practice, message, _failure, _now: told.append(message.id))
    bad = spoiled(database, ada.id, lane)
    for each in LANES:
        put(database, ada.id, words("hello", name=each.name), lane=each)
    async with mailroom(database, tg, hooks=hooks):
        for each in LANES:
            await ada.hears(f"Hello {each.name}")
    assert fate(database, bad) == (OutboxState.FAILED, "unreadable", GARBAGE)
    assert told == [bad]


async def test_a_service_that_wants_to_read_it_costs_nobody_else_a_message(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    hooks = Hooks(failed=lambda _db, _practice, message, _failure, _now: message.content["args"])
    bad = spoiled(database, ada.id, Lane.ALERT)
    put(database, ada.id, words("thanks"), lane=Lane.ALERT)
    async with mailroom(database, tg, hooks=hooks):
        await ada.hears("Thank you")
    assert fate(database, bad)[0] == OutboxState.FAILED


async def test_an_unreadable_alert_reaches_the_clinic_by_another_way(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    carried: list[Alert] = []
    came = asyncio.Event()

    async def carrier(alert: Alert) -> None:
        carried.append(alert)
        came.set()

    spoiled(database, tg.group("Staff", [ada]).id, Lane.ALERT, a_flag(database, ada.id))
    async with mailroom(database, tg, carrier=carrier):
        async with asyncio.timeout(10):
            await came.wait()
    assert [alert.code for alert in carried] == ["ADA1"]


async def test_what_was_being_sent_may_be_unreadable_too(database: Database, tg: TelegramServer, ada: Person) -> None:
    bad = put(database, ada.id, words("ice"), lane=Lane.ALERT)
    interrupted(database, bad)
    spoil(database, "outbox_message", "content", "id", bad)
    put(database, ada.id, words("thanks"))
    async with mailroom(database, tg):
        await ada.hears("Thank you")
        await until(lambda: fate(database, bad)[0] == OutboxState.FAILED)


async def test_an_edit_of_an_unreadable_message_is_left_out_and_the_rest_goes_on(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    original = put(database, ada.id, words("ice"))
    async with mailroom(database, tg):
        await ada.hears("Ice for ten minutes")
    with database.transaction() as db:
        rewrite(db, row(database, original), words("again"), when=When(MONDAY))
    spoil(database, "outbox_message", "content", "id", original)
    put(database, ada.id, words("thanks"))
    async with mailroom(database, tg):
        await ada.hears("Thank you")
    assert ada.count("Again") == 0


async def test_a_name_that_cannot_be_read_holds_up_nobody(database: Database, tg: TelegramServer, ada: Person) -> None:
    people = [tg.person(name) for name in ("Ben", "Cleo", "Dora")]
    for number, person in enumerate(people):
        await person.says("/start")
        with database.transaction() as db:
            enrollment = enrolled(db, person.id, code=f"AAA{number}")
        put(database, person.id, words("stretch"), lane=Lane.REMINDER, about=About(enrollment_id=enrollment.id))
    spoil(database, "patient", "name", "id", enrollment.patient_id)
    async with mailroom(database, tg):
        for person in people:
            await person.hears("Stretch gently")


async def test_an_unreadable_update_is_set_aside_and_the_rest_goes_on(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    told: list[int] = []
    hooks = Hooks(dead_letter=lambda _db, _practice, update, _now: told.append(update.update_id))

    def thank(db: Session, _raw: str, now: datetime) -> None:
        say(db, ada.id, words("thanks"), when=When(now))

    with database.transaction() as db:
        facts.put(db, facts.HEARD_AT, real_now().isoformat())
        inbox.store(db, [Arrived(1, ada.id, "{}"), Arrived(2, ada.id, "{}")], real_now())
    spoil(database, "inbox_update", "raw", "update_id", 1)
    async with mailroom(database, tg, hooks=hooks, handle=thank):
        await ada.hears("Thank you")
        await until(lambda: told)
    assert told == [1]
    with database.transaction() as db:
        assert [letter.update_id for letter in inbox.dead_letters(db)] == [1]
