"""The team's rows."""

import asyncio

from bot.domain.status import Role
from bot.storage import members
from bot.storage.database import Database
from tests.support.clock import MONDAY


async def test_somebody_new_who_is_heard_in_several_chats_at_once_becomes_one_member(database: Database) -> None:
    heard = [database.run(members.give, 7, "Tessa", "en", Role.ADMIN, MONDAY) for _ in range(6)]
    given = await asyncio.gather(*heard)
    assert len({member.id for member in given}) == 1
    assert [member.first_name for member in await database.read(members.current)] == ["Tessa"]
