"""The clinic, its database and its clock, as every test finds them."""

from collections.abc import AsyncIterator, Iterator
from contextlib import closing

import pytest
from hypothesis import settings as hypothesis_settings

from bot.storage import migrating
from bot.storage.database import Database
from tests.support.clinic import ClinicBot, clinic_at
from tests.support.databases import BACKENDS, Databases, NoPostgres, open_database

hypothesis_settings.register_profile("tests", deadline=None, print_blob=True)
hypothesis_settings.load_profile("tests")


def migrated(url: str) -> None:
    with closing(open_database(url)) as database:
        migrating.upgrade(database)


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    with closing(Databases(migrated)) as made:
        yield made


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """A fresh, migrated database, once on SQLite and once on PostgreSQL."""
    try:
        url = databases.fresh(request.param)
    except NoPostgres as missing:
        pytest.skip(str(missing))
    yield url
    databases.drop(url)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(open_database(database_url)) as opened:
        yield opened


@pytest.fixture
async def clinic(databases: Databases) -> AsyncIterator[ClinicBot]:
    """The whole bot running against a small Telegram, on SQLite."""
    url = databases.sqlite()
    async with clinic_at(url) as made:
        yield made
    databases.drop(url)
