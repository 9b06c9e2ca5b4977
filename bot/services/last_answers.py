"""What the patient's last answers allow: the end of the restriction, and a shorter last check-in."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain import adapting, answers
from bot.domain.status import CheckInState
from bot.domain.tiers import Tier
from bot.services import planning
from bot.services.practice import Practice
from bot.storage import check_ins, flags
from bot.storage.tables import CheckIn, Enrollment


@dataclass(frozen=True)
class LastAnswers:
    """The newest soreness number of an aftercare, the worst tier found since, and the case still open."""

    score: int | None
    tier: Tier | None
    """None while no check-in was answered."""
    at: datetime | None
    open_flag: Tier | None


def last_answers(db: Session, enrollment: Enrollment) -> LastAnswers:
    """Missing is never zero: what was not answered is None."""
    assert enrollment.id is not None
    answered = [one for one in check_ins.of_enrollment(db, enrollment.id) if one.state == CheckInState.ANSWERED]
    since = _from_last_score(answered)
    flag = flags.unsettled(db, enrollment.patient_id)
    return LastAnswers(
        score=since[0].answers.get("soreness") if since else None,
        tier=max((Tier(one.tier or 0) for one in since), default=None),
        at=since[0].answered_at if since else None,
        open_flag=Tier(flag.tier) if flag else None,
    )


def restriction_verdict(db: Session, practice: Practice, enrollment: Enrollment) -> str:
    """clear, another-day, talk or unknown: what the end of the restriction says, by the last answers."""
    last = last_answers(db, enrollment)
    return answers.restriction_verdict(
        practice.catalog.answers, tier=last.tier, score=last.score, open_flag=last.open_flag
    )


def is_closing_short(db: Session, practice: Practice, enrollment: Enrollment, step: str) -> bool:
    """Whether the check-in of this step is the last one and may ask less."""
    last = last_answers(db, enrollment)
    protocol = planning.protocol_of(practice, enrollment.protocol)
    if last.at is None or last.tier is None:
        return False
    well = adapting.is_well(protocol, score=last.score, tier=last.tier, open_flag=last.open_flag is not None)
    session = planning.session_of(enrollment)
    return adapting.is_closing_short(protocol, step, session, answered_at=last.at, well=well)


def _from_last_score(answered: list[CheckIn]) -> list[CheckIn]:
    """The check-ins from the newest that gave a number on; all, if none did."""
    scored = [index for index, one in enumerate(answered) if "soreness" in one.answers]
    return answered[scored[-1] if scored else 0 :]
