"""Enrolling step by step: a draft is filled in by typing and by buttons, in one message that changes."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.enroll_line import (
    LONGEST_RESTRICTION,
    SHORTEST_RESTRICTION,
    Details,
    LineError,
    read_details,
    read_line,
)
from bot.domain.protocol import REGIONS, RISKS, SIDES
from bot.services.enrolling import Wish, enroll, known_patient
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Argument, Button, Buttons, Words, area, listing, phrase, words
from bot.storage import drafts, patients
from bot.storage.tables import EnrollmentDraft, Member, Patient

DRAFT_FOR = timedelta(minutes=30)
"""How long a therapist's typing is taken for an answer to what was asked last."""

NO_SIDE = "none"
HOURS = ("24", "36", "48")


def begin(
    db: Session,
    practice: Practice,
    therapist: Member,
    known: Patient | None,
    name: str | None,
    details: Details,
    now: datetime,
) -> Words:
    """Start a draft with what is known, and ask for the first thing that is missing."""
    assert therapist.id is not None
    draft = EnrollmentDraft(member_id=therapist.id, patient_id=known.id if known else None, name=name, created_at=now)
    _fill(draft, details)
    return question(db, drafts.begin(db, draft))


def current(db: Session, therapist: Member, now: datetime) -> EnrollmentDraft | None:
    """The draft that what this therapist types now belongs to."""
    return drafts.of_member(db, therapist.id, now - DRAFT_FOR) if therapist.id else None


def type_in(db: Session, practice: Practice, draft: EnrollmentDraft, typed: str) -> Words:
    """Take what was typed as the answer: a name or a whole line first, details afterwards. Raises Mistake."""
    vocabulary = practice.catalog.vocabulary
    try:
        if draft.name is None and draft.patient_id is None:
            line = read_line(typed, vocabulary)
            draft.name = line.name
            draft.patient_id = known_patient(db, line.code).id if line.code else None
            details = line.details
        else:
            details = read_details(typed, vocabulary)
    except LineError as error:
        raise Mistake(f"enroll-{error.fault}", typed=error.typed) from None
    _fill(draft, details)
    drafts.save(db, draft)
    return question(db, draft)


def choose(db: Session, therapist: Member, draft_id: int, asked: str, value: str) -> Words:
    """Take a pressed answer and ask for what is missing next. Raises Mistake for a draft that is over."""
    draft = _own(db, therapist, draft_id)
    if asked == "area" and value in REGIONS:
        draft.region = value
    elif asked == "side" and value in (*SIDES, NO_SIDE):
        draft.side = value
    elif asked == "hours" and value.isdecimal() and SHORTEST_RESTRICTION <= int(value) <= LONGEST_RESTRICTION:
        draft.restriction_hours = int(value)
    elif asked == "risk" and value in RISKS:
        # A fresh list: a JSON column does not notice when its list is changed in place.
        draft.risks = [risk for risk in RISKS if (risk in (draft.risks or [])) != (risk == value)]
    else:
        raise Mistake("press-old")
    drafts.save(db, draft)
    return question(db, draft)


def finish(db: Session, practice: Practice, therapist: Member, draft_id: int, now: datetime) -> Words:
    """Enroll as drafted. Raises Mistake for a draft that is over or still lacks something."""
    draft = _own(db, therapist, draft_id)
    if draft.region is None or draft.restriction_hours is None or not (draft.name or draft.patient_id):
        raise Mistake("press-old")
    side = None if draft.side == NO_SIDE else draft.side
    wish = Wish(draft.patient_id, draft.name, draft.region, side, draft.restriction_hours, tuple(draft.risks or ()))
    drafts.drop(db, draft)
    return enroll(db, practice, therapist, wish, now)


def abandon(db: Session, therapist: Member, draft_id: int) -> Words:
    """Forget the draft; pressed again, it stays forgotten."""
    draft = drafts.by_id(db, draft_id)
    if draft is not None and draft.member_id == therapist.id:
        drafts.drop(db, draft)
    return words("draft-dropped")


def question(db: Session, draft: EnrollmentDraft) -> Words:
    """What is asked next, under what is known already."""
    cancel = [Button("button-draft-cancel", f"draft-cancel:{draft.id}")]
    if draft.name is None and draft.patient_id is None:
        return words("draft-name", buttons=[cancel])
    asked, buttons = _next(draft)
    return words(f"draft-{asked}", buttons=[*buttons, cancel], known=phrase("draft-known", **_known(db, draft)))


def _next(draft: EnrollmentDraft) -> tuple[str, Buttons]:
    if draft.region is None:
        return "area", _columns([_choice(draft, "area", region, f"region-{region}") for region in REGIONS])
    if draft.side is None:
        choices = [_choice(draft, "side", side, f"button-side-{side}") for side in (*SIDES, NO_SIDE)]
        return "side", _columns(choices)
    if draft.restriction_hours is None:
        return "hours", [[_choice(draft, "hours", hours, "button-hours") for hours in HOURS]]
    toggles = [_toggle(draft, risk) for risk in RISKS]
    return "risks", [*_columns(toggles), [Button("button-draft-enroll", f"draft-enroll:{draft.id}")]]


def _choice(draft: EnrollmentDraft, asked: str, value: str, key: str) -> Button:
    return Button(key, f"draft-{asked}:{draft.id}:{value}", {"side": "none", "hours": value})


def _toggle(draft: EnrollmentDraft, risk: str) -> Button:
    chosen = "yes" if risk in (draft.risks or []) else "no"
    args: dict[str, Argument] = {"chosen": chosen, "label": phrase(f"risk-{risk}")}
    return Button("button-toggle", f"draft-risk:{draft.id}:{risk}", args)


def _columns(buttons: list[Button]) -> list[list[Button]]:
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


def _known(db: Session, draft: EnrollmentDraft) -> dict[str, Argument]:
    patient = patients.by_id(db, draft.patient_id) if draft.patient_id else None
    who = (patient.name or patient.code) if patient else (draft.name or "")
    parts: list[Argument] = [phrase("draft-known-name", name=who)]
    if draft.region:
        parts.append(area(draft.region, None if draft.side == NO_SIDE else draft.side))
    if draft.restriction_hours:
        parts.append(phrase("draft-known-hours", hours=draft.restriction_hours))
    return {"facts": listing(*parts)}


def _fill(draft: EnrollmentDraft, details: Details) -> None:
    draft.region = details.region or draft.region
    draft.side = details.side or draft.side
    draft.restriction_hours = details.hours or draft.restriction_hours
    if details.risks:
        draft.risks = list(dict.fromkeys((*(draft.risks or ()), *details.risks)))


def _own(db: Session, therapist: Member, draft_id: int) -> EnrollmentDraft:
    draft = drafts.by_id(db, draft_id)
    if draft is None or draft.member_id != therapist.id:
        raise Mistake("draft-over")
    return draft
