"""Making the parts that settings describe: the database, the messages, the clinic."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryFile

from sqlalchemy.exc import SQLAlchemyError

from bot.catalog import Catalog, CatalogError, load
from bot.catalog.places import messages_dir
from bot.domain.clinic import Clinic
from bot.domain.clinic_hours import parse_clinic_hours
from bot.domain.data_key import parse_keys
from bot.domain.quiet_hours import parse_quiet_hours
from bot.services.practice import Practice
from bot.settings import Settings, SettingsError
from bot.storage.database import Database, DatabaseUrlError, checked_url, sqlite_file
from bot.storage.sealing import Sealer


class StartError(Exception):
    """The program cannot start; the message is the one line that says why and what to do."""


@contextmanager
def opened_database(settings: Settings, *, must_exist: bool = False) -> Iterator[Database]:
    """The database of the settings, closed at the end.

    Raises SettingsError when it cannot be opened, or, with `must_exist`, when there is none yet.
    """
    absent = absent_file(settings)
    if must_exist and absent:
        raise SettingsError([f"DATABASE_URL: there is no {absent} yet"])
    database = Database(settings.secret("database_url"), Sealer(parse_keys(settings.secret("data_key"))))
    try:
        yield database
    except SQLAlchemyError as error:
        raise SettingsError([f"DATABASE_URL: {reason_of(error)}"]) from None
    finally:
        database.close()


def absent_file(settings: Settings) -> Path | None:
    """The SQLite file of the settings, where there is none yet. Raises SettingsError, also where none can be made."""
    try:
        url = checked_url(settings.secret("database_url"))
    except DatabaseUrlError as error:
        raise SettingsError([f"DATABASE_URL {error}"]) from None
    file = sqlite_file(url)
    try:
        if url.get_backend_name() != "sqlite" or file.exists():
            return None
        # Only writing tells: what permissions allow, a file system may still refuse.
        TemporaryFile(dir=next(parent for parent in file.absolute().parents if parent.exists())).close()
    except OSError as error:
        reason = f"{file.parent} cannot be written ({error.strerror})"
        raise SettingsError([f"DATABASE_URL names a file that cannot be made: {reason}"]) from None
    return file


def reason_of(error: SQLAlchemyError) -> str:
    """Why a database refuses, without the statement, its parameters or a password."""
    original = getattr(error, "orig", None)
    if original is None:
        return type(error).__name__
    lines = str(original).strip().splitlines() or [type(original).__name__]
    return lines[0] if "password" not in lines[0] or "failed" in lines[0] else type(original).__name__


def load_catalog(settings: Settings) -> Catalog:
    """The messages of the settings. Raises CatalogError, also for a default language without wording."""
    catalog = load(messages_dir(settings.messages_dir))
    if settings.default_language not in catalog.wording.languages:
        known = ", ".join(catalog.wording.languages)
        raise CatalogError(f"DEFAULT_LANGUAGE: there is wording in {known} only")
    return catalog


def practice_of(settings: Settings, catalog: Catalog, bot_username: str = "") -> Practice:
    """The clinic of the settings with messages loaded before; a preview needs no name or telephone yet."""
    unnamed = catalog.wording.plain
    clinic = Clinic(
        name=settings.clinic_name or unnamed(settings.default_language, "console-your-clinic"),
        phone=settings.clinic_phone or unnamed(settings.default_language, "console-your-phone"),
        emergency_number=settings.emergency_number,
        zone=settings.zone,
        hours=parse_clinic_hours(settings.clinic_hours),
        quiet=parse_quiet_hours(settings.quiet_hours),
        default_language=settings.default_language,
        retention_for=timedelta(days=settings.retention_days),
        admin_ids=settings.admin_ids,
        bot_username=bot_username,
    )
    wording = catalog.wording.for_clinic(name=clinic.name, phone=clinic.phone, emergency=clinic.emergency_number)
    return Practice(clinic, catalog.with_wording(wording))
