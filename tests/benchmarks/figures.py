"""What a benchmark finds: a row of figures for each contestant, and whether ours met the goals."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A figure's heading and how it is written, e.g. "{:.1f} ms"; what is missing is a dash."""

    key: str
    heading: str
    form: str = "{:,.0f}"

    def written(self, value: float | None) -> str:
        return "–" if value is None else self.form.format(value)


@dataclass(frozen=True)
class Entry:
    """A contestant of a benchmark: `contestant` is its module and function, `backend` the database it gets.

    `per_reminder`: seconds it may need to plan one, by which its start is put forward.
    """

    label: str
    contestant: str
    backend: str = ""
    variant: str = ""
    is_ours: bool = False
    per_reminder: float = 0.0015

    @property
    def name(self) -> str:
        return f"{self.label}, {_DATABASES[self.backend]}" if self.backend else self.label


_DATABASES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


@dataclass(frozen=True)
class Row:
    """One contestant's figures by column key, under one of the benchmark's settings ("" where it has one only)."""

    name: str
    figures: dict[str, float | None]
    setting: str = ""
    is_ours: bool = False
    remark: str = ""


@dataclass(frozen=True)
class Goal:
    """What ours was to reach, in words with the figure it got; `met` None: there was nothing to judge."""

    words: str
    met: bool | None


@dataclass(frozen=True)
class Result:
    """One benchmark's outcome. `remarks` say what a reader must know to judge the figures."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    goals: Sequence[Goal]
    remarks: Sequence[str] = ()


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least `share` of them do not exceed; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[min(max(-int(-share * len(ordered) // 1) - 1, 0), len(ordered) - 1)]


def ratio(value: float | None, to: float | None) -> float | None:
    return None if value is None or not to else value / to


def goal(words: str, value: float | None, form: str, met: bool) -> Goal:
    """A goal with the figure that was got."""
    if value is None:
        return Goal(f"{words}: not measured", None)
    return Goal(f"{words}: {form.format(value)}", met)


@dataclass(frozen=True)
class Size:
    """How large a run is. `alerts_every` seconds; `over` seconds for what is spread out."""

    burst: int
    alerts_every: float
    flood: int
    patience: float
    """Seconds after which a contestant that delivers nothing is given up."""
    punctual: int
    over: float
    planned: int
    jobs: int
    stored_jobs: int
    claims: int
    starts: int
    updates: int
    lead: float
    """Seconds that every contestant has to start in, besides planning."""


FULL = Size(3000, 5.0, 5000, 60.0, 2000, 60.0, 1_000_000, 50_000, 5_000, 300, 3, 5000, 6.0)
SMALL = Size(40, 0.5, 60, 15.0, 40, 1.0, 300, 200, 30, 10, 1, 60, 4.0)
