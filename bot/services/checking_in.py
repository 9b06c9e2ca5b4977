"""A patient answers a check-in: one living message, each press counted once, danger acted on at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.domain.answers import Judgement
from bot.domain.protocol import Protocol, Question
from bot.domain.status import LISTENING, CheckInState
from bot.domain.tiers import Tier
from bot.services import asking, concluding, course, judging
from bot.services.asking import CORRECTING, TOGGLED
from bot.services.cases import Case
from bot.services.mistakes import Mistake
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.storage import check_ins, timers
from bot.storage.tables import CheckIn, Enrollment, Patient

UNSENT = "unsent-danger"
UNFINISHED = "unfinished-check-in"
UNSENT_AFTER = timedelta(minutes=10)
"""A danger sign chosen and not sent counts as sent after this long."""
UNFINISHED_AFTER = timedelta(hours=1)
"""What was answered of a check-in that is not gone on with is reported after this long."""


_CORRECTABLE = ("soreness", "symptoms", "infection")


@dataclass(frozen=True)
class Open:
    """A check-in that may be answered: whose it is and by which protocol."""

    check_in: CheckIn
    case: Case
    protocol: Protocol

    @property
    def id(self) -> int:
        assert self.check_in.id is not None
        return self.check_in.id


@dataclass(frozen=True)
class Press:
    """A button of a check-in: which one, which question, and the number, choice or sign."""

    check_in_id: int
    question: str
    value: str = ""


def answer(db: Session, practice: Practice, patient: Patient | None, press: Press, now: datetime) -> None:
    """A number or choice was pressed. The same press again changes nothing.

    Raises Mistake for another person's press, an aftercare that was canceled, or a value that is none.
    """
    it = opened(db, practice, patient, press)
    question = it.protocol.question(press.question)
    if press.value not in question.choices:
        raise Mistake("press-old")
    value = int(press.value) if question.form == "scale" else press.value
    if _is_repeated(it, question, value):
        return
    record(db, practice, it, question, value, now)


def record(db: Session, practice: Practice, it: Open, question: Question, value: Any, now: datetime) -> Judgement:
    """Take an answer, typed or pressed, and go on."""
    if question.id == "baseline":
        it.case.patient.baseline = value
    _put(it.check_in, **{question.id: value}, **_settled(it.check_in, question.id))
    return go_on(db, practice, it, now)


def toggle(db: Session, practice: Practice, patient: Patient | None, press: Press, now: datetime) -> None:
    """A side effect was chosen, or taken back.

    What makes an emergency is acted on at once; another danger sign starts the time after which it counts as sent.
    """
    it = opened(db, practice, patient, press)
    question = it.protocol.question("symptoms")
    if press.value not in question.choices:
        raise Mistake("press-old")
    if asking.next_question(it.protocol, it.check_in, it.case.patient) != question:
        _put(it.check_in, **{CORRECTING: ["symptoms"], TOGGLED: list(it.check_in.answers.get("symptoms", []))})
    choose(db, practice, it, {press.value} ^ set(it.check_in.answers.get(TOGGLED, [])), now)


def choose(db: Session, practice: Practice, it: Open, signs: Collection[str], now: datetime) -> None:
    """These side effects are what is chosen now; nothing is sent yet."""
    question = it.protocol.question("symptoms")
    _put(it.check_in, **{TOGGLED: [sign for sign in question.choices if sign in signs]})
    _watch_unsent(db, it, question, now)
    _act_at_once(db, practice, it, question, now)
    _keep(it.check_in)
    asking.go_on(db, it.protocol, it.check_in, question, now)


def _act_at_once(db: Session, practice: Practice, it: Open, question: Question, now: datetime) -> None:
    """Report an emergency, or a sign that never waits, as soon as it is chosen; each sign once."""
    untold = set(it.check_in.answers.get(TOGGLED, ())) - set(course.told_signs(db, it.check_in))
    judged = judging.judge_chosen(db, practice, it.case, it.check_in, now)
    is_danger = judged.tier == Tier.EMERGENCY and bool(untold & question.dangers)
    if is_danger or (judged.tier >= Tier.URGENT and untold & question.at_once):
        concluding.report(db, practice, it.case, it.check_in, judged, now)


def send(db: Session, practice: Practice, patient: Patient | None, press: Press, now: datetime) -> None:
    """**Send**: the signs chosen are the answer. Raises Mistake when none is chosen."""
    it = opened(db, practice, patient, press)
    if TOGGLED not in it.check_in.answers and "symptoms" in it.check_in.answers:
        return
    if not it.check_in.answers.get(TOGGLED):
        raise Mistake("check-in-nothing-chosen")
    send_chosen(db, practice, it, now)


def send_none(db: Session, practice: Practice, patient: Patient | None, press: Press, now: datetime) -> None:
    """**None of these**. Raises Mistake while signs are chosen: they are not taken back by a stray press."""
    it = opened(db, practice, patient, press)
    if it.check_in.answers.get(TOGGLED):
        raise Mistake("check-in-signs-chosen")
    if it.check_in.answers.get("symptoms") == [] and CORRECTING not in it.check_in.answers:
        return
    send_chosen(db, practice, it, now)


def send_chosen(db: Session, practice: Practice, it: Open, now: datetime) -> Judgement:
    """What is chosen becomes the answer, also when the time for sending it has run out."""
    timers.stop(db, UNSENT, it.id, now)
    chosen = list(it.check_in.answers.get(TOGGLED, []))
    _put(it.check_in, symptoms=chosen, **{TOGGLED: None}, **_settled(it.check_in, "symptoms"))
    return go_on(db, practice, it, now)


def correct(db: Session, practice: Practice, patient: Patient | None, press: Press, now: datetime) -> None:
    """Open the questions once more; what was answered stays until it is answered anew.

    Raises Mistake when a newer check-in has been asked: numbers of another day would pass for those of now.
    """
    it = opened(db, practice, patient, press)
    if check_ins.is_superseded(db, it.check_in):
        raise Mistake("check-in-correct-newer")
    again = [name for name in it.check_in.asks if name in _CORRECTABLE and name in it.check_in.answers]
    if not again:
        return
    chosen = it.check_in.answers.get("symptoms")
    _put(it.check_in, **{CORRECTING: again, TOGGLED: list(chosen) if chosen else None})
    question = it.protocol.question(again[0])
    asking.go_on(db, it.protocol, it.check_in, question, now)


def go_on(db: Session, practice: Practice, it: Open, now: datetime) -> Judgement:
    """Judge what is there: danger is acted on before the next question; then the next question, or the reply."""
    judged = judging.judge(db, practice, it.case, it.check_in, now)
    question = asking.next_question(it.protocol, it.check_in, it.case.patient)
    if question is None or _is_enough(judged, question):
        timers.stop(db, UNFINISHED, it.id, now)
        _put(it.check_in, **{CORRECTING: None})
        concluding.conclude(db, practice, it.case, it.check_in, judged, now)
        return judged
    if judged.tier >= Tier.URGENT and judged.tier > (it.check_in.tier or Tier.EXPECTED):
        concluding.report(db, practice, it.case, it.check_in, judged, now)
    _keep(it.check_in)
    timers.start(db, UNFINISHED, it.id, now + UNFINISHED_AFTER)
    asking.go_on(db, it.protocol, it.check_in, question, now)
    return judged


def _is_enough(judged: Judgement, question: Question) -> bool:
    """In an emergency nothing more is asked; from urgent on only about danger signs."""
    return judged.tier == Tier.EMERGENCY or (judged.tier == Tier.URGENT and question.form != "toggles")


def opened(db: Session, practice: Practice, patient: Patient | None, press: Press) -> Open:
    """The check-in a press is for: its own, or the newer one that asks the same.

    Raises Mistake when somebody else pressed, or when the clinic has canceled the aftercare.
    """
    check_in = db.get(CheckIn, press.check_in_id)
    enrollment = db.get(Enrollment, check_in.enrollment_id) if check_in else None
    if check_in is None or enrollment is None or patient is None or enrollment.patient_id != patient.id:
        raise Mistake("not-your-buttons")
    if enrollment.state not in LISTENING:
        raise Mistake("aftercare-canceled")
    newest = check_ins.waiting(db, enrollment.patient_id)
    if newest is not None and newest.id != check_in.id and _is_asked_by(newest, check_in, press.question):
        check_in, enrollment = newest, db.get_one(Enrollment, newest.enrollment_id)
    return Open(check_in, Case(patient, enrollment), protocol_of(practice, enrollment.protocol))


def _is_asked_by(newest: CheckIn, check_in: CheckIn, question: str) -> bool:
    """Whether the newer check-in, which waits for an answer, asks this question too."""
    if newest.asked_at is None or question not in newest.asks:
        return False
    return check_in.asked_at is None or check_in.asked_at < newest.asked_at


def _is_repeated(it: Open, question: Question, value: Any) -> bool:
    return it.check_in.answers.get(question.id) == value and CORRECTING not in it.check_in.answers


def _watch_unsent(db: Session, it: Open, question: Question, now: datetime) -> None:
    if not judging.unsent_dangers(it.check_in, question.dangers):
        timers.stop(db, UNSENT, it.id, now)
    elif not timers.is_running(db, UNSENT, it.id):
        timers.start(db, UNSENT, it.id, now + UNSENT_AFTER, f"{UNSENT}:{it.id}:{now.timestamp():.3f}")


def _settled(check_in: CheckIn, question_id: str) -> dict[str, Any]:
    """The questions still to be corrected once this one is answered."""
    left = [name for name in check_in.answers.get(CORRECTING, []) if name != question_id]
    return {CORRECTING: left or None}


def _keep(check_in: CheckIn) -> None:
    """A press proves that the check-in arrived; one that had been given up is open again."""
    if check_in.state in (CheckInState.PLANNED, CheckInState.UNANSWERED):
        check_in.state = CheckInState.ASKED


def _put(check_in: CheckIn, **values: Any) -> None:
    """Change answers; None takes one away. A new dict, so that the change is seen and saved."""
    answers = {**check_in.answers, **values}
    check_in.answers = {name: value for name, value in answers.items() if value is not None}
