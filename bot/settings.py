"""The only reader of the environment: every setting, typed and checked, each fault one clear line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.domain.clinic_hours import parse_clinic_hours
from bot.domain.data_key import parse_keys
from bot.domain.quiet_hours import parse_quiet_hours

TELEGRAM_API = "https://api.telegram.org"
_FEWEST_DIGITS = 2

EXAMPLES: dict[str, str] = {
    "TELEGRAM_BOT_TOKEN": "123456789:AAE… as BotFather gave it",
    "TELEGRAM_API_URL": TELEGRAM_API,
    "DATABASE_URL": "sqlite:///data/aftercare.db or postgresql+psycopg://user:password@host/name",
    "DATA_KEY": "what `aftercare-bot init` generates: 32 random bytes in urlsafe base64",
    "ADMIN_IDS": "123456789,987654321",
    "CLINIC_NAME": "Riverside Physiotherapy",
    "CLINIC_PHONE": "+34 600 000 000",
    "CLINIC_TIMEZONE": "Europe/Madrid",
    "CLINIC_HOURS": "Mon-Fri 08:00-18:00, Sat 09:00-13:00",
    "EMERGENCY_NUMBER": "112",
    "DEFAULT_LANGUAGE": "en",
    "QUIET_HOURS": "21:00-08:00, or empty for none",
    "STAFF_CHAT_ID": "-1001234567890",
    "RETENTION_DAYS": "90",
    "MESSAGES_DIR": "/srv/aftercare/messages",
    "WEBHOOK_URL": "https://bot.example.org/telegram",
    "WEBHOOK_SECRET": "1 to 256 of the letters A to Z and a to z, digits, _ and -",
    "PORT": "8080",
    "CLOCK_SPEED": "60",
    "LOG_LEVEL": "INFO",
    "ALERT_EMAIL": "oncall@example.org",
    "SMTP_URL": "smtp://user:password@mail.example.org:587",
    "ALERT_WEBHOOK_URL": "https://alerts.example.org/hook",
}


class SettingsError(Exception):
    """One or more settings are missing or wrong; `lines` says which, how, and what a good value looks like."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines


def _token(value: SecretStr) -> SecretStr:
    number, colon, rest = value.get_secret_value().partition(":")
    if not (number.isascii() and number.isdigit() and colon and len(rest) >= 8):
        raise ValueError("is not a bot token")
    return value


def _http_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("is not a web address")
    return value.rstrip("/")


def _https_url(value: str) -> str:
    if urlsplit(value).scheme != "https" and urlsplit(value).hostname not in ("127.0.0.1", "localhost"):
        raise ValueError("must begin with https://, as Telegram delivers nowhere else")
    return _http_url(value)


def _smtp_url(value: str) -> str:
    if urlsplit(value).scheme not in ("smtp", "smtps") or not urlsplit(value).hostname:
        raise ValueError("is not a mail server's address")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", value):
        raise ValueError("is not an e-mail address")
    return value


def _dialable(value: str) -> str:
    if sum(character.isdigit() for character in value) < _FEWEST_DIGITS:
        raise ValueError("is not a number that can be called")
    return value


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("is no time zone that this machine knows")
    return value


