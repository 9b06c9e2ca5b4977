"""What a check-in's answers come to, so far: the clinic's rules applied to the patient, the hour and the course."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.domain import answers
from bot.domain.answers import Context, Judgement, Score
from bot.domain.tiers import Tier
from bot.services.asking import CORRECTING, TOGGLED
from bot.services.cases import Case, case_of
from bot.services.practice import Practice
from bot.storage import check_ins, flags
from bot.storage.tables import CheckIn


def judge(db: Session, practice: Practice, case: Case, check_in: CheckIn, now: datetime) -> Judgement:
    """The worst of everything answered; what is being corrected counts again once it is answered anew."""
    given = {name: value for name, value in check_in.answers.items() if name not in _reopened(check_in)}
    return _judge(db, practice, case, check_in, given, now)


def judge_chosen(db: Session, practice: Practice, case: Case, check_in: CheckIn, now: datetime) -> Judgement:
    """What it would come to if the signs chosen so far were sent now."""
    given = {**check_in.answers, "symptoms": check_in.answers.get(TOGGLED, [])}
    return _judge(db, practice, case, check_in, given, now)


def _judge(
    db: Session, practice: Practice, case: Case, check_in: CheckIn, given: Mapping[str, Any], now: datetime
) -> Judgement:
    rules, hours, context = practice.catalog.answers, case.hours(now) or 0.0, _context(case)
    signs = frozenset(given.get("symptoms", ()))
    judged: list[Judgement] = []
    if "soreness" in given:
        judged.append(
            answers.judge_soreness(
                rules,
                score=given["soreness"],
                hours=hours,
                earlier=earlier_scores(db, check_in),
                baseline=case.patient.baseline,
                interference=given.get("interference"),
                context=context,
                flagged=_flagged(db, practice, case, signs),
            )
        )
    if "change" in given:
        judged.append(answers.judge_change(rules, int(given["change"])))
    for about in _sessions(db, case):
        where, since = _context(about), about.hours(now) or 0.0
        if "symptoms" in given:
            judged.append(answers.judge_symptoms(rules, symptoms=signs, hours=since, context=where))
        if "infection" in given:
            judged.append(answers.judge_infection(rules, answer=given["infection"], hours=since, context=where))
    together = answers.worst(*judged)
    return answers.with_usual(rules, together, hours) if "soreness" in given else together


def _sessions(db: Session, case: Case) -> list[Case]:
    """The session the check-in is of, and a newer one: a danger sign may come from either (clinical §6.3)."""
    newest = case_of(db, case.patient)
    is_newer = (
        newest.enrollment is not None and case.enrollment is not None and newest.enrollment.id != case.enrollment.id
    )
    return [case, newest] if is_newer else [case]


def judge_sign(practice: Practice, case: Case, sign: str, now: datetime) -> Judgement:
    """One danger sign pressed by itself, as an answer to a closed question."""
    return answers.judge_symptoms(
        practice.catalog.answers, symptoms=frozenset({sign}), hours=case.hours(now) or 0.0, context=_context(case)
    )


def earlier_scores(db: Session, check_in: CheckIn) -> list[Score]:
    """The soreness numbers of the enrollment's check-ins before this one, oldest first."""
    given = [
        (other.asked_at or other.answered_at, other.answers["soreness"])
        for other in check_ins.of_enrollment(db, check_in.enrollment_id)
        if other.id != check_in.id and "soreness" in other.answers
    ]
    asked_at = check_in.asked_at
    return [Score(at, score) for at, score in given if at is not None and (asked_at is None or at < asked_at)]


def unsent_dangers(check_in: CheckIn, dangers: frozenset[str]) -> list[str]:
    """Danger signs chosen and not sent; one that was sent before and is chosen still is told already."""
    sent = check_in.answers.get("symptoms", ())
    return [sign for sign in check_in.answers.get(TOGGLED, ()) if sign in dangers and sign not in sent]


def _reopened(check_in: CheckIn) -> frozenset[str]:
    """Questions that were answered and are open once more."""
    return frozenset(check_in.answers.get(CORRECTING, ()))


def _context(case: Case) -> Context:
    assert case.enrollment is not None
    enrollment = case.enrollment
    return Context(enrollment.region, frozenset(enrollment.risks), frozenset(enrollment.needled_before))


def _flagged(db: Session, practice: Practice, case: Case, signs: frozenset[str]) -> bool:
    """Whether a danger sign stands beside the soreness; then long-standing pain excuses nothing."""
    flag = flags.unsettled(db, case.patient_id)
    protocol = practice.catalog.protocol(case.enrollment.protocol if case.enrollment else None)
    dangers = protocol.question("symptoms").dangers
    return bool(signs & dangers) or (flag is not None and flag.tier >= Tier.URGENT)
