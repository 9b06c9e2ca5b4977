"""What somebody is told whom the clinic does not know."""

from bot.domain.tiers import Tier
from bot.domain.triage import read
from bot.services.practice import Practice
from bot.services.saying import Words, words


def answer(practice: Practice, text: str) -> Words:
    """Kind words to a stranger; the emergency number first where their words hold, or may hold, a danger sign."""
    verdict = read(practice.catalog.triage, text)
    is_danger = max(verdict.tier, verdict.doubt_tier) >= Tier.URGENT
    return words("stranger-in-danger" if is_danger else "stranger")
