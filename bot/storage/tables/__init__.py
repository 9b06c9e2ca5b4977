"""Every table of the database."""

from sqlmodel import SQLModel

from bot.storage.tables.care import CheckIn, Doubt, Enrollment, EnrollmentDraft, Flag, FlagEvent, Report
from bot.storage.tables.mail import Fact, InboxUpdate, OutboxMessage, Timer
from bot.storage.tables.people import Invitation, Member, Patient

metadata = SQLModel.metadata

__all__ = [
    "CheckIn",
    "Doubt",
    "Enrollment",
    "EnrollmentDraft",
    "Fact",
    "Flag",
    "FlagEvent",
    "InboxUpdate",
    "Invitation",
    "Member",
    "OutboxMessage",
    "Patient",
    "Report",
    "Timer",
    "metadata",
]
