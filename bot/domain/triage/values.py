"""The values that triage takes in and hands back."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.domain.tiers import Tier


class State(StrEnum):
    """How a patient speaks of a thing: having it now, having had it, denying it, imagining it."""

    PRESENT = "present"
    DOUBT = "doubt"
    GONE = "gone"
    HISTORY = "history"
    IF = "if"
    TOLD = "told"
    OTHER = "other"
    DENIED = "denied"


@dataclass(frozen=True)
class Context:
    """What is known about the patient besides the words. It can only raise a tier.

    `hours` counts from the end of the session; None where it is not known. `risks` and regions use the ids of
    the enrollment; `needled_before` are the regions of sessions shortly before this one.
    """

    region: str | None = None
    side: str | None = None
    hours: float | None = None
    risks: frozenset[str] = field(default_factory=frozenset)
    needled_before: frozenset[str] = field(default_factory=frozenset)

    @property
    def regions(self) -> frozenset[str]:
        """Every region that what is told may come from."""
        return self.needled_before if self.region is None else self.needled_before | {self.region}


@dataclass(frozen=True)
class Verdict:
    """What the engine makes of one text.

    `concepts` are the ids found and counted, `rules` the ids that decided (strongest first), `ask` the id of the one
    closed question that would settle a doubt, `doubt_tier` the tier that holds when nobody answers it.
    """

    tier: Tier
    concepts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    ask: str | None = None
    doubt_tier: Tier = Tier.EXPECTED


class Hit(NamedTuple):
    """A pattern found in a message: words `start` to `end` (exclusive), of which `words` themselves matched."""

    name: str
    start: int
    end: int
    words: tuple[int, ...]


def worst(*verdicts: Verdict) -> Verdict:
    """The verdict that holds when several are given for the same patient: the worst tier and every doubt."""
    tier = max((v.tier for v in verdicts), default=Tier.EXPECTED)
    ranked = sorted(verdicts, key=lambda v: v.tier, reverse=True)
    doubt = max((v for v in verdicts if v.ask), key=lambda v: v.doubt_tier, default=None)
    asks = doubt is not None and doubt.doubt_tier > tier
    return Verdict(
        tier=tier,
        concepts=tuple(dict.fromkeys(c for v in ranked for c in v.concepts)),
        rules=tuple(dict.fromkeys(r for v in ranked for r in v.rules)),
        ask=doubt.ask if doubt is not None and asks else None,
        doubt_tier=max((v.doubt_tier for v in verdicts), default=tier),
    )
