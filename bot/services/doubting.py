"""One closed question about a danger sign that a text left in doubt; no answer counts as the worse case."""

from datetime import datetime, timedelta
from itertools import count, takewhile

from sqlmodel import Session

from bot.domain.status import Lane
from bot.domain.tiers import Tier
from bot.domain.triage.values import Verdict
from bot.services import advising, flagging, judging
from bot.services.cases import Case, case_of
from bot.services.mistakes import Mistake
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.services.saying import About, Argument, Button, Buttons, When, Words, phrase, rewrite, say, worded, words
from bot.storage import doubts, outbox, reports, timers
from bot.storage.tables import Doubt, Flag, OutboxMessage, Patient, Report

ACTION = "doubt"
ANSWER_WITHIN = timedelta(minutes=10)
"""Clinic time after which no answer is taken for the worse case."""
YES, NO, NO_ANSWER = "yes", "no", "no-answer"


def ask(db: Session, practice: Practice, case: Case, report: Report, verdict: Verdict, now: datetime) -> None:
    """Ask the closed question of a verdict; while the same one waits it is shown again, not asked twice."""
    assert verdict.ask is not None
    assert report.id is not None
    waiting = doubts.unsettled(db, case.patient_id)
    if waiting is not None and waiting.question == verdict.ask:
        waiting.tier = max(waiting.tier, verdict.doubt_tier)
        _show(db, practice, case, waiting, now)
        return
    doubt = doubts.add(
        db,
        Doubt(
            report_id=report.id,
            patient_id=case.patient_id,
            question=verdict.ask,
            tier=verdict.doubt_tier,
            asked_at=now,
        ),
    )
    assert doubt.id is not None
    timers.start(db, ACTION, doubt.id, now + ANSWER_WITHIN)
    _show(db, practice, case, doubt, now)


def remind(db: Session, practice: Practice, case: Case, now: datetime) -> bool:
    """Show a question that still waits once more, below what the patient has written since; False without one."""
    waiting = doubts.unsettled(db, case.patient_id)
    if waiting is not None:
        _show(db, practice, case, waiting, now)
    return waiting is not None


def answer(db: Session, practice: Practice, patient: Patient | None, doubt_id: int, value: str, now: datetime) -> None:
    """Yes, no, or one of the danger signs. A later yes still raises; a later no lowers nothing.

    Raises Mistake for another person's press.
    """
    doubt = db.get(Doubt, doubt_id)
    if doubt is None or patient is None or doubt.patient_id != patient.id:
        raise Mistake("not-your-buttons")
    if not doubts.settle(db, doubt, value, now) and (value == NO or not doubts.overrule(db, doubt, value, now)):
        raise Mistake("doubt-noted")
    case = case_of(db, patient)
    timers.stop(db, ACTION, doubt_id, now)
    _rewrite(db, practice, doubt, value, now)
    _follow(db, practice, case, doubt, value, now)


def unanswered(db: Session, practice: Practice, doubt_id: int, now: datetime) -> None:
    """The time for an answer has run out: the worse case holds."""
    doubt = db.get(Doubt, doubt_id)
    if doubt is None or not doubts.settle(db, doubt, NO_ANSWER, now):
        return
    case = case_of(db, db.get_one(Patient, doubt.patient_id))
    _take_up(db, practice, case, doubt, "silence", Tier(doubt.tier), ["doubt-unanswered"], now)


def _follow(db: Session, practice: Practice, case: Case, doubt: Doubt, value: str, now: datetime) -> None:
    question = practice.catalog.triage.questions.get(doubt.question)
    if value == NO:
        tier = question.no if question else Tier.WATCH
        flag = _take_up(db, practice, case, doubt, "button", tier, ["doubt-no"], now, sign=NO)
        if case.patient.telegram_id is not None:
            waits = "no" if flag is None else "urgent" if flag.tier >= Tier.URGENT else "yes"
            args: dict[str, Argument] = {**advising.looked_at(practice, now), "flagged": waits}
            say(db, case.patient.telegram_id, Words("doubt-no-thanks", args), when=When(now))
        return
    if value == YES:
        tier = max(Tier(doubt.tier), question.yes if question else Tier.URGENT)
        _take_up(db, practice, case, doubt, "button", tier, ["doubt-yes"], now, sign=YES)
        return
    judged = judging.judge_sign(practice, case, value, now)
    tier = max(judged.tier, Tier.WATCH)
    _take_up(db, practice, case, doubt, "button", tier, list(judged.rules), now, sign=value)


