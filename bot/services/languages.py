"""Choosing the language the bot writes in."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.vocabulary import fold
from bot.services import team
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Button, Words, words
from bot.storage.tables import Member, Patient


def ask(practice: Practice) -> Words:
    """Every language as a button, each in its own name."""
    rows = [
        [Button("button-language", f"language:{language}", {"name": language_name(practice, language)})]
        for language in practice.catalog.wording.languages
    ]
    return words("language-ask", buttons=rows)


def choose(
    db: Session, practice: Practice, people: tuple[Patient | Member | None, ...], typed: str, now: datetime
) -> Words:
    """Write to this person in `typed`: a language's id or its name. Raises Mistake for one there is not."""
    language = _language(practice, typed)
    known = [person for person in people if person is not None]
    if not known:
        raise Mistake("language-unknown-person")
    for person in known:
        person.language = language
        db.add(person)
        if isinstance(person, Member):
            team.introduce(db, person, now)
    db.flush()
    return words("language-chosen", name=language_name(practice, language))


def language_name(practice: Practice, language: str) -> str:
    """The language's own name for itself."""
    return practice.catalog.wording.plain(language, "language-name")


def _language(practice: Practice, typed: str) -> str:
    for language in practice.catalog.wording.languages:
        if fold(typed) in (language, fold(language_name(practice, language))):
            return language
    raise Mistake("language-not-known")
