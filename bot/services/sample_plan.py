"""A sample plan for therapists: which messages a patient would get after a session that ends now."""

from datetime import datetime

from bot.domain.enroll_line import Details, LineError, read_details
from bot.domain.plan import PlannedStep
from bot.services import planning
from bot.services.enrolling import default_hours
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Argument, Words, area, at, lines, listing, phrase, words
from bot.storage.tables import Enrollment

SAMPLE_REGION = "calf"


def show(practice: Practice, typed: str, now: datetime) -> Words:
    """The plan for what was typed (area, hours, risks), or for a calf. Raises Mistake, naming what is wrong."""
    try:
        details = read_details(typed, practice.catalog.vocabulary) if typed.strip() else Details()
    except LineError as error:
        raise Mistake(f"enroll-{error.fault}", typed=error.typed) from None
    sample = _sample(practice, details, now)
    plan = planning.forecast(practice, sample, practice.clinic.zone, now)
    coming = lines(*(phrase("preview-line", at=at(step.due_at), what=_what(step)) for step in plan.steps))
    return words(
        "preview",
        area=area(sample.region, sample.side),
        hours=sample.restriction_hours,
        until=at(planning.session_of(sample).restriction_ends_at),
        lines=coming,
    )


def _what(step: PlannedStep) -> Argument:
    return listing(*(phrase("message-kind", kind=kind) for kind in step.kinds or (step.kind,)))


def _sample(practice: Practice, details: Details, now: datetime) -> Enrollment:
    """An enrollment that is never stored."""
    protocol = planning.protocol_of(practice)
    return Enrollment(
        patient_id=0,
        region=details.region or SAMPLE_REGION,
        side=details.side,
        restriction_hours=details.hours or default_hours(practice),
        risks=list(details.risks),
        ended_at=now,
        protocol=protocol.id,
        protocol_version=protocol.version,
        created_at=now,
    )
