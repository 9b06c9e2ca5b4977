"""Buttons of a reminder: **Done**, **Later** and **Report a problem**, whenever and however often they are pressed."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.plan import snoozed
from bot.domain.status import LISTENING, EnrollmentState, Lane, OutboxState
from bot.services import planning
from bot.services.mistakes import Mistake
from bot.services.planning import protocol_of
from bot.services.practice import Practice
from bot.services.reminder_buttons import buttons_of
from bot.services.saying import About, When, Words, at, rewrite, say, words, words_of
from bot.storage import outbox
from bot.storage.tables import Enrollment, OutboxMessage, Patient

_DONE = "reminder-done"


def done(
    db: Session, patient: Patient | None, enrollment_id: int, step: str, pressed: OutboxMessage | None, now: datetime
) -> None:
    """**Done**: the message gets a tick and keeps only **Report a problem**; what was put off does not come again.

    Pressed once more it changes nothing. Raises Mistake for another person's press.
    """
    _enrollment(db, patient, enrollment_id)
    outbox.cancel(db, "done", unique_key=_later_key(enrollment_id, step))
    for row in _copies(db, enrollment_id, step, pressed):
        if not _is_ticked(db, row):
            _tick(db, row, enrollment_id, step, now)


def later(
    db: Session,
    practice: Practice,
    patient: Patient | None,
    enrollment_id: int,
    step: str,
    pressed: OutboxMessage | None,
    now: datetime,
) -> datetime:
    """**Later**: the reminder comes once more, and the message says when, which is returned.

    Raises Mistake, and changes nothing, when it would no longer be useful then, when it is on its way already or
    done, when reminders are stopped, or for another person's press.
    """
    enrollment = _enrollment(db, patient, enrollment_id)
    assert patient is not None
    original = _original(db, enrollment_id, step, pressed)
    if original is None or enrollment.state != EnrollmentState.ACTIVE:
        raise Mistake("later-stopped")
    if _is_ticked(db, original):
        raise Mistake("later-done")
    waiting = outbox.by_key(db, _later_key(enrollment_id, step))
    if waiting is not None:
        raise Mistake("later-again" if waiting.state == OutboxState.PLANNED else "later-once", at=at(waiting.due_at))
    due_at = snoozed(
        now,
        original.expires_at or now,
        practice.clinic.quiet,
        planning.zone_of(practice, patient),
        protocol_of(practice, enrollment.protocol).later_for,
    )
    if due_at is None:
        raise Mistake("later-too-late")
    _put_off(db, original, enrollment_id, step, due_at, now)
    return due_at


def _put_off(
    db: Session, original: OutboxMessage, enrollment_id: int, step: str, due_at: datetime, now: datetime
) -> None:
    said = words_of(original)
    say(
        db,
        original.chat_id,
        replace(said, buttons=buttons_of(enrollment_id, step, original.kind or "", again=True)),
        when=When(now, due_at, original.expires_at),
        lane=Lane.REMINDER,
        about=About(original.patient_id, enrollment_id, None, None, step, original.kind),
        unique_key=_later_key(enrollment_id, step),
    )
    comes = replace(said, more=(*said.more, ("reminder-comes-again", {"at": at(due_at)})))
    keep_done = buttons_of(enrollment_id, step, original.kind or "", again=True)
    rewrite(db, original, replace(comes, buttons=keep_done), when=When(now), lane=Lane.ANSWER)


def problem(patient: Patient | None) -> Words:
    """**Report a problem**: what to write, and when not to write but to call. Raises Mistake for strangers."""
    if patient is None:
        raise Mistake("not-your-buttons")
    return words("report-invited")


def _enrollment(db: Session, patient: Patient | None, enrollment_id: int) -> Enrollment:
    enrollment = db.get(Enrollment, enrollment_id)
    if enrollment is None or patient is None or enrollment.patient_id != patient.id:
        raise Mistake("not-your-buttons")
    if enrollment.state not in LISTENING:
        raise Mistake("aftercare-canceled")
    return enrollment


def _copies(db: Session, enrollment_id: int, step: str, pressed: OutboxMessage | None) -> list[OutboxMessage]:
    """Every copy of the reminder the patient may have before them."""
    found = [row for row in outbox.of_step(db, enrollment_id, step) if row.state in _OUT]
    if pressed is not None and pressed.id not in {row.id for row in found}:
        found.append(pressed)
    return found


_OUT = (OutboxState.SENT, OutboxState.SENDING, OutboxState.UNCERTAIN)


def _original(db: Session, enrollment_id: int, step: str, pressed: OutboxMessage | None) -> OutboxMessage | None:
    copies = _copies(db, enrollment_id, step, pressed)
    return next((row for row in copies if row.unique_key != _later_key(enrollment_id, step)), None)


def _tick(db: Session, row: OutboxMessage, enrollment_id: int, step: str, now: datetime) -> None:
    said = words_of(row)
    ticked = replace(
        said,
        more=(*said.more, (_DONE, {})),
        buttons=buttons_of(enrollment_id, step, row.kind or "", ticked=True),
    )
    rewrite(db, row, ticked, when=When(now), lane=Lane.ANSWER)


def _is_ticked(db: Session, row: OutboxMessage) -> bool:
    edits = outbox.edits_of(db, row)
    return any(paragraph["key"] == _DONE for edit in edits for paragraph in edit.content["more"])


def _later_key(enrollment_id: int, step: str) -> str:
    return f"later:{enrollment_id}:{step}"
