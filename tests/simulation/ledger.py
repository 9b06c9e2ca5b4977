"""What is written down while the simulation runs: what came in, what arrived where, what serious harm was told when."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tests.simulation.examples import Example


@dataclass(frozen=True)
class Arrival:
    """A message, or an edit of one, that reached its reader."""

    at: datetime
    chat_id: int
    row_id: int
    template: str
    kind: str | None
    lane: int
    patient_id: int | None
    is_edit: bool
    at_once: bool
    """A summary that answers what the patient did a moment ago; it may come at night."""
    is_put_off: bool
    """A reminder that comes again because the patient pressed **Later**."""


@dataclass(frozen=True)
class Written:
    """A text a patient sent, and the rows in their chat that answered it in the same transaction."""

    at: datetime
    number: int
    text: str
    example: Example | None
    answers: Sequence[int]
    tier: int | None
    """What it was given; None where it was taken as an answer to a question."""
    asked: bool
    rules: Sequence[str] = ()


@dataclass
class Told:
    """A serious event, and when and how it was first made known."""

    number: int
    begins_at: datetime
    at: datetime | None = None
    how: str = "never"


@dataclass
class Ledger:
    """Everything noted; measuring.py makes figures of it."""

    arrivals: dict[int, list[Arrival]] = field(default_factory=lambda: defaultdict(list))
    """By chat."""
    staff_arrivals: dict[int, list[Arrival]] = field(default_factory=lambda: defaultdict(list))
    """Messages about a patient that reached staff, by patient id."""
    written: list[Written] = field(default_factory=list)
    told: dict[int, Told] = field(default_factory=dict)
    """By patient number."""
    updates: int = 0
    faults: list[str] = field(default_factory=list)
    toasts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    untranslated: set[str] = field(default_factory=set)
    joined: dict[int, datetime] = field(default_factory=dict)

    def harm_told(self, number: int, at: datetime, how: str) -> None:
        """Only the first telling counts."""
        told = self.told[number]
        if told.at is None and at >= told.begins_at:
            told.at, told.how = at, how
