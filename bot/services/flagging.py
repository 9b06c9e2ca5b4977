"""Putting a worry in front of staff: one case per patient, which a further worry joins and can only raise."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.dangers import dangers_of
from bot.domain.silence import SILENCE_RULES
from bot.domain.status import FlagState
from bot.domain.tiers import Tier
from bot.domain.vocabulary import fold
from bot.services import cards, digest, escalating, safety, tapering, telling_staff
from bot.services.cases import Case
from bot.services.practice import Practice
from bot.storage import flags, reports
from bot.storage.tables import Flag, Report

SILENCE, ANSWERED_SINCE = "silence", "answered-since"
SAME_WORDS_AGAIN_AFTER = timedelta(minutes=10)
"""So long after them the same words tell staff that it goes on."""


def open_flag(db: Session, patient_id: int) -> Flag | None:
    """The patient's case that staff have not closed yet."""
    return flags.unsettled(db, patient_id)


def take_up(db: Session, practice: Practice, case: Case, report: Report, now: datetime) -> Flag | None:
    """See to it that staff learn of a report, as soon as its tier asks for.

    Watch and above opens a flag or joins the open one; anything said while a flag is not closed goes under its card.
    An emergency sends the patient the safety text in this same transaction. None when there is nothing for staff.
    """
    flag = flags.unsettled(db, case.patient_id)
    if flag is None:
        return None if report.tier < Tier.WATCH else _opened(db, practice, case, report, now)
    _joined(db, practice, case, flag, report, now)
    return flag


def _opened(db: Session, practice: Practice, case: Case, report: Report, now: datetime) -> Flag:
    flag = flags.add(
        db,
        Flag(
            patient_id=case.patient_id,
            enrollment_id=case.enrollment.id if case.enrollment else None,
            tier=report.tier,
            rules=list(report.rules),
            opened_at=now,
            raised_at=now,
        ),
    )
    _attach(db, flag, report)
    flags.note(db, flag, "opened", now)
    _alarm(db, practice, case, flag, report, now)
    return flag


def _joined(db: Session, practice: Practice, case: Case, flag: Flag, report: Report, now: datetime) -> None:
    _attach(db, flag, report)
    is_other = _is_other_danger(practice, flag, report)
    _give_reasons(flag, report)
    if report.tier > flag.tier or is_other:
        _raise(db, practice, case, flag, report, now)
        return
    db.flush()
    cards.refresh(db, practice, flag, now)
    if not _is_said_again(db, flag, report):
        telling_staff.added(db, flag, case.patient, report, now)
    if report.tier == Tier.EMERGENCY:
        safety.send(db, practice, case, flag, report, now)


def _give_reasons(flag: Flag, report: Report) -> None:
    """Add why; that somebody was silent is no reason any more once they have said something."""
    before = [rule for rule in flag.rules if report.source == SILENCE or rule not in SILENCE_RULES]
    if report.tier >= Tier.WATCH:
        flag.rules = list(dict.fromkeys([*report.rules, *before]))
    else:
        flag.rules = before or [ANSWERED_SINCE]


def _is_said_again(db: Session, flag: Flag, report: Report) -> bool:
    """Whether staff had these very words a moment ago: six “chest pain” in a minute are one message to read."""
    since = report.received_at - SAME_WORDS_AGAIN_AFTER
    return bool(report.words) and any(
        said.id != report.id and said.received_at > since and fold(said.words or "") == fold(report.words or "")
        for said in reports.of_flag(db, flag.id or 0)
    )


def _is_other_danger(practice: Practice, flag: Flag, report: Report) -> bool:
    """Whether this is an emergency of a kind that whoever has taken the flag has not seen in it."""
    if flag.state != FlagState.ACKNOWLEDGED or report.tier < Tier.EMERGENCY:
        return False
    seen = dangers_of(practice.catalog.dangers, flag.rules)
    return any(danger not in seen for danger in dangers_of(practice.catalog.dangers, report.rules))


def _raise(db: Session, practice: Practice, case: Case, flag: Flag, report: Report, now: datetime) -> None:
    """A worse sign, or another danger: told anew from the start, also when somebody had taken what was there."""
    tier = Tier(report.tier)
    escalating.cancel(db, flag, "raised")
    if flag.state == FlagState.ACKNOWLEDGED:
        flags.reopen(db, flag)
    what = f"raised-to-{tier.word}" if tier > flag.tier else "another-danger"
    flag.tier, flag.raised_at, flag.with_help_at = tier, now, None
    db.flush()
    flags.note(db, flag, what, now)
    cards.refresh(db, practice, flag, now)
    _alarm(db, practice, case, flag, report, now)


def _alarm(db: Session, practice: Practice, case: Case, flag: Flag, report: Report, now: datetime) -> None:
    if flag.tier == Tier.EMERGENCY:
        safety.send(db, practice, case, flag, report, now)
    if flag.tier >= Tier.URGENT:
        escalating.alert(db, practice, flag, now)
        tapering.ask_late(db, practice, case, now)
    else:
        digest.plan_next(db, practice, now)


def _attach(db: Session, flag: Flag, report: Report) -> None:
    report.flag_id = flag.id
    db.flush()
