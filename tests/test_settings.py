"""Every wrong or missing setting is one clear line that names the key and never shows a secret."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.data_key import written
from bot.settings import EXAMPLES, NEEDED_TO_RUN, Settings, SettingsError, load_settings

TOKEN = "123456789:AAExampleExampleExampleExampleExample"


@pytest.fixture(autouse=True)
def empty_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for key in EXAMPLES:
        monkeypatch.delenv(key, raising=False)


def faults(monkeypatch: pytest.MonkeyPatch, **values: str) -> list[str]:
    for key, value in values.items():
        monkeypatch.setenv(key, value)
    with pytest.raises(SettingsError) as error:
        load_settings()
    return error.value.lines


def test_nothing_set_is_fine_until_something_is_needed() -> None:
    assert load_settings().zone == ZoneInfo("UTC")


def test_running_names_everything_that_is_missing_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        load_settings(*NEEDED_TO_RUN)

    named = [line.split()[0] for line in error.value.lines]
    assert named == ["TELEGRAM_BOT_TOKEN", "DATA_KEY", "CLINIC_NAME", "CLINIC_PHONE"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "hunter2"),
        ("TELEGRAM_API_URL", "ftp://x"),
        ("DATA_KEY", "too short"),
        ("ADMIN_IDS", "12, olga"),
        ("CLINIC_TIMEZONE", "Madrid"),
        ("CLINIC_HOURS", "always"),
        ("CLINIC_PHONE", "ask at the desk"),
        ("EMERGENCY_NUMBER", "1"),
        ("EMERGENCY_NUMBER", "help"),
        ("QUIET_HOURS", "night"),
        ("STAFF_CHAT_ID", "my group"),
        ("WEBHOOK_SECRET", "a" * 257),
        ("RETENTION_DAYS", "0"),
        ("WEBHOOK_URL", "http://example.org"),
        ("PORT", "80800"),
        ("CLOCK_SPEED", "-1"),
        ("LOG_LEVEL", "LOUD"),
        ("ALERT_EMAIL", "nobody"),
        ("SMTP_URL", "mail"),
        ("ALERT_WEBHOOK_URL", "x"),
    ],
)
def test_a_wrong_value_is_one_line_with_key_fault_and_example(
    monkeypatch: pytest.MonkeyPatch, key: str, value: str
) -> None:
    (line,) = faults(monkeypatch, **{key: value})

    assert line.startswith(f"{key} ")
    assert line.endswith(EXAMPLES[key])
    assert "\n" not in line


def test_only_blanks_are_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLINIC_NAME", "  ")

    assert load_settings().missing("clinic_name")


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("QUIET_HOURS", "night", "is not a range of hours"),
        ("QUIET_HOURS", "08:00-08:00", "starts and ends at the same time"),
        ("QUIET_HOURS", "09:00-20:00", "is quiet by day and lets messages out at night"),
        ("QUIET_HOURS", "00:00-23:59", "leaves less than eight hours a day"),
        ("ALERT_EMAIL", "nobody", "is not an e-mail address"),
        ("STAFF_CHAT_ID", "my group", "should be a whole number"),
        ("STAFF_CHAT_ID", "12345", "is no group's id"),
        ("CLINIC_HOURS", ",", "has no hours in which the clinic is open"),
        ("WEBHOOK_SECRET", "has space ü", "is not a secret that Telegram takes"),
        ("RETENTION_DAYS", "1e9", "should be a whole number"),
    ],
)
def test_the_fault_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch, key: str, value: str, fault: str) -> None:
    (line,) = faults(monkeypatch, **{key: value})

    assert line.startswith(f"{key} {fault}")


@pytest.mark.parametrize(
    ("key", "value"),
    [("TELEGRAM_BOT_TOKEN", "12:secret"), ("DATA_KEY", "secretsecret"), ("WEBHOOK_SECRET", "top secret")],
)
def test_a_secret_is_never_shown(monkeypatch: pytest.MonkeyPatch, key: str, value: str) -> None:
    assert value not in "".join(faults(monkeypatch, **{key: value}))


def test_a_sped_up_clock_is_refused_on_telegram_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = faults(monkeypatch, CLOCK_SPEED="60")

    assert line.startswith("CLOCK_SPEED ")


def test_a_sped_up_clock_is_fine_on_another_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCK_SPEED", "4320")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")

    settings = load_settings()

    assert settings.clock_speed == 4320
    assert settings.telegram_api_url == "http://127.0.0.1:8081"


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("CLINIC_NAME='From the file'\nCLINIC_PHONE=123\n")
    monkeypatch.setenv("CLINIC_NAME", "From the environment")

    settings = load_settings()

    assert (settings.clinic_name, settings.clinic_phone) == ("From the environment", "123")


def test_empty_means_default_except_for_quiet_hours(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("QUIET_HOURS=\nSTAFF_CHAT_ID=\nCLINIC_TIMEZONE=\nADMIN_IDS=\n")

    settings = load_settings()

    assert (settings.quiet_hours, settings.staff_chat_id, settings.zone) == ("", None, ZoneInfo("UTC"))
    assert settings.admin_ids == frozenset()


def test_ids_and_keys_may_be_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_IDS", "7, 5000000000")
    monkeypatch.setenv("DATA_KEY", f"{written(b'a' * 32)},{written(b'b' * 32)}")

    assert load_settings().admin_ids == {7, 5_000_000_000}


def test_the_example_file_names_every_setting_and_loads(tmp_path: Path) -> None:
    example = (Path(__file__).parents[1] / ".env.example").read_text(encoding="utf-8")
    named = {line.split("=")[0] for line in example.splitlines() if line and not line.startswith("#")}

    (tmp_path / ".env").write_text(example)

    assert named == set(EXAMPLES) == {name.upper() for name in Settings.model_fields}
    assert load_settings().telegram_bot_token is None