def _ids(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError("is not a list of Telegram ids")
    return frozenset(int(part) for part in parts)


def _data_key(value: SecretStr) -> SecretStr:
    parse_keys(value.get_secret_value())
    return value


def _group(value: int) -> int:
    if value >= 0:
        raise ValueError("is no group's id, which begins with a minus")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("is not a secret that Telegram takes")
    return value


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _parsed_by(parse: Callable[[str], object]) -> AfterValidator:
    """Check with the domain's own parser, so that the rule stands in one place."""

    def check(value: str) -> str:
        parse(value)
        return value

    return AfterValidator(check)


HttpUrl = Annotated[str, AfterValidator(_http_url)]


class Settings(BaseSettings):
    """What the clinic has set. A missing value that `run` needs is None here, and named by `missing`."""

    model_config = SettingsConfigDict(
        env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True, env_ignore_empty=False
    )

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_api_url: HttpUrl = TELEGRAM_API
    database_url: SecretStr = SecretStr("sqlite:///data/aftercare.db")
    data_key: Annotated[SecretStr, AfterValidator(_data_key)] | None = None
    admin_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)] = frozenset()
    clinic_name: Annotated[str, Field(max_length=80)] | None = None
    clinic_phone: Annotated[str, Field(max_length=40), AfterValidator(_dialable)] | None = None
    clinic_timezone: Annotated[str, AfterValidator(_zone)] = "UTC"
    clinic_hours: Annotated[str, _parsed_by(parse_clinic_hours)] = "Mon-Fri 08:00-18:00"
    emergency_number: Annotated[str, Field(max_length=20), AfterValidator(_dialable)] = "112"
    default_language: str = "en"
    quiet_hours: Annotated[str, _parsed_by(parse_quiet_hours)] = "21:00-08:00"
    staff_chat_id: Annotated[int, AfterValidator(_group)] | None = None
    retention_days: Annotated[int, Field(ge=1, le=3650)] = 90
    messages_dir: Path | None = None
    webhook_url: Annotated[str, AfterValidator(_https_url)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    clock_speed: Annotated[float, Field(gt=0, le=100_000)] = 1.0
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"
    alert_email: Annotated[str, AfterValidator(_email)] | None = None
    smtp_url: Annotated[str, AfterValidator(_smtp_url)] | None = None
    alert_webhook_url: HttpUrl | None = None

    @model_validator(mode="before")
    @classmethod
    def _empty_is_unset(cls, values: dict[str, Any]) -> dict[str, Any]:
        """A key left empty means its default; only empty QUIET_HOURS says something: none."""
        return {key: value for key, value in values.items() if not _blank(value) or key.lower() == "quiet_hours"}

    @model_validator(mode="after")
    def _settings_fit_together(self) -> Self:
        if self.clock_speed != 1 and self.is_telegram:
            raise ValueError("CLOCK_SPEED: is only for rehearsal, with TELEGRAM_API_URL another Bot API server's")
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_SECRET: is missing, and WEBHOOK_URL needs it")
        if self.alert_email and not self.smtp_url:
            raise ValueError("SMTP_URL: is missing, and ALERT_EMAIL needs it")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's time zone."""
        return ZoneInfo(self.clinic_timezone)

    @property
    def is_telegram(self) -> bool:
        """Whether the Bot API is Telegram's own, where real patients are."""
        host = urlsplit(self.telegram_api_url).hostname or ""
        return host == "telegram.org" or host.endswith(".telegram.org")

    def secret(self, name: str) -> str:
        """A secret's value, which must be set: check with `missing` first."""
        value: SecretStr = getattr(self, name)
        return value.get_secret_value()

    def missing(self, *names: str) -> list[str]:
        """One line for each of the named settings that has no value."""
        return [_line(name.upper(), "is missing") for name in names if getattr(self, name) is None]


NEEDED_TO_RUN = ("telegram_bot_token", "data_key", "clinic_name", "clinic_phone")


def load_settings(*needed: str, **overrides: Any) -> Settings:
    """Read the environment and `.env` of the working folder; the real environment wins.

    Raises SettingsError naming every fault at once, the missing ones of `needed` included.
    """
    try:
        settings = Settings(**overrides)
    except ValidationError as error:
        raise SettingsError([_fault(each) for each in error.errors(include_input=False, include_url=False)]) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError([".env: cannot be read as text; write it anew with `aftercare-bot init`"]) from None
    if lines := settings.missing(*needed):
        raise SettingsError(lines)
    return settings


def _fault(error: Any) -> str:
    if not error["loc"]:
        key, _, message = _plainly(error).partition(": ")
        return _line(key, message)
    return _line(str(error["loc"][0]).upper(), _plainly(error))


def _plainly(error: Any) -> str:
    """What is wrong, to be read behind the key."""
    message = str(error["msg"]).removeprefix("Value error, ").replace("Input should", "should")
    return "should be a whole number" if error["type"] == "int_parsing" else message


def _line(key: str, fault: str) -> str:
    return f"{key} {fault}. For example: {EXAMPLES[key]}"


def fault_of(key: str, value: str) -> str | None:
    """What is wrong with `value` as the setting `key`; None when it is fine."""
    given: dict[str, Any] = {"_env_file": None, key.lower(): value}
    try:
        Settings(**given)
    except ValidationError as error:
        for each in error.errors(include_input=False, include_url=False):
            if each["loc"] and str(each["loc"][0]).upper() == key:
                return _plainly(each)
    return None


class _Given(Settings):
    """Settings from the arguments alone."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def given_settings(**values: Any) -> Settings:
    """Settings that look at neither the environment nor `.env`, for the demo and the tests."""
    return _Given(**values)
