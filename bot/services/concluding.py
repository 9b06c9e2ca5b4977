"""What follows from a check-in's answers: a report with its tier, a flag if need be, a reply, a changed plan."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.answers import Judgement, reply_keys
from bot.domain.status import CheckInState
from bot.domain.tiers import Tier
from bot.domain.triage.values import Verdict
from bot.services import advising, asking, doubting, flagging, last_answers, tapering
from bot.services.cases import Case, case_of, stands
from bot.services.course import signs_of
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.services.saying import Argument, Paragraph, area
from bot.storage import check_ins, plans, reports
from bot.storage.tables import CheckIn, Enrollment, Flag, OutboxMessage, Report

END = "activity-end"
"""The step that tells the restriction's end."""


def report(
    db: Session, practice: Practice, case: Case, check_in: CheckIn, judged: Judgement, now: datetime
) -> Flag | None:
    """Write down what was answered so far and put it in front of staff if its tier asks for it.

    A correction that tells nothing new opens no case again that staff have closed.
    """
    before = Tier(check_in.tier or Tier.EXPECTED)
    known = _known_already(db, check_in, judged)
    check_in.tier = max(before, judged.tier)
    told = reports.add(
        db,
        Report(
            patient_id=case.patient_id,
            enrollment_id=check_in.enrollment_id,
            check_in_id=check_in.id,
            source="check-in",
            tier=judged.tier,
            concepts=_concepts(check_in),
            rules=list(judged.rules),
            rules_version=practice.catalog.answers.version,
            received_at=now,
        ),
    )
    if known and flagging.open_flag(db, case.patient_id) is None:
        return None
    newest = case_of(db, case.patient)  # staff and the emergency service must hear of the newest needles
    flag = flagging.take_up(db, practice, newest, told, now)
    if judged.tier == Tier.URGENT and judged.tier > before:
        advising.urgent(db, practice, case, flag, now)
    return flag


def conclude(db: Session, practice: Practice, case: Case, check_in: CheckIn, judged: Judgement, now: datetime) -> None:
    """The last answer is there: report, reply in the living message, and what it changes in the plan."""
    check_in.state, check_in.answered_at = CheckInState.ANSWERED, check_in.answered_at or now
    flag = flagging.open_flag(db, case.patient_id)
    if flag is None or not _was_told_when_chosen(db, check_in, flag, judged):
        flag = report(db, practice, case, check_in, judged, now)
    adapted = tapering.adapt(db, practice, case, check_in, judged, now)
    protocol = protocol_of(practice, case.enrollment.protocol if case.enrollment else None)
    if judged.tier >= Tier.WATCH and flag is None:
        asking.finish(db, protocol, check_in, [("check-in-known", {})], now)
        return
    is_open = flag is not None and flag.tier >= Tier.URGENT > judged.tier
    *paragraphs, last = (
        [("reply-case-open", {"tier": stands(flag)})]
        if flag is not None and is_open
        else _reply(practice, case, judged, adapted.extras, now)
    )
    paragraphs += [("reply-fewer", {})] if adapted.fewer else []
    paragraphs += [*_restriction_end(db, practice, case, check_in), *_closing(db, check_in, judged)]
    asking.finish(db, protocol, check_in, [*paragraphs, last], now)
    _ask_of_limb(db, practice, case, check_in, judged, now)


def _ask_of_limb(
    db: Session, practice: Practice, case: Case, check_in: CheckIn, judged: Judgement, now: datetime
) -> None:
    """Severe soreness of a limb, above what the patient came with: whether it is hard, or cold, is asked at once."""
    rules, score = practice.catalog.answers, check_in.answers.get("soreness", 0)
    rule, told = rules.severe_limb, next(reversed(reports.of_check_in(db, check_in.id)), None)
    if told is None or case.enrollment is None or judged.tier >= Tier.EMERGENCY:
        return
    if rules.baseline.capped_id in judged.rules:
        return
    if score >= rule.from_score and case.enrollment.region in rule.regions:
        doubt = Verdict(tier=judged.tier, ask=rule.asks, doubt_tier=rule.unanswered)
        doubting.ask(db, practice, case, told, doubt, now)


def _reply(practice: Practice, case: Case, judged: Judgement, extras: Sequence[str], now: datetime) -> list[Paragraph]:
    keys = reply_keys(judged, extras)
    if not keys or case.enrollment is None:
        return [("check-in-see-below", {"tier": judged.tier.word})]
    region = case.enrollment.region
    args: dict[str, Argument] = {
        **advising.looked_at(practice, now),
        "region": area(region, case.enrollment.side),
        "area": protocol_of(practice, case.enrollment.protocol).areas[region],
    }
    return [(key, args) for key in keys]


def _restriction_end(db: Session, practice: Practice, case: Case, check_in: CheckIn) -> list[Paragraph]:
    """What these answers make of a restriction whose end was told together with a check-in."""
    if case.enrollment is None or not _owes_the_end(db, case.enrollment, check_in):
        return []
    verdict = last_answers.restriction_verdict(db, practice, case.enrollment)
    if verdict == "unknown":
        return []
    args: dict[str, Argument] = {
        "hours": case.enrollment.restriction_hours,
        "region": area(case.enrollment.region, case.enrollment.side),
    }
    return [(f"reply-activity-{verdict}", args)]


def _owes_the_end(db: Session, enrollment: Enrollment, check_in: CheckIn) -> bool:
    """Whether the end came with this check-in; or with one left unanswered, and this is the first answer since."""
    assert enrollment.id is not None
    told = next((row for row in plans.rows(db, enrollment.id) if _tells_the_end(row)), None)
    if told is None or told.check_in_id == check_in.id:
        return told is not None
    asked = check_ins.of_enrollment(db, enrollment.id)
    since = asked[[one.id for one in asked].index(told.check_in_id) :]
    return check_in in since and not any(one.state == CheckInState.ANSWERED for one in since if one is not check_in)


def _tells_the_end(row: OutboxMessage) -> bool:
    return row.check_in_id is not None and row.state in plans.GONE_OUT and END in row.content.get("steps", ())


def _closing(db: Session, check_in: CheckIn, judged: Judgement) -> list[Paragraph]:
    """The last regular check-in says that it was, and for how long to keep an eye on the area."""
    row = check_ins.message(db, check_in.id) if check_in.id is not None else None
    is_last = row is not None and row.kind == "closing" and judged.tier <= Tier.WATCH
    return [("reply-closing", {})] if is_last else []


def _known_already(db: Session, check_in: CheckIn, judged: Judgement) -> bool:
    """Whether this check-in told all of it before, and it was no milder then."""
    earlier = [told for told in reports.of_check_in(db, check_in.id) if told.tier >= judged.tier]
    return any(set(_concepts(check_in)) <= set(told.concepts) for told in earlier)


def _was_told_when_chosen(db: Session, check_in: CheckIn, flag: Flag, judged: Judgement) -> bool:
    """Whether the open case has just these signs already: reported when they were chosen, and only being sent now."""
    last = next(reversed(reports.of_check_in(db, check_in.id)), None)
    if last is None or last.flag_id != flag.id or not signs_of(check_in):
        return False
    return last.tier == judged.tier and last.concepts == _concepts(check_in)


def _concepts(check_in: CheckIn) -> list[str]:
    score = check_in.answers.get("soreness")
    found = [*signs_of(check_in), *(["infection"] if check_in.answers.get("infection") == "yes" else [])]
    return found if score is None else [f"soreness-{score}", *found]