def _take_up(
    db: Session,
    practice: Practice,
    case: Case,
    doubt: Doubt,
    source: str,
    tier: Tier,
    rules: list[str],
    now: datetime,
    *,
    sign: str | None = None,
) -> Flag | None:
    first = db.get_one(Report, doubt.report_id)
    before = flagging.open_flag(db, case.patient_id)
    tier_before = before.tier if before else Tier.EXPECTED
    report = reports.add(
        db,
        Report(
            patient_id=case.patient_id,
            enrollment_id=first.enrollment_id,
            source=source,
            tier=tier,
            concepts=[sign or doubt.question],
            rules=[*rules, *first.rules],
            rules_version=practice.catalog.triage.version,
            received_at=now,
        ),
    )
    flag = flagging.take_up(db, practice, case, report, now)
    if tier == Tier.URGENT and tier > tier_before:
        advising.urgent(db, practice, case, flag, now)
    return flag


def _show(db: Session, practice: Practice, case: Case, doubt: Doubt, now: datetime) -> None:
    """Put the question below everything else; an earlier copy of it says so and loses its buttons."""
    if case.patient.telegram_id is None:
        return
    copies, question = _copies(db, doubt), _question(practice, doubt)
    if copies:
        rewrite(db, copies[-1], words("doubt-below", question=question), when=When(now), lane=Lane.ANSWER)
    key = "doubt-again" if copies else "doubt"
    say(
        db,
        case.patient.telegram_id,
        Words(key, {"question": question}, (), _buttons(practice, case, doubt)),
        when=When(now),
        lane=Lane.ALERT,
        about=About(patient_id=case.patient_id, kind="doubt"),
        unique_key=f"doubt:{doubt.id}:{len(copies) + 1}",
    )


def _copies(db: Session, doubt: Doubt) -> list[OutboxMessage]:
    """The question as it was shown so far, the newest last."""
    shown = (outbox.by_key(db, f"doubt:{doubt.id}:{number}") for number in count(1))
    return [row for row in takewhile(lambda row: row is not None, shown) if row is not None]


def _question(practice: Practice, doubt: Doubt) -> Argument:
    question = practice.catalog.triage.questions.get(doubt.question)
    return worded(question.texts) if question else phrase("doubt-any-sign")


def _buttons(practice: Practice, case: Case, doubt: Doubt) -> Buttons:
    """Yes and no; where nothing could be placed, each danger sign and “none of these”."""
    if doubt.question != practice.catalog.triage.unplaced.ask:
        return [[Button("button-yes", f"doubt:{doubt.id}:{YES}"), Button("button-no", f"doubt:{doubt.id}:{NO}")]]
    symptoms = protocol_of(practice, case.enrollment.protocol if case.enrollment else None).question("symptoms")
    signs = [
        Button("button-sign", f"doubt:{doubt.id}:{sign}", {"label": phrase("sign", sign=sign)})
        for sign in symptoms.choices
        if sign in symptoms.dangers
    ]
    rows = [signs[index : index + 2] for index in range(0, len(signs), 2)]
    return [*rows, [Button("button-none", f"doubt:{doubt.id}:{NO}")]]


def _rewrite(db: Session, practice: Practice, doubt: Doubt, value: str, now: datetime) -> None:
    for row in _copies(db, doubt)[-1:]:
        label = phrase(f"button-{value}") if value in (YES, NO) else phrase("sign", sign=value)
        said = words("doubt-answered", question=_question(practice, doubt), answer=label)
        rewrite(db, row, said, when=When(now), lane=Lane.ANSWER)
