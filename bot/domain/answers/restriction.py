"""What the end of the restriction says, by the patient's last answers: clear, another day, or talk to us."""

from bot.domain.answers.values import AnswerRules
from bot.domain.tiers import Tier


def restriction_verdict(
    rules: AnswerRules, *, tier: Tier | None, score: int | None, open_flag: Tier | None = None
) -> str:
    """`clear`, `another-day`, `talk`, or `unknown` while the patient has not answered (missing is never zero).

    `tier` and `score` are of the last answered check-in, `open_flag` the worst flag that is not closed.
    """
    if max(tier or Tier.EXPECTED, open_flag or Tier.EXPECTED) >= Tier.URGENT:
        return "talk"
    if Tier.WATCH in (tier, open_flag):
        return "another-day"
    if tier is None or score is None:
        return "unknown"
    return "clear" if score <= rules.restriction_end.clear_at_most else "another-day"
