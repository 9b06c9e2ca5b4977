"""The clinic's own protocol and answer rules, and the fixed Monday the tests happen on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.catalog.answers import load_answers
from bot.catalog.protocols import load_protocol
from bot.domain.plan import Plan, PlannedStep, Session, build_plan
from bot.domain.quiet_hours import QuietHours, parse_quiet_hours

MESSAGES = Path(__file__).resolve().parents[2] / "messages"
PROTOCOL = load_protocol(MESSAGES / "protocols" / "standard.toml")
ANSWERS = load_answers(MESSAGES / "triage")
MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=MADRID).astimezone(UTC)
QUIET = parse_quiet_hours("21:00-08:00")


def local(text: str, zone: ZoneInfo = MADRID) -> datetime:
    """A wall time such as “2026-03-28T18:00” in `zone`."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def session(
    region: str = "calf", *, ended_at: datetime = MONDAY, hours: float = 48, risks: tuple[str, ...] = ()
) -> Session:
    return Session(ended_at, region, "left", timedelta(hours=hours), frozenset(risks))


def planned(
    of: Session,
    *,
    zone: ZoneInfo = MADRID,
    quiet: QuietHours | None = QUIET,
    now: datetime | None = None,
    already: frozenset[str] = frozenset(),
) -> Plan:
    return build_plan(PROTOCOL, of, zone=zone, quiet=quiet, now=now or of.ended_at, already=already)


def step(plan: Plan, name: str) -> PlannedStep:
    """The message that holds the step of that name."""
    return next(message for message in plan.steps if name in message.steps)


def names(plan: Plan) -> list[str]:
    return [name for message in plan.steps for name in message.steps]


def reason_for_dropping(plan: Plan, name: str) -> str | None:
    return next((dropped.because for dropped in plan.dropped if dropped.step == name), None)
