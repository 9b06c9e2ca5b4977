"""One round: people live, trouble is mixed in, the bot is killed at random instants; then it is left in peace."""

import asyncio
import contextlib
import random
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session, select

from bot.app.rehearsal import clock_of
from bot.domain.data_key import parse_keys
from bot.domain.status import InboxState
from bot.storage.database import Database
from bot.storage.sealing import Sealer
from bot.storage.tables import InboxUpdate
from tests.support.telegram import TelegramServer, telegram_server
from tests.support.waiting import until
from tests.torture.people import Town
from tests.torture.verdict import Verdict, judge, overdue
from tests.torture.victim import Victim

_TROUBLE = (("drop-after", 0.04), ("error-after", 0.02), ("error", 0.02), ("drop-before", 0.02), ("flood", 0.01))
_PATIENCE = 120.0
"""Seconds in which less has to be left to do: a group takes 18 messages a minute, and a long round leaves it many."""
_KILLED_WHILE_STARTING = 0.2


@dataclass(frozen=True)
class Round:
    """How hard, how long, how fast the clinic's clock runs."""

    kills: int
    patients: int = 5
    speed: float = 600.0
    seed: int = 1
    longest_life: float = 5.0
    """Seconds after which the bot is killed at the latest."""


async def torture(database_url: str, folder: Path, work: Round) -> Verdict:
    """Raises AssertionError or TimeoutError where the people do not get what they wait for."""
    chance = random.Random(work.seed)
    async with telegram_server() as telegram:
        tessa = telegram.person("Tessa")
        town = Town(telegram, chance, tessa, telegram.group("Staff", [tessa]))
        settings = {
            "ADMIN_IDS": str(tessa.id),
            "STAFF_CHAT_ID": str(town.group.id),
            "CLOCK_SPEED": str(work.speed),
            "QUIET_HOURS": "",
            "CLINIC_HOURS": "Mon-Sun 00:00-24:00",
        }
        victim = Victim(telegram, database_url, folder, settings)
        _mix_in_trouble(telegram)
        async with victim:
            lives = asyncio.create_task(_lives(town, work.patients))
            for _ in range(work.kills):
                await _some_time(telegram, chance, work.longest_life)
                await victim.kill()
                await victim.start()
                if lives.done():
                    lives.result()
            lives.cancel()
            await asyncio.gather(lives, return_exceptions=True)
            telegram.faults.clear()
            await victim.kill()
            with closing(Database(database_url, Sealer(parse_keys(victim.data_key)))) as database:
                ended_at = clock_of(database, work.speed, on_telegram=False).now()
                # Hurried on, a clinic that nobody answers in would write more to its group than 18 messages a minute.
                polls = _polls(telegram)
                await victim.start(CLOCK_SPEED="1")
                # Until it listens it knows no SIGTERM either, and where nothing is left to do peace comes at once.
                await until(lambda: _polls(telegram) > polls, within=60)
                await _peace(database, telegram, ended_at)
                code = await victim.stop()
                verdict = await database.read(judge, telegram, town)
        verdict.expect(code == 0, f"the bot ended with {code} when asked to stop")
        verdict.numbers |= {"kills": work.kills, "texts written": town.texts, "presses": town.presses}
        return verdict


async def _some_time(telegram: TelegramServer, chance: random.Random, longest_life: float) -> None:
    """Mostly some time after the bot has begun to listen, now and then while it is still starting."""
    if chance.random() > _KILLED_WHILE_STARTING:
        polls = _polls(telegram)
        with contextlib.suppress(AssertionError, TimeoutError):
            await until(lambda: _polls(telegram) > polls, within=15)
    await asyncio.sleep(chance.uniform(0.0, longest_life))


def _polls(telegram: TelegramServer) -> int:
    return telegram.state.calls.get("getupdates", 0)


async def _lives(town: Town, patients: int) -> None:
    await town.tessa.says("/start")
    for number in range(patients):
        await town.enroll(f"Patient{number}")
    await town.live()


def _mix_in_trouble(telegram: TelegramServer) -> None:
    """Lost answers, 5xx, cut lines, 429 and slowness for whatever the bot calls."""
    for method in ("sendMessage", "sendPhoto", "editMessageText"):
        for kind, share in _TROUBLE:
            telegram.faults.next(kind, method, times=10**9, chance=share)
        telegram.faults.next("delay", method, times=10**9, chance=0.05, seconds=0.5)
    telegram.faults.next("drop-after", "getUpdates", times=10**9, chance=0.02)


async def _peace(database: Database, telegram: TelegramServer, ended_at: datetime) -> None:
    """Wait until everything that was due when the killing ended has been settled. TimeoutError when it stands still."""
    least, deadline = sys.maxsize, time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        await asyncio.sleep(0.5)
        left = await database.read(_left, ended_at - timedelta(seconds=1))
        left["not fetched"] = len(telegram.state.updates)
        if not left.total():
            return
        if left.total() < least:
            least, deadline = left.total(), time.monotonic() + _PATIENCE
    raise TimeoutError(f"for {_PATIENCE} s of peace this is still to be done: {dict(+left)}")


def _left(db: Session, before: datetime) -> Counter[str]:
    pending = db.exec(select(InboxUpdate.update_id).where(InboxUpdate.state == InboxState.PENDING)).all()
    return overdue(db, before) + Counter({"not handled": len(pending)})
