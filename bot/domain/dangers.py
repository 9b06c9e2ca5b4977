"""Kinds of danger: which rules tell of the same one, and which safety text fits it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Danger:
    """One kind of danger, by the ids of the rules that tell of it."""

    id: str
    rules: frozenset[str]
    text: str | None = None
    """The wording key of its safety text, where the usual one does not fit."""


def special_text(dangers: Sequence[Danger], rules: Iterable[str]) -> str | None:
    """The wording key of the safety text for these fired rules, where the usual one does not fit."""
    return next((danger.text for danger in dangers_of(dangers, rules) if danger.text), None)


def dangers_of(dangers: Sequence[Danger], rules: Iterable[str]) -> list[Danger]:
    """The dangers that any of these fired rules (`fainted`, `fainted@doubt`) tells of, in the order of the data."""
    fired = {rule.partition("@")[0] for rule in rules}
    return [danger for danger in dangers if danger.rules & fired]
