"""The short answer to what a patient wrote when it is no emergency: passed on, looked at when, or a kind word."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState, FlagState
from bot.domain.tiers import Tier
from bot.services import advising
from bot.services.cases import Case
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.services.saying import About, Argument, When, Words, area, say
from bot.storage.tables import Flag, Member, Report

_FITTING = {
    "tingling": "tingling", "headache": "headache", "nausea": "nausea", "itch-local": "itch-local",
    "dots-slight": "dots-slight", "bled-a-little": "bled-a-little", "bruise-small": "bruise-small", "cried": "cried",
    "tired": "tired", "sore-mild": "sore", "score-mild": "sore", "pain": "sore", "well": "well", "thanks": "thanks",
}  # fmt: skip
"""What an everyday concept is answered with; the first one that was said decides."""


def reply(db: Session, practice: Practice, case: Case, report: Report, flag: Flag | None, now: datetime) -> None:
    """Answer a report below emergency."""
    chat_id = case.patient.telegram_id
    if chat_id is None:
        return
    about = About(patient_id=case.patient_id, flag_id=flag.id if flag else None)
    say(db, chat_id, _words(db, practice, case, report, flag, now), when=When(now), about=about)


def _words(db: Session, practice: Practice, case: Case, report: Report, flag: Flag | None, now: datetime) -> Words:
    if flag is not None and flag.state == FlagState.ACKNOWLEDGED:
        taken_by = db.get(Member, flag.acknowledged_by) if flag.acknowledged_by else None
        return Words("report-passed-on", {"who": taken_by.first_name if taken_by else ""})
    if flag is not None and flag.tier >= Tier.URGENT:
        return Words("report-added", {"tier": Tier(flag.tier).word})
    if report.tier >= Tier.WATCH:
        return Words("report-watch", advising.looked_at(practice, now))
    return _expected(practice, case, report, now)


def _expected(practice: Practice, case: Case, report: Report, now: datetime) -> Words:
    enrollment = case.enrollment
    if enrollment is None or _is_over(practice, case, now):
        return Words("report-after-end")
    fitting = next((answer for concept, answer in _FITTING.items() if concept in report.concepts), "other")
    args: dict[str, Argument] = {
        "region": area(enrollment.region, enrollment.side),
        "day": min(int((case.hours(now) or 0.0) // 24) + 1, 4),
        "stopped": "yes" if enrollment.state == EnrollmentState.STOPPED else "no",
    }
    return Words(f"report-expected-{fitting}", args)


def _is_over(practice: Practice, case: Case, now: datetime) -> bool:
    assert case.enrollment is not None
    listening_for = protocol_of(practice, case.enrollment.protocol).listening_for
    return now >= case.enrollment.ended_at + listening_for
