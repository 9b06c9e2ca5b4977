"""Who will read a message: the language and zone of the person behind a chat."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot.storage.tables import Member, Patient


@dataclass(frozen=True)
class Reader:
    """A chat's language tag and IANA zone, where known."""

    language: str | None = None
    timezone: str | None = None


NOBODY_KNOWN = Reader()


def of_chats(db: Session, chat_ids: Collection[int]) -> dict[int, Reader]:
    """The readers of private chats; groups and strangers are not in the result."""
    people = [chat_id for chat_id in chat_ids if chat_id > 0]
    if not people:
        return {}
    found = {
        telegram_id: Reader(language)
        for telegram_id, language in db.exec(
            select(Member.telegram_id, Member.language).where(col(Member.telegram_id).in_(people))
        )
    }
    patients = select(Patient.telegram_id, Patient.language, Patient.timezone)
    for telegram_id, language, timezone in db.exec(patients.where(col(Patient.telegram_id).in_(people))):
        if telegram_id is not None:
            found[telegram_id] = Reader(language or found.get(telegram_id, NOBODY_KNOWN).language, timezone)
    return found
