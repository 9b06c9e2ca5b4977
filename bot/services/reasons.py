"""Why something was flagged, in the words the clinic's data gives its rules."""

from collections.abc import Iterable

from bot.services.practice import Practice
from bot.services.saying import Argument, worded

MOST = 4


def reasons(practice: Practice, rules: Iterable[str]) -> list[Argument]:
    """The reasons of these rules, the first few; a rule the data no longer knows is named by its id."""
    return [_reason(practice, rule) for rule in list(dict.fromkeys(rules))[:MOST]]


def _reason(practice: Practice, rule: str) -> Argument:
    triage = practice.catalog.triage
    try:
        return worded({language: triage.reason(rule, language) for language in practice.catalog.wording.languages})
    except KeyError:
        return rule
