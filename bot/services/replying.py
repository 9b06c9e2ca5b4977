"""The short answer to what a patient wrote when it is no emergency: passed on, looked at when, or a kind word."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState, FlagState
from bot.domain.tiers import Tier
from bot.services import advising
from bot.services.cases import Case, stands
from bot.services.planning import listens_until
from bot.services.practice import Practice
from bot.services.saying import About, Argument, Paragraph, When, Words, area, say
from bot.storage import outbox
from bot.storage.tables import Flag, Member, Report

_KEY = "reply:"
_FITTING = {
    "soreness": "sore", "bruise": "bruise-small", "bled": "bled-a-little", "slightly-red": "dots-slight",
    "itch": "itch-local", "nausea": "nausea", "headache": "headache", "tingling": "tingling", "well": "well",
}  # fmt: skip
"""What an everyday rule is answered with; the first one that decided counts."""
_ADVICE = {
    "dizzy": "faintness", "near-faint": "faintness", "tingling": "tingling", "headache": "headache",
    "nausea": "nausea", "low-mood": "tearful",
}  # fmt: skip
"""What to do meanwhile, for a rule that staff look at later: the advice that the button of the same sign gives."""
_BETTER = {"well", "going-down"}
"""Concepts that say how the patient is; thanks without them is only thanks."""
_MORE_FITTING = {("sore", "cried"): "cried", ("sore", "tired"): "tired"}
"""A concept said beside it that has an answer of its own."""


def reply(db: Session, practice: Practice, case: Case, report: Report, flag: Flag | None, now: datetime) -> None:
    """Answer a report below emergency."""
    chat_id = case.patient.telegram_id
    if chat_id is None:
        return
    about = About(patient_id=case.patient_id, flag_id=flag.id if flag else None)
    said = _words(db, practice, case, report, flag, now)
    say(db, chat_id, said, when=When(now), about=about, unique_key=f"{_KEY}{report.id}")


def take_back(db: Session, case: Case) -> None:
    """What worse words overtake is not said after them: “thank you, somebody looks at it tomorrow” would calm."""
    outbox.cancel(db, "overtaken", patient_id=case.patient_id, key_prefix=_KEY)


def _words(db: Session, practice: Practice, case: Case, report: Report, flag: Flag | None, now: datetime) -> Words:
    if flag is not None and flag.state == FlagState.ACKNOWLEDGED:
        taken_by = db.get(Member, flag.acknowledged_by) if flag.acknowledged_by else None
        return Words(
            "report-passed-on",
            {"who": taken_by.first_name if taken_by else "", "tier": stands(flag)},
        )
    if flag is not None and flag.tier >= Tier.URGENT:
        return Words("report-added", {"tier": stands(flag)})
    if report.tier >= Tier.WATCH:
        return Words("report-watch", advising.looked_at(practice, now), _advice(report))
    return _expected(db, practice, case, report, now)


def _advice(report: Report) -> Sequence[Paragraph]:
    rules = (rule.partition("@")[0] for rule in report.rules)
    return [(f"advice-{_ADVICE[rule]}", {}) for rule in rules if rule in _ADVICE][:1]


def _expected(db: Session, practice: Practice, case: Case, report: Report, now: datetime) -> Words:
    enrollment = case.enrollment
    if enrollment is None or _is_over(db, practice, case, now):
        return Words("report-after-end")
    args: dict[str, Argument] = {
        "region": area(enrollment.region, enrollment.side),
        "day": min(int((case.hours(now) or 0.0) // 24) + 1, 4),
        "stopped": "yes" if enrollment.state == EnrollmentState.STOPPED else "no",
    }
    return Words(f"report-expected-{_fitting(report)}", args)


def _fitting(report: Report) -> str:
    rules = [rule.partition("@")[0] for rule in report.rules]
    answer = next((_FITTING[rule] for rule in rules if rule in _FITTING), "other")
    if answer == "well" and "thanks" in report.concepts and not _BETTER & set(report.concepts):
        return "thanks"
    beside = (more for (to, said), more in _MORE_FITTING.items() if to == answer and said in report.concepts)
    return next(beside, answer)


def _is_over(db: Session, practice: Practice, case: Case, now: datetime) -> bool:
    assert case.enrollment is not None
    return now >= listens_until(db, practice, case.enrollment)
