"""What therapists and staff read about patients: the recent ones, and one of them in full."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import Lane
from bot.domain.tiers import Tier
from bot.services import course, planning
from bot.services.enrolling import known_patient
from bot.services.mistakes import Mistake
from bot.services.saying import Argument, Button, Words, area, at, lines, phrase, words
from bot.storage import check_ins, enrollments, flags, outbox, patients, records
from bot.storage.tables import Enrollment, Flag, Member

_SHOWN = 12
_FLAGS_SHOWN = 3


def recent(db: Session, therapist: Member) -> Words:
    """The therapist's newest patients with how they stand; an admin sees everybody's."""
    rows = enrollments.newest(db, None if therapist.admin else therapist.id, _SHOWN)
    newest = {row.patient_id: row for row in reversed(rows)}
    people = [_line(db, row) for row in sorted(newest.values(), key=lambda row: row.id or 0, reverse=True)]
    return words("patients-list", lines=lines(*people)) if people else words("patients-none")


def one(db: Session, typed: str, now: datetime, *, with_name: bool, may_cancel: bool) -> Words:
    """One patient: session, course, flags and what comes next; without a name in the staff group.

    Raises Mistake for a code nobody has.
    """
    if not typed.strip():
        raise Mistake("patient-which")
    patient = patients.by_code(db, typed)
    if patient is None or patient.name is None:  # a name stays of who was erased while their case is open
        patient = known_patient(db, typed)
    assert patient.id is not None
    enrollment = enrollments.latest(db, patient.id)
    facts = _facts(db, enrollment, now) if enrollment else []
    facts += [_flag(flag) for flag in records.flags_of(db, patient.id)[:_FLAGS_SHOWN]]
    facts += [phrase("patient-unreachable", at=at(patient.unreachable_at))] if patient.unreachable_at else []
    return words(
        "patient-named" if with_name and patient.name else "patient-coded",
        buttons=_buttons(enrollment) if may_cancel else [],
        code=patient.code,
        name=patient.name or "",
        lines=lines(*facts),
    )


def _line(db: Session, enrollment: Enrollment) -> Argument:
    patient = patients.by_id(db, enrollment.patient_id)
    flag = flags.unsettled(db, enrollment.patient_id)
    return phrase(
        "patients-line",
        code=patient.code,
        name=patient.name or "–",
        area=area(enrollment.region, enrollment.side),
        state=phrase("enrollment-state", state=enrollment.state),
        flag=flag.state if flag else "none",
    )


def _facts(db: Session, enrollment: Enrollment, now: datetime) -> list[Argument]:
    assert enrollment.id is not None
    line = course.soreness_line(db, enrollment)
    answered = sum(check_in.answered_at is not None for check_in in check_ins.of_enrollment(db, enrollment.id))
    ends_at = planning.session_of(enrollment).restriction_ends_at
    return [
        phrase(
            "patient-session",
            area=area(enrollment.region, enrollment.side),
            ended=at(enrollment.ended_at),
            state=phrase("enrollment-state", state=enrollment.state),
        ),
        phrase("patient-course", course=line or "", known="yes" if line else "no", answered=answered),
        phrase("patient-restriction", until=at(ends_at), over="yes" if ends_at <= now else "no"),
        *_coming(db, enrollment),
    ]


def _coming(db: Session, enrollment: Enrollment) -> list[Argument]:
    assert enrollment.id is not None
    coming = [row for row in outbox.planned_for(db, enrollment.id) if row.lane == Lane.REMINDER and row.kind]
    return [
        phrase("patient-next", at=at(row.due_at), what=phrase("message-kind", kind=row.kind or ""))
        for row in coming[:1]
    ]


def _flag(flag: Flag) -> Argument:
    return phrase(
        "patient-flag",
        tier=Tier(flag.tier).word,
        at=at(flag.opened_at),
        state=flag.state,
        outcome=phrase(f"button-outcome-{flag.outcome}") if flag.outcome else "",
    )


def _buttons(enrollment: Enrollment | None) -> list[list[Button]]:
    if enrollment is None or enrollment.state not in enrollments.UNFINISHED:
        return []
    return [[Button("button-cancel-enrollment", f"cancel-enrollment:{enrollment.id}")]]
