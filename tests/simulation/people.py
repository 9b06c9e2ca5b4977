"""Who comes to the simulated clinic: area, risks, language, and how each of them deals with the bot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import exp
from random import Random
from typing import TypeVar

from tests.simulation import rates
from tests.simulation.courses import Course, Harm, Kind, deck, draw_course

T = TypeVar("T")

SIDED = ("shoulder", "hip", "glute", "thigh", "knee", "calf", "foot", "upper-arm", "forearm", "hand")


class Style(StrEnum):
    """How somebody answers a check-in."""

    PRESSES = "presses"
    TYPES = "types"
    WRITES = "writes"
    SILENT = "silent"


class Telling(StrEnum):
    """How a patient with a serious event lets it be known, if at all."""

    WRITES = "writes"
    """At once, in words of their own."""
    PRESSES = "presses"
    """At the next check-in; in words when none comes for a day."""
    LEAVES_UNSENT = "leaves-unsent"
    """At the next check-in a danger sign is chosen and **Send** never pressed."""
    DENIES_FIRST = "denies-first"
    """**None of these** at the next check-in, then words."""
    SILENT = "silent"
    """Never says anything from then on."""


TELLINGS = {
    Telling.WRITES: 0.5,
    Telling.PRESSES: 0.25,
    Telling.LEAVES_UNSENT: 0.08,
    Telling.DENIES_FIRST: 0.09,
    Telling.SILENT: 0.08,
}
"""Assumed shares. What cannot be pressed (a crisis, a needle) is written."""


@dataclass(frozen=True)
class Profile:
    """One patient before anything has happened."""

    number: int
    chat_id: int
    name: str
    language: str
    region: str
    side: str | None
    hours: int
    risks: tuple[str, ...]
    ended_at: datetime
    joins_after: timedelta | None
    """None: never opens the link."""
    declines: bool
    style: Style
    opts_out_after: float | None
    blocks_after: float | None
    """Hours after the session."""
    far_zone: bool
    course: Course
    telling: Telling

    @property
    def line(self) -> str:
        """What the therapist types behind /enroll."""
        area = f"{self.side} {self.region}" if self.side else self.region
        return ", ".join([self.name, area.replace("-", " ", 1), f"{self.hours}h", *self.risks])


def draw_patients(seed: int, count: int, serious: int, sessions: list[datetime]) -> list[Profile]:
    """`count` patients, `serious` of them with a serious event, one for each session in order."""
    rng = Random(seed)
    kinds = deck(rng, serious)
    unlucky = dict(zip(rng.sample(range(count), serious), kinds, strict=True))
    return [
        _patient(Random(f"{seed}:{number}"), number, sessions[number], unlucky.get(number)) for number in range(count)
    ]


def _patient(rng: Random, number: int, ended_at: datetime, kind: Kind | None) -> Profile:
    region = rng.choice(kind.regions) if kind and kind.regions else pick(rng, rates.REGIONS)
    risks = tuple(risk for risk, share in rates.RISKS.items() if rng.random() < share)
    if kind and kind.needs_risk and kind.needs_risk not in risks:
        risks = (*risks, kind.needs_risk)
    harm = Harm(kind, rng.uniform(*kind.begins)) if kind else None
    telling = pick(rng, TELLINGS) if harm and harm.kind.signs else Telling.WRITES
    return Profile(
        number,
        chat_id=10_000 + number,
        name=_name(number),
        language="es" if rng.random() < rates.SPEAKS_SPANISH else "en",
        region=region,
        side=rng.choice(("left", "right")) if region in SIDED else None,
        hours=rng.choice((24, 48, 48)),
        risks=risks,
        ended_at=ended_at,
        joins_after=_joins_after(rng, kind),
        declines=kind is None and rng.random() < rates.DECLINED,
        style=_style(rng, kind),
        opts_out_after=_at(rng, rates.OPTED_OUT, kind),
        blocks_after=_at(rng, rates.BLOCKED, kind),
        far_zone=rng.random() < rates.FAR_ZONE,
        course=draw_course(rng, harm),
        telling=telling,
    )


def _joins_after(rng: Random, kind: Kind | None) -> timedelta | None:
    """Whoever has a serious event has joined at once: it is the bot that is judged, not the door."""
    if kind is None and rng.random() < rates.NEVER_OPENED:
        return None
    if kind is None and rng.random() < rates.JOINED_LATE:
        return timedelta(hours=rng.uniform(1, 40))
    return timedelta(seconds=rng.uniform(20, 180))


def _style(rng: Random, kind: Kind | None) -> Style:
    if kind is None and rng.random() < rates.NEVER_REACHED:
        return Style.SILENT
    shares = {Style.TYPES: float(rates.TYPES_NUMBERS), Style.WRITES: float(rates.WRITES_INSTEAD)}
    return pick(rng, {**shares, Style.PRESSES: 1 - sum(shares.values())})


def _at(rng: Random, share: float, kind: Kind | None) -> float | None:
    return rng.uniform(0.5, 80) if kind is None and rng.random() < share else None


def _name(number: int) -> str:
    """A name of letters only, different for everybody."""
    letters = ""
    for _ in range(3):
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
    return f"Pat Q{letters}"


def pick(rng: Random, shares: Mapping[T, float]) -> T:
    """One of the keys, as often as its share."""
    return rng.choices(list(shares), list(shares.values()))[0]


def log_normal(rng: Random, median: float, spread: float) -> float:
    return median * exp(rng.gauss(0, spread))
