"""The Bot that speaks to Telegram, and what hangs on it: messenger, toasts, the bot's own introduction."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app.parts import StartError
from bot.app.wiring import sentence
from bot.chat.introducing import introduce, introduce_to
from bot.chat.messenger import Messenger
from bot.chat.receiver import ALLOWED_UPDATES
from bot.chat.rendering import Renderer
from bot.chat.requesting import AiohttpRequest
from bot.chat.toasts import Toaster
from bot.delivery.parcels import Render
from bot.delivery.timekeeper import Errand
from bot.delivery.worker import Answer
from bot.services.practice import Practice
from bot.settings import Settings
from bot.storage import members
from bot.storage.database import Database
from bot.storage.tables import Member

_SEND_TIMEOUT = 25.0
"""Seconds; long, so that few messages are left in doubt, and well under a lease."""
_CONNECTIONS = 32
_INTRODUCED_WITHIN = 5.0
"""Seconds; escalations wait behind this."""
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 30.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TelegramSide:
    """The connected bot."""

    bot: Bot
    username: str
    messenger: Messenger

    def rendering(self, practice: Practice) -> Render:
        return Renderer(practice).render

    def answering(self, database: Database, practice: Practice) -> Answer:
        return Toaster(database, Renderer(practice), self.messenger).answer

    async def ask_for_webhook(self, settings: Settings) -> None:
        """Have Telegram deliver to WEBHOOK_URL, tried again until it agrees; asking for the same is no change."""
        wait = _FIRST_WAIT
        while True:
            try:
                await self.bot.set_webhook(
                    settings.webhook_url or "",
                    allowed_updates=ALLOWED_UPDATES,
                    secret_token=settings.secret("webhook_secret"),
                )
            except TelegramError as error:
                _log.error("Telegram did not take the webhook (%s)", type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, _LONGEST_WAIT)
            else:
                return

    async def introduce(self, database: Database, practice: Practice) -> None:
        """Tell Telegram the bot's commands and description; that it failed is no reason not to run."""
        try:
            await introduce(self.bot, practice)
        except TelegramError as error:
            _log.warning("the bot's commands and description were not set (%s)", type(error).__name__)
        for member in await database.read(members.current):
            await self._introduce_to(practice, member)

    def introducing(self, database: Database, practice: Practice) -> Errand:
        """Shows a member, by id, the commands of the roles they have now."""

        async def introduce_member(member_id: int) -> None:
            member = await database.read(members.by_id, member_id)
            if member is not None:
                await self._introduce_to(practice, member)

        return introduce_member

    async def _introduce_to(self, practice: Practice, member: Member) -> None:
        try:
            async with asyncio.timeout(_INTRODUCED_WITHIN):
                await introduce_to(self.bot, practice, member)
        except (TelegramError, TimeoutError) as error:
            _log.warning("the commands of member %s were not set (%s)", member.id, type(error).__name__)


@asynccontextmanager
async def connected(settings: Settings, practice: Practice, tell: Callable[..., None]) -> AsyncIterator[TelegramSide]:
    """The bot, once Telegram has said who it is; waits for as long as Telegram cannot be reached.

    Raises StartError for a token that Telegram does not accept.
    """
    request = AiohttpRequest(_CONNECTIONS, _SEND_TIMEOUT)
    bot = Bot(settings.secret("telegram_bot_token"), base_url=f"{settings.telegram_api_url}/bot", request=request)
    try:
        await _reach(bot, practice, settings.default_language, tell)
        yield TelegramSide(bot, bot.username, Messenger(bot))
    finally:
        await bot.shutdown()
        await request.shutdown()  # a bot that never got to know itself closes nothing


async def _reach(bot: Bot, practice: Practice, language: str, tell: Callable[..., None]) -> None:
    wait = _FIRST_WAIT
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            raise StartError(sentence(practice, "console-check-token-bad")) from None
        except TelegramError:
            if wait == _FIRST_WAIT:
                tell("console-run-waiting", language)
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)
        else:
            return
