"""Whether a message about to go out is still wanted: not stopped, answered, too late, or in quiet hours."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.domain.deliveries import Postponed
from bot.domain.plan import asks_when_late
from bot.domain.protocol import Protocol
from bot.domain.quiet_hours import next_allowed
from bot.domain.status import CheckInState, EnrollmentState, FlagState, Lane
from bot.domain.tiers import Tier
from bot.services import asking, holding, last_answers, safety
from bot.services.escalating import HELD
from bot.services.planning import protocol_of, zone_of
from bot.services.practice import Practice
from bot.services.unanswered import NUDGE
from bot.storage import flags
from bot.storage.tables import CheckIn, Enrollment, Flag, OutboxMessage, Patient

_NOT_ACTIVE = {
    EnrollmentState.PAUSED: "paused",
    EnrollmentState.STOPPED: "stopped",
    EnrollmentState.CANCELED: "canceled",
}


def still_wanted(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> str | Postponed | None:
    """None while it is wanted, why it is not, or until when it waits. May shorten what has become too late."""
    if row.edits_id is not None:
        return None
    if row.kind == safety.KIND:
        return safety.still_wanted(db, row)
    if row.kind == HELD:
        return holding.still_wanted(db, row)
    if row.kind == flags.CARD:
        return _card(db, row, now)
    if row.lane == Lane.REMINDER and row.enrollment_id is not None:
        return _routine(db, practice, row, now)
    return None


def _card(db: Session, row: OutboxMessage, now: datetime) -> str | None:
    """A further telling is wanted while nobody has taken the flag."""
    flag = db.get(Flag, row.flag_id) if row.flag_id else None
    if flag is None:
        return "forgotten"
    if not (row.unique_key or "").startswith("again:"):
        return None
    if flag.state != FlagState.OPEN:
        return "taken"
    later = (other for other in flags.cards(db, flag.id or 0) if other.chat_id == row.chat_id and other.due_at <= now)
    return "told-later" if any(other.due_at > row.due_at for other in later) else None  # after an outage, say it once


def _routine(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> str | Postponed | None:
    enrollment = db.get_one(Enrollment, row.enrollment_id)
    patient = db.get_one(Patient, enrollment.patient_id)
    if enrollment.state != EnrollmentState.ACTIVE:
        return _NOT_ACTIVE.get(EnrollmentState(enrollment.state), "over")
    if patient.unreachable_at is not None:
        return "unreachable"
    check_in = db.get(CheckIn, row.check_in_id) if row.check_in_id else None
    if check_in is not None and not _is_to_ask(check_in, row):
        return "answered"
    waits = _quiet(practice, patient, enrollment, row, now)
    if waits is not None:
        return waits
    if (late_from := row.content.get("content_until")) and now >= datetime.fromisoformat(late_from):
        return _shorten(db, practice, row, check_in, enrollment, patient)
    _fit_to_answers(db, practice, row, enrollment)
    flag = flags.unsettled(db, enrollment.patient_id)
    if flag is not None and flag.tier >= Tier.URGENT and row.kind != NUDGE:
        return _without_advice(practice, row, check_in, enrollment, patient)
    if check_in is not None and last_answers.is_closing_short(db, practice, enrollment, check_in.step):
        _shorten_closing(practice, row, check_in, enrollment, patient)
    return None


def _is_to_ask(check_in: CheckIn, row: OutboxMessage) -> bool:
    if row.kind == "nudge" or (row.unique_key or "").startswith("once-more:"):
        return check_in.state == CheckInState.ASKED
    return check_in.state == CheckInState.PLANNED


def _quiet(
    practice: Practice, patient: Patient, enrollment: Enrollment, row: OutboxMessage, now: datetime
) -> str | Postponed | None:
    """Nothing routine in the patient's night, except what answers what they just did."""
    if _is_at_once(protocol_of(practice, enrollment.protocol), row):
        return None
    until = next_allowed(now, practice.clinic.quiet, zone_of(practice, patient))
    if until <= now:
        return None
    if row.expires_at is not None and until >= row.expires_at:
        return "no-longer-useful"
    return Postponed(until, "quiet-hours")


def _is_at_once(protocol: Protocol, row: OutboxMessage) -> bool:
    steps = row.content.get("steps", [])
    return any(step.at_once for step in protocol.steps if step.id in steps)


def _shorten(
    db: Session,
    practice: Practice,
    row: OutboxMessage,
    check_in: CheckIn | None,
    enrollment: Enrollment,
    patient: Patient,
) -> str | None:
    """Hours late: the advice is stale, the question about danger is kept."""
    asks = asks_when_late(check_in.asks) if check_in else []
    if check_in is None or not asks:
        return "too-late"
    check_in.asks = asks
    said = asking.asked_alone(protocol_of(practice, enrollment.protocol), check_in, patient, "late")
    row.template = said.template
    row.content = {**row.content, **said.content(), "content_until": None}
    db.flush()
    return None


def _without_advice(
    practice: Practice, row: OutboxMessage, check_in: CheckIn | None, enrollment: Enrollment, patient: Patient
) -> str | None:
    """While something urgent is open, no tips and nothing of what most people feel: the questions, and the end."""
    protocol = protocol_of(practice, enrollment.protocol)
    if row.template == asking.ONCE_MORE or _is_at_once(protocol, row):
        return None
    paragraphs = [{"key": row.template, "args": row.content["args"]}, *row.content["more"]]
    ends = [paragraph for paragraph in paragraphs if paragraph["key"] in protocol.ending_keys]
    if check_in is not None:
        said = asking.asked_alone(protocol, check_in, patient, "worry")
        row.template = said.template
        row.content = {**row.content, **said.content(), "more": [*ends, *said.content()["more"]]}
    elif ends:
        row.template = ends[0]["key"]
        row.content = {**row.content, "args": ends[0]["args"], "more": ends[1:]}
    else:
        return "open-flag"
    return None


def _shorten_closing(
    practice: Practice, row: OutboxMessage, check_in: CheckIn, enrollment: Enrollment, patient: Patient
) -> None:
    """All is well: the last check-in says so and asks only how the area has changed."""
    protocol = protocol_of(practice, enrollment.protocol)
    if row.kind != NUDGE and set(check_in.asks) != set(protocol.tapering.closing_asks):
        asking.ask_instead(protocol, row, check_in, patient, protocol.tapering.closing_asks, because="reply-all-well")


def _fit_to_answers(db: Session, practice: Practice, row: OutboxMessage, enrollment: Enrollment) -> None:
    """The end of the restriction says what the last answers allow."""
    if "verdict" not in row.content["args"] and not any("verdict" in part["args"] for part in row.content["more"]):
        return
    verdict = last_answers.restriction_verdict(db, practice, enrollment)
    more = [{**part, "args": _with(part["args"], verdict)} for part in row.content["more"]]
    row.content = {**row.content, "args": _with(row.content["args"], verdict), "more": more}
    db.flush()


def _with(args: dict[str, Any], verdict: str) -> dict[str, Any]:
    """Where the same message asks for the answers that decide, earlier ones only say no."""
    is_open = args.get("verdict") == "unknown" or (args.get("verdict") == "asked" and verdict == "talk")
    return {**args, "verdict": verdict} if is_open else args
