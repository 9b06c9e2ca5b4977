"""The whole bot, running against a small Telegram over real HTTP, with a clinic's people and a clock to move."""

import contextlib
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from sqlmodel import Session

from bot.app.running import Running, running_bot
from bot.catalog import Catalog, load
from bot.catalog.places import shipped
from bot.clock import Clock, ticking_from
from bot.delivery.pace import NO_LIMITS, Limits
from bot.domain.data_key import written
from bot.settings import Settings, given_settings
from bot.storage import facts
from bot.storage.database import Database
from bot.storage.tables import Member
from tests.support.clock import MONDAY
from tests.support.people import Group, Person
from tests.support.telegram import TelegramServer, telegram_server

T = TypeVar("T")

FAST = NO_LIMITS
"""Tests do not wait for Telegram's limits, except those about them."""


@dataclass
class ClinicBot:
    """A clinic: the running bot, the server it speaks to, its people, and its clock."""

    tg: TelegramServer
    running: Running
    clock: Clock
    tessa: Person
    nora: Person
    olga: Person
    staff: Group
    ada: Person
    carl: Person

    @property
    def database(self) -> Database:
        return self.running.database

    async def read(self, work: Callable[..., T], *args: Any) -> T:
        """Run a function of the database session and return what it returns."""
        return await self.database.run(work, *args)

    async def passes(self, **how_long: float) -> None:
        """Move the clinic's clock on by a timedelta's arguments, e.g. hours=4."""
        self.clock.jump_to(self.clock.now() + timedelta(**how_long))

    async def jumps_to(self, instant: datetime) -> None:
        self.clock.jump_to(instant)

    async def enrolled(self, patient: Person | None = None, line: str = "Ada Lovelace, left calf, 48h") -> str:
        """Tessa enrolls the patient, who agrees; the patient's code."""
        patient = patient or self.ada
        await self.tessa.says(f"/enroll {line}")
        card = await self.tessa.hears("t.me/")
        await patient.opens(link_in(card.text))
        await patient.taps("I agree")
        await self.tessa.hears("joined")
        return code_in(card.text)


@cache
def shipped_catalog() -> Catalog:
    """The messages that come with the program, loaded once for all tests."""
    return load(shipped())


def link_in(text: str) -> str:
    """The invitation link in a card's text."""
    return next(word.strip("()<>") for word in text.split() if "t.me/" in word)


def code_in(text: str) -> str:
    """The patient code in a card's text."""

    found = re.search(r"\b(?=[A-Z0-9]{4}\b)(?=\S*\d)[A-Z0-9]{4}\b", text)
    assert found, f"no patient code in: {text}"
    return found.group()


def settings_for(tg: TelegramServer, database_url: str, **more: Any) -> Settings:
    values: dict[str, Any] = {
        "telegram_bot_token": tg.token,
        "telegram_api_url": tg.api_url,
        "database_url": database_url,
        "data_key": written(b"aftercare tests use this one key"),
        "clinic_name": "Riverside Physio",
        "clinic_phone": "+34 600 000 000",
        "clinic_timezone": "Europe/Madrid",
    }
    return given_settings(**values | more)


def quiet_tell(*_: object, **__: object) -> None:
    """Prints nothing."""


@contextlib.asynccontextmanager
async def clinic_at(
    database_url: str, *, start_at: datetime = MONDAY, limits: Limits = FAST, **settings: Any
) -> AsyncIterator[ClinicBot]:
    """A clinic whose clock shows `start_at`; Tessa is therapist, Nora staff, Olga admin.

    All but Ada are in the group, and with them Carl, who is not of the team.
    """
    clock = ticking_from(start_at)
    async with telegram_server(now=clock.now) as tg:
        tessa, nora, olga, ada, carl = (tg.person(name) for name in ("Tessa", "Nora", "Olga", "Ada", "Carl"))
        staff = tg.group("Clinic staff", [tessa, nora, olga, carl], told=False)
        for colleague in (tessa, nora, olga):
            await colleague.unblocks_bot()
            colleague.chat.started = True
        chosen = settings_for(tg, database_url, **settings)
        async with running_bot(chosen, quiet_tell, clock=clock, limits=limits, catalog=shipped_catalog()) as bot:
            await bot.database.run(_seed, tessa, nora, olga, staff, clock.now())
            yield ClinicBot(tg, bot, clock, tessa, nora, olga, staff, ada, carl)


def _seed(db: Session, tessa: Person, nora: Person, olga: Person, staff: Group, now: datetime) -> None:
    db.add(Member(telegram_id=tessa.id, first_name="Tessa", therapist=True, joined_at=now))
    db.add(Member(telegram_id=nora.id, first_name="Nora", staff=True, joined_at=now))
    db.add(Member(telegram_id=olga.id, first_name="Olga", admin=True, joined_at=now))
    facts.put(db, facts.STAFF_CHAT, str(staff.id))
