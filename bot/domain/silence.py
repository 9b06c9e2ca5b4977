"""What happens when a check-in stays unanswered. Silence proves neither harm nor health (clinical §5.6)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.planned import Session
from bot.domain.protocol import SilenceRules
from bot.domain.quiet_hours import QuietHours, next_allowed
from bot.domain.tiers import Tier

SILENCE_RULES = ("silent-open-flag", "silent-region", "silent-risk", "silent-after-watch", "silent-low-risk")
"""Ids of the reasons staff read, from the most to the least pressing."""


class AfterSilence(StrEnum):
    """What a silent patient comes to."""

    ASK_AGAIN = "ask-again"
    """On the staff's list only; the next check-in asks anyway."""
    PHONE_TODAY = "phone-today"
    PHONE_NOW = "phone-now"


@dataclass(frozen=True)
class SilencePolicy:
    """The next step and the tier of the flag it opens; EXPECTED opens none."""

    next_step: AfterSilence
    tier: Tier
    rule: str


def nudge_at(
    rules: SilenceRules, asked_at: datetime, expires_at: datetime, quiet: QuietHours | None, zone: ZoneInfo
) -> datetime | None:
    """When the one nudge is due, in waking hours; None when the question will be past its use by then."""
    due_at = next_allowed(asked_at.astimezone(UTC) + rules.nudge_after, quiet, zone)
    return due_at if due_at < expires_at else None


def silent_at(
    rules: SilenceRules, asked_at: datetime, nudged_at: datetime | None, quiet: QuietHours | None, zone: ZoneInfo
) -> datetime:
    """From when an unanswered check-in counts as “no reply”: some waking hours after the last we said."""
    return next_allowed((nudged_at or asked_at).astimezone(UTC) + rules.silent_after, quiet, zone)


def after_silence(
    rules: SilenceRules, session: Session, *, worst_before: Tier | None, open_flag: Tier | None
) -> SilencePolicy:
    """What silence comes to for this patient; `worst_before` of all answers so far, `open_flag` not yet closed."""
    if open_flag is not None and open_flag >= Tier.URGENT:
        return SilencePolicy(AfterSilence.PHONE_NOW, Tier.URGENT, "silent-open-flag")
    if session.regions & rules.phone_regions:
        return SilencePolicy(AfterSilence.PHONE_TODAY, Tier.WATCH, "silent-region")
    if session.risks & rules.phone_risks:
        return SilencePolicy(AfterSilence.PHONE_TODAY, Tier.WATCH, "silent-risk")
    if max(worst_before or Tier.EXPECTED, open_flag or Tier.EXPECTED) >= Tier.WATCH:
        return SilencePolicy(AfterSilence.PHONE_TODAY, Tier.WATCH, "silent-after-watch")
    return SilencePolicy(AfterSilence.ASK_AGAIN, Tier.EXPECTED, "silent-low-risk")
