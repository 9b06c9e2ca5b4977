"""What the values of the triage data look like, and how a wrong one is named."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from bot.domain.protocol import REGIONS, RISKS


@dataclass(frozen=True)
class Shape:
    """Whether a value fits, and the words for what it must be."""

    wanted: str
    fits: Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_list(value: Any, fits: Callable[[Any], bool], size: int | None = None) -> bool:
    return isinstance(value, list) and size in (None, len(value)) and all(map(fits, value))


def _is_table(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, dict) and all(map(fits, value.values()))


def _of(wanted: str, known: Collection[str]) -> Shape:
    return Shape(wanted, lambda value: _is_list(value, known.__contains__))


TEXT = Shape("words in quotes", _is_text)
WORDS = Shape("a list of words in quotes", lambda value: _is_list(value, _is_text))
WHOLE = Shape("a whole number", lambda value: isinstance(value, int) and _is_number(value))
NUMBER = Shape("a number", _is_number)
YES_OR_NO = Shape("true or false", lambda value: isinstance(value, bool))
HOURS = Shape("two numbers, from and to", lambda value: _is_list(value, _is_number, 2))
REGION_IDS = _of("a list of regions", REGIONS)
RISK_ID = Shape("a risk", RISKS.__contains__)
RISK_IDS = _of("a list of risks", RISKS)
TIERS = Shape("a table of tiers", lambda value: _is_table(value, _is_text))
ASKS = Shape("a table of pairs, question and tier", lambda value: _is_table(value, lambda v: _is_list(v, _is_text, 2)))
