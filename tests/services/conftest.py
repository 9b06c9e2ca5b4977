"""A clinic with the shipped messages, and its bot without a network."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import Catalog, load
from bot.catalog.places import shipped
from bot.domain.clinic import Clinic
from bot.domain.clinic_hours import parse_clinic_hours
from bot.domain.quiet_hours import parse_quiet_hours
from bot.services.practice import Practice
from bot.storage.database import Database
from tests.support.desk import Desk, Person

OLGA, TESSA, NORA, ADA, BEN = 1, 2, 3, 11, 12


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(shipped())


@pytest.fixture
def practice(catalog: Catalog) -> Practice:
    clinic = Clinic(
        name="Kinito Therapy",
        phone="+34 600 000 000",
        emergency_number="112",
        zone=ZoneInfo("Europe/Madrid"),
        hours=parse_clinic_hours("Mon-Fri 08:00-18:00"),
        quiet=parse_quiet_hours("21:00-08:00"),
        default_language="en",
        retention_for=timedelta(days=90),
        admin_ids=frozenset({OLGA}),
        bot_username="kinito_bot",
    )
    wording = catalog.wording.for_clinic(name=clinic.name, phone=clinic.phone, emergency=clinic.emergency_number)
    return Practice(clinic, catalog.with_wording(wording))


@pytest.fixture
def desk(database: Database, practice: Practice) -> Desk:
    return Desk(database, practice)


@pytest.fixture
def olga(desk: Desk) -> Person:
    """An admin, by ADMIN_IDS."""
    return desk.person("Olga", OLGA)


@pytest.fixture
def tessa(desk: Desk, olga: Person) -> Person:
    """A therapist."""
    person = desk.person("Tessa", TESSA)
    olga.says("/invite therapist")
    person.opens(link_in(olga))
    return person


@pytest.fixture
def nora(desk: Desk, olga: Person) -> Person:
    """Staff."""
    person = desk.person("Nora", NORA)
    olga.says("/invite staff")
    person.opens(link_in(olga))
    return person


@pytest.fixture
def ada(desk: Desk, tessa: Person) -> Person:
    """A patient: enrolled by Tessa after a session that has just ended, and joined."""
    person = desk.person("Ada", ADA)
    tessa.says("/enroll Ada Byron, left calf, 48h")
    person.opens(tessa.last.qr or "")
    person.taps("I agree")
    return person


@pytest.fixture
def ben(desk: Desk) -> Person:
    """Somebody the bot does not know."""
    return desk.person("Ben", BEN)


@pytest.fixture
def link(tessa: Person) -> str:
    """The link of an enrollment nobody has joined yet."""
    tessa.says("/enroll Ben Stone, left calf, 48h")
    return tessa.last.qr or ""


def link_in(person: Person) -> str:
    """The newest start link somebody was given."""
    for shown in reversed(person.heard):
        for word in shown.text.split():
            if word.startswith("https://t.me/"):
                return word
    raise AssertionError(f"no link for {person.name}")
