"""What therapists and staff read about patients: the recent ones, and one of them in full."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import Lane
from bot.domain.tiers import Tier
from bot.services import course, planning
from bot.services.enrolling import known_patient
from bot.services.mistakes import Mistake
from bot.services.saying import Argument, Button, Words, area, at, phrase, words
from bot.storage import check_ins, enrollments, flags, outbox, patients, records
from bot.storage.tables import Enrollment, Flag, Member

_SHOWN = 12
_FLAGS_SHOWN = 3
Paragraph = tuple[str, dict[str, Argument]]


def recent(db: Session, therapist: Member) -> Words:
    """The therapist's newest patients with how they stand; an admin sees everybody's."""
    rows = enrollments.newest(db, None if therapist.admin else therapist.id, _SHOWN)
    newest = {row.patient_id: row for row in reversed(rows)}
    lines = [_line(db, row) for row in sorted(newest.values(), key=lambda row: row.id or 0, reverse=True)]
    return Words("patients-list", {"count": len(lines)}, lines) if lines else words("patients-none")


def one(db: Session, typed: str, now: datetime, *, with_name: bool) -> Words:
    """One patient: session, course, flags and what comes next; without a name in the staff group.

    Raises Mistake for a code nobody has.
    """
    if not typed.strip():
        raise Mistake("patient-which")
    patient = known_patient(db, typed)
    assert patient.id is not None
    enrollment = enrollments.latest(db, patient.id)
    said: list[Paragraph] = [_session(enrollment)] if enrollment else []
    if enrollment:
        said += [*_course(db, enrollment), *_restriction(enrollment, now), *_coming(db, enrollment)]
    said += [_flag(flag) for flag in records.flags_of(db, patient.id)[:_FLAGS_SHOWN]]
    said += [("patient-unreachable", {"at": at(patient.unreachable_at)})] if patient.unreachable_at else []
    head: dict[str, Argument] = {"code": patient.code, "name": patient.name or ""}
    return Words("patient-named" if with_name and patient.name else "patient-coded", head, said, _buttons(enrollment))


def _line(db: Session, enrollment: Enrollment) -> Paragraph:
    patient = patients.by_id(db, enrollment.patient_id)
    flag = flags.unsettled(db, enrollment.patient_id)
    return "patients-line", {
        "code": patient.code,
        "name": patient.name or "–",
        "area": area(enrollment.region, enrollment.side),
        "state": phrase("enrollment-state", state=enrollment.state),
        "flag": f"{flag.state}" if flag else "none",
    }


def _session(enrollment: Enrollment) -> Paragraph:
    return "patient-session", {
        "area": area(enrollment.region, enrollment.side),
        "ended": at(enrollment.ended_at),
        "state": phrase("enrollment-state", state=enrollment.state),
    }


def _course(db: Session, enrollment: Enrollment) -> list[Paragraph]:
    assert enrollment.id is not None
    line = course.soreness_line(db, enrollment)
    asked = check_ins.of_enrollment(db, enrollment.id)
    answered = sum(check_in.answered_at is not None for check_in in asked)
    return [("patient-course", {"course": line or "", "known": "yes" if line else "no", "answered": answered})]


def _restriction(enrollment: Enrollment, now: datetime) -> list[Paragraph]:
    ends_at = planning.session_of(enrollment).restriction_ends_at
    return [("patient-restriction", {"until": at(ends_at), "over": "yes" if ends_at <= now else "no"})]


def _coming(db: Session, enrollment: Enrollment) -> list[Paragraph]:
    assert enrollment.id is not None
    coming = [row for row in outbox.planned_for(db, enrollment.id) if row.lane == Lane.REMINDER and row.kind]
    return [
        ("patient-next", {"at": at(row.due_at), "what": phrase("message-kind", kind=row.kind or "")})
        for row in coming[:1]
    ]


def _flag(flag: Flag) -> Paragraph:
    return "patient-flag", {
        "tier": Tier(flag.tier).word,
        "at": at(flag.opened_at),
        "state": flag.state,
        "outcome": phrase(f"button-outcome-{flag.outcome}") if flag.outcome else "",
    }


def _buttons(enrollment: Enrollment | None) -> list[list[Button]]:
    if enrollment is None or enrollment.state not in enrollments.UNFINISHED:
        return []
    return [[Button("button-cancel-enrollment", f"cancel-enrollment:{enrollment.id}")]]
