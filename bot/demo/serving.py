"""Serves the demo: the embedded Bot API and the page with three phones at one address."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.demo.cast import Cast, gather
from bot.demo.demo_clock import DemoClock, NextDue
from bot.demo.page_routes import DemoPage
from bot.demo.server.limits import Limits
from bot.demo.server.running import serve
from bot.demo.server.telegram import Telegram

USERNAME = "aftercare_demo_bot"


@dataclass(frozen=True)
class DemoServer:
    """What the app needs to join the bot to the demo. Addresses end without a slash."""

    api_url: str
    page_url: str
    token: str
    cast: Cast
    telegram: Telegram


@contextlib.asynccontextmanager
async def serve_demo(
    *, port: int, token: str, clock: DemoClock, next_due: NextDue, timezone: str = "UTC"
) -> AsyncIterator[DemoServer]:
    """Serve on 127.0.0.1 until the block ends. Port 0 takes a free one; a taken port raises OSError.

    Messages are dated in clinic time; updates are kept, and presses answered, by real time.
    `timezone` (IANA) is the zone the page shows times in.
    """
    telegram = Telegram(token, USERNAME, shown_now=clock.now, limits=Limits())
    cast = gather(telegram)
    page = DemoPage(telegram, cast, clock, next_due, timezone)
    async with serve(telegram, port=port, rest=page.app()) as running:
        try:
            yield DemoServer(running.api_url, running.api_url, token, cast, telegram)
        finally:
            page.close()
