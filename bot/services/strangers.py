"""What somebody is told whom the clinic does not know, or who has not agreed yet."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.dangers import special_text
from bot.domain.status import EnrollmentState
from bot.domain.tiers import Tier
from bot.domain.triage import read
from bot.services import consenting, joining
from bot.services.practice import Practice
from bot.services.retention import UPDATES_FOR
from bot.services.saying import Words, words
from bot.services.visitor import Visitor
from bot.storage import enrollments, invitations
from bot.storage.tables import Enrollment, Invitation

_START = "start"
_ABOUT_WHAT_IS_KEPT = frozenset({"mydata", "forget"})
_NO_THANKS = frozenset({"stop", "forget"})


def answer(
    db: Session, practice: Practice, visitor: Visitor, text: str, now: datetime, command: str | None = None
) -> Words:
    """Kind words to a stranger; the emergency number first where their words hold, or may hold, a danger sign.

    Whoever has opened a link and not chosen yet is reminded of the choice; /stop and /forget are a “no, thanks”.
    """
    verdict = read(practice.catalog.triage, text)
    invited = _invited(db, visitor, now)
    if max(verdict.tier, verdict.doubt_tier) >= Tier.URGENT:
        kind = special_text(practice.catalog.dangers, verdict.rules) or "emergency"
        return words("stranger-in-danger", invited="yes" if invited else "no", kind=kind)
    if invited is None:
        kept = Words("stranger-nothing-kept", {"days": UPDATES_FOR.days}, [("stranger", {})])
        return kept if command in _ABOUT_WHAT_IS_KEPT else words("stranger")
    invitation, enrollment = invited
    assert invitation.id is not None
    if command in _NO_THANKS:
        return joining.decline(db, invitation.id, visitor, now)
    asked = consenting.question(practice, invitation, enrollment)
    if command == _START:
        return Words("invited", {}, ((asked.template, asked.args), *asked.more), asked.buttons)
    return words("invited-before", buttons=asked.buttons)


def _invited(db: Session, visitor: Visitor, now: datetime) -> tuple[Invitation, Enrollment] | None:
    invitation = invitations.opened_by(db, visitor.telegram_id, now)
    enrollment = enrollments.by_id(db, invitation.enrollment_id or 0) if invitation else None
    if invitation is None or enrollment is None or enrollment.state != EnrollmentState.INVITED:
        return None
    return invitation, enrollment
