"""Commands that set the bot up, and say what is still wrong."""

import io
import secrets
import tempfile
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
    """Ask a few questions and write .env, generating the keys; of a .env that is there, the rest is kept."""
    if ENV_FILE.exists() and not typer.confirm(sentence("console-init-overwrite")):
        fail(sentence("console-init-kept"))
    tell("console-init-start")
    answers = {key: _ask(key) for key in ASKED}
    try:
        _write(answers)
    except OSError as error:
        fail(sentence("console-init-unwritable", reason=error.strerror or ""))
    tell("console-init-done")


def _ask(key: str) -> str:
    from bot.settings import EXAMPLES, Settings, fault_of

    default = Settings.model_fields[key.lower()].default
    while True:
        answer = typer.prompt(
            sentence(f"console-ask-{key.lower().replace('_', '-')}"),
            default="" if default is None else default,
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
    """Put the answers into .env, all of them or none, and a DATA_KEY where there is none yet. Raises OSError."""
    from dotenv import dotenv_values, set_key

    from bot.domain.data_key import KEY_BYTES, written

    kept = ENV_FILE.read_text(encoding="utf-8", errors="replace") if ENV_FILE.exists() else ""
    if not dotenv_values(stream=io.StringIO(kept)).get("DATA_KEY"):
        answers = {**answers, "DATA_KEY": written(secrets.token_bytes(KEY_BYTES))}
    # A temporary file is its owner's only from the first moment: it holds the token and the key.
    handle, name = tempfile.mkstemp(prefix=".env.", dir=ENV_FILE.parent)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(kept)
        for key, value in answers.items():
            set_key(name, key, value)
        Path(name).replace(ENV_FILE)
    finally:
        Path(name).unlink(missing_ok=True)


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
