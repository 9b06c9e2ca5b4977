"""What can become of a message on its way to Telegram, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Refusal(StrEnum):
    """Why Telegram will not take a message, now or later."""

    BLOCKED = "blocked"
    """The person has blocked the bot."""
    DEACTIVATED = "deactivated"
    """The account is gone."""
    KICKED = "kicked"
    """The bot is not, or no longer, in the group."""
    NOT_FOUND = "not-found"
    """No such chat: never started, or a wrong id."""
    TOPIC_CLOSED = "topic-closed"
    """The group's topic is closed or deleted."""
    NO_RIGHTS = "no-rights"
    """The bot may not write in the group."""
    NO_MESSAGE = "no-message"
    """The message to edit is gone."""
    BAD_REQUEST = "bad-request"
    """Anything else that will not work however often it is tried."""
    UNSAYABLE = "unsayable"
    """The wording lacks a sentence or a value: nothing was sent."""
    UNREADABLE = "unreadable"
    """No key opens what was to be said: nothing was sent."""


UNREACHABLE = frozenset({Refusal.BLOCKED, Refusal.DEACTIVATED, Refusal.NOT_FOUND})
"""Refusals that hold for every message to that person."""
GROUP_GONE = frozenset({Refusal.KICKED, Refusal.NOT_FOUND, Refusal.TOPIC_CLOSED, Refusal.NO_RIGHTS})
"""Refusals that hold for every message to that group."""


@dataclass(frozen=True)
class Sent:
    """Telegram has it, under this message id (None for an edit)."""

    message_id: int | None = None


@dataclass(frozen=True)
class Refused:
    """Telegram will never take it."""

    why: Refusal


@dataclass(frozen=True)
class Migrated:
    """The group has become a supergroup with a new id; nothing was sent."""

    new_chat_id: int


@dataclass(frozen=True)
class RetryAfter:
    """429: surely not sent; the chat is to be left alone for `seconds` of real time."""

    seconds: float


@dataclass(frozen=True)
class NotSent:
    """Surely not sent: there was no connection to send it over, or the token was not accepted."""

    why: str = "no-connection"


@dataclass(frozen=True)
class Unknown:
    """Sent or not, nobody knows: the answer never came, or was no answer."""

    why: str = "no-answer"


Delivery = Sent | Refused | Migrated | RetryAfter | NotSent | Unknown


@dataclass(frozen=True)
class Postponed:
    """Still wanted, but later: `until` in clinic time, aware UTC."""

    until: datetime
    reason: str
