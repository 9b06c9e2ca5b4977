"""The staff group: binding it, and what happens to it as a group."""

from datetime import datetime

from sqlmodel import Session

from bot.services.destinations import admin_chats
from bot.services.saying import When, Words, say, words
from bot.storage import facts

GONE = ("left", "kicked")


def bind(db: Session, chat_id: int, now: datetime) -> Words:
    """Make this group the staff group; the one before is told."""
    before = facts.staff_chat(db)
    if before == chat_id:
        return words("staff-group-already")
    facts.put(db, facts.STAFF_CHAT, str(chat_id))
    if before is not None:
        say(db, before, words("staff-group-moved"), when=When(now))
    return words("staff-group-bound")


def added(db: Session, chat_id: int, by_admin: bool, now: datetime) -> None:
    """The bot was put into a group: say how it becomes the staff group, unless it is."""
    if facts.staff_chat(db) != chat_id:
        say(db, chat_id, words("staff-group-hint" if by_admin else "staff-group-not-yours"), when=When(now))


def removed(db: Session, chat_id: int, now: datetime) -> None:
    """The bot was put out of a group: admins must know when it was the staff group."""
    if facts.staff_chat(db) == chat_id:
        for admin_id in admin_chats(db):
            say(db, admin_id, words("staff-group-lost"), when=When(now))
