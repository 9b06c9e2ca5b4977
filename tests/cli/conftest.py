"""A command line in an empty folder, with nothing set."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.domain.data_key import written
from bot.settings import EXAMPLES


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; `.env` may be written into it."""
    monkeypatch.chdir(tmp_path)
    for key in EXAMPLES:
        monkeypatch.delenv(key, raising=False)
    return tmp_path


@pytest.fixture
def command(folder: Path) -> Command:
    """Run `aftercare-bot` with these words, typing `typed`."""

    def run(*words: str, typed: str | None = None) -> Done:
        result = CliRunner().invoke(app, list(words), input=typed, catch_exceptions=False)
        return Done(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def env_file(folder: Path) -> Path:
    """A complete `.env` for a clinic whose database does not exist yet."""
    path = folder / ".env"
    path.write_text(
        "TELEGRAM_BOT_TOKEN=123456789:AAF-only-for-tests-of-this-bot-00000\n"
        f"DATA_KEY={written(b'k' * 32)}\n"
        "CLINIC_NAME=Riverside Physio\nCLINIC_PHONE=+34 600 000 000\nCLINIC_TIMEZONE=Europe/Madrid\n"
    )
    return path
