"""Typed answers: a number, a label or a short word where a button was meant counts as the press."""

import re
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.protocol import Question
from bot.domain.status import LISTENING, CheckInState
from bot.domain.tiers import Tier
from bot.domain.triage.values import Verdict
from bot.domain.typed_answers import signed_number_from_text, soreness_from_text
from bot.domain.typed_words import Typed, typed_signs, typed_word, without_signs
from bot.services import asking, checking_in, cold, doubting, labels, timezones
from bot.services.cases import Case
from bot.services.checking_in import Open
from bot.services.course import signed_label
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.services.saying import Argument, When, Words, listing, phrase, say, words
from bot.storage import check_ins, doubts, flags, outbox
from bot.storage.tables import Enrollment

_OFF_THE_SCALE = re.compile(r"[-−]\d|1[1-9]|2\d|100")
"""Slips of the thumb; other numbers may be a temperature, or the number of an emergency service."""
_OPEN_FOR = timedelta(hours=30)
"""A number typed longer after the question is no answer to it any more."""


def take(db: Session, practice: Practice, case: Case, text: str, verdict: Verdict, now: datetime) -> bool:
    """Take the text as the answer to what is asked just now; False when it is to be read as a report instead.

    Words that hold a danger sign are never taken for an answer alone.
    """
    if _to_time_zone(db, practice, case, text, now):
        return True
    if verdict.tier == Tier.EMERGENCY or verdict.doubt_tier == Tier.EMERGENCY:
        return False
    if (word := typed_word(text, practice.catalog.vocabulary.typed)) is not None and _to_doubt(
        db, practice, case, word, now
    ):
        return True
    if cold.typed(db, practice, case, text, word, now):
        return True
    it = _open_check_in(db, practice, case, now)
    if it is not None and _to_check_in(db, practice, it, text, word, now):
        return True
    return not _talks_with_staff(db, case, now) and _after_the_last_answer(db, practice, case, text, now)


def _talks_with_staff(db: Session, case: Case, now: datetime) -> bool:
    """Whether “done” or “3” may be meant for a person: a case is open, or one of them has written."""
    return (
        flags.unsettled(db, case.patient_id) is not None
        or flags.last_relay(db, case.patient_id, now - _OPEN_FOR) is not None
    )


def _after_the_last_answer(db: Session, practice: Practice, case: Case, text: str, now: datetime) -> bool:
    """“Send”, or a number no higher than the one given: that has been judged, and nobody need worry about it."""
    answered = next(iter(check_ins.of_patient(db, case.patient_id, CheckInState.ANSWERED)), None)
    if answered is None or answered.answered_at is None or now - answered.answered_at > _OPEN_FOR:
        return False
    typed = practice.catalog.vocabulary.typed
    score = soreness_from_text(text, typed)
    if without_signs(text) in typed.send:
        said = words("check-in-sent-already")
    elif score is not None and score <= answered.answers.get("soreness", -1):
        said = words("check-in-no-worse", soreness=score)
    else:
        return False
    if case.patient.telegram_id is not None:
        say(db, case.patient.telegram_id, said, when=When(now))
    return True


def _to_time_zone(db: Session, practice: Practice, case: Case, text: str, now: datetime) -> bool:
    """A city right below the question for one is the answer to it."""
    chat_id = case.patient.telegram_id
    last = next(iter(outbox.last_said(db, chat_id, 1)), None) if chat_id is not None else None
    if chat_id is None or last is None or not last.template.startswith(timezones.ASKING):
        return False
    if timezones.find_zone(practice.catalog.vocabulary, text) is None:
        return False
    say(db, chat_id, timezones.choose(db, practice, case.patient, text, now), when=When(now))
    return True


def _to_doubt(db: Session, practice: Practice, case: Case, word: Typed, now: datetime) -> bool:
    doubt = doubts.unsettled(db, case.patient_id)
    if doubt is None or (word is Typed.YES and doubt.question == practice.catalog.triage.unplaced.ask):
        return False
    assert doubt.id is not None
    doubting.answer(db, practice, case.patient, doubt.id, word.value, now)
    return True


def _open_check_in(db: Session, practice: Practice, case: Case, now: datetime) -> Open | None:
    check_in = check_ins.waiting(db, case.patient_id)
    if check_in is None or check_in.asked_at is None or now - check_in.asked_at > _OPEN_FOR:
        return None
    if check_ins.is_superseded(db, check_in):
        return None
    enrollment = db.get_one(Enrollment, check_in.enrollment_id)
    if enrollment.state not in LISTENING:
        return None
    return Open(check_in, Case(case.patient, enrollment), protocol_of(practice, enrollment.protocol))


