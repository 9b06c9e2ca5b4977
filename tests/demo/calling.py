"""What the tests of the embedded server share: it runs, and a real python-telegram-bot Bot talks to it."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

from tests.support.telegram import TelegramServer, telegram_server


@contextlib.asynccontextmanager
async def server_and_bot(**options: Any) -> AsyncIterator[tuple[TelegramServer, Bot]]:
    async with (
        telegram_server(**options) as tg,
        Bot(
            tg.token,
            base_url=tg.base_url,
            base_file_url=tg.base_file_url,
            request=HTTPXRequest(read_timeout=2),
            get_updates_request=HTTPXRequest(connection_pool_size=2),
        ) as bot,
    ):
        yield tg, bot
