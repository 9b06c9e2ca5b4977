"""What `check` finds out: whether settings, messages, database, token, staff chat and team are fine."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.app.parts import absent_file, load_catalog, opened_database, reason_of
from bot.catalog import CatalogError
from bot.domain.data_key import UnreadableError
from bot.settings import NEEDED_TO_RUN, Settings, SettingsError, load_settings
from bot.storage import facts, inbox, members, migrating
from bot.storage.rekeying import check_keys


@dataclass(frozen=True)
class Finding:
    """Whether one thing is fine, and the sentence of console.ftl that says so or how to mend it."""

    fine: bool
    key: str
    args: dict[str, Any] = field(default_factory=dict)


async def findings(*, offline: bool) -> list[Finding]:
    """Look at everything, and change nothing; Telegram is not asked when `offline`."""
    try:
        settings = load_settings()
    except SettingsError as error:
        return [Finding(False, "console-check-settings", {"line": line}) for line in error.lines]
    found = [*_settings(settings), _messages(settings)]
    staff_chat = settings.staff_chat_id
    if settings.data_key is not None:
        in_database, bound = _database(settings)
        found += in_database
        staff_chat = bound or staff_chat
    if settings.telegram_bot_token is not None and not offline:
        found += await _telegram(settings, staff_chat)
    return found


def _settings(settings: Settings) -> Iterator[Finding]:
    for name in NEEDED_TO_RUN:
        missing = settings.missing(name)
        if missing:
            yield Finding(False, "console-check-settings", {"line": missing[0]})
        else:
            yield Finding(True, "console-check-setting", {"key": name.upper()})


def _messages(settings: Settings) -> Finding:
    try:
        catalog = load_catalog(settings)
    except CatalogError as error:
        return Finding(False, "console-check-messages-bad", {"line": str(error)})
    languages = ", ".join(catalog.wording.languages)
    return Finding(True, "console-check-messages", {"line": f"{languages}; {catalog.triage.version}"})


def _database(settings: Settings) -> tuple[list[Finding], int | None]:
    """What is to be said of the database, and the staff chat that it has bound."""
    with ExitStack() as stack:
        try:
            if absent := absent_file(settings):
                return [Finding(True, "console-check-database-none", {"file": str(absent)})], None
            database = stack.enter_context(opened_database(settings))
            at = migrating.revision(database)
            if at != migrating.head():
                return [Finding(False, "console-check-database-behind")], None
            with database.transaction() as db:
                check_keys(db)
                return [Finding(True, "console-check-database", {"revision": at}), *_kept(db)], facts.staff_chat(db)
        except SettingsError as error:
            return [Finding(False, "console-check-settings", {"line": line}) for line in error.lines], None
        except UnreadableError:
            return [Finding(False, "console-check-data-key-bad")], None
        except SQLAlchemyError as error:
            return [Finding(False, "console-check-database-bad", {"reason": reason_of(error)})], None


def _kept(db: Session) -> Iterator[Finding]:
    team = members.current(db)
    yield (
        Finding(True, "console-check-team", {"count": len(team)}) if team else Finding(True, "console-check-team-none")
    )
    dead = inbox.dead_letters(db)
    kinds = ", ".join(sorted({letter.error or "" for letter in dead}))
    if dead:
        yield Finding(False, "console-check-dead", {"count": len(dead), "kinds": kinds})
    else:
        yield Finding(True, "console-check-inbox")


async def _telegram(settings: Settings, staff_chat: int | None) -> list[Finding]:
    bot = Bot(settings.secret("telegram_bot_token"), base_url=f"{settings.telegram_api_url}/bot")
    try:
        await bot.initialize()
        found = [Finding(True, "console-check-token", {"username": bot.username})]
        return [*found, await _staff_chat(bot, staff_chat)]
    except InvalidToken:
        return [Finding(False, "console-check-token-bad")]
    except TelegramError as error:
        return [Finding(False, "console-check-unreachable", {"reason": type(error).__name__})]
    finally:
        await bot.shutdown()


async def _staff_chat(bot: Bot, chat_id: int | None) -> Finding:
    if chat_id is None:
        return Finding(False, "console-check-staff-chat-none")
    try:
        member = await bot.get_chat_member(chat_id, bot.id)
    except (BadRequest, Forbidden):
        return Finding(False, "console-check-staff-chat-bad")
    fine = member.status not in ("left", "kicked")
    return Finding(fine, "console-check-staff-chat" if fine else "console-check-staff-chat-bad")
