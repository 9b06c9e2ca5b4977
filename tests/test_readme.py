"""The README and .env.example say what the program really has."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import EXAMPLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TELEGRAM = """
    start help privacy status report pause resume stop language timezone mydata forget enroll patients patient cancel
    preview invite team remove staffhere flags digest
"""


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_setting_is_documented(key: str) -> None:
    assert f"`{key}`" in README


@pytest.mark.parametrize("command", TELEGRAM.split())
def test_every_telegram_command_is_documented(command: str) -> None:
    assert f"`/{command}" in README


def test_every_program_command_is_documented() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    commands = re.findall(r"^[│ ]+([a-z]+) {2,}\w", shown, re.MULTILINE)

    assert {"demo", "init", "check", "run", "preview", "triage", "messages", "db", "export"} == set(commands)
    for command in commands:
        assert f"`{command}" in README


def test_the_picture_is_there() -> None:
    for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file(), f"{path} is shown in the README"
