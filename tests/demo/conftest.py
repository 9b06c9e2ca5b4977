"""A running server and the bot that calls it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.demo.calling import server_and_bot
from tests.support.people import Person
from tests.support.telegram import TelegramServer


@pytest.fixture
async def pair() -> AsyncIterator[tuple[TelegramServer, Bot]]:
    async with server_and_bot() as made:
        yield made


@pytest.fixture
def tg(pair: tuple[TelegramServer, Bot]) -> TelegramServer:
    return pair[0]


@pytest.fixture
def bot(pair: tuple[TelegramServer, Bot]) -> Bot:
    return pair[1]


@pytest.fixture
async def ada(tg: TelegramServer) -> Person:
    """Ada, who has started the bot."""
    person = tg.person("Ada")
    await person.says("/start")
    return person
