"""Whatever a patient writes is a report: read, given a tier, put in front of staff, and answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.status import FlagState
from bot.domain.tiers import Tier
from bot.domain.triage import read
from bot.domain.triage.values import Verdict
from bot.domain.typed_words import without_signs
from bot.domain.vocabulary import fold
from bot.services import advising, doubting, flagging, replying, safety, telling_staff, typing_answers
from bot.services.cases import Case, case_of
from bot.services.practice import Practice
from bot.services.saying import About, When, say, words
from bot.storage import flags, reports
from bot.storage.tables import Flag, OutboxMessage, Patient, Report

ANSWERS_STAFF_WITHIN = timedelta(hours=24)
"""So long after a staff member's words the patient's next ones are taken for the answer."""
EDITED, CAPTION = "edited", "caption"


@dataclass(frozen=True)
class Heard:
    """A message of a patient's: its words, and how they came (text, edited, caption)."""

    words: str
    source: str
    message_id: int | None = None
    update_id: int | None = None


_SENTENCE = 3
_NAMES_SOMETHING = frozenset({"timezone", "language"})
"""Commands behind which a place or a language stands."""


def may_matter(practice: Practice, words: str, command: str | None) -> bool:
    """Whether what stands behind a command is more than a part of it: danger, a doubt, a question for a person."""
    verdict = read(practice.catalog.triage, words)
    if command in _NAMES_SOMETHING:
        is_said = sum(word.isalpha() for word in fold(words).split()) > 1  # “UTC+10” is no score
        return is_said and verdict.tier >= Tier.URGENT
    if verdict.rules == ("unplaced",) and len(words.split()) < _SENTENCE:
        return False  # “/status ?”
    return verdict.tier >= Tier.WATCH or verdict.ask is not None


def receive(db: Session, practice: Practice, patient: Patient, heard: Heard, now: datetime) -> None:
    """Take a text as answer, report or both; the worst of the two wins, and danger is acted on in this transaction."""
    case = case_of(db, patient)
    earlier = _earlier_wordings(db, case, heard)
    if earlier and earlier[-1].words == heard.words:
        return  # Telegram also tells of edits that touch no word
    verdict = read(practice.catalog.triage, heard.words, case.context(now))
    if _is_with_help(db, practice, case, heard, verdict, now):
        return
    if _asks_to_stop(db, practice, case, heard, verdict, now):
        return
    if typing_answers.take(db, practice, case, heard.words, verdict, now):
        return
    open_flag = flagging.open_flag(db, case.patient_id)
    told_before = Tier(open_flag.tier) if open_flag is not None else Tier.EXPECTED
    asked = None if open_flag is not None else _asked_by_staff(db, case, now)
    if asked is not None and verdict.tier < Tier.WATCH:
        verdict = replace(verdict, tier=Tier.WATCH, rules=("answers-staff",))
    report = written_down(db, practice, case, heard, verdict, now)
    flag = flagging.take_up(db, practice, case, report, now)
    if asked is not None:
        telling_staff.answered(db, asked, case.patient, report, now)
    if earlier and verdict.tier <= max(report.tier for report in earlier) and verdict.ask is None:
        return  # an edit that makes nothing worse has had its answer
    _answer(db, practice, case, report, verdict, flag, told_before, now)


def _is_with_help(db: Session, practice: Practice, case: Case, heard: Heard, verdict: Verdict, now: datetime) -> bool:
    """Whether this says, in an emergency, what **I'm with help** says; then it counts as that press."""
    flag = flagging.open_flag(db, case.patient_id)
    if flag is None or flag.id is None or flag.tier < Tier.EMERGENCY or flag.with_help_at is not None:
        return False
    if without_signs(heard.words) not in practice.catalog.vocabulary.typed.with_help:
        return False
    meant = replace(verdict, tier=Tier.EXPECTED, rules=("with-help",))
    flagging.take_up(db, practice, case, written_down(db, practice, case, heard, meant, now), now)
    safety.with_help(db, practice, case.patient, flag.id, now)
    return True


