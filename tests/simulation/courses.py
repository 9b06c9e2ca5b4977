"""What happens to a simulated patient after the session: soreness over hours, side effects, now and then real harm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp
from random import Random

from tests.simulation import rates

EFFECTS: Mapping[str, tuple[float, tuple[float, float], tuple[float, float]]] = {
    "bruising": (rates.BRUISED, (1, 20), (60, 240)),
    "tired": (
        rates.ASKED_DIRECTLY * (rates.DROWSY + rates.FATIGUED) + rates.TIRED_MUSCLE * rates.TIRED_MUSCLE_PRESSED,
        (0, 6),
        (8, 40),
    ),
    "headache": (rates.ASKED_DIRECTLY * rates.HEADACHE, (0.5, 10), (4, 30)),
    "faintness": (rates.LIGHT_HEADED, (0, 3), (0.3, 5)),
    "tingling": (rates.TINGLING + rates.ASKED_DIRECTLY * rates.NUMBNESS, (0, 4), (3, 30)),
    "skin": (rates.ASKED_DIRECTLY * rates.ITCHING + 0.01, (0, 12), (12, 48)),
    "weak-numb": (rates.TIRED_MUSCLE * rates.TIRED_MUSCLE_AS_WEAK, (0, 6), (12, 52)),
    "bleeding-swelling": (rates.BLED * rates.BLEEDING_AS_DANGER, (0, 1), (5, 20)),
}
"""Button → how many have it and would press it, hours until it begins, hours it lasts. Durations are assumed."""


@dataclass(frozen=True)
class Kind:
    """A kind of serious harm: where, when, what is written and pressed of it, and what staff must make of it."""

    name: str
    weight: float
    tier: str
    files: tuple[str, ...]
    signs: tuple[str, ...]
    begins: tuple[float, float]
    regions: tuple[str, ...] = ()
    needs_risk: str | None = None
    sore: float = 0.0
    """How much it adds to soreness."""


_THORAX = ("neck", "shoulder", "upper-back", "mid-back", "chest")
_SPINE = ("neck", "upper-back", "mid-back", "low-back")
_MUSCLE = ("calf", "forearm", "thigh", "glute")
_LIMB = ("hip", "glute", "thigh", "knee", "calf", "foot", "upper-arm", "forearm", "hand", "shoulder")

KINDS: tuple[Kind, ...] = (
    Kind("pneumothorax", 8, "EMERGENCY", ("breathing", "chest"), ("breathing", "chest-pain"), (0.1, 48), _THORAX),
    Kind("infection", 8, "URGENT", ("infection", "fever"), ("fever",), (40, 168), sore=3),
    Kind("nerve", 5, "URGENT", ("nerve",), ("weak-numb",), (0.3, 24), (*_LIMB, "neck")),
    Kind(
        "compartment",
        4,
        "EMERGENCY",
        ("swelling",),
        ("bleeding-swelling", "weak-numb"),
        (2, 48),
        _MUSCLE,
        sore=6,
    ),
    Kind("epidural", 4, "EMERGENCY", ("spinal",), ("weak-numb",), (0.2, 96), _SPINE, sore=4),
    Kind("allergy", 3, "EMERGENCY", ("allergy",), ("breathing",), (0.05, 8)),
    Kind("clot", 3, "URGENT", ("clot",), ("bleeding-swelling",), (24, 240), ("calf", "thigh"), sore=2),
    Kind("faint-with-injury", 3, "EMERGENCY", ("fainting",), ("fainted",), (0.1, 12)),
    Kind("crisis", 3, "EMERGENCY", ("crisis",), (), (2, 200)),
    Kind("head-bleed", 2, "EMERGENCY", ("headache", "stroke"), ("headache", "weak-numb"), (0.3, 200), ("neck",)),
    Kind("bleeding", 2, "URGENT", ("bleeding-bruise",), ("bleeding-swelling",), (0.5, 60), (), "anticoagulant"),
    Kind("abdomen", 1, "EMERGENCY", ("abdomen",), ("bleeding-swelling",), (1, 72), ("abdomen", "low-back")),
    Kind("needle", 1, "URGENT", ("needle",), (), (1, 72)),
    Kind("pregnancy", 1, "EMERGENCY", ("pregnancy",), ("bleeding-swelling",), (1, 100), (), "pregnant"),
)
"""Weights, windows and regions after RF01-RF17 of the clinical fact base; the weights are the simulation's own."""


