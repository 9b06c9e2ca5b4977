"""Photos, voice messages, stickers and the like: an honest answer, and staff see that something was sent."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.tiers import Tier
from bot.services import advising, flagging
from bot.services.cases import Case, case_of
from bot.services.planning import protocol_of, session_of
from bot.services.practice import Practice
from bot.services.saying import About, Argument, When, Words, say
from bot.storage import reports
from bot.storage.tables import Patient, Report

UNREAD = "unread"
"""Whatever it was: handling it failed, and it is set aside."""
SOURCES = {
    "photo": "photo", "voice": "voice", "audio": "voice", "video": "video", "video_note": "video",
    "animation": "video", "sticker": "sticker", UNREAD: UNREAD,
}  # fmt: skip
"""What a report calls each kind; anything else is `other`."""
_URGENT_FOR = timedelta(hours=24)
"""After needles near a lung, something nobody can read is urgent for this long (clinical fact base 7.4)."""
_ONE_ANSWER_FOR = timedelta(minutes=1)
"""Several photos sent together are several messages; they get one answer."""


def receive(
    db: Session,
    practice: Practice,
    patient: Patient,
    media: str,
    message_id: int | None,
    update_id: int | None,
    now: datetime,
) -> None:
    """Something that cannot be read: answered honestly, put in front of staff by where the needles were."""
    case = case_of(db, patient)
    source = SOURCES.get(media, "other")
    lately = reports.since(db, case.patient_id, now - _ONE_ANSWER_FOR)
    just_now = any(report.source == source for report in lately)
    urgent = _is_near_lung(practice, case, now)
    report = reports.add(
        db,
        Report(
            patient_id=case.patient_id,
            enrollment_id=case.enrollment.id if case.enrollment else None,
            update_id=update_id,
            message_id=message_id,
            source=source,
            tier=Tier.URGENT if urgent else Tier.WATCH,
            rules=["media-near-lung" if urgent else "media"],
            rules_version=practice.catalog.triage.version,
            received_at=now,
        ),
    )
    if _is_answered_already(db, case, report):
        return  # its caption has told staff and the patient what counts
    flagging.take_up(db, practice, case, report, now)
    if just_now or patient.telegram_id is None:
        return
    seen: dict[str, Argument] = {"day": "now"} if urgent else advising.looked_at(practice, now)
    said = Words("media-unread", {"source": source, **seen})
    say(db, patient.telegram_id, said, when=When(now), about=About(patient_id=patient.id))


def _is_answered_already(db: Session, case: Case, report: Report) -> bool:
    if report.message_id is None:
        return False
    captions = reports.of_message(db, case.patient_id, report.message_id)
    return any(caption.words and caption.tier >= Tier.URGENT for caption in captions)


def _is_near_lung(practice: Practice, case: Case, now: datetime) -> bool:
    enrollment = case.enrollment
    if enrollment is None or now - enrollment.ended_at > _URGENT_FOR:
        return False
    session = session_of(enrollment)
    return protocol_of(practice, enrollment.protocol).breathing.applies(session.regions, session.risks)
