"""Building the dated plan of one enrollment, and changing single messages of it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.merging import Group, grouped, within_budget
from bot.domain.placing import Placed, Setting, place
from bot.domain.planned import DroppedStep, Part, Place, Plan, PlannedStep, Session, Value
from bot.domain.protocol import Protocol
from bot.domain.quiet_hours import QuietHours, next_allowed

__all__ = [
    "DroppedStep",
    "Part",
    "Place",
    "Plan",
    "PlannedStep",
    "Session",
    "Value",
    "asks_when_late",
    "build_plan",
    "snoozed",
]

SAFETY_QUESTIONS = ("symptoms", "infection")
FIRST_DAY = timedelta(hours=24)
"""For so long what is said of bathing, alcohol and the first hours is of use (clinical fact base 2.2)."""


def build_plan(
    protocol: Protocol,
    session: Session,
    *,
    zone: ZoneInfo,
    quiet: QuietHours | None,
    now: datetime,
    already: frozenset[str] = frozenset(),
) -> Plan:
    """The plan as it stands for a patient who joins (or whose plan is made anew) at `now`.

    Nothing is due before `now`. `already` are ids of steps that were sent or asked and do not come again.
    Raises ValueError for a restriction outside the protocol's bounds.
    """
    if not protocol.shortest_restriction <= session.restriction_for <= protocol.longest_restriction:
        raise ValueError("the restriction is outside the protocol's bounds")
    setting = Setting(session, zone, quiet, now)
    placed = [place(protocol, step, setting) for step in protocol.steps if step.id not in already]
    dropped = [item for item in placed if isinstance(item, DroppedStep)]
    groups = grouped(protocol, [item for item in placed if isinstance(item, Placed)])
    counted_until = session.ended_at.astimezone(UTC) + protocol.counted_for
    groups, left_out = within_budget(protocol, groups, counted_until)
    dropped += [DroppedStep(item.step.id, item.step.kind, "enough-messages") for item in left_out]
    return Plan(tuple(_message(protocol, setting, group) for group in groups), tuple(dropped))


def asks_when_late(asks: Iterable[str]) -> list[str]:
    """What a message still asks once its advice is stale: after danger signs alone (clinical fact base 6.3)."""
    return [question for question in asks if question in SAFETY_QUESTIONS]


def snoozed(
    now: datetime,
    expires_at: datetime,
    quiet: QuietHours | None,
    zone: ZoneInfo,
    later_for: timedelta = timedelta(hours=2),
) -> datetime | None:
    """When a message comes again after **Later** was pressed; None when it would no longer be useful."""
    due_at = next_allowed(now.astimezone(UTC) + later_for, quiet, zone)
    return due_at if due_at < expires_at else None


def ordered_asks(protocol: Protocol, session: Session, asks: Iterable[str], due_at: datetime) -> tuple[str, ...]:
    """Questions in the protocol's order, each once; danger signs first where a lung is near the needles."""
    wanted = set(asks)
    if "soreness" in wanted:
        since_session = due_at - session.ended_at.astimezone(UTC)
        wanted |= {one.id for one in protocol.questions if one.joins_soreness(since_session)}
    order = [question.id for question in protocol.questions if question.id in wanted]
    if protocol.breathing.applies(session.regions, session.risks) and "symptoms" in wanted:
        order.remove("symptoms")
        order.insert(0, "symptoms")
    return tuple(order)


def part_args(
    protocol: Protocol, session: Session, zone: ZoneInfo, due_at: datetime, verdict: str = "unknown"
) -> dict[str, Value]:
    """What every wording of a plan may use beside the clinic's own values; `until` is on the wall clock.

    `verdict` is what the end of the restriction says: `unknown` until it is sent, or `asked` where the same message
    asks for the answers that decide it.
    """
    return {
        "region": Place(session.region, session.side),
        "area": protocol.areas[session.region],
        "hours": int(session.restriction_for.total_seconds() // 3600),
        "until": session.restriction_ends_at.astimezone(zone),
        "restriction": "over" if due_at >= session.restriction_ends_at else "running",
        "first_day": "over" if due_at - session.ended_at >= FIRST_DAY else "running",
        "breathing": _breathing(protocol, session, zone),
        "verdict": verdict,
    }


def _breathing(protocol: Protocol, session: Session, zone: ZoneInfo) -> str:
    """`first` where a lung is near the needles, `evening` where the night begins soon, else `listed`."""
    if protocol.breathing.applies(session.regions, session.risks):
        return "first"
    ended_time = session.ended_at.astimezone(zone).time()
    return "evening" if ended_time >= protocol.breathing.evening_time else "listed"


def _message(protocol: Protocol, setting: Setting, group: Group) -> PlannedStep:
    session, zone = setting.session, setting.zone
    order = {step.id: index for index, step in enumerate(protocol.steps)}
    members = sorted(group.members, key=lambda item: (protocol.rank(item.step.kind), -order[item.step.id]))
    lead = members[0]
    wanted = (ask for item in members for ask in item.step.asks)
    asks = ordered_asks(protocol, session, wanted, group.due_at)
    args = part_args(protocol, session, zone, group.due_at, verdict="asked" if "soreness" in asks else "unknown")
    content_until = _content_until(protocol, group)
    useful_until = max(item.expires_at for item in members)
    return PlannedStep(
        step=lead.step.id,
        kind=lead.step.kind,
        due_at=group.due_at,
        expires_at=useful_until if asks else min(useful_until, content_until),
        content_until=content_until,
        local_time=group.due_at.astimezone(zone),
        parts=tuple(Part(item.step.id, item.step.kind, _key(item, session), args) for item in _told_once(members)),
        asks=asks,
        steps=tuple(item.step.id for item in members),
        moved_because=lead.moved_because if lead.due_at == group.due_at else "merged",
    )


def _told_once(members: Sequence[Placed]) -> list[Placed]:
    """One part of each kind, and one opening: a message that merged two check-ins opens as the later one."""
    told: list[Placed] = []
    for item in members:
        repeats = any(other.step.kind == item.step.kind for other in told)
        second_opening = bool(item.step.asks) and any(other.step.asks for other in told)
        if not repeats and not second_opening:
            told.append(item)
    return told


def _key(item: Placed, session: Session) -> str:
    for risk, key in item.step.key_for_risk.items():
        if risk in session.risks:
            return key
    return item.step.key


def _content_until(protocol: Protocol, group: Group) -> datetime:
    if any(item.step.at_once for item in group.members):
        return max(item.expires_at for item in group.members)
    return (group.due_at + protocol.late_after).astimezone(UTC)
