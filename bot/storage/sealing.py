"""Encryption of names and free text at rest: AES-256-GCM, bound to the column it stands in."""

import hashlib
import json
import os
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary, type_coerce
from sqlalchemy.orm import defer
from sqlalchemy.orm.interfaces import ORMOption
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, select

from bot.domain.data_key import UnreadableError

_KEY_ID_BYTES = 4
_NONCE_BYTES = 12


class Sealer:
    """Seals with the first key and opens with any, so that keys can be changed without a pause."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._ciphers = {_key_id(key): AESGCM(key) for key in keys}
        self._first = _key_id(keys[0])

    def seal(self, plain: bytes, place: str) -> bytes:
        """Ciphertext that opens only at `place` (table.column)."""
        nonce = os.urandom(_NONCE_BYTES)
        return self._first + nonce + self._ciphers[self._first].encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed. Raises UnreadableError, which names the place and nothing of the content."""
        key_id, rest = sealed[:_KEY_ID_BYTES], sealed[_KEY_ID_BYTES:]
        cipher = self._ciphers.get(key_id)
        try:
            if cipher is None:
                raise InvalidTag
            return cipher.decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], place.encode())
        except InvalidTag:
            raise UnreadableError(f"{place} was encrypted with a key that is not in DATA_KEY") from None

    def knows(self, sealed: bytes) -> bool:
        """Whether this was sealed with one of the keys."""
        return sealed[:_KEY_ID_BYTES] in self._ciphers


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"aftercare key id" + key).digest()[:_KEY_ID_BYTES]


class Sealed(TypeDecorator[Any]):
    """A column encrypted at rest; text unless `as_json`.

    The sealer hangs on the engine's dialect (see Database), so no key lives in a global and two databases
    in one process may have different keys.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str = "", as_json: bool = False) -> None:
        super().__init__()
        self.place = place
        self.as_json = as_json

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        plain = json.dumps(value, separators=(",", ":"), ensure_ascii=False) if self.as_json else value
        return sealer_of(dialect).seal(plain.encode(), self.place)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        plain = sealer_of(dialect).open(bytes(value), self.place).decode()
        return json.loads(plain) if self.as_json else plain


def unopened(column: Any) -> ORMOption:
    """Leaves a sealed column of the rows asked for unopened, until somebody looks at it."""
    return defer(column)


def unreadable(db: Session, key: Any, column: Any, *conditions: Any) -> list[int]:
    """The keys of those rows under `conditions` whose sealed `column` does not open."""
    sealer, place = sealer_of(db.get_bind().dialect), column.type.place

    def opens(sealed: bytes) -> bool:
        try:
            sealer.open(sealed, place)
        except UnreadableError:
            return False
        return True

    found = db.exec(select(key, type_coerce(column, LargeBinary)).where(*conditions))
    return [row_key for row_key, sealed in found if not opens(bytes(sealed))]


def sealer_of(dialect: Dialect) -> Sealer:
    return dialect.sealer  # type: ignore[attr-defined, no-any-return]  # set by Database when it makes the engine
