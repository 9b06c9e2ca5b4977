"""How the bot is, in the few numbers that tell whether patients and staff are being served."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.storage import claims, inbox

_OLDEST_DUE = timedelta(minutes=5)
_LAST_POLL = timedelta(minutes=3)


@dataclass(frozen=True)
class Pulse:
    """Ages are real time; `polled_ago` is None in webhook mode, `trouble` names why nothing is coming in."""

    database_ok: bool
    oldest_due_for: timedelta = timedelta(0)
    pending_updates: int = 0
    dead_letters: int = 0
    polled_ago: timedelta | None = None
    trouble: str | None = None

    @property
    def is_well(self) -> bool:
        deaf = self.polled_ago is not None and self.polled_ago > _LAST_POLL
        return self.database_ok and not deaf and self.trouble is None and self.oldest_due_for <= _OLDEST_DUE

    def as_json(self) -> dict[str, object]:
        return {
            "ok": self.is_well,
            "database": self.database_ok,
            "oldest_due_seconds": round(self.oldest_due_for.total_seconds(), 1),
            "pending_updates": self.pending_updates,
            "dead_letters": self.dead_letters,
            "last_poll_seconds": None if self.polled_ago is None else round(self.polled_ago.total_seconds(), 1),
            "trouble": self.trouble,
        }


def take(db: Session, now: datetime, speed: float) -> Pulse:
    """What the database knows; the clinic's clock runs `speed` times faster than real time."""
    return Pulse(
        database_ok=True,
        oldest_due_for=claims.oldest_due(db, now) / speed,
        pending_updates=inbox.count_pending(db),
        dead_letters=inbox.count_dead(db),
    )


def as_metrics(pulse: Pulse) -> str:
    """In Prometheus' text format."""
    values = {
        "up": int(pulse.is_well),
        "database_up": int(pulse.database_ok),
        "outbox_oldest_due_seconds": pulse.oldest_due_for.total_seconds(),
        "inbox_pending_updates": pulse.pending_updates,
        "inbox_dead_letters": pulse.dead_letters,
    }
    if pulse.polled_ago is not None:
        values["last_poll_seconds"] = pulse.polled_ago.total_seconds()
    return "".join(f"# TYPE aftercare_{name} gauge\naftercare_{name} {value}\n" for name, value in values.items())