def _to_check_in(db: Session, practice: Practice, it: Open, text: str, word: Typed | None, now: datetime) -> bool:
    question = asking.next_question(it.protocol, it.check_in, it.case.patient)
    if question is None:
        return False
    if (choice := _choice(practice, question, text, word)) is not None:
        checking_in.record(db, practice, it, question, choice, now)
        return _noted(db, it, _label(question, choice), now)
    score = soreness_from_text(text, practice.catalog.vocabulary.typed)
    if score is not None and (scored := _scored(it, question, word, score)) is not None:
        checking_in.record(db, practice, it, scored, score, now)
        return _noted(db, it, str(score), now)
    if question.form == "toggles" and _to_side_effects(db, practice, it, text, word, now):
        return True
    return word is None and _is_number(practice, text) and _asked_again(db, it, question, now)


def _to_side_effects(db: Session, practice: Practice, it: Open, text: str, word: Typed | None, now: datetime) -> bool:
    """“Tired and a bruise” ticks, “send” sends; “none” is an answer only where nothing is ticked."""
    chosen = it.check_in.answers.get(asking.TOGGLED, [])
    typed = practice.catalog.vocabulary.typed
    if named := typed_signs(text, typed):
        checking_in.choose(db, practice, it, {*chosen, *named}, now)
        if named & it.protocol.question("symptoms").dangers:
            return False  # ticked, so that it counts beside the others, and read as a report, at once
        ticked = listing(*(phrase("sign", sign=sign) for sign in it.check_in.answers[asking.TOGGLED]))
        return _tell(db, it, words("check-in-typed-sign", signs=ticked), now)
    if word is Typed.NO and chosen:
        return _tell(db, it, words("check-in-signs-chosen"), now)
    if word is Typed.NO:
        checking_in.send_chosen(db, practice, it, now)
        return _noted(db, it, phrase("button-none"), now)
    if without_signs(text) not in typed.send:
        return False
    if not chosen:
        return _tell(db, it, words("check-in-nothing-chosen"), now)
    checking_in.send_chosen(db, practice, it, now)
    return _noted(db, it, listing(*(phrase("sign", sign=sign) for sign in chosen)), now)


def _choice(practice: Practice, question: Question, text: str, word: Typed | None) -> str | None:
    """The choice a text names: by its label in any language, by a plain yes or no, or by its number."""
    if question.form != "choice":
        return None
    if question.is_signed:
        number = signed_number_from_text(text, practice.catalog.vocabulary.typed)
        return str(number) if str(number) in question.choices else None
    choice = labels.meant(practice, text, {choice: asking.choice_key(question, choice) for choice in question.choices})
    if choice is not None:
        return choice
    return word.value if word is not None and word.value in question.choices else None


def _label(question: Question, choice: str) -> Argument:
    return signed_label(choice) if question.is_signed else phrase(asking.choice_key(question, choice))


def _scored(it: Open, question: Question, word: Typed | None, score: int) -> Question | None:
    """The question a score answers: the scale that is open, or soreness where it is not given yet or was milder.

    A milder one typed later may be meant for what is open now, and a machine only raises.
    """
    if question.form == "scale":
        return question
    given = it.check_in.answers.get("soreness", -1)
    may_be = "soreness" in it.check_in.asks and word is None and score > given and not question.is_signed
    return it.protocol.question("soreness") if may_be else None


def _is_number(practice: Practice, text: str) -> bool:
    typed = practice.catalog.vocabulary.typed
    return (
        soreness_from_text(text, typed) is not None
        or signed_number_from_text(text, typed) is not None
        or _OFF_THE_SCALE.fullmatch(text.strip()) is not None
    )


def _asked_again(db: Session, it: Open, question: Question, now: datetime) -> bool:
    """A number beyond the scale, or for a question without one, is no answer and no report: say what is asked."""
    if question.form == "scale":
        said = words("check-in-off-the-scale")
    else:
        soreness = it.check_in.answers.get("soreness", -1)
        said = words("check-in-other-question", soreness=soreness, question=phrase(question.key))
    return _tell(db, it, said, now)


def _noted(db: Session, it: Open, answer: Argument, now: datetime) -> bool:
    """What was typed is answered where it was typed; the living message has the next question or the reply."""
    left = asking.next_question(it.protocol, it.check_in, it.case.patient)
    goes_on = left is not None and it.check_in.answered_at is None
    if (it.check_in.tier or 0) < Tier.URGENT:
        _tell(db, it, words("check-in-typed", answer=answer, left="yes" if goes_on else "no"), now)
    return True


def _tell(db: Session, it: Open, said: Words, now: datetime) -> bool:
    if it.case.patient.telegram_id is not None:
        row = check_ins.message(db, it.id)
        say(db, it.case.patient.telegram_id, said, when=When(now), reply_to=row.message_id if row else None)
    return True
