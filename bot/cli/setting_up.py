"""Commands that set the bot up, and say what is still wrong."""

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.console import explained, fail, languages, sentence, tell

ENV_FILE = Path(".env")
ASKED = (
    "TELEGRAM_BOT_TOKEN",
    "CLINIC_NAME",
    "CLINIC_PHONE",
    "CLINIC_TIMEZONE",
    "CLINIC_HOURS",
    "EMERGENCY_NUMBER",
    "DEFAULT_LANGUAGE",
)


def init() -> None:
    """Ask a few questions and write .env, generating the keys."""
    from bot.domain.data_key import KEY_BYTES, written

    if ENV_FILE.exists() and not typer.confirm(sentence("console-init-overwrite")):
        fail(sentence("console-init-kept"))
    tell("console-init-start")
    answers = {key: _ask(key) for key in ASKED}
    answers["DATA_KEY"] = written(secrets.token_bytes(KEY_BYTES))
    _write(answers)
    tell("console-init-done")


def _ask(key: str) -> str:
    from bot.settings import EXAMPLES, Settings, fault_of

    default = Settings.model_fields[key.lower()].default
    while True:
        answer = typer.prompt(
            sentence(f"console-ask-{key.lower().replace('_', '-')}"),
            default=default,
            show_default=default is not None,
            hide_input=key == "TELEGRAM_BOT_TOKEN",
        ).strip()
        fault = fault_of(key, answer) or _unspoken(key, answer) or ("" if answer else "is empty")
        if not fault:
            return str(answer)
        tell("console-init-wrong", key=key, fault=fault, example=EXAMPLES[key])


def _unspoken(key: str, answer: str) -> str | None:
    """What is wrong with a language that the bot has no words in."""
    known = languages()
    return f"is none of {', '.join(known)}" if key == "DEFAULT_LANGUAGE" and answer not in known else None


def _write(answers: dict[str, str]) -> None:
    from dotenv import set_key

    try:
        # Readable by its owner only from the first moment: it holds the token and the key.
        os.close(os.open(ENV_FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        for key, value in answers.items():
            set_key(ENV_FILE, key, value)
        ENV_FILE.chmod(0o600)
    except OSError as error:
        fail(sentence("console-init-unwritable", reason=error.strerror or ""))


def check(
    offline: Annotated[bool, typer.Option("--offline", help="Ask nothing of Telegram.")] = False,
) -> None:
    """Say of each setting, the database, the token, the staff chat and the messages whether it is fine."""
    import asyncio

    from bot.checking import findings

    with explained():
        found = asyncio.run(findings(offline=offline))
    for finding in found:
        mark = "ok " if finding.fine else "BAD"
        typer.echo(f"{mark} {sentence(finding.key, **finding.args)}")
    if not all(finding.fine for finding in found):
        raise typer.Exit(1)
