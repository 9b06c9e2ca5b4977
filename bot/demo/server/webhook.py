"""Posts updates to the bot's webhook: in order per chat or user, again until it answers 2xx."""

import asyncio

import aiohttp

from bot.demo.server.telegram import Telegram
from bot.demo.server.updates import Update

LONGEST_BACKOFF = 60.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


class WebhookCourier:
    """Lives beside the server; idle while no webhook is set.

    The first retry comes at once, later ones after `first_backoff` seconds, doubling.
    """

    def __init__(self, telegram: Telegram, first_backoff: float = 2.0) -> None:
        self._telegram = telegram
        self._first_backoff = first_backoff
        self._queues: dict[tuple[str, int], asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None

    async def run(self) -> None:
        """Watch for updates until canceled."""
        updates = self._telegram.updates
        try:
            while True:
                seen = updates.arrived.version
                if self._telegram.webhook.url:
                    self._start_queues()
                await updates.arrived.next_change(seen, 3600)
        finally:
            for task in list(self._queues.values()):
                task.cancel()
            if self._session:
                await self._session.close()

    def _start_queues(self) -> None:
        for queue in self._telegram.updates.queues():
            if queue not in self._queues:
                self._queues[queue] = asyncio.create_task(self._drain(queue))

    async def _drain(self, queue: tuple[str, int]) -> None:
        try:
            await self._post_all(queue)
        finally:
            self._queues.pop(queue, None)

    async def _post_all(self, queue: tuple[str, int]) -> None:
        failures = 0
        while self._telegram.webhook.url:
            update = self._telegram.updates.oldest(queue)
            if update is None:
                return
            if await self._post(update):
                failures = 0
                self._taken(update)
            else:
                failures += 1
                await asyncio.sleep(self._backoff(failures))

    def _taken(self, update: Update) -> None:
        if update.again:
            update.again -= 1
        else:
            self._telegram.updates.confirm(update.id)

    def _backoff(self, failures: int) -> float:
        if failures == 1:
            return 0.0
        return min(self._first_backoff * float(2 ** (failures - 2)), LONGEST_BACKOFF)

    async def _post(self, update: Update) -> bool:
        webhook = self._telegram.webhook
        headers = {"content-type": "application/json"}
        if webhook.secret:
            headers[SECRET_HEADER] = webhook.secret
        self._session = self._session or aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(60))
        try:
            async with self._session.post(webhook.url, data=update.raw.encode(), headers=headers) as answer:
                problem = "" if answer.ok else f"Wrong response from the webhook: {answer.status}"
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = f"Connection failed: {type(error).__name__}"
        if problem:
            webhook.last_error, webhook.last_error_at = problem, self._telegram.date()
        return not problem
