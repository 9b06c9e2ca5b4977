"""getUpdates and the webhook's settings: how the bot gets what people do."""

import asyncio
import re
from typing import Any

from bot.demo.server.errors import bad_request, conflict
from bot.demo.server.parameters import Parameters, flag_of, number_of, object_of, text_of
from bot.demo.server.telegram import Telegram, Webhook
from bot.demo.server.updates import Update

MAX_POLL = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class LongPolling:
    """One poll at a time: a newer one ends the older with 409, as Telegram does."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._turn = 0
        self.closed = False

    async def get_updates(self, found: Parameters) -> list[Update]:
        """Wait up to `timeout` seconds (50 at most) for updates from `offset` on."""
        telegram = self._telegram
        if telegram.webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self._start(found)
        turn = self._turn
        limit = min(max(number_of(found, "limit") or 100, 1), 100)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(max(number_of(found, "timeout") or 0, 0), MAX_POLL)
        while True:
            seen = telegram.updates.arrived.version
            taken = telegram.updates.take(limit)
            if taken or self.closed or loop.time() >= deadline:
                return taken
            await telegram.updates.arrived.next_change(seen, deadline - loop.time())
            self._check_turn(turn)

    def _start(self, found: Parameters) -> None:
        updates = self._telegram.updates
        self._turn += 1
        updates.allow(object_of(found, "allowed_updates", list))
        offset = number_of(found, "offset") or 0
        if offset < 0:
            updates.keep_last(-offset)
        updates.confirm_below(offset)

    def _check_turn(self, turn: int) -> None:
        if self._telegram.webhook.url:
            raise conflict("terminated by setWebhook request")
        if self._turn != turn:
            raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")

    def close(self) -> None:
        """Let a waiting poll answer at once."""
        self.closed = True
        self._telegram.updates.arrived.changed()


def set_webhook(telegram: Telegram, found: Parameters) -> bool:
    url = text_of(found, "url")
    secret = text_of(found, "secret_token")
    if url and not url.startswith(("https://", "http://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    telegram.updates.allow(object_of(found, "allowed_updates", list))
    if flag_of(found, "drop_pending_updates"):
        telegram.updates.drop_all()
    telegram.webhook = Webhook(url, secret, number_of(found, "max_connections") or 40)
    telegram.updates.arrived.changed()
    return True


def delete_webhook(telegram: Telegram, found: Parameters) -> bool:
    return set_webhook(telegram, {"drop_pending_updates": found.get("drop_pending_updates", False)})


def get_webhook_info(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    webhook = telegram.webhook
    answer: dict[str, Any] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.updates),
        "max_connections": webhook.max_connections,
    }
    if telegram.updates.allowed is not None:
        answer["allowed_updates"] = sorted(telegram.updates.allowed)
    if webhook.last_error:
        answer |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    return answer
