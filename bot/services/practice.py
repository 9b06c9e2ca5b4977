"""The clinic together with its messages: what every use case is handed besides the database and the time."""

from dataclasses import dataclass

from bot.catalog import Catalog
from bot.domain.clinic import Clinic


@dataclass(frozen=True)
class Practice:
    """A clinic and the wording, protocols and rules it works by."""

    clinic: Clinic
    catalog: Catalog
