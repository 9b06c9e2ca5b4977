"""What the log shows: events with ids; never the token, keys, names or patients' words."""

import logging
import re
import sys
import traceback
from typing import ClassVar

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_FOLDER = re.compile(r"^(?:.*/(?:bot|site-packages)/|.*/)")
_URL_PASSWORD = re.compile(r"(\w+://[^:/\s]+:)[^@/\s]+@")


class _Discreet(logging.Formatter):
    """Cuts secrets out of every line, and of an exception shows where it happened, not what it says.

    An exception's text may quote a statement's parameters or an update, and with them a patient's words.
    """

    hidden: ClassVar[str] = "…"

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return _URL_PASSWORD.sub(rf"\1{self.hidden}@", _TOKEN.sub(self.hidden, line))

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return place_of(error, most=6) if isinstance(error, BaseException) else ""


def place_of(error: BaseException, most: int = 1) -> str:
    """An error's kind and the innermost `most` places it came through, e.g. “KeyError in services/planning.py:41”.

    Never its text: that may hold a patient's words.
    """
    frames = reversed(traceback.extract_tb(error.__traceback__)[-most:])
    places = " < ".join(f"{_FOLDER.sub('', frame.filename)}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} in {places}" if places else type(error).__name__


def set_up(level: str) -> None:
    """Log to standard error at `level`; libraries that print addresses with the token stay at warnings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpcore", "telegram", "apscheduler", "uvicorn", "aiohttp", "asyncio", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLevelName(level)))
