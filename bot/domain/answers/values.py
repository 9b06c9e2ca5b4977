"""The values of judging answers: rules as the clinic's data states them, and the judgement they lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.tiers import Tier

NOTED = "reply-noted"
"""Where only what triage does not judge was answered, as how the area has changed."""
REASONS = "reply-reasons"
"""What would be a reason to write or call; it ends every reply."""


class Trend(StrEnum):
    """How a soreness number stands to the patient's last one."""

    UNKNOWN = "unknown"
    """There is no earlier number. Missing is never zero, so nothing good follows from it."""
    FALLING = "falling"
    FLAT = "flat"
    RISING = "rising"
    """Up by one: within what people's numbers wander."""
    CLIMBING = "climbing"
    """Up by at least the smallest change that matters (two points)."""


@dataclass(frozen=True)
class Score:
    """A soreness number 0 to 10 and when it was given (aware UTC)."""

    at: datetime
    value: int


@dataclass(frozen=True)
class Hours:
    """Hours since the session: from `since` (included) to `until` (not included); None is open."""

    since: float = 0
    until: float | None = None

    def hold(self, hours: float) -> bool:
        return hours >= self.since and (self.until is None or hours < self.until)


@dataclass(frozen=True)
class SorenessRule:
    """One row of the soreness table. Empty sets demand nothing."""

    id: str
    hours: Hours
    lowest: int
    highest: int
    tier: Tier
    trends: frozenset[str] = frozenset()
    interferences: frozenset[str] = frozenset()
    follow_up: str | None = None
    reply: str | None = None


@dataclass(frozen=True)
class SignRule:
    """One row of the side-effect or breathing tables: what a sign means in a context."""

    id: str
    signs: frozenset[str]
    """Any one of these."""
    hours: Hours
    tier: Tier
    regions: frozenset[str] = frozenset()
    never_regions: frozenset[str] = frozenset()
    risks: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    """At least one of these signs is there too."""
    follow_up: str | None = None
    advice: str | None = None
    """Wording key of what to do about it, where it is part of the ordinary course."""


@dataclass(frozen=True)
class Modifier:
    """A patient's risk raises a tier, or asks for another check. It can lower nothing."""

    id: str
    risks: frozenset[str]
    signs: frozenset[str]
    """Signs it applies to; `soreness` stands for the soreness number."""
    regions: frozenset[str] = frozenset()
    hours: Hours = Hours()
    only_from: Tier = Tier.EXPECTED
    raises_by: int = 0
    at_least: Tier = Tier.EXPECTED
    follow_up: str | None = None


@dataclass(frozen=True)
class BaselineRule:
    """Pain the patient came with does not alert forever."""

    better_id: str
    capped_id: str
    better_up_to: int
    """A score above this is never called better, whatever it was before the session."""
    cap: Tier
    reply: str


@dataclass(frozen=True)
class RestrictionEnd:
    """When the end of the restriction is a clear one."""

    clear_at_most: int


@dataclass(frozen=True)
class WorseRule:
    """From which answer to “compared with before the session” on, −5 to +5, a person looks."""

    id: str
    at_most: int
    tier: Tier


@dataclass(frozen=True)
class SevereLimb:
    """From which score on, in which regions, the closed question about a hard limb is asked.

    `unanswered` is the tier that holds when nobody answers it.
    """

    from_score: int
    regions: frozenset[str]
    asks: str
    unanswered: Tier


@dataclass(frozen=True)
class AnswerRules:
    """All of messages/triage/answers.toml."""

    version: str
    signed_by: str
    signs: frozenset[str]
    soreness: tuple[SorenessRule, ...]
    sign_rules: tuple[SignRule, ...]
    modifiers: tuple[Modifier, ...]
    baseline: BaselineRule
    usual: tuple[tuple[Hours, str], ...]
    """Wording keys of what is usual by then."""
    restriction_end: RestrictionEnd
    worse: WorseRule
    severe_limb: SevereLimb
    change_that_matters: int
    unknown_sign_id: str
    unknown_sign_tier: Tier
    follow_up_after_watch: str
    watch_reply: str
    nothing_reply: str
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Rule id to language to the reason staff read."""

    @property
    def ordinary(self) -> frozenset[str]:
        """Ids of the rules that find an answer to be part of the ordinary course."""
        tiers = {row.id: row.tier for row in self.soreness} | {row.id: row.tier for row in self.sign_rules}
        return frozenset(id for id, tier in tiers.items() if tier == Tier.EXPECTED) | {self.baseline.better_id}

    def reason(self, rule_id: str, language: str) -> str:
        """Why a rule fired, in words for staff; English where the language has none."""
        words = self.reasons[rule_id]
        return words.get(language, words["en"])


@dataclass(frozen=True)
class Judgement:
    """What an answer comes to. It can be raised by another one and never lowered."""

    tier: Tier = Tier.EXPECTED
    rules: tuple[str, ...] = ()
    """Ids of the rules that made it, the worst first."""
    follow_ups: tuple[str, ...] = ()
    """Extra checks to plan, ids of the protocol's [[extra]]."""
    reply: str | None = None
    """Wording key of the fitting reply; None from URGENT on, where the safety texts speak."""
    advice: tuple[str, ...] = ()
    """Wording keys of what to do about each side effect."""


def worst(*judgements: Judgement) -> Judgement:
    """All judgements of one answer together: the highest tier, its reply, and every check that any asked for."""
    ordered = sorted(judgements, key=lambda judgement: -judgement.tier)
    if not ordered:
        return Judgement()
    top = ordered[0]
    reply = next((each.reply for each in ordered if each.reply and each.tier == top.tier), None)
    return Judgement(
        tier=top.tier,
        rules=_once(rule for each in ordered for rule in each.rules),
        follow_ups=_once(extra for each in ordered for extra in each.follow_ups),
        reply=reply,
        advice=_once(key for each in ordered for key in each.advice) if top.tier <= Tier.WATCH else (),
    )


def with_usual(rules: AnswerRules, judgement: Judgement, hours: float) -> Judgement:
    """The same with what is usual at this hour, where its reply does not speak of the hour."""
    if judgement.reply not in (rules.watch_reply, rules.baseline.reply):
        return judgement
    usual = tuple(key for span, key in rules.usual if span.hold(hours))
    return replace(judgement, advice=(*usual, *judgement.advice))


def reply_keys(judgement: Judgement, planned: Iterable[str] | None = None) -> tuple[str, ...]:
    """The paragraphs of the reply, in order; empty from URGENT on, where the safety texts speak instead.

    `planned` are the extra checks that will really come: no other is announced (all are, if not given), and no more
    than the next two.
    The wording uses $region, $area (the protocol's group of regions) and, at the restriction's end, $hours.
    """
    if judgement.tier > Tier.WATCH:
        return ()
    checks = tuple(f"reply-follow-up-{extra}" for extra in (judgement.follow_ups if planned is None else planned))
    return (judgement.reply or NOTED, *judgement.advice, *checks[:2], REASONS)


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
