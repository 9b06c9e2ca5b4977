"""Changing keys: everything is sealed again with the first one, and a key that was changed too early is noticed."""

from sqlalchemy import LargeBinary, Table, select, type_coerce, update
from sqlmodel import Session

from bot.domain.data_key import UnreadableError
from bot.storage.database import Database
from bot.storage.sealing import Sealed, sealer_of
from bot.storage.tables import metadata

_BATCH = 500


def check_keys(db: Session) -> None:
    """Raises UnreadableError where the newest value of a column was sealed with none of the keys of DATA_KEY.

    Only the key's mark is looked at: a single damaged value is no reason not to run.
    """
    for table, column in _sealed_columns():
        (key,) = table.primary_key.columns
        sealed = type_coerce(table.c[column], LargeBinary)
        newest = select(sealed).where(sealed.is_not(None)).order_by(key.desc()).limit(1)
        value = db.connection().execute(newest).scalar()
        if value is not None and not sealer_of(db.get_bind().dialect).knows(bytes(value)):
            raise UnreadableError(f"{table.name}.{column} was encrypted with a key that is not in DATA_KEY")


def rekey_everything(database: Database) -> int:
    """Seal every value with the first key, a batch of rows per transaction, and say how many values.

    Raises UnreadableError at the first value that no key opens.
    """
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
