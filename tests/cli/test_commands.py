"""The commands as the clinic's IT person meets them: what they print, and how they end."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.sealing import Sealer
from bot.storage.tables import Patient, Report
from tests.cli.conftest import Command
from tests.support.clock import MONDAY


def test_triage_of_one_text_says_tier_and_reason(command: Command) -> None:
    done = command("triage", "I can't breathe")

    assert done.code == 0
    assert done.out.startswith("EMERGENCY\n")
    assert len(done.out.splitlines()) > 1


def test_triage_answers_json_lines_one_by_one(command: Command) -> None:
    asked = [{"id": "a", "text": "no puedo respirar", "lang": "es"}, {"id": 2, "text": "thanks!", "lang": "en"}]

    done = command("triage", typed="\n".join(json.dumps(line) for line in asked) + "\n\n")

    answers = {answer["id"]: answer for answer in map(json.loads, done.out.splitlines())}
    assert answers["a"]["tier"] == "EMERGENCY"
    assert answers[2]["tier"] == "EXPECTED"
    assert set(answers["a"]) == {"id", "tier", "concepts", "ask"}
    assert isinstance(answers["a"]["ask"], bool)


def test_triage_explains_a_line_that_is_not_json(command: Command) -> None:
    done = command("triage", typed='{"id": 1, "text": "ok"}\nnonsense\n')

    assert done.code == 1
    assert "line 2" in done.err


def test_triage_answers_whatever_json_can_hold(command: Command) -> None:
    done = command("triage", typed='{"id": "\\ud83d", "text": "I can\'t breathe \\ud83d"}\n')

    assert done.code == 0, done.err
    assert json.loads(done.out) | {"concepts": []} == {
        "id": "\ud83d",
        "tier": "EMERGENCY",
        "concepts": [],
        "ask": False,
    }


def test_triage_explains_a_line_nested_too_deep(command: Command) -> None:
    done = command("triage", typed='{"id": 1, "text": "ok"}\n' + "[" * 100_000 + "\n")

    assert done.code == 1
    assert "line 2" in done.err


def test_running_without_settings_names_each_missing_one(command: Command) -> None:
    done = command("run")

    assert done.code == 1
    assert [line.split()[0] for line in done.err.splitlines()] == [
        "TELEGRAM_BOT_TOKEN",
        "DATA_KEY",
        "CLINIC_NAME",
        "CLINIC_PHONE",
    ]


def test_the_messages_are_in_order_and_the_examples_come_out_well(command: Command) -> None:
    done = command("messages", "check")

    assert done.code == 0, done.err
    assert "protocols/standard.toml (version " in done.out
    assert "example messages read" in done.out
    assert "EXPECTED     WATCH    URGENT EMERGENCY" in done.out


def test_a_broken_sentence_is_named_with_file_and_line(command: Command, folder: Path) -> None:
    command("messages", "export", str(folder / "own"))
    own = folder / "own" / "es" / "buttons.ftl"
    own.write_text(own.read_text() + "\nbutton-broken = { $name\n")
    (folder / ".env").write_text(f"MESSAGES_DIR={folder / 'own'}\n")

    done = command("messages", "check")

    assert done.code == 1
    assert "es/buttons.ftl" in done.err
    assert "Traceback" not in done.err


def test_a_missing_translation_is_named(command: Command, folder: Path) -> None:
    command("messages", "export", str(folder / "own"))
    (folder / "own" / "es" / "buttons.ftl").write_text("button-done = Hecho\n")
    shutil.rmtree(folder / "own" / "triage" / "examples")
    (folder / ".env").write_text(f"MESSAGES_DIR={folder / 'own'}\n")

    done = command("messages", "check")

    assert done.code == 1
    assert "button-agree is missing" in done.err


def test_an_export_never_overwrites(command: Command, folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own" / "mine.txt").write_text("precious")

    done = command("messages", "export", str(folder / "own"))

    assert done.code == 1
    assert "exists already" in done.err


@pytest.mark.usefixtures("env_file")
def test_the_database_is_made_and_copied(command: Command, folder: Path) -> None:
    assert command("db", "upgrade").code == 0
    assert command("db", "backup", str(folder / "copy.db")).code == 0

    with closing(sqlite3.connect(folder / "copy.db")) as copy:
        assert ("patient",) in copy.execute("SELECT name FROM sqlite_master").fetchall()


@pytest.mark.usefixtures("env_file")
def test_a_copy_of_no_database_is_refused_in_one_line(command: Command, folder: Path) -> None:
    done = command("db", "backup", str(folder / "copy.db"))

    assert done.code == 1
    assert len(done.err.splitlines()) == 1


@pytest.mark.usefixtures("env_file")
def test_a_copy_of_something_else_leaves_nothing_behind(command: Command, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "aftercare.db").write_text("no database")

    done = command("db", "backup", str(folder / "copy.db"))

    assert done.code == 1
    assert "aftercare.db cannot be read" in done.err
    assert not (folder / "copy.db").exists()


@pytest.mark.usefixtures("env_file")
def test_a_day_that_is_none_is_answered_with_an_example(command: Command) -> None:
    done = command("export", "--from", "foo", "--to", "2026-03-28")

    assert done.code == 2
    assert "“foo” is not understood; for example 2026-03-28" in done.err


def test_a_wrong_database_url_is_one_line_without_the_password(command: Command, env_file: Path) -> None:
    env_file.write_text(env_file.read_text() + "DATABASE_URL=mysql://root:hunter2@localhost/x\n")

    done = command("db", "upgrade")

    assert done.code == 1
    assert done.err.startswith("DATABASE_URL ")
    assert "hunter2" not in done.err
    assert len(done.err.splitlines()) == 1


def test_an_unreachable_database_is_one_line_without_the_password(command: Command, env_file: Path) -> None:
    env_file.write_text(env_file.read_text() + "DATABASE_URL=postgresql://root:hunter2@127.0.0.1:1/x\n")

    done = command("db", "upgrade")

    assert done.code == 1
    assert "hunter2" not in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.usefixtures("env_file")
def test_an_export_has_a_heading_and_no_names(command: Command) -> None:
    command("db", "upgrade")

    done = command("export", "--from", "2026-03-01", "--to", "2026-03-31")

    heading = next(csv.reader(io.StringIO(done.out)))
    assert done.code == 0
    assert {"code", "tier", "outcome"} <= set(heading)
    assert not {"name", "words", "first_name"} & set(heading)


@pytest.mark.usefixtures("env_file")
@pytest.mark.parametrize(
    "wrong",
    [
        ["--from", "March", "--to", "2026-03-31"],
        ["--from", "2026-03-31", "--to", "2026-03-01"],
        ["--from", "2026-03-01", "--to", "2026-03-31", "--format", "xml"],
    ],
)
def test_days_that_are_none_are_a_usage_error(command: Command, wrong: list[str]) -> None:
    assert command("export", *wrong).code == 2


@pytest.mark.usefixtures("env_file")
def test_check_says_of_a_fresh_installation_what_is_missing(command: Command) -> None:
    command("db", "upgrade")

    done = command("check", "--offline")

    assert done.code == 0, done.out
    assert "TELEGRAM_BOT_TOKEN" in done.out
    assert "AAF-only" not in done.out


@pytest.mark.usefixtures("env_file")
def test_check_before_the_first_run_is_fine_and_makes_nothing(command: Command, folder: Path) -> None:
    done = command("check", "--offline")

    assert done.code == 0, done.out
    assert "`aftercare-bot run` makes it" in done.out
    assert not (folder / "data").exists()


@pytest.mark.usefixtures("env_file")
@pytest.mark.parametrize("path", ["no-folder/aftercare.db", "/proc/aftercare.db"])
def test_check_says_where_the_database_cannot_be_made(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (folder / "no-folder").write_text("")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{folder / path}")

    done = command("check", "--offline")

    assert done.code == 1
    assert "cannot be made" in done.out


@pytest.mark.usefixtures("env_file")
def test_a_data_key_that_does_not_open_what_is_stored_is_one_line_where_it_matters(
    command: Command, folder: Path
) -> None:
    command("db", "upgrade")
    sealed_otherwise = Database(f"sqlite:///{folder}/data/aftercare.db", Sealer([b"o" * 32]))
    with closing(sealed_otherwise), sealed_otherwise.transaction() as db:
        patient = Patient(code="K7F2", name="Ada", created_at=MONDAY)
        db.add(patient)
        db.flush()
        told = Report(patient_id=patient.id or 0, source="text", tier=0, rules_version="1", received_at=MONDAY)
        told.words = "hi"
        db.add(told)

    exported = command("export", "--from", "2026-03-01", "--to", "2026-03-31")
    checked, rekeyed = command("check", "--offline"), command("db", "rekey")

    assert (checked.code, rekeyed.code) == (1, 1)
    assert "BAD DATA_KEY" in checked.out
    assert rekeyed.err.startswith("DATA_KEY")
    assert len(rekeyed.err.splitlines()) == 1
    assert command("db", "backup", str(folder / "copy.db")).code == 0
    assert "K7F2" in exported.out  # nothing that is exported is sealed


def test_check_fails_where_something_is_missing(command: Command) -> None:
    done = command("check", "--offline")

    assert done.code == 1
    assert "BAD" in done.out