@dataclass(frozen=True)
class Harm:
    """One serious event: its kind, and the hours after the session at which it begins."""

    kind: Kind
    begins: float


@dataclass(frozen=True)
class Course:
    """One patient's course. Hours count from the end of the session."""

    peak: float
    halved_after: float
    rises: bool = False
    usual_pain: int = 0
    reports_usual_pain: bool = False
    flares: bool = False
    relief: float = 0.0
    effects: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Button → from and until which hour."""
    harm: Harm | None = None

    def soreness(self, hours: float) -> float:
        """How sore the treated area is, 0 to 10."""
        sore = self.peak / (1 + (max(hours, 0) / self.halved_after) ** rates.FALL_STEEPNESS)
        if self.rises and hours > 20:
            sore += rates.AGGRAVATED_BY * min((hours - 20) / 24, 1)
        if self.reports_usual_pain:
            pain = self.usual_pain * (1 - self.relief * min(hours / 72, 1)) + (self.flares and hours < 40)
            sore = max(sore, pain)
        if self.harm is not None and hours >= self.harm.begins:
            sore += self.harm.kind.sore
        return float(min(sore, 10.0))

    def score(self, hours: float, rng: Random) -> int:
        """The number the patient would give for it."""
        return round(min(max(self.soreness(hours) + rng.gauss(0, rates.SCORE_NOISE), 0), 10))

    def signs(self, hours: float) -> list[str]:
        """What the patient would press of side effects and danger at this hour."""
        now = [sign for sign, (begins, ends) in self.effects.items() if begins <= hours <= ends]
        if self.is_harmed(hours) and self.harm is not None:
            now += [sign for sign in self.harm.kind.signs if sign not in now]
        return now

    def is_harmed(self, hours: float) -> bool:
        return self.harm is not None and hours >= self.harm.begins

    @property
    def is_uneventful(self) -> bool:
        """Soreness alone, falling, never high: what the budget of messages is about."""
        return self.harm is None and not self.effects and not self.rises and self.peak < 6 and self._is_settled

    @property
    def _is_settled(self) -> bool:
        return not self.reports_usual_pain and self.halved_after < 20


def draw_course(rng: Random, harm: Harm | None) -> Course:
    """A course drawn from the published rates."""
    is_slow = rng.random() < rates.SLOW_SHARE
    usual = round(min(max(rng.gauss(5, 1.8), 2), 9)) if rng.random() < rates.HAS_USUAL_PAIN else 0
    return Course(
        peak=min(max(rng.gauss(rates.SORE_AT_ONCE, rates.SORE_SPREAD), 0), 10),
        halved_after=(rates.SLOW_HALVED_AFTER_HOURS if is_slow else rates.HALVED_AFTER_HOURS)
        * exp(rng.gauss(0, rates.HALVED_SPREAD)),
        rises=rng.random() < rates.AGGRAVATED,
        usual_pain=usual,
        reports_usual_pain=usual > 0 and rng.random() < rates.REPORTS_USUAL_PAIN,
        flares=rng.random() < rates.FLARED,
        relief=min(max(rng.gauss(0.35, 0.25), 0), 1),
        effects={name: _span(rng, begins, lasts) for name, (p, begins, lasts) in EFFECTS.items() if rng.random() < p},
        harm=harm,
    )


def deck(rng: Random, count: int) -> list[Kind]:
    """The kinds of `count` serious events, each about as often as its weight says, in random order."""
    whole = sum(kind.weight for kind in KINDS)
    kinds = [kind for kind in KINDS for _ in range(round(count * kind.weight / whole))]
    kinds = (kinds + rng.choices(KINDS, [kind.weight for kind in KINDS], k=count))[:count]
    rng.shuffle(kinds)
    return kinds


def _span(rng: Random, begins: tuple[float, float], lasts: tuple[float, float]) -> tuple[float, float]:
    begin = rng.uniform(*begins)
    return begin, begin + rng.uniform(*lasts)
