"""Single facts about this installation, by name."""

from sqlmodel import Session

from bot.storage.tables import Fact

STAFF_CHAT = "staff-chat-id"
STAFF_CHAT_SET = "staff-chat-id-set"
"""The last STAFF_CHAT_ID of the settings that was heeded."""
CLOCK_ANCHOR = "clock-anchor"
BOT_USERNAME = "bot-username"
HEARD_AT = "heard-at"
"""Real time, ISO 8601, at which Telegram was last listened to."""


def get(db: Session, name: str) -> str | None:
    fact = db.get(Fact, name)
    return fact.value if fact else None


def put(db: Session, name: str, value: str) -> None:
    db.merge(Fact(name=name, value=value))


def staff_chat(db: Session) -> int | None:
    """The staff group's chat id, once it is bound or configured."""
    value = get(db, STAFF_CHAT)
    return int(value) if value else None
