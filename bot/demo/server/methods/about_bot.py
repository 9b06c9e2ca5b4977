"""setMyCommands, setMyDescription and the like: what people see of the bot before it speaks."""

import string
from typing import Any

from bot.demo.server.errors import bad_request
from bot.demo.server.parameters import Parameters, number_of, object_of, text_of
from bot.demo.server.telegram import Telegram

MAX_COMMANDS = 100
_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_ALLOWED = frozenset(string.ascii_lowercase + string.digits + "_")


def set_my_commands(telegram: Telegram, found: Parameters) -> bool:
    commands = object_of(found, "commands", list) or []
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check(command)
    telegram.profile.commands[_key(telegram, found)] = commands
    telegram.feed.changed()
    return True


def get_my_commands(telegram: Telegram, found: Parameters) -> list[dict[str, Any]]:
    return telegram.profile.commands.get(_key(telegram, found), [])


def delete_my_commands(telegram: Telegram, found: Parameters) -> bool:
    telegram.profile.commands.pop(_key(telegram, found), None)
    telegram.feed.changed()
    return True


def _check(command: object) -> None:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand")
    name = str(command.get("command", "")).removeprefix("/")
    if not 1 <= len(name) <= 32 or not _ALLOWED.issuperset(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description", ""))) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _key(telegram: Telegram, found: Parameters) -> tuple[str, int, str]:
    scope = object_of(found, "scope", dict) or {}
    chat_id = number_of(scope, "chat_id") or 0
    if chat_id:
        telegram.chat(chat_id)
    return str(scope.get("type", "default")), chat_id, text_of(found, "language_code")


def set_my_name(telegram: Telegram, found: Parameters) -> bool:
    return _set(telegram, found, "name")


def set_my_description(telegram: Telegram, found: Parameters) -> bool:
    return _set(telegram, found, "description")


def set_my_short_description(telegram: Telegram, found: Parameters) -> bool:
    return _set(telegram, found, "short_description")


def get_my_name(telegram: Telegram, found: Parameters) -> dict[str, str]:
    return {"name": _get(telegram, found, "name") or telegram.bot.first_name}


def get_my_description(telegram: Telegram, found: Parameters) -> dict[str, str]:
    return {"description": _get(telegram, found, "description")}


def get_my_short_description(telegram: Telegram, found: Parameters) -> dict[str, str]:
    return {"short_description": _get(telegram, found, "short_description")}


def _set(telegram: Telegram, found: Parameters, kind: str) -> bool:
    text = text_of(found, kind)
    if len(text) > _LIMITS[kind]:
        raise bad_request(f"{kind.replace('_', ' ')} is too long")
    telegram.profile.texts[kind, text_of(found, "language_code")] = text
    telegram.feed.changed()
    return True


def _get(telegram: Telegram, found: Parameters, kind: str) -> str:
    return telegram.profile.text(kind, text_of(found, "language_code"))
