"""What is kept about a patient, shown to them and erased when they ask for it."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState
from bot.domain.tiers import Tier
from bot.services.ending import end
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Argument, Button, Paragraph, Words, area, at, lines, listing, phrase, words
from bot.services.stopping import tell_staff
from bot.storage import enrollments, erasing, flags, members, records
from bot.storage.tables import CheckIn, Enrollment, Patient, Report

_LINES = 12
_LETTERS = 2500
"""How much goes into one message: below Telegram's 4,096 letters with all that stands around it."""


def explain(practice: Practice) -> Words:
    """What the bot keeps, for how long, and how to see or erase it; for anybody."""
    return words("privacy", days=practice.clinic.retention_for.days)


def everything_kept(db: Session, practice: Practice, patient: Patient) -> list[Words]:
    """All that is kept about a patient, in as many messages as it takes."""
    assert patient.id is not None
    paragraphs: list[Paragraph] = [_person(practice, patient)]
    paragraphs += [_enrollment(row) for row in reversed(enrollments.of_patient(db, patient.id))]
    paragraphs += [_check_in(practice, row) for row in records.answered_check_ins(db, patient.id)]
    for report in records.reports_of(db, patient.id):
        # A check-in's answers stand above already.
        paragraphs += _report(report) if report.words or report.check_in_id is None else []
    paragraphs += [
        ("mydata-flag", {"at": at(flag.opened_at), "tier": Tier(flag.tier).word, "state": flag.state})
        for flag in records.flags_of(db, patient.id)
    ]
    return [*_messages(paragraphs), words("mydata-end", days=practice.clinic.retention_for.days)]


def ask_to_forget(db: Session, patient: Patient) -> Words:
    """What forgetting means, and whether it is meant."""
    assert patient.id is not None
    yes, no = Button("button-forget-yes", f"forget-yes:{patient.id}"), Button("button-forget-no", "forget-no")
    return words("forget-sure", flagged="yes" if flags.unsettled(db, patient.id) else "no", buttons=[[yes], [no]])


def forget(db: Session, patient: Patient | None, patient_id: int, now: datetime) -> Words:
    """End everything and erase what names the patient; staff learn first that an open flag loses its person.

    Raises Mistake for anybody else's press.
    """
    if patient is None or patient.id != patient_id:
        raise Mistake("forgotten-already")
    language = patient.language
    flag = flags.unsettled(db, patient_id)
    if flag is not None:
        tell_staff(db, "staff-patient-forgotten", flag, patient, now)
    for enrollment in enrollments.of_patient(db, patient_id):
        end(db, enrollment, EnrollmentState.STOPPED, "forgotten", now)
    name = patient.name
    if name is not None:
        erasing.erase_name(db, name, members.accounts(db), patient.created_at)
    erasing.erase_patient(db, patient, now)
    if flag is not None:
        patient.name = name  # until the case is closed: the team must know whom to look for
    return Words(erasing.FAREWELL, {"flagged": "yes" if flag else "no"}, language=language)


def _person(practice: Practice, patient: Patient) -> Paragraph:
    return "mydata", {
        "name": patient.name or "–",
        "code": patient.code,
        "language": phrase("language-name"),  # which is read in that very language
        "zone": patient.timezone or practice.clinic.zone.key,
        "consented": at(patient.consented_at) if patient.consented_at else "–",
        "withdrawn": "yes" if patient.withdrawn_at else "no",
        "withdrawn_at": at(patient.withdrawn_at) if patient.withdrawn_at else "–",
        "cold": {None: "unasked", True: "fine", False: "avoided"}[patient.cold_is_fine],
        "baseline": str(patient.baseline) if patient.baseline is not None else "–",
    }


def _enrollment(row: Enrollment) -> Paragraph:
    risks: list[Argument] = [phrase(f"risk-{risk}") for risk in row.risks]
    return "mydata-enrollment", {
        "area": area(row.region, row.side),
        "at": at(row.ended_at),
        "hours": row.restriction_hours,
        "state": phrase("enrollment-state", state=row.state),
        "at_risk": "yes" if risks else "no",
        "risks": listing(*risks) if risks else "",
    }


def _check_in(practice: Practice, row: CheckIn) -> Paragraph:
    answered_at = row.answered_at or row.asked_at
    given = [
        phrase("mydata-answer", question=question, value=_in_words(practice, question, value))
        for question, value in row.answers.items()
        if question in row.asks
    ]
    return "mydata-check-in", {"at": at(answered_at) if answered_at else "–", "answers": lines(*given)}


def _in_words(practice: Practice, question: str, value: object) -> Argument:
    """An answer as its button said it."""
    if isinstance(value, list):
        return listing(*(phrase("sign", sign=str(sign)) for sign in value)) if value else "–"
    choice = f"choice-{question}-{value}"
    return phrase(choice) if practice.catalog.wording.has(choice) else str(value)


def _report(report: Report) -> Iterable[Paragraph]:
    """A report; words too long for one message are cut into several."""
    said = report.words or "–"
    args: dict[str, Argument] = {"at": at(report.received_at), "source": report.source}
    pieces = [said[start : start + _LETTERS] for start in range(0, len(said), _LETTERS)]
    return [("mydata-report", {**args, "words": piece}) for piece in pieces]


def _messages(paragraphs: list[Paragraph]) -> list[Words]:
    """As few messages as hold the paragraphs without growing too long."""
    groups: list[list[Paragraph]] = [[]]
    letters = 0
    for paragraph in paragraphs:
        size = sum(len(str(value)) for value in paragraph[1].values())
        if groups[-1] and (letters + size > _LETTERS or len(groups[-1]) == _LINES):
            groups.append([])
            letters = 0
        groups[-1].append(paragraph)
        letters += size
    return [Words(first[0], first[1], rest) for first, *rest in groups]
