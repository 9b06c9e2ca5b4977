"""Whoever opened a chat with the bot, before anybody knows who they are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Visitor:
    """A Telegram account as Telegram describes it; a private chat has the account's id."""

    telegram_id: int
    first_name: str
    language: str | None = None
