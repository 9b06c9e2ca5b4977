"""The demo: the unchanged bot against the embedded Bot API, with a team, a group and a clock one can move."""

import asyncio
import secrets
import signal
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot import logs
from bot.app.parts import StartError
from bot.app.running import Running, Tell, running_bot
from bot.app.wiring import shipped_sentence
from bot.clock import Clock, real_now, ticking_from
from bot.demo.cast import Cast
from bot.demo.serving import serve_demo
from bot.domain.data_key import KEY_BYTES, written
from bot.domain.quiet_hours import at_wall_time
from bot.settings import Settings, given_settings
from bot.storage import facts, outbox
from bot.storage.tables import Member

_TOKEN = "100000001:AAdemo-only-never-a-real-token-0000000"  # noqa: S105 - opens nothing but the embedded server
_TIMEZONE = "Europe/Madrid"
_OPENS_AT = time(9, 30)


async def run_demo(*, port: int, speed: float, ready: Callable[[str], None], tell: Tell) -> None:
    """Run until SIGINT or SIGTERM; nothing is kept. Raises StartError for a port that is taken."""
    logs.set_up("WARNING")
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    clock = _morning_clock(speed)
    bots: list[Running] = []

    async def next_due() -> datetime | None:
        return await bots[0].database.read(outbox.next_due, bots[0].clock.now()) if bots else None

    serving = serve_demo(port=port, token=_TOKEN, clock=clock, next_due=next_due, timezone=_TIMEZONE)
    async with AsyncExitStack() as stack:
        try:
            server = await stack.enter_async_context(serving)
        except OSError:
            raise StartError(shipped_sentence("console-demo-port-taken", port=str(port))) from None
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="aftercare-demo-"))
        bot = await stack.enter_async_context(running_bot(_settings(folder, server.api_url), tell, clock=clock))
        await bot.database.run(seed, server.cast, clock.now())
        bots.append(bot)
        ready(server.page_url)
        await stopping.wait()


def _morning_clock(speed: float) -> Clock:
    """A clock that shows half past nine today, so that a visitor at night sees a working day."""
    clock = ticking_from(at_wall_time(real_now(), 0, _OPENS_AT, ZoneInfo(_TIMEZONE)))
    clock.set_speed(speed)
    return clock


def _settings(folder: str, api_url: str) -> Settings:
    return given_settings(
        telegram_bot_token=_TOKEN,
        telegram_api_url=api_url,
        database_url=f"sqlite:///{Path(folder) / 'demo.db'}",
        data_key=written(secrets.token_bytes(KEY_BYTES)),
        clinic_name=shipped_sentence("console-demo-clinic"),
        clinic_phone="+34 900 000 000",
        clinic_timezone=_TIMEZONE,
        clinic_hours="Mon-Sun 08:00-20:00",
    )


def seed(db: Session, cast: Cast, now: datetime) -> None:
    """Give the cast their roles and bind the staff group, as an admin would have done."""
    db.add(Member(telegram_id=cast.therapist, first_name="Tessa", therapist=True, admin=True, joined_at=now))
    db.add(Member(telegram_id=cast.nurse, first_name="Nora", staff=True, joined_at=now))
    facts.put(db, facts.STAFF_CHAT, str(cast.staff_chat))
