"""Our bot, whole, as `run` puts it together: services, wording, encryption and all; only logs are not set up."""

import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, insert

from bot.app.running import Running, running_bot, spare_the_collector
from bot.delivery.pace import NO_LIMITS, Limits
from bot.domain.data_key import written
from bot.domain.status import EnrollmentState, Lane, OutboxState
from bot.services.reminder_buttons import with_buttons
from bot.services.saying import When, area, say, words
from bot.settings import Settings, given_settings
from bot.storage import migrating
from bot.storage.database import Database
from bot.storage.sealing import Sealer
from bot.storage.tables import Enrollment, OutboxMessage, Patient
from tests.benchmarks.contestants.alerts import alerting
from tests.benchmarks.order import FIRST_CHAT, PEOPLE, STAFF_GROUP, TOKEN, Due, Order, raised

_KEY = b"thirty-two bytes for benchmarks."
_AT_ONCE = 5000


def settings_of(order: Order) -> Settings:
    return given_settings(
        telegram_bot_token=TOKEN,
        telegram_api_url=order.api_url,
        database_url=order.database_url,
        data_key=written(_KEY),
        clinic_name="Riverside Physio",
        clinic_phone="+34 600 000 000",
        clinic_timezone="Europe/Madrid",
        quiet_hours="",
        staff_chat_id=STAFF_GROUP,
    )


def opened(database_url: str) -> Database:
    """The database, its tables made."""
    database = Database(database_url, Sealer([_KEY]))
    migrating.upgrade(database)
    return database


def admit(db: Session, count: int, now: datetime) -> None:
    """So many patients who have agreed, each with an active enrollment; their ids are 1, 2, 3 …"""
    numbers = range(1, count + 1)
    patients = [
        {"id": n, "code": f"B{n:07}", "telegram_id": FIRST_CHAT + n - 1, "language": "en", "created_at": now}
        for n in numbers
    ]
    enrollments = [
        {
            "id": n,
            "patient_id": n,
            "state": EnrollmentState.ACTIVE,
            "region": "calf",
            "side": "left",
            "restriction_hours": 48,
            "risks": [],
            "ended_at": now,
            "protocol": "standard",
            "protocol_version": "1",
            "created_at": now,
        }
        for n in numbers
    ]
    for start in range(0, count, _AT_ONCE):
        db.exec(insert(Patient), params=patients[start : start + _AT_ONCE])
        db.exec(insert(Enrollment), params=enrollments[start : start + _AT_ONCE])


def reminder(number: int, due_at: datetime) -> dict[str, Any]:
    """One planned row for patient `number`, as the services plan it."""
    said = with_buttons(words("reminder-stretching", region=area("calf", "left")), number, "stretching", "stretching")
    until = due_at + timedelta(hours=6)
    return {
        "chat_id": FIRST_CHAT + number - 1,
        "lane": Lane.REMINDER,
        "state": OutboxState.PLANNED,
        "template": said.template,
        "content": {**said.content(), "steps": ["stretching"], "content_until": until.isoformat()},
        "due_at": due_at,
        "expires_at": until,
        "patient_id": number,
        "enrollment_id": number,
        "step": "stretching",
        "kind": "stretching",
        "unique_key": f"plan:{number}:1:stretching",
        "attempts": 0,
        "unconfirmed": 0,
        "created_at": due_at,
    }


def plan(db: Session, dues: list[datetime]) -> None:
    """One reminder for each of as many patients."""
    rows = [reminder(number, due_at) for number, due_at in enumerate(dues, 1)]
    for start in range(0, len(rows), _AT_ONCE):
        db.exec(insert(OutboxMessage), params=rows[start : start + _AT_ONCE])


@contextlib.asynccontextmanager
async def started(order: Order) -> AsyncIterator[Running]:
    limits = Limits() if order.limits else NO_LIMITS
    async with running_bot(settings_of(order), _quiet, limits=limits) as running:
        spare_the_collector()
        yield running


@contextlib.asynccontextmanager
async def reminding(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    """Plan reminders, and raise alerts in the middle of them where that is asked for."""
    with closing(opened(order.database_url)) as database, database.transaction() as db:
        admit(db, order.count, due.at)
        plan(db, due.times(order.count))
    async with started(order) as running:
        with alerting(order, due, lambda: _alert(running)):
            yield {}


async def _alert(running: Running) -> None:
    at = time.monotonic()
    await running.database.run(_raise, raised(at), running.clock.now())
    running.office.wake()


def _raise(db: Session, code: str, now: datetime) -> None:
    say(db, STAFF_GROUP, words("relay-failed", code=code), when=When(now), lane=Lane.ALERT)


@contextlib.asynccontextmanager
async def answering(order: Order, due: Due) -> AsyncIterator[dict[str, float]]:
    """Answer what patients write: stored first, handled in one transaction, answered from the outbox."""
    with closing(opened(order.database_url)) as database, database.transaction() as db:
        admit(db, PEOPLE, due.at)
    async with started(order):
        yield {}


def _quiet(*_: object, **__: object) -> None:
    """What `run` prints at its start is of no interest here."""
