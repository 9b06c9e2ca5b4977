"""A patient together with the aftercare their words are about."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.status import LISTENING
from bot.domain.tiers import Tier
from bot.domain.triage.values import Context
from bot.storage import enrollments
from bot.storage.tables import Enrollment, Flag, Patient


@dataclass(frozen=True)
class Case:
    """Who speaks, and the newest aftercare it can be about (none for a patient whose aftercare never began)."""

    patient: Patient
    enrollment: Enrollment | None

    @property
    def patient_id(self) -> int:
        assert self.patient.id is not None
        return self.patient.id

    def hours(self, now: datetime) -> float | None:
        """Hours since the session ended."""
        return None if self.enrollment is None else (now - self.enrollment.ended_at) / timedelta(hours=1)

    def context(self, now: datetime) -> Context:
        """What triage may know besides the words."""
        about = self.enrollment
        if about is None:
            return Context()
        risks, before = frozenset(about.risks), frozenset(about.needled_before)
        return Context(about.region, about.side, self.hours(now), risks, before)


def stands(flag: Flag) -> str:
    """How an open case stands, as sentences to the patient tell it apart: emergency, helped or urgent."""
    if flag.tier < Tier.EMERGENCY:
        return "urgent"
    return "emergency" if flag.with_help_at is None else "helped"


def case_of(db: Session, patient: Patient) -> Case:
    """The patient with the aftercare that is running, else the newest one that is still listened to."""
    assert patient.id is not None
    running = enrollments.running(db, patient.id)
    return Case(patient, running or enrollments.latest(db, patient.id, *LISTENING))
