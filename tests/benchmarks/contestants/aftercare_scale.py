"""Our bot on a database with a great many planned messages: filling it, starting on it, claiming from it."""

import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, insert

from bot.app import wiring
from bot.app.parts import load_catalog, practice_of
from bot.chat.rendering import Renderer
from bot.clock import Clock
from bot.delivery import turnover
from bot.delivery.mail import Mail
from bot.delivery.parcels import Outgoing
from bot.delivery.recording import Outcome
from bot.delivery.turnover import Turnover
from bot.domain.deliveries import Delivery, Sent
from bot.domain.status import Lane
from bot.storage.claims import Wish
from bot.storage.database import Database
from bot.storage.tables import OutboxMessage
from tests.benchmarks.contestants.aftercare import admit, opened, reminder, settings_of, started
from tests.benchmarks.order import Due, Order

_EACH = 20
"""Messages per patient."""
_OVER = timedelta(days=60)
_AT_ONCE = 10_000
_WARMING_UP = 5


@contextlib.asynccontextmanager
async def filled(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    """Plan `order.count` messages for the next two months."""
    patients = max(order.count // _EACH, 1)
    with closing(opened(order.database_url)) as database:
        with database.transaction() as db:
            admit(db, patients, due.at)
        for start in range(0, order.count, _AT_ONCE):
            numbers = range(start, min(start + _AT_ONCE, order.count))
            with database.transaction() as db:
                db.exec(insert(OutboxMessage), params=[_planned(n, patients, order.count, due) for n in numbers])
        with database.engine.connect() as connection:
            connection.execute(text("ANALYZE"))  # what PostgreSQL does by itself within minutes
            connection.commit()
    yield {}


def _planned(number: int, patients: int, count: int, due: Due) -> dict[str, Any]:
    row = reminder(number % patients + 1, due.at + timedelta(hours=1) + _OVER * (number / count))
    return row | {"unique_key": f"plan:{number}"}


@contextlib.asynccontextmanager
async def ready(order: Order, _: Due) -> AsyncIterator[dict[str, float]]:
    """Start on the database as it is."""
    async with started(order):
        yield {}


@contextlib.asynccontextmanager
async def claims(order: Order, _: Due) -> AsyncIterator[dict[str, float]]:
    """Claim a message `order.count` times, in turn from this database and from an empty one, `order.variant`.

    Milliseconds, medians: `full` and `empty` for the transaction that records the message before and claims the next,
    `full_idle` and `empty_idle` for one that finds nothing and asks when there will be something.
    """
    with closing(opened(order.database_url)) as full, closing(opened(order.variant)) as empty:
        with empty.transaction() as db:
            admit(db, 1, Clock().now())
        mails = {"full": _mail(order, full), "empty": _mail(order, empty)}
        found: dict[str, list[float]] = {name: [] for which in mails for name in (which, f"{which}_idle")}
        outcomes: dict[str, list[Outcome]] = {which: [] for which in mails}
        for number in range(order.count + _WARMING_UP):
            for which, mail in mails.items():
                await mail.database.run(_plan_one, mail, number)
                took, turn = await _timed(mail, outcomes[which])
                outcomes[which] = [Outcome(parcel, Sent(number + 1)) for parcel in turn.parcels]
                assert len(turn.parcels) == 1
                idle, _nothing = await _timed(mail, [])
                found[which].append(took)
                found[f"{which}_idle"].append(idle)
        yield {name: 1000 * median(times[_WARMING_UP:]) for name, times in found.items()}


def _mail(order: Order, database: Database) -> Mail:
    settings = settings_of(order)
    practice = practice_of(settings, load_catalog(settings))
    return Mail(database, Clock(), practice, wiring.hooks(), Renderer(practice).render, _never)


async def _never(_: Outgoing) -> Delivery:
    raise AssertionError("only the database is measured here")


def _plan_one(db: Session, mail: Mail, number: int) -> None:
    row = reminder(1, mail.clock.now())
    db.exec(insert(OutboxMessage), params=[row | {"unique_key": f"claim:{number}:{mail.clock.now()}"}])


async def _timed(mail: Mail, outcomes: list[Outcome]) -> tuple[float, turnover.Turn]:
    wishes = [Wish(lane, 128) for lane in Lane]
    began = time.perf_counter()
    turn = await mail.database.run(turnover.turn_over, mail, Turnover(mail.moment(), outcomes, wishes, "benchmark"))
    return time.perf_counter() - began, turn
