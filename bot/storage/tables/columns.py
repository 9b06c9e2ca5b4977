"""Column types that the tables share."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Integer
from sqlmodel import Field, SQLModel

from bot.storage.sealing import Sealed

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit key that SQLite can still count up by itself."""


def key() -> Any:
    return Field(default=None, primary_key=True, sa_type=BigKey)


def refers_to(target: str, *, index: bool = False, optional: bool = False) -> Any:
    """A foreign key to `table.column`."""
    if optional:
        return Field(default=None, foreign_key=target, sa_type=BigInteger, index=index, nullable=True)
    return Field(foreign_key=target, sa_type=BigInteger, index=index)


def telegram_id(*, unique: bool = False, optional: bool = False) -> Any:
    """A Telegram chat, user or message id: these need up to 52 bits."""
    if optional:
        return Field(default=None, sa_type=BigInteger, unique=unique, nullable=True)
    return Field(sa_type=BigInteger, unique=unique)


def sealed(place: str, *, as_json: bool = False, optional: bool = False) -> Any:
    """A column encrypted at rest; `place` is its table.column."""
    sa_type: Any = Sealed(place, as_json)
    return Field(default=None, sa_type=sa_type, nullable=True) if optional else Field(sa_type=sa_type)


def listed() -> Any:
    """A list of ids, kept in clear as JSON."""
    return Field(default_factory=list, sa_type=JSON)


def one_of(column: str, states: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{state.value}'" for state in states)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
