"""A small Telegram with people in it: they act on its state, the bot under test speaks HTTP to it.

async with telegram_server() as tg:
    ada = tg.person("Ada", language="en")
    await ada.says("/start CODE")
    card = await ada.hears("I agree")
    await ada.taps("I agree")
"""

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import Any

from bot.clock import real_now
from bot.demo.server import groups
from bot.demo.server.faults import Faults
from bot.demo.server.limits import NO_LIMITS, Limits
from bot.demo.server.people import Account
from bot.demo.server.running import RunningServer, serve
from bot.demo.server.telegram import Retention, Sent, Telegram
from tests.support.people import PATIENCE, Group, Person

TOKEN = "123456789:AAF-only-for-tests-of-this-bot-00000"
USERNAME = "aftercare_test_bot"


class TelegramServer:
    """A running Bot API with its people. `base_url` and `base_file_url` are what PTB's Bot wants."""

    def __init__(self, running: RunningServer) -> None:
        self.state: Telegram = running.telegram
        self.api_url = running.api_url
        self.base_url = f"{running.api_url}/bot"
        self.base_file_url = f"{running.api_url}/file/bot"
        self.token = self.state.token
        self.username = self.state.username
        self.faults: Faults = self.state.faults

    def person(self, name: str, language: str = "en", **more: Any) -> Person:
        """A new person; `more`: last_name, username."""
        return Person(self.state, self.state.add_person(name, language=language, **more))

    def group(
        self, title: str, members: Sequence[Person] = (), *, supergroup: bool = False, told: bool = True
    ) -> Group:
        """A group of these people and the bot, which hears that it was added unless `told` is False."""
        accounts = [member.account for member in members]
        kind = "supergroup" if supergroup else "group"
        chat = groups.make_group(self.state, title, accounts, kind, told=told)  # type: ignore[arg-type]
        return Group(self.state, chat)

    def upgrade(self, group: Group) -> None:
        """The group becomes a supergroup; `group` goes on with the new chat, the old id is dead."""
        group.chat = groups.upgrade(self.state, group.chat, self._somebody_in(group))

    def kick_bot(self, group: Group) -> None:
        groups.remove_bot(self.state, group.chat, self._somebody_in(group))

    def add_bot(self, group: Group) -> None:
        groups.add_bot(self.state, group.chat, self._somebody_in(group))

    def make_bot_admin(self, group: Group) -> None:
        groups.set_bot_rights(self.state, group.chat, self._somebody_in(group), "administrator")

    def join(self, group: Group, person: Person) -> None:
        group.chat.members[person.account.id] = "member"

    def delete_group(self, group: Group) -> None:
        groups.delete_group(self.state, group.chat)

    def open_topic(self, group: Group, topic_id: int) -> None:
        groups.open_topic(self.state, group.chat, topic_id)

    def close_topic(self, group: Group, topic_id: int) -> None:
        groups.close_topic(self.state, group.chat, topic_id)

    def limit(self, limits: Limits) -> None:
        """Enforce sending limits from now on."""
        self.state.meter.change(limits)

    @property
    def sent(self) -> list[Sent]:
        """Every message the bot got delivered, in order."""
        return list(self.state.sent)

    def inject(self, raw: dict[str, Any]) -> int:
        """An update of any shape; `update_id` is added. Returns it."""
        return self.state.updates.push_raw(raw)

    @property
    def misspelled(self) -> set[tuple[str, str]]:
        """Parameters the bot sent that no such method has."""
        return self.state.unknown_parameters

    async def updates_taken(self, within: float = PATIENCE) -> None:
        """Wait until the bot has confirmed every update."""
        updates = self.state.updates
        taken = await updates.arrived.until(lambda: not len(updates), within)
        assert taken, f"{len(updates)} updates still wait for the bot after {within} s"

    def _somebody_in(self, group: Group) -> Account:
        ids = (person_id for person_id in group.chat.members if person_id != self.state.bot.id)
        return self.state.accounts[next(ids, self.state.bot.id)]


@contextlib.asynccontextmanager
async def telegram_server(
    *,
    token: str = TOKEN,
    username: str = USERNAME,
    limits: Limits = NO_LIMITS,
    now: Callable[[], datetime] = real_now,
    answer_presses_within: float = 15.0,
    port: int = 0,
    first_backoff: float = 0.05,
    keep: Retention | None = None,
) -> AsyncIterator[TelegramServer]:
    """A Bot API on a free loopback port, without sending limits unless given."""
    state = Telegram(
        token, username, now, limits=limits, answer_presses_within=answer_presses_within, keep=keep or Retention()
    )
    async with serve(state, port=port, first_backoff=first_backoff) as running:
        yield TelegramServer(running)
