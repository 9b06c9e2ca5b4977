"""How the bot introduces itself to Telegram: its commands for each kind of chat, and what an empty chat shows."""

from collections.abc import Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.catalog.wording import REFERENCE, Wording
from bot.domain.status import Role
from bot.services.practice import Practice
from bot.storage.tables import Member

PATIENT = ("status", "report", "pause", "resume", "stop", "language", "timezone", "mydata", "forget", "help", "privacy")
STAFF_GROUP = ("flags", "patient", "digest", "help")
THERAPIST = ("enroll", "patients", "patient", "cancel", "preview", "flags", "digest", "language", "help")
STAFF = ("flags", "patient", "digest", "language", "help")
ADMIN = ("enroll", "patients", "patient", "cancel", "preview", "flags", "digest", "invite", "team", "remove", "help")


async def introduce(bot: Bot, practice: Practice) -> None:
    """Set commands and descriptions in every language; the reference language serves all others.

    These lists are a convenience: who may do what is checked when it is done.
    """
    wording = practice.catalog.wording
    for language in wording.languages:
        code = None if language == REFERENCE else language
        await _list(bot, wording, language, code, PATIENT, BotCommandScopeAllPrivateChats())
        await _list(bot, wording, language, code, STAFF_GROUP, BotCommandScopeAllGroupChats())
        await bot.set_my_description(wording.plain(language, "bot-description"), code)
        await bot.set_my_short_description(wording.plain(language, "bot-short-description"), code)


async def introduce_to(bot: Bot, practice: Practice, member: Member) -> None:
    """Show a member of the team the commands of their roles; somebody who has left sees the patients' again."""
    wording, scope = practice.catalog.wording, BotCommandScopeChat(member.telegram_id)
    if member.removed_at is None:
        await _list(bot, wording, wording.language_for(member.language), None, _names(member), scope)
    else:
        await bot.delete_my_commands(scope)


async def _list(
    bot: Bot, wording: Wording, language: str, code: str | None, names: Sequence[str], scope: BotCommandScope
) -> None:
    commands = [BotCommand(name, wording.plain(language, f"command-{name}")) for name in names]
    await bot.set_my_commands(commands, scope=scope, language_code=code)


def _names(member: Member) -> Sequence[str]:
    if member.admin:
        return ADMIN
    return THERAPIST if member.may(Role.THERAPIST) else STAFF