def _asks_to_stop(db: Session, practice: Practice, case: Case, heard: Heard, verdict: Verdict, now: datetime) -> bool:
    """Whether this is no more than “stop”: it is told how, since a slip of the thumb must not end the aftercare."""
    if without_signs(heard.words) not in practice.catalog.vocabulary.typed.stop or case.patient.telegram_id is None:
        return False
    meant = replace(verdict, tier=Tier.EXPECTED, rules=("asks-to-stop",))
    flagging.take_up(db, practice, case, written_down(db, practice, case, heard, meant, now), now)
    say(db, case.patient.telegram_id, words("stop-how"), when=When(now), about=About(patient_id=case.patient_id))
    return True


def _asked_by_staff(db: Session, case: Case, now: datetime) -> OutboxMessage | None:
    """What staff wrote although the case was closed, and the patient has not answered yet: “you can answer here”."""
    relay = flags.last_relay(db, case.patient_id, now - ANSWERS_STAFF_WITHIN)
    if relay is None or not relay.content["args"]:
        return None
    since = [report for report in reports.since(db, case.patient_id, relay.created_at) if report.words]
    return None if since else relay


def written_down(db: Session, practice: Practice, case: Case, heard: Heard, verdict: Verdict, now: datetime) -> Report:
    """Keep what was said with the tier it was given, the rules that gave it, and their version."""
    return reports.add(
        db,
        Report(
            patient_id=case.patient_id,
            enrollment_id=case.enrollment.id if case.enrollment else None,
            update_id=heard.update_id,
            message_id=heard.message_id,
            source=heard.source,
            words=heard.words,
            tier=verdict.tier,
            concepts=list(verdict.concepts),
            rules=list(verdict.rules),
            rules_version=practice.catalog.triage.version,
            received_at=now,
        ),
    )


def _earlier_wordings(db: Session, case: Case, heard: Heard) -> Sequence[Report]:
    """For an edited message: what was made of it before."""
    if heard.source != EDITED or heard.message_id is None:
        return ()
    return reports.of_message(db, case.patient_id, heard.message_id)


def _answer(
    db: Session,
    practice: Practice,
    case: Case,
    report: Report,
    verdict: Verdict,
    flag: Flag | None,
    told_before: Tier,
    now: datetime,
) -> None:
    """An emergency has had the safety text; urgent says what happens next; a doubt asks; the rest gets a reply.

    What came with a picture is answered together with the picture. `told_before` is the tier that the patient's
    open flag had until now; the flag itself is raised by this report.
    """
    if verdict.tier >= Tier.URGENT:
        replying.take_back(db, case)
    asks = verdict.ask is not None and not _somebody_listens(practice, flag, verdict)
    if verdict.tier == Tier.URGENT and told_before < Tier.URGENT:
        advising.urgent(db, practice, case, flag, now)
    elif verdict.tier == Tier.EXPECTED and not asks and doubting.remind(db, practice, case, now):
        return  # a kind word would pass over what is still to be answered
    elif verdict.tier < Tier.EMERGENCY and not asks and report.source != CAPTION:
        replying.reply(db, practice, case, report, flag, now)
    if asks and verdict.tier < Tier.EMERGENCY:
        doubting.ask(db, practice, case, report, verdict, now)


def _somebody_listens(practice: Practice, flag: Flag | None, verdict: Verdict) -> bool:
    """Whether a text that only nobody can place (“my husband is here”) is in a conversation with staff already.

    They have it under their card in this moment; a question from the machine would come between the two. In an
    emergency the patient is told to call, not asked.
    """
    listens = flag is not None and (flag.state == FlagState.ACKNOWLEDGED or flag.tier == Tier.EMERGENCY)
    return listens and verdict.ask == practice.catalog.triage.unplaced.ask
