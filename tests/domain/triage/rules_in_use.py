"""The clinic's triage rules, loaded once, and short ways to ask them."""

from pathlib import Path

from bot.catalog.triage import load_triage
from bot.domain.tiers import Tier
from bot.domain.triage import Context, Verdict, read

TRIAGE = Path(__file__).resolve().parents[3] / "messages" / "triage"
RULES = load_triage(TRIAGE)


def verdict(text: str, **context: object) -> Verdict:
    """What the clinic's rules make of a text."""
    return read(RULES, text, Context(**context))  # type: ignore[arg-type]


def tier(text: str, **context: object) -> Tier:
    return verdict(text, **context).tier


def reaches_staff(found: Verdict) -> bool:
    """True when staff hear of it at once, or the patient is asked."""
    return found.tier >= Tier.URGENT or found.ask is not None
