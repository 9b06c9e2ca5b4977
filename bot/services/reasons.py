"""Why something was flagged, in the words the clinic's data gives its rules."""

from collections.abc import Iterable

from bot.services.practice import Practice
from bot.services.saying import Argument, worded

MOST = 4


def reasons(practice: Practice, rules: Iterable[str]) -> list[Argument]:
    """The reasons of these rules, the first few; a rule the data no longer knows is named by its id."""
    return [_reason(practice, rule) for rule in list(dict.fromkeys(rules))[:MOST]]


def _reason(practice: Practice, rule: str) -> Argument:
    languages = practice.catalog.wording.languages
    for rules in (practice.catalog.triage, practice.catalog.answers):
        try:
            return worded({language: rules.reason(rule, language) for language in languages})
        except KeyError:
            continue
    return rule
