"""What an earlier session leaves to a new one: risks, the rest that is not over yet, where else the needles were."""

from collections.abc import Mapping
from datetime import timedelta

from sqlmodel import Session

from bot.domain.status import EnrollmentState
from bot.services import planning
from bot.services.planning import session_of
from bot.services.practice import Practice
from bot.services.saying import Argument, in_full, listing, phrase
from bot.storage import enrollments
from bot.storage.tables import Enrollment, Patient

_HOUR = timedelta(hours=1)


def take_over(
    db: Session, practice: Practice, patient: Patient, enrollment: Enrollment
) -> list[tuple[str, Mapping[str, Argument]]]:
    """Let the stricter of the sessions hold; what the therapist is told of it. Once more, nothing changes.

    A risk is the patient's, not the session's: what was known before goes on counting. The rest of a session that was
    canceled does not: it may have been a mistake. A region counts on for as long as the protocol follows closely.
    """
    assert patient.id is not None
    before = [other for other in enrollments.of_patient(db, patient.id) if other.id != enrollment.id]
    rested = [other for other in before if other.joined_at is not None and other.state != EnrollmentState.CANCELED]
    told: list[tuple[str, Mapping[str, Argument]]] = []
    risks = {risk for other in before for risk in other.risks} - set(enrollment.risks)
    if risks:
        enrollment.risks = [*enrollment.risks, *sorted(risks)]
        names = listing(*(phrase(f"risk-{risk}") for risk in sorted(risks)))
        told.append(("therapist-risks-taken-over", {"risks": names}))
    rests_until = max((session_of(other).restriction_ends_at for other in rested), default=enrollment.ended_at)
    hours = -(-(rests_until - enrollment.ended_at) // _HOUR)
    if hours > enrollment.restriction_hours:
        enrollment.restriction_hours = hours
        told.append(("therapist-rest-taken-over", {"until": in_full(session_of(enrollment).restriction_ends_at)}))
    lately = enrollment.ended_at - planning.protocol_of(practice).counted_for
    regions = {other.region for other in rested if other.ended_at > lately} - {enrollment.region}
    enrollment.needled_before = sorted(regions)
    db.flush()
    return told
