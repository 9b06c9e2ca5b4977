"""What the end of the restriction says, by the patient's last answers: clear, another day, or talk to us."""

from bot.domain.answers.values import AnswerRules
from bot.domain.tiers import Tier


def restriction_verdict(
    rules: AnswerRules, *, tier: Tier | None, score: int | None, open_flag: Tier | None = None
) -> str:
    """`clear`, `another-day`, `talk`, or `unknown` while the patient has not answered (missing is never zero).

    `tier` and `score` are the patient's last, `open_flag` the worst flag that is not closed.
    """
    if max(tier or Tier.EXPECTED, open_flag or Tier.EXPECTED) >= Tier.URGENT:
        return "talk"
    if tier is None or score is None:
        return "another-day" if tier == Tier.WATCH else "unknown"
    is_well = Tier.WATCH not in (tier, open_flag) and score <= rules.restriction_end.clear_at_most
    return "clear" if is_well else "another-day"
