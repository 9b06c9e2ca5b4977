"""What follows from a message's fate: the hooks that the dispatcher calls in its own transactions."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.deliveries import GROUP_GONE, UNREACHABLE, Delivery, Postponed, Refused
from bot.domain.escalation import Circle
from bot.domain.status import CheckInState, FlagState, Lane, OutboxState
from bot.domain.tiers import Tier
from bot.services import asking_again, digest, relaying, telling_staff, unanswered, unreachable, wanting
from bot.services.destinations import admin_chats, private_chats
from bot.services.escalating import tell_privately, telling
from bot.services.practice import Practice
from bot.services.saying import About, When, in_full, say, words
from bot.storage import facts, flags
from bot.storage.tables import CheckIn, Flag, OutboxMessage, Patient


def still_wanted(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> str | Postponed | None:
    """Before a message is sent: None while it is wanted, else why not, or until when it waits."""
    return wanting.still_wanted(db, practice, row, now)


def sent(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> None:
    """Telegram has taken the message."""
    if row.edits_id is not None:
        return
    if row.kind == flags.CARD:
        _tell_patient_of_card(db, practice, row, now)
    elif row.kind == flags.RELAY:
        relaying.delivered(db, practice, row, now)
    elif row.check_in_id is not None and row.kind != unanswered.NUDGE:
        unanswered.asked(db, practice, row, now)


def failed(db: Session, practice: Practice, row: OutboxMessage, failure: Delivery, now: datetime) -> None:
    """Telegram has refused the message for good, or its fate stays unknown."""
    why = failure.why if isinstance(failure, Refused) else None
    patient = db.get(Patient, row.patient_id) if row.patient_id else None
    if patient is not None and patient.telegram_id == row.chat_id and why in UNREACHABLE:
        unreachable.lost(db, patient, now)
    if row.chat_id == facts.staff_chat(db) and why in GROUP_GONE:
        _tell_admins(db, row, now)
    if row.kind == flags.RELAY and row.edits_id is None:
        relaying.failed(db, practice, row, now)
    if row.kind == flags.CARD and row.edits_id is None:
        _find_another_way(db, practice, row, now)
    if row.kind == telling_staff.KIND and row.edits_id is None and row.chat_id == facts.staff_chat(db):
        telling_staff.privately(db, row, now)


def skipped(db: Session, practice: Practice, row: OutboxMessage, reason: str, now: datetime) -> None:
    """It was no longer useful: a check-in that is never asked is not waited for."""
    check_in = db.get(CheckIn, row.check_in_id) if row.check_in_id else None
    if check_in is not None and check_in.state == CheckInState.PLANNED and row.edits_id is None:
        check_in.state = CheckInState.CANCELED


def returned(db: Session, practice: Practice, now: datetime) -> None:
    """The bot was deaf for so long that presses are lost, and hears again."""
    asking_again.after_outage(db, practice, now)
    digest.plan_next(db, practice, now)


def _tell_patient_of_card(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> None:
    """“We have told the clinic” is said once it is true, once for each telling; not that anybody reads it by night."""
    flag = db.get(Flag, row.flag_id)
    patient = db.get(Patient, flag.patient_id) if flag else None
    if flag is None or patient is None or patient.telegram_id is None:
        return
    if flag.tier >= Tier.URGENT and flag.state == FlagState.OPEN:
        opens_at = practice.clinic.hours.next_open(now, practice.clinic.zone)
        is_open = "yes" if opens_at == now else "no" if opens_at else "unknown"
        opens = in_full(opens_at) if opens_at else ""
        said = words("clinic-told", tier=Tier(flag.tier).word, open=is_open, opens=opens)
        about = About(patient_id=patient.id, flag_id=flag.id)
        say(db, patient.telegram_id, said, when=When(now), about=about, unique_key=f"told:{telling(flag)}")


def _tell_admins(db: Session, row: OutboxMessage, now: datetime) -> None:
    for admin_id in admin_chats(db):
        key = f"staff-group-gone:{row.chat_id}:{now:%Y-%m-%d}:{admin_id}"
        say(db, admin_id, words("staff-group-gone"), when=When(now), lane=Lane.ALERT, unique_key=key)


def _find_another_way(db: Session, practice: Practice, row: OutboxMessage, now: datetime) -> None:
    """A card that cannot reach the group goes to everybody privately; if nobody is left, the patient must know."""
    flag = db.get(Flag, row.flag_id)
    if flag is None or flag.state == FlagState.CLOSED or flag.id is None:
        return
    if row.chat_id == facts.staff_chat(db):
        tell_privately(db, practice, flag, private_chats(db, Circle.EVERYBODY), now)
    alive = (OutboxState.PLANNED, OutboxState.SENDING, OutboxState.SENT, OutboxState.UNCERTAIN)
    waits = [other for other in flags.cards(db, flag.id) if other.state in alive and other.due_at <= now]
    patient = db.get(Patient, flag.patient_id)
    if not waits and flag.tier >= Tier.URGENT and patient is not None and patient.telegram_id is not None:
        said = words("clinic-not-told", tier=Tier(flag.tier).word)
        key = f"not-told:{telling(flag)}"
        say(db, patient.telegram_id, said, when=When(now), lane=Lane.ALERT, unique_key=key)
