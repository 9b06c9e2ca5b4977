"""How well the rules read a labelled set of messages: the figures the clinic's goals are stated in, and the misses."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.tiers import Tier
from bot.domain.triage.reading import read
from bot.domain.triage.rules import TriageRules
from bot.domain.triage.values import Verdict


@dataclass(frozen=True)
class Example:
    """One labelled message; `accepts` are further tiers that are as good."""

    text: str
    language: str
    tier: Tier
    accepts: frozenset[Tier] = frozenset()
    about: str = ""


@dataclass(frozen=True)
class Outcome:
    """An example with what the rules made of it."""

    example: Example
    verdict: Verdict

    @property
    def credited(self) -> Tier:
        """The tier that counts: the label where the verdict is accepted, else the verdict."""
        accepted = self.verdict.tier in self.example.accepts
        return self.example.tier if accepted else self.verdict.tier

    @property
    def right(self) -> bool:
        """True when the tier is the label or accepted for it."""
        return self.credited is self.example.tier


@dataclass(frozen=True)
class Score:
    """The figures of one set, all shares between 0 and 1, and how many verdicts fell where."""

    count: int
    caught: float
    """Emergencies and urgents that reach staff at once or are asked about."""
    emergencies: float
    """Emergencies told to call at once."""
    alarmed: float
    """Expected and watch messages that raise an alarm."""
    asked: float
    """Expected and watch messages that are asked about."""
    macro_f1: float
    confusion: Mapping[tuple[Tier, Tier], int]
    misses: tuple[Outcome, ...]


def score(rules: TriageRules, examples: Iterable[Example]) -> Score:
    """The figures of the rules over a set of examples."""
    return score_outcomes([Outcome(example, read(rules, example.text)) for example in examples])


def score_outcomes(outcomes: Sequence[Outcome]) -> Score:
    """The figures of outcomes already read, for example of one language."""
    dangerous = [o for o in outcomes if o.example.tier >= Tier.URGENT]
    emergencies = [o for o in outcomes if o.example.tier is Tier.EMERGENCY]
    harmless = [o for o in outcomes if o.example.tier < Tier.URGENT]
    return Score(
        count=len(outcomes),
        caught=_share(o.verdict.tier >= Tier.URGENT or o.verdict.ask is not None for o in dangerous),
        emergencies=_share(o.right for o in emergencies),
        alarmed=_share(o.credited >= Tier.URGENT for o in harmless),
        asked=_share(o.verdict.ask is not None for o in harmless),
        macro_f1=sum(_f1(outcomes, tier) for tier in Tier) / len(Tier),
        confusion=Counter((o.example.tier, o.verdict.tier) for o in outcomes),
        misses=tuple(o for o in outcomes if not o.right),
    )


def confusion_lines(result: Score) -> list[str]:
    """The confusion matrix as lines of plain text: a row for each label, a column for each verdict."""
    width = max(len(tier.name) for tier in Tier) + 1
    header = " " * width + "".join(f"{tier.name:>{width}}" for tier in Tier)
    rows = [
        f"{label.name:<{width}}" + "".join(f"{result.confusion.get((label, got), 0):>{width}}" for got in Tier)
        for label in Tier
    ]
    return [header, *rows]


def _share(truths: Iterable[bool]) -> float:
    values = list(truths)
    return sum(values) / len(values) if values else 1.0


def _f1(outcomes: Sequence[Outcome], tier: Tier) -> float:
    hits = sum(o.example.tier is tier and o.credited is tier for o in outcomes)
    wrong = sum((o.example.tier is tier) != (o.credited is tier) for o in outcomes)
    return 2 * hits / (2 * hits + wrong) if hits or wrong else 1.0
