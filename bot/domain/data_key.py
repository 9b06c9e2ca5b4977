"""The keys of DATA_KEY: what a valid one is, and how a new one is made of random bytes."""

import base64
import binascii

KEY_BYTES = 32


class UnreadableError(Exception):
    """What is stored cannot be decrypted with any of the keys of DATA_KEY."""


def parse_keys(data_key: str) -> tuple[bytes, ...]:
    """The keys of a DATA_KEY value, first the one that encrypts.

    Raises ValueError, which never shows the value, unless each is 32 bytes in urlsafe base64.
    """
    keys = tuple(_parse(part.strip()) for part in data_key.split(",") if part.strip())
    if not keys:
        raise ValueError("is empty")
    return keys


def _parse(part: str) -> bytes:
    try:
        key = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("is not urlsafe base64") from None
    if len(key) != KEY_BYTES:
        raise ValueError(f"holds a key of {len(key)} bytes instead of {KEY_BYTES}")
    return key


def written(key: bytes) -> str:
    """The key in the form DATA_KEY takes."""
    return base64.urlsafe_b64encode(key).decode()
