"""The rules of triage as values, compiled once from the data, and the words in which they explain themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.tiers import Tier
from bot.domain.triage.matching import Matcher
from bot.domain.triage.message import Spelling
from bot.domain.triage.scene import ScopeWords
from bot.domain.triage.second_reader import SecondReader
from bot.domain.triage.values import State

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Concept:
    """Something a patient can say, whatever the words.

    `risk` is the enrollment risk it discloses, if any. It counts only in messages of at most `longest` words.
    `good` says that something is well: only a "not" right before it denies that. A `mention` names a thing without
    a claim, and is spoken of as the statement it stands in. A `plan` is what one does, or would do if something came.
    """

    id: str
    source: str
    risk: str | None
    longest: int
    good: bool = False
    mention: bool = False
    plan: bool = False


@dataclass(frozen=True)
class Rule:
    """What one concept, or several together, mean. The first of `any_of` that is said decides the state.

    `tiers` gives the tier for each way of speaking; `asks` the question for those ways that leave a doubt, and the
    tier that holds while it is unanswered. Regions, risks and hours, where given, must be known and fit.
    """

    id: str
    source: str
    any_of: tuple[str, ...]
    all_of: tuple[str, ...]
    tiers: Mapping[State, Tier]
    asks: Mapping[State, tuple[str, Tier]]
    regions: frozenset[str]
    risks: frozenset[str]
    hours: tuple[float, float] | None
    unless: tuple[str, ...]
    reason: Texts


@dataclass(frozen=True)
class Raise:
    """Known risk, region or time making what was said worse: by steps, or to at least a tier."""

    id: str
    source: str
    concepts: frozenset[str]
    regions: frozenset[str]
    risks: frozenset[str]
    hours: tuple[float, float] | None
    by: int
    floor: Tier
    reason: Texts


@dataclass(frozen=True)
class Question:
    """A closed question, the concept a yes stands for, and the tiers of its answers."""

    id: str
    texts: Texts
    yes: Tier
    no: Tier


@dataclass(frozen=True)
class Unplaced:
    """What to do with a text no rule fits: how many words must be strange, or which worrying, to ask about it."""

    strange_share: float
    strange_words: int
    worrying: frozenset[str]
    ask: str
    regions: frozenset[str]


@dataclass(frozen=True)
class TriageRules:
    """Everything the reader needs, frozen: lexicon, rules and texts. Made by `bot.catalog.triage.load_triage`."""

    version: str
    signed_by: str
    matcher: Matcher
    spelling: Spelling
    scope_words: ScopeWords
    everyday: frozenset[str]
    dangers: frozenset[str]
    asked: frozenset[str]
    """The signs of an emergency that a closed question can settle."""
    good: frozenset[str]
    details: frozenset[str]
    idioms: Mapping[str, frozenset[str]]
    concepts: Mapping[str, Concept]
    rules: tuple[Rule, ...]
    rules_of: Mapping[str, tuple[Rule, ...]]
    raises: tuple[Raise, ...]
    questions: Mapping[str, Question]
    unplaced: Unplaced
    second_reader: SecondReader | None
    reasons: Mapping[str, Texts]

    def reason(self, rule_id: str, language: str) -> str:
        """Why a rule decided, in words staff can read; English where the language has none. KeyError if unknown."""
        base, _, state = rule_id.partition("@")
        words = _in(self.reasons[base], language)
        return f"{words} ({_in(self.reasons['state-' + state], language)})" if state else words

    def question(self, ask_id: str, language: str) -> str:
        """The text of a closed question; English where the language has none. KeyError if unknown."""
        return _in(self.questions[ask_id].texts, language)


def _in(texts: Texts, language: str) -> str:
    return texts.get(language) or texts["en"]
