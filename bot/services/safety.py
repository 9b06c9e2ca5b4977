"""The emergency text to a patient: at once, once more after ten minutes, and “I'm with help”."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.dangers import special_text
from bot.domain.escalation import SAFETY_TEXT_AGAIN_AFTER
from bot.domain.status import FlagState, Lane
from bot.domain.tiers import Tier
from bot.services import cards, telling_staff
from bot.services.cases import Case
from bot.services.elsewhere import other_sessions
from bot.services.escalating import telling
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import (
    About,
    Argument,
    Button,
    Paragraph,
    When,
    Words,
    also,
    area,
    in_full,
    rewrite,
    say,
    words,
    words_of,
)
from bot.storage import flags, outbox
from bot.storage.tables import Flag, OutboxMessage, Patient, Report

KIND = "safety"
_THIN_BLOOD = {"anticoagulant", "bleeding"}


def send(db: Session, practice: Practice, case: Case, flag: Flag, report: Report, now: datetime) -> None:
    """Tell the patient to call for help now, and once more in ten minutes. Waits for nobody.

    What adds to a danger that was told already brings the short text only.
    """
    chat_id = case.patient.telegram_id
    if chat_id is None:
        return
    about = About(patient_id=flag.patient_id, flag_id=flag.id, kind=KIND)
    said = text(db, practice, case, flag, report, now)
    key = f"{KIND}:{telling(flag)}:{said.template}"
    if outbox.by_key(db, f"{key}:1") is not None:
        say(db, chat_id, _short(flag), when=When(now), lane=Lane.ALERT, about=about)
        return
    outbox.cancel(db, "told-anew", flag_id=flag.id, key_prefix=_prefix(flag))
    say(db, chat_id, said, when=When(now), lane=Lane.ALERT, about=about, unique_key=f"{key}:1")
    say(
        db,
        chat_id,
        _short(flag),
        when=When(now, due_at=now + SAFETY_TEXT_AGAIN_AFTER),
        lane=Lane.ALERT,
        about=about,
        unique_key=f"{key}:2",
    )


def text(db: Session, practice: Practice, case: Case, flag: Flag, report: Report, now: datetime) -> Words:
    """The whole text that fits the danger; the usual one says where and when the needles were and of blood thinners."""
    buttons = [[Button("button-with-help", f"with-help:{flag.id}")]]
    if special := special_text(practice.catalog.dangers, report.rules):
        return words(special, buttons=buttons)
    enrollment = case.enrollment
    args: dict[str, Argument] = {"known": "no", "area": "", "at": "", "thinners": "no", "pregnant": "no"}
    if enrollment is not None:
        thin = bool(_THIN_BLOOD & set(enrollment.risks))
        args = {
            "known": "yes",
            "area": area(enrollment.region, enrollment.side),
            "at": in_full(enrollment.ended_at),
            "thinners": "yes" if thin else "no",
            "pregnant": "yes" if "pregnant" in enrollment.risks else "no",
        }
    others = other_sessions(db, practice, enrollment, now) if enrollment else []
    also_there: list[Paragraph] = [
        ("emergency-also", {"area": area(one.region, one.side), "at": in_full(one.ended_at)}) for one in others
    ]
    return Words("emergency", args, [*also_there, ("emergency-press", {})], buttons)


def _short(flag: Flag) -> Words:
    return words("emergency-again", buttons=[[Button("button-with-help", f"with-help:{flag.id}")]])


def with_help(db: Session, practice: Practice, patient: Patient | None, flag_id: int, now: datetime) -> None:
    """The patient is being looked after: no second safety text. Staff are told; the flag stays with them.

    Raises Mistake when somebody else pressed.
    """
    flag = db.get(Flag, flag_id)
    if patient is None:
        raise Mistake("with-help-erased")
    if flag is None or flag.patient_id != patient.id:
        raise Mistake("not-your-buttons")
    outbox.cancel(db, "with-help", flag_id=flag.id, key_prefix=_prefix(flag))
    if flag.with_help_at is None:
        flag.with_help_at = now
        flags.note(db, flag, "with-help", now)
        _take_buttons_away(db, flag, now)
        cards.refresh(db, practice, flag, now)
        if flag.state != FlagState.CLOSED:
            telling_staff.with_help(db, flag, patient, now)
        if patient.telegram_id is not None and flag.state != FlagState.CLOSED:
            say(db, patient.telegram_id, words("with-help-thanks"), when=When(now), about=About(flag_id=flag.id))


def _take_buttons_away(db: Session, flag: Flag, now: datetime) -> None:
    assert flag.id is not None
    for row in flags.messages(db, flag.id, KIND):
        rewrite(db, row, also(words_of(row), "with-help-noted"), when=When(now), lane=Lane.ANSWER)


def quiet(db: Session, flag: Flag) -> None:
    """The case is closed: the text is not repeated."""
    outbox.cancel(db, "closed", flag_id=flag.id, key_prefix=_prefix(flag))


def still_wanted(db: Session, row: OutboxMessage) -> str | None:
    """Whether a safety text about to go out is still to be sent: None, or why not."""
    flag = db.get(Flag, row.flag_id) if row.flag_id else None
    if flag is None or flag.state == FlagState.CLOSED:
        return "closed"
    if flag.with_help_at is not None and row.unique_key and row.unique_key.endswith(":2"):
        return "with-help"
    return "not-an-emergency" if flag.tier < Tier.EMERGENCY else None


def _prefix(flag: Flag) -> str:
    return f"{KIND}:{flag.id}:"
