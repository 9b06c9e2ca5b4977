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
THERAPIST = ("enroll", "patients", "patient", "cancel", "preview", "language", "help")
STAFF = ("flags", "patient", "digest", "language", "help")
ADMIN = ("enroll", "patients", "patient", "cancel", "preview", "flags", "digest", "invite", "team", "remove", "help")


async def introduce(bot: Bot, practice: Practice, members: Sequence[Member] = ()) -> None:
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
    for member in members:
        await _list(bot, wording, wording.language_for(member.language), None, _names(member), _chat(member))


async def _list(
    bot: Bot, wording: Wording, language: str, code: str | None, names: Sequence[str], scope: BotCommandScope
) -> None:
    commands = [BotCommand(name, wording.plain(language, f"command-{name}")) for name in names]
    await bot.set_my_commands(commands, scope=scope, language_code=code)


def _names(member: Member) -> Sequence[str]:
    if member.admin:
        return ADMIN
    return THERAPIST if member.may(Role.THERAPIST) else STAFF


def _chat(member: Member) -> BotCommandScope:
    return BotCommandScopeChat(member.telegram_id)
