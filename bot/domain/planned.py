"""The values of a dated plan: the session it starts from, its messages, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class Place:
    """A treated area, to be named in the reader's language."""

    region: str
    side: str | None


Value = str | int | datetime | Place


@dataclass(frozen=True)
class Session:
    """A needling session as the therapist stamped it."""

    ended_at: datetime
    region: str
    side: str | None
    restriction_for: timedelta
    """24 to 48 hours without strenuous activity."""
    risks: frozenset[str] = frozenset()
    needled_before: frozenset[str] = frozenset()
    """Regions of sessions so shortly before this one that what happens now may come from them."""

    @property
    def regions(self) -> frozenset[str]:
        return self.needled_before | {self.region}

    @property
    def restriction_ends_at(self) -> datetime:
        return self.ended_at.astimezone(UTC) + self.restriction_for


@dataclass(frozen=True)
class Part:
    """One paragraph of a message: which step it comes from, its wording key and that wording's values."""

    step: str
    kind: str
    key: str
    args: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedStep:
    """One message of the plan, of one step or of several merged."""

    step: str
    """Unique in the plan: the id of its most important step."""
    kind: str
    due_at: datetime
    expires_at: datetime
    """Useful until; not sent at or after it."""
    content_until: datetime
    """From here on only the safety question is still asked (see `asks_when_late`)."""
    local_time: datetime
    """`due_at` on the patient's wall clock."""
    parts: tuple[Part, ...]
    """The first line's part first."""
    asks: tuple[str, ...]
    steps: tuple[str, ...]
    """All the steps this message stands for."""
    moved_because: str | None = None
    """quiet-hours, before-quiet-hours, joined-late, at-once, merged; None at its own time."""

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.kind for part in self.parts))


@dataclass(frozen=True)
class DroppedStep:
    """A step that is not sent: not-for-this-patient, no-longer-useful, enough-messages, good-answers."""

    step: str
    kind: str
    because: str


@dataclass(frozen=True)
class Plan:
    """All messages in order of time, and what was left out."""

    steps: tuple[PlannedStep, ...]
    dropped: tuple[DroppedStep, ...]
