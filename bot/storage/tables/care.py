"""Tables of the care itself: enrollments, check-ins, reports, doubts and flags."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from bot.domain.status import CheckInState, EnrollmentState, FlagState, Outcome
from bot.storage.tables.columns import key, listed, one_of, refers_to, sealed, telegram_id


class Enrollment(SQLModel, table=True):
    """One patient's aftercare for one session."""

    __table_args__ = (one_of("state", EnrollmentState),)

    id: int | None = key()
    patient_id: int = refers_to("patient.id", index=True)
    therapist_id: int | None = refers_to("member.id", optional=True)
    state: str = Field(default=EnrollmentState.INVITED, max_length=16)
    region: str = Field(max_length=16)
    side: str | None = Field(default=None, max_length=8)
    restriction_hours: int
    risks: list[str] = listed()
    needled_before: list[str] = listed()
    """Regions of sessions shortly before this one: what happens now may come from them."""
    ended_at: datetime
    """When the session ended; every offset of the plan counts from here."""
    protocol: str
    protocol_version: str
    created_at: datetime
    joined_at: datetime | None = None
    finished_at: datetime | None = None
    """When it was completed, stopped, canceled or declined; retention counts from here."""


class EnrollmentDraft(SQLModel, table=True):
    """What a therapist has said so far of an enrollment that still lacks something."""

    __tablename__ = "enrollment_draft"

    id: int | None = key()
    member_id: int = refers_to("member.id", index=True)
    patient_id: int | None = refers_to("patient.id", optional=True)
    name: str | None = sealed("enrollment_draft.name", optional=True)
    region: str | None = None
    side: str | None = None
    restriction_hours: int | None = None
    risks: list[str] | None = Field(default=None, sa_type=JSON, nullable=True)
    created_at: datetime


class CheckIn(SQLModel, table=True):
    """One set of questions, answered in one living message."""

    __tablename__ = "check_in"
    __table_args__ = (one_of("state", CheckInState),)

    id: int | None = key()
    enrollment_id: int = refers_to("enrollment.id", index=True)
    step: str = Field(max_length=40)
    state: str = Field(default=CheckInState.PLANNED, max_length=16)
    asks: list[str] = listed()
    """The questions in order, e.g. soreness, symptoms, interference, change."""
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """Question → answer so far; a list for toggles. Missing is never zero."""
    tier: int | None = None
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    asked_again: bool = False


class Report(SQLModel, table=True):
    """Something a patient pressed or wrote, with the tier it was given."""

    id: int | None = key()
    patient_id: int = refers_to("patient.id", index=True)
    enrollment_id: int | None = refers_to("enrollment.id", optional=True, index=True)
    check_in_id: int | None = refers_to("check_in.id", optional=True)
    flag_id: int | None = refers_to("flag.id", optional=True, index=True)
    update_id: int | None = telegram_id(optional=True)
    message_id: int | None = telegram_id(optional=True)
    source: str = Field(max_length=16)
    """text, edited, caption, photo, voice, video, sticker, unread, other, check-in, button or silence."""
    words: str | None = sealed("report.words", optional=True)
    tier: int
    concepts: list[str] = listed()
    rules: list[str] = listed()
    rules_version: str
    received_at: datetime


class Doubt(SQLModel, table=True):
    """A closed question about a danger sign that the patient has not settled yet."""

    id: int | None = key()
    report_id: int = refers_to("report.id", index=True)
    patient_id: int = refers_to("patient.id", index=True)
    question: str = Field(max_length=40)
    tier: int
    """What it becomes when nobody answers."""
    asked_at: datetime
    settled_at: datetime | None = None
    answer: str | None = Field(default=None, max_length=40)


class Flag(SQLModel, table=True):
    """What staff must look at: open, then acknowledged, then closed with an outcome."""

    __table_args__ = (
        one_of("state", FlagState),
        one_of("outcome", Outcome),
        # One open case per patient: a second worry joins it and can only raise it.
        Index(
            "uq_flag_unsettled",
            "patient_id",
            unique=True,
            postgresql_where=text("state <> 'closed'"),
            sqlite_where=text("state <> 'closed'"),
        ),
    )

    id: int | None = key()
    patient_id: int = refers_to("patient.id", index=True)
    enrollment_id: int | None = refers_to("enrollment.id", optional=True)
    state: str = Field(default=FlagState.OPEN, max_length=16)
    tier: int
    rules: list[str] = listed()
    opened_at: datetime
    raised_at: datetime
    """When its tier last went up or another danger joined; escalation counts from here."""
    acknowledged_at: datetime | None = None
    acknowledged_by: int | None = refers_to("member.id", optional=True)
    closed_at: datetime | None = None
    closed_by: int | None = refers_to("member.id", optional=True)
    outcome: str | None = None
    with_help_at: datetime | None = None
    """When the patient said they are with help."""


class FlagEvent(SQLModel, table=True):
    """What was done about a flag, by whom; never changed, never without its time."""

    __tablename__ = "flag_event"

    id: int | None = key()
    flag_id: int = refers_to("flag.id", index=True)
    at: datetime
    what: str = Field(max_length=32)
    member_id: int | None = refers_to("member.id", optional=True)
    words: str | None = sealed("flag_event.words", optional=True)
