"""How Alembic reaches the database: always through the connection that storage/migrating.py hands it."""

from typing import Any, Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from bot.storage.sealing import Sealed
from bot.storage.tables import metadata


def render_item(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write a column's type as what the database sees of it: a sealed one is bytes."""
    if kind == "type" and isinstance(item, Sealed):
        return "sa.LargeBinary()"
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String({item.length or ''})"
    return "UTCDateTime()" if kind == "type" and isinstance(item, UTCDateTime) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    # SQLite alters a table by copying it; what only creates tables reads better without.
    render_as_batch=connection.dialect.name == "sqlite" and context.config.attributes.get("batch", True),
    render_item=render_item,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
