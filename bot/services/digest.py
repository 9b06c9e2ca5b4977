"""What waits for staff, in one message: by command, at the clinic's opening and before its closing."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.escalation import next_digest
from bot.domain.status import FlagState, Lane
from bot.domain.tiers import Tier
from bot.services import cards
from bot.services.acknowledging import acting, the_flag
from bot.services.destinations import staff_chats
from bot.services.practice import Practice
from bot.services.reasons import reasons
from bot.services.saying import About, Argument, Buttons, Paragraph, When, Words, area, say
from bot.storage import check_ins, flags, reports, timers
from bot.storage.tables import Enrollment, Flag, Member, Patient

ACTION = "digest"
_LISTED = 12
_LOOKS_BACK = timedelta(hours=24)
_OPENS_SOON = timedelta(hours=16)
"""Closed for no longer than a night."""


def plan_next(db: Session, practice: Practice, now: datetime) -> None:
    """See to it that the next digest comes; the app calls this at its start."""
    due_at = next_digest(now, practice.clinic.hours, practice.clinic.zone)
    if due_at is not None:
        timers.start(db, ACTION, 0, due_at, f"{ACTION}:{due_at:%Y-%m-%dT%H:%M}")


def elapse(db: Session, practice: Practice, now: datetime) -> None:
    """Send what waits to staff and plan the next digest; with nothing waiting, nothing is sent."""
    plan_next(db, practice, now)
    unsettled, silent = flags.all_unsettled(db), check_ins.silent_codes(db, now - _LOOKS_BACK)
    if not unsettled and not silent:
        return
    for chat_id in staff_chats(db):
        said = _digest(db, practice, unsettled, silent, now)
        say(db, chat_id, said, when=When(now), unique_key=f"digest:{chat_id}:{now:%Y-%m-%dT%H:%M}")


def phone_today(db: Session, practice: Practice, flag: Flag, key: str, now: datetime) -> None:
    """Say now whom to phone on this very day; where the clinic opens soon, the digest at its opening says so.

    Before a weekend or a holiday nobody would read of it for days, so whoever reads the group is told all the same.
    """
    opens_at = practice.clinic.hours.next_open(now, practice.clinic.zone)
    if opens_at is not None and now < opens_at <= now + _OPENS_SOON:
        return
    said = Words("phone-today", {}, [_line(db, practice, flag, now)], _show_buttons(db, [flag]))
    for chat_id in staff_chats(db):
        about = About(patient_id=flag.patient_id, flag_id=flag.id)
        say(db, chat_id, said, when=When(now), about=about, unique_key=f"phone:{key}:{chat_id}")


def digest(db: Session, practice: Practice, member: Member | None, now: datetime) -> Words:
    """The whole digest, for whoever may act on flags. Raises Mistake for anybody else."""
    acting(member)
    return _digest(db, practice, flags.all_unsettled(db), check_ins.silent_codes(db, now - _LOOKS_BACK), now)


def open_flags(db: Session, practice: Practice, member: Member | None, now: datetime) -> Words:
    """Every flag that is not closed, nobody's first, then the worst and oldest. Raises Mistake for others."""
    acting(member)
    unsettled = flags.all_unsettled(db)
    if not unsettled:
        return Words("flags-none")
    lines = _lines(db, practice, unsettled, now)
    return Words("flags-listed", {"count": len(unsettled)}, lines, _show_buttons(db, unsettled))


def show_card(
    db: Session, practice: Practice, member: Member | None, flag_id: int, chat_id: int, now: datetime
) -> None:
    """Put a flag's card into the chat once more. Raises Mistake for somebody who may not act on flags."""
    acting(member)
    cards.post(db, practice, the_flag(db, flag_id), (chat_id,), When(now), lane=Lane.ANSWER)


def _digest(db: Session, practice: Practice, unsettled: Sequence[Flag], silent: Sequence[str], now: datetime) -> Words:
    heard = reports.since(db, None, now - _LOOKS_BACK)
    expected = sum(report.tier == Tier.EXPECTED for report in heard)
    head: dict[str, Argument] = {"count": len(unsettled), "heard": len(heard), "expected": expected}
    paragraphs = _lines(db, practice, unsettled, now)
    if silent:
        paragraphs.append(("digest-silent", {"codes": ", ".join(silent[:_LISTED]), "count": len(silent)}))
    return Words("digest", head, paragraphs, _show_buttons(db, unsettled))


def _lines(db: Session, practice: Practice, unsettled: Sequence[Flag], now: datetime) -> list[Paragraph]:
    lines = [_line(db, practice, flag, now) for flag in unsettled[:_LISTED]]
    left = len(unsettled) - len(lines)
    return [*lines, ("flags-more", {"count": left})] if left else lines


def _line(db: Session, practice: Practice, flag: Flag, now: datetime) -> Paragraph:
    patient = db.get_one(Patient, flag.patient_id)
    enrollment = db.get(Enrollment, flag.enrollment_id) if flag.enrollment_id else None
    taken_by = db.get(Member, flag.acknowledged_by) if flag.acknowledged_by else None
    return "flags-line", {
        "tier": Tier(flag.tier).word,
        "code": patient.code,
        "known": "yes" if enrollment else "no",
        "area": area(enrollment.region, enrollment.side) if enrollment else "",
        "minutes": int((now - flag.raised_at).total_seconds() // 60),
        "hours": int((now - flag.raised_at).total_seconds() // 3600),
        "state": FlagState(flag.state).value,
        "who": taken_by.first_name if taken_by else "",
        "why": next(iter(reasons(practice, flag.rules)), ""),
    }


def _show_buttons(db: Session, unsettled: Sequence[Flag]) -> Buttons:
    buttons = [cards.show_button(flag, db.get_one(Patient, flag.patient_id)) for flag in unsettled[:_LISTED]]
    return [buttons[index : index + 2] for index in range(0, len(buttons), 2)]
