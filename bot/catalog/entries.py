"""Reading TOML entry by entry, so that every fault names its file, its entry and what is wrong."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from bot.catalog.errors import CatalogError

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


class ContentError(CatalogError):
    """A data file of messages/ is broken; one line that names file, entry and fault."""

    def __init__(self, file: str, entry: str, fault: str) -> None:
        super().__init__(f"{file}: {entry}: {fault}" if entry else f"{file}: {fault}")
        self.file, self.entry, self.fault = file, entry, fault


class Entry:
    """One table of a file. Each reader takes a value out; `finish` complains of what nobody took."""

    def __init__(self, file: str, name: str, table: Any) -> None:
        self.file, self.name = file, name
        if not isinstance(table, dict):
            raise ContentError(file, name, "is not a table")
        self._table: dict[str, Any] = dict(table)

    def fail(self, fault: str) -> ContentError:
        return ContentError(self.file, self.name, fault)

    def has(self, key: str) -> bool:
        return key in self._table

    def text(self, key: str, default: str | None = None) -> str:
        return str(self._take(key, str, "words in quotes", default))

    def flag(self, key: str, default: bool = False) -> bool:
        return bool(self._take(key, bool, "true or false", default))

    def whole(self, key: str, default: int | None = None) -> int:
        return int(self._take(key, int, "a whole number", default))

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in allowed:
            raise self.fail(f"{key} is {value!r}, and must be one of {', '.join(allowed)}")
        return value

    def words(self, key: str, allowed: Collection[str] | None = None, *, needed: bool = False) -> tuple[str, ...]:
        values = self._take(key, list, "a list of words in quotes", None if needed else [])
        for value in values:
            if not isinstance(value, str):
                raise self.fail(f"{key} holds {value!r}, which is no word in quotes")
            if allowed is not None and value not in allowed:
                raise self.fail(f"{key} holds {value!r}, which is none of {', '.join(allowed)}")
        return tuple(values)

    def hours(self, key: str) -> timedelta:
        """A length of time from a number of hours; whole or with a fraction, not negative."""
        value = self.number(key)
        if value < 0:
            raise self.fail(f"{key} is {value}, and must not be negative")
        return timedelta(hours=value)

    def hours_if_any(self, key: str) -> timedelta | None:
        return self.hours(key) if self.has(key) else None

    def number(self, key: str) -> float:
        value = self._take(key, (int, float), "a number", None)
        return float(value)

    def numbers(self, key: str) -> tuple[float, ...]:
        values = self._take(key, list, "a list of numbers", None)
        if not all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
            raise self.fail(f"{key} must be a list of numbers")
        return tuple(float(value) for value in values)

    def clock(self, key: str) -> time:
        found = _CLOCK.fullmatch(self.text(key))
        if not found:
            raise self.fail(f"{key} is not a time of day such as 10:00")
        return time(int(found.group(1)), int(found.group(2)))

    def mapping(self, key: str) -> Mapping[str, str]:
        values = self._take(key, dict, "a table of words", {})
        if not all(isinstance(value, str) for value in values.values()):
            raise self.fail(f"{key} must hold words in quotes")
        return dict(values)

    def rest_keys(self) -> tuple[str, ...]:
        """Keys not yet read, for tables whose keys are free."""
        return tuple(self._table)

    def table(self, key: str) -> "Entry":
        return Entry(self.file, key, self._take(key, dict, f"a table [{key}]", None))

    def tables(self, key: str) -> Iterator["Entry"]:
        for place, table in enumerate(self._take(key, list, f"tables [[{key}]]", None), start=1):
            name = table.get("id", f"number {place}") if isinstance(table, dict) else f"number {place}"
            yield Entry(self.file, f"{key} {name}", table)

    def finish(self) -> None:
        if self._table:
            raise self.fail(f"{', '.join(sorted(self._table))} is not known here")

    def _take(self, key: str, kind: Any, wanted: str, default: Any) -> Any:
        if key not in self._table and default is None:
            raise self.fail(f"{key} is missing")
        value = self._table.pop(key, default)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.fail(f"{key} is {value!r}, and must be {wanted}")
        return value


def place_of(path: Path) -> str:
    """How a file is named in a fault."""
    return f"{path.parent.name}/{path.name}"


def read_text(path: Path) -> str:
    """The words of a file. Raises ContentError where it cannot be read or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        raise ContentError(place_of(path), "", "cannot be read") from None
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise ContentError(place_of(path), "", f"line {line} is not saved as UTF-8") from None


def parsed(path: Path) -> dict[str, Any]:
    """A TOML file as it stands. Raises ContentError where it cannot be read or is no TOML."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as fault:
        raise ContentError(place_of(path), "", f"is not TOML: {fault}") from None


def read_toml(path: Path) -> Entry:
    """The whole file as one entry. Raises ContentError as `parsed` does."""
    return Entry(place_of(path), "", parsed(path))
