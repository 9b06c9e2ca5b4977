"""A small Telegram with Ada in it."""

from collections.abc import AsyncIterator

import pytest

from tests.support.people import Person
from tests.support.telegram import TelegramServer, telegram_server


@pytest.fixture
async def tg() -> AsyncIterator[TelegramServer]:
    async with telegram_server() as server:
        yield server


@pytest.fixture
async def ada(tg: TelegramServer) -> Person:
    """Ada has opened the chat with the bot."""
    person = tg.person("Ada")
    await person.says("/start")
    return person
