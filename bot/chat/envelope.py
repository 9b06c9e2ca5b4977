"""Reads the outside of an update: its number and whose order it keeps. Nothing in here fails on what is inside."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from bot.storage.inbox import Arrived

_NUMBERS = 2**62


def arrived(update: Any) -> Arrived:
    """An update as it goes into the inbox. Raises LookupError or TypeError only where it has no number."""
    return Arrived(int(update["update_id"]), chat_of(update), json.dumps(update, separators=(",", ":")))


def arrived_unreadable(update_id: int, body: bytes) -> Arrived:
    """Something with a number that is not JSON: kept as it came, for the dead letters."""
    return Arrived(update_id, 0, body.decode("utf-8", "replace"))


def arrived_nameless(body: bytes) -> Arrived:
    """Something without even a number gets one below zero, the same whenever the same thing comes."""
    number = int.from_bytes(hashlib.sha256(body).digest()[:8], "big") % _NUMBERS
    return arrived_unreadable(-number - 1, body)


def chat_of(update: Any) -> int:
    """The chat whose order the update keeps, or the person where there is none; 0 where neither can be told."""
    for kind, inside in update.items():
        if kind == "update_id" or not isinstance(inside, dict):
            continue
        message = inside.get("message")
        around = message.get("chat") if isinstance(message, dict) else None
        for place in (inside.get("chat"), around, inside.get("from")):
            if isinstance(place, dict) and isinstance(place.get("id"), int):
                return int(place["id"])
    return 0


@dataclass(frozen=True)
class Press:
    """Who pressed a button, and the language of their app."""

    id: str
    sender_id: int
    language: str | None


def press_of(raw: str) -> Press | None:
    """The button press in an update's JSON; None for all else."""
    try:
        press = json.loads(raw)["callback_query"]
        return Press(str(press["id"]), int(press["from"]["id"]), press["from"].get("language_code"))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
