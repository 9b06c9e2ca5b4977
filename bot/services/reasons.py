"""Why something was flagged, in the words the clinic's data gives its rules."""

from collections.abc import Iterable

from bot.domain.dangers import dangers_of
from bot.services.practice import Practice
from bot.services.saying import Argument, phrase, worded

MOST = 6
VAGUE = ("-named", "-mentioned", "-word")
"""Rules whose ids end so only find that breath, chest or throat is spoken of."""


NOTHING = ("everyday", "second-reader", "unplaced")
"""Rules that found nothing in particular: no reason beside one that did."""


def reasons(practice: Practice, rules: Iterable[str]) -> list[Argument]:
    """The reasons of these rules, the first few; a rule the data no longer knows is named by its id.

    Danger signs come first. Rules that find an answer ordinary are no reason beside those that do not, and that
    something is spoken of is none beside a rule that says what.
    """
    fired = list(dict.fromkeys(rules))
    ordinary = practice.catalog.answers.ordinary
    worrying = [rule for rule in fired if rule not in ordinary] or fired
    worrying = [rule for rule in worrying if rule not in NOTHING] or worrying
    telling = [rule for rule in worrying if not rule.endswith(VAGUE)]
    telling.sort(key=lambda rule: not dangers_of(practice.catalog.dangers, [rule]))
    return [_reason(practice, rule) for rule in (telling or worrying)[:MOST]]


def _reason(practice: Practice, rule: str) -> Argument:
    catalog = practice.catalog
    if catalog.wording.has(f"rule-{rule}"):
        return phrase(f"rule-{rule}")
    for rules in (catalog.triage, catalog.answers):
        try:
            return worded({language: rules.reason(rule, language) for language in catalog.wording.languages})
        except KeyError:
            continue
    return rule
