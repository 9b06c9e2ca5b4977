"""Every message a patient would get, as `preview` shows it: dated, worded, and with why it was moved or left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.plan import Plan, PlannedStep, Session, Value, build_plan
from bot.domain.protocol import Protocol
from bot.domain.quiet_hours import QuietHours

Render = Callable[[str, Mapping[str, Value]], str]
"""A wording key and its values to plain text in the reader's language."""


@dataclass(frozen=True)
class PreviewLine:
    """One message of the plan. Instants are aware UTC, `local_time` is the patient's wall clock."""

    step: str
    kind: str
    kinds: tuple[str, ...]
    due_at: datetime
    local_time: datetime
    expires_at: datetime
    moved_because: str | None
    asks: tuple[str, ...]
    text: str

    def as_json(self) -> dict[str, Any]:
        """As interface.md promises it, with the kinds that were merged and the questions asked besides."""
        return {
            "step": self.step,
            "kind": self.kind,
            "kinds": list(self.kinds),
            "due_at": self.due_at.isoformat(),
            "local_time": self.local_time.isoformat(timespec="minutes"),
            "expires_at": self.expires_at.isoformat(),
            "moved_because": self.moved_because,
            "asks": list(self.asks),
            "text": self.text,
        }


@dataclass(frozen=True)
class DroppedLine:
    """A step of the protocol this patient does not get, and why, as a code with the wording key dropped-<code>."""

    step: str
    kind: str
    because: str


@dataclass(frozen=True)
class Preview:
    """All messages in order, and what was left out."""

    lines: tuple[PreviewLine, ...]
    dropped: tuple[DroppedLine, ...]


def preview(
    protocol: Protocol,
    session: Session,
    *,
    zone: ZoneInfo,
    quiet: QuietHours | None,
    render: Render,
    now: datetime | None = None,
) -> Preview:
    """The plan of a patient who joins at `now` (when the session ends, if not given).

    Raises ValueError for a restriction outside the protocol's bounds.
    """
    plan = build_plan(protocol, session, zone=zone, quiet=quiet, now=now or session.ended_at)
    return Preview(
        lines=tuple(_line(protocol, step, render) for step in plan.steps),
        dropped=_dropped(plan),
    )


def _line(protocol: Protocol, step: PlannedStep, render: Render) -> PreviewLine:
    return PreviewLine(
        step=step.step,
        kind=step.kind,
        kinds=step.kinds,
        due_at=step.due_at,
        local_time=step.local_time,
        expires_at=step.expires_at,
        moved_because=step.moved_because,
        asks=step.asks,
        text=_text(protocol, step, render),
    )


def _text(protocol: Protocol, step: PlannedStep, render: Render) -> str:
    """The message's paragraphs and, since they follow one after the other in it, all its questions."""
    said = [render(part.key, part.args) for part in step.parts]
    asked = [render(protocol.question(ask).key, {}) for ask in step.asks]
    return "\n\n".join(said + asked)


def _dropped(plan: Plan) -> tuple[DroppedLine, ...]:
    return tuple(DroppedLine(step.step, step.kind, step.because) for step in plan.dropped)
