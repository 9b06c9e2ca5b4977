"""Changing keys: everything sealed is opened with whichever key fits and sealed again with the first."""

from sqlalchemy import Table, select, update

from bot.storage.database import Database
from bot.storage.sealing import Sealed
from bot.storage.tables import metadata

_BATCH = 500


def rekey_everything(database: Database) -> int:
    """Seal every value with the first key, a batch of rows per transaction, and say how many values."""
    return sum(_rekey(database, table, column) for table, column in _sealed_columns())


def _sealed_columns() -> list[tuple[Table, str]]:
    return [
        (table, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed)
    ]


def _rekey(database: Database, table: Table, column: str) -> int:
    (key,) = table.primary_key.columns
    after, count = None, 0
    while True:
        with database.transaction() as db:
            rows = select(key, table.c[column]).where(table.c[column].is_not(None)).order_by(key).limit(_BATCH)
            found = db.connection().execute(rows if after is None else rows.where(key > after)).all()
            for row_key, value in found:
                db.connection().execute(update(table).where(key == row_key).values({column: value}))
        if not found:
            return count
        after, count = found[-1][0], count + len(found)
