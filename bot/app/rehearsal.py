"""The clock that a database lives by: real time, or rehearsal time that goes on across restarts."""

import json
from datetime import datetime

from bot.clock import Anchor, Clock, real_now
from bot.storage import facts
from bot.storage.database import Database


class RehearsedError(Exception):
    """The database was used with a clock of its own and holds times that real patients never had."""


def clock_of(database: Database, speed: float, *, on_telegram: bool) -> Clock:
    """Real time, or the clock this database was started with, from now on `speed` times as fast.

    Rehearsal time starts from the real time when the database is new. Raises RehearsedError where a rehearsed
    database meets Telegram itself.
    """
    anchor = _kept(database)
    if anchor is None and speed == 1:
        return Clock()
    if on_telegram:
        raise RehearsedError
    started_at = real_now()
    if anchor is None:
        anchor = Anchor(started_at, started_at, speed)
    elif anchor.speed != speed:
        anchor = Anchor(started_at, anchor.clock_time(started_at), speed)
    keep(database, anchor)
    return Clock(anchor)


def keep(database: Database, anchor: Anchor) -> None:
    """Write down where the clock hangs, so that a restart goes on from there."""
    written = {"real_at": anchor.real_at.isoformat(), "clock_at": anchor.clock_at.isoformat(), "speed": anchor.speed}
    with database.transaction() as db:
        facts.put(db, facts.CLOCK_ANCHOR, json.dumps(written))


def _kept(database: Database) -> Anchor | None:
    with database.transaction() as db:
        value = facts.get(db, facts.CLOCK_ANCHOR)
    if value is None:
        return None
    read = json.loads(value)
    return Anchor(
        datetime.fromisoformat(read["real_at"]), datetime.fromisoformat(read["clock_at"]), float(read["speed"])
    )
