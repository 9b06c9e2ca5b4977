"""How Alembic reaches the database: always through the connection that storage/migrating.py hands it."""

from typing import Any, Literal

from alembic import context

from bot.storage.sealing import Sealed
from bot.storage.tables import metadata


def render_item(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write a sealed column as what the database sees of it: bytes."""
    return "sa.LargeBinary()" if kind == "type" and isinstance(item, Sealed) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",  # SQLite alters a table by copying it
    render_item=render_item,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
