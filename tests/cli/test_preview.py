"""The preview: every message a patient would get, for people and for programs."""

import json

import pytest

from tests.cli.conftest import Command


def test_a_preview_is_json_with_every_promised_field(command: Command) -> None:
    done = command(
        "preview", "--region", "calf", "--side", "left", "--ended-at", "2026-03-02T18:00",
        "--timezone", "Europe/Madrid", "--language", "es", "--json",
    )  # fmt: skip

    lines = json.loads(done.out)
    assert done.code == 0
    assert {"step", "kind", "due_at", "local_time", "expires_at", "moved_because", "text"} <= set(lines[0])
    assert [line["due_at"] for line in lines] == sorted(line["due_at"] for line in lines)
    assert "pantorrilla izquierda" in lines[0]["text"]


def test_a_preview_for_people_shows_local_times(command: Command) -> None:
    done = command("preview", "--region", "upper back", "--ended-at", "2026-03-02T12:00", "--timezone", "Asia/Tokyo")

    assert done.code == 0
    assert "Mon 02 Mar 12:15  summary" in done.out


@pytest.mark.parametrize(
    ("side", "asked"),
    [
        ("left", "¿Qué tal la pantorrilla izquierda desde la sesión?"),
        ("both", "¿Qué tal las dos pantorrillas desde la sesión?"),
    ],
)
def test_a_preview_in_spanish_names_the_area_with_its_article(command: Command, side: str, asked: str) -> None:
    done = command("preview", "--region", "calf", "--side", side, "--language", "es")

    assert asked in done.out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--region", "elbowish"],
        ["--region", "calf", "--side", "up"],
        ["--region", "calf", "--restriction", "72"],
        ["--region", "calf", "--timezone", "Madrid"],
        ["--region", "calf", "--language", "xx"],
        ["--region", "calf", "--risk", "tall"],
        ["--region", "calf", "--ended-at", "yesterday"],
    ],
)
def test_a_wrong_option_is_a_usage_error_naming_it(command: Command, wrong: list[str]) -> None:
    done = command("preview", *wrong)

    assert done.code == 2
    assert wrong[-2] in done.err
    assert f"“{wrong[-1]}”" in done.err or wrong[-2] == "--restriction"


def test_a_clinic_without_a_name_yet_is_called_one_in_the_language_shown(command: Command) -> None:
    done = command("preview", "--region", "calf", "--language", "es")

    assert "Su clínica" in done.out
    assert "Your clinic" not in done.out
