"""`init` writes a .env that works, all at once, and loses nothing of the one that was there."""

from pathlib import Path

import dotenv
import pytest

from bot.settings import load_settings
from tests.cli.conftest import Command

TOKEN = "123456789:AAF-only-for-tests-of-this-bot-00000"
ANSWERS = [TOKEN, "O'Brien Physio", "+34 600", "Europe/Madrid", "", "", ""]


def test_init_asks_again_for_what_would_not_work(command: Command, folder: Path) -> None:
    answers = [
        TOKEN,
        "O'Brien Physio",
        "ask at the desk",
        "+34 600",
        "Europe/Madrid",
        "",
        "help",
        "061",
        "fr",
        "es",
    ]

    done = command("init", typed="\n".join(answers) + "\n")

    assert done.code == 0, done.out
    kept = (folder / ".env").read_text()
    assert "EMERGENCY_NUMBER='061'" in kept
    assert "DEFAULT_LANGUAGE='es'" in kept
    assert command("check", "--offline").code == 0


def test_init_writes_a_file_that_works(command: Command, folder: Path) -> None:
    done = command("init", typed="\n".join(ANSWERS) + "\n")

    assert done.code == 0, done.out
    assert (folder / ".env").stat().st_mode & 0o077 == 0
    assert command("db", "upgrade").code == 0
    assert "ok  CLINIC_NAME" in command("check", "--offline").out


def test_init_asks_again_after_a_wrong_answer(command: Command) -> None:
    answers = [TOKEN, "", "Clinic", "+34 600", "Madrid", "Europe/Madrid", "", "", ""]
    done = command("init", typed="\n".join(answers) + "\n")

    assert done.code == 0
    assert "CLINIC_NAME is empty" in done.out
    assert "CLINIC_TIMEZONE" in done.out
    assert TOKEN not in done.out


def test_init_leaves_an_existing_file_alone_unless_told(command: Command, env_file: Path) -> None:
    before = env_file.read_text()

    done = command("init", typed="n\n")

    assert done.code == 1
    assert env_file.read_text() == before


def test_init_anew_keeps_the_key_and_whatever_it_does_not_ask_for(command: Command, env_file: Path) -> None:
    key = load_settings().secret("data_key")
    env_file.write_text(env_file.read_text() + "# ours\nRETENTION_DAYS=30\n")
    env_file.chmod(0o644)

    done = command("init", typed="\n".join(["y", *ANSWERS]) + "\n")

    assert done.code == 0, done.out
    settings = load_settings()
    assert (settings.clinic_name, settings.retention_days) == ("O'Brien Physio", 30)
    assert settings.secret("data_key") == key
    assert "# ours" in env_file.read_text()
    assert env_file.stat().st_mode & 0o077 == 0


def test_init_that_fails_midway_leaves_everything_as_it_was(
    command: Command, env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = env_file.read_text()

    def disk_full(_path: Path, key: str, _value: str) -> None:
        if key == "CLINIC_PHONE":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(dotenv, "set_key", disk_full)
    done = command("init", typed="\n".join(["y", *ANSWERS]) + "\n")

    assert done.code == 1
    assert done.err.endswith("No space left on device\n")
    assert env_file.read_text() == before
    assert [path.name for path in env_file.parent.iterdir()] == [".env"]


def test_init_mends_a_file_that_is_no_text(command: Command, env_file: Path) -> None:
    env_file.write_bytes(b"RETENTION_DAYS=30\n\xff\xfe\n")

    assert command("init", typed="\n".join(["y", *ANSWERS]) + "\n").code == 0
    assert load_settings("data_key").retention_days == 30
