"""Turns the entries of concepts, rules and raises into the values that triage works with."""

from collections.abc import Iterable, Mapping

from bot.catalog.triage_entries import Entries, Part
from bot.domain.tiers import Tier
from bot.domain.triage.rules import Concept, Raise, Rule
from bot.domain.triage.values import State

_ANY_LENGTH = 10_000


def concept_of(part: Part) -> Concept:
    """The concept an entry describes; it must have phrases unless it is derived from another."""
    if not part.entry.get("derived") and not any(True for _ in part.phrases()):
        raise part.fault("has no phrases")
    entry = part.entry
    return Concept(
        part.id,
        str(entry.get("source", "")),
        entry.get("risk"),
        longest=entry.get("longest", _ANY_LENGTH),
        good=bool(entry.get("good")),
        mention=bool(entry.get("mention")),
        plan=bool(entry.get("plan")),
    )


def _tiers(part: Part, data: Entries) -> dict[State, Tier]:
    """The tier for each way of speaking: the rule's own where given, else the defaults of its tier."""
    own = part.tier(part.entry.get("tier", ""))
    tiers = {State.PRESENT: own}
    if not part.entry.get("all"):
        for default in data.all("default"):
            if default.id == own.word:
                tiers |= {State(k): default.tier(v) for k, v in default.entry.items() if k != "id"}
    for word, tier in part.entry.get("states", {}).items():
        if tier == "none":
            tiers.pop(part.state(word), None)
        else:
            tiers[part.state(word)] = part.tier(tier)
    return tiers


def _asks(part: Part, data: Entries) -> dict[State, tuple[str, Tier]]:
    known = {question.id for question in data.all("question")}
    asks = {}
    for state, (question, doubt) in part.entry.get("asks", {}).items():
        if question not in known:
            raise part.fault(f"no such question: {question!r}")
        asks[part.state(state)] = (question, part.tier(doubt))
    return asks


def named(part: Part, names: Iterable[str], concepts: Mapping[str, Concept]) -> tuple[str, ...]:
    """The names of concepts; each must exist."""
    for name in names:
        if name.partition("@")[0] not in concepts:
            raise part.fault(f"no such concept: {name!r}")
    return tuple(names)


def _hours(part: Part) -> tuple[float, float] | None:
    hours = part.entry.get("hours")
    return (hours[0], hours[1]) if hours else None


def rule_of(part: Part, data: Entries, concepts: Mapping[str, Concept]) -> Rule:
    """The rule an entry describes, with the default tiers where it names none."""
    entry = part.entry
    if not entry.get("any") and not entry.get("all"):
        raise part.fault("needs `any` or `all`")
    return Rule(
        id=part.id,
        source=str(entry.get("source", "")),
        any_of=named(part, entry.get("any", ()), concepts),
        all_of=named(part, entry.get("all", ()), concepts),
        tiers=_tiers(part, data),
        asks=_asks(part, data),
        regions=frozenset(entry.get("regions", ())),
        risks=frozenset(entry.get("risks", ())),
        hours=_hours(part),
        unless=named(part, entry.get("unless", ()), concepts),
        reason=part.reason(),
    )


def rules_by_concept(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules that may fit once a concept is said: all that name it first."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for item in rule.all_of[:1] or rule.any_of:
            found.setdefault(item.partition("@")[0], []).append(rule)
    return {name: tuple(named) for name, named in found.items()}


def raise_of(part: Part, concepts: Mapping[str, Concept]) -> Raise:
    """What an entry says a known risk, region or time makes worse."""
    entry = part.entry
    if not entry.get("concepts"):
        raise part.fault("needs concepts")
    return Raise(
        id=part.id,
        source=str(entry.get("source", "")),
        concepts=frozenset(named(part, entry["concepts"], concepts)),
        regions=frozenset(entry.get("regions", ())),
        risks=frozenset(entry.get("risks", ())),
        hours=_hours(part),
        by=entry.get("by", 0),
        floor=part.tier(entry.get("to", "expected")),
        reason=part.reason(),
    )
