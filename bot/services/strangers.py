"""What somebody is told whom the clinic does not know, or who has not agreed yet."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.status import EnrollmentState
from bot.domain.tiers import Tier
from bot.domain.triage import read
from bot.services import consenting
from bot.services.practice import Practice
from bot.services.saying import Words, words
from bot.storage import enrollments, invitations


def answer(db: Session, practice: Practice, telegram_id: int, text: str, now: datetime) -> Words:
    """Kind words to a stranger; the emergency number first where their words hold, or may hold, a danger sign.

    Whoever has opened a link and not chosen yet is shown the invitation again.
    """
    verdict = read(practice.catalog.triage, text)
    invited = _invited(db, practice, telegram_id, now)
    if max(verdict.tier, verdict.doubt_tier) >= Tier.URGENT:
        return words("stranger-in-danger", invited="yes" if invited else "no")
    return invited or words("stranger")


def _invited(db: Session, practice: Practice, telegram_id: int, now: datetime) -> Words | None:
    invitation = invitations.opened_by(db, telegram_id, now)
    enrollment = enrollments.by_id(db, invitation.enrollment_id or 0) if invitation else None
    if invitation is None or enrollment is None or enrollment.state != EnrollmentState.INVITED:
        return None
    asked = consenting.question(practice, invitation, enrollment)
    return Words("invited", {}, ((asked.template, asked.args), *asked.more), asked.buttons)
