"""What region, time and risks add to words (clinical facts 4.5)."""

import pytest

from bot.domain.tiers import Tier
from tests.domain.triage.rules_in_use import tier


@pytest.mark.parametrize(
    ("text", "context", "alone", "known"),
    [
        ("a bruise like a coin", {"risks": frozenset({"anticoagulant"})}, Tier.EXPECTED, Tier.WATCH),
        ("bruise as big as my palm", {"risks": frozenset({"bleeding"})}, Tier.WATCH, Tier.URGENT),
        ("it won't stop bleeding", {"risks": frozenset({"anticoagulant"})}, Tier.URGENT, Tier.EMERGENCY),
        ("casi me desmayo", {"risks": frozenset({"pregnant"})}, Tier.WATCH, Tier.URGENT),
        ("I have a fever", {"risks": frozenset({"immune"})}, Tier.URGENT, Tier.EMERGENCY),
        ("redness spreading", {"risks": frozenset({"diabetes"})}, Tier.URGENT, Tier.EMERGENCY),
        ("a new dry cough since the needles", {"risks": frozenset({"lung"})}, Tier.URGENT, Tier.EMERGENCY),
        ("new dry cough since this afternoon", {"region": "neck"}, Tier.URGENT, Tier.EMERGENCY),
        ("tengo tos seca desde ayer", {"region": "chest"}, Tier.URGENT, Tier.EMERGENCY),
        ("a new cough, a wet one", {"region": "neck"}, Tier.URGENT, Tier.URGENT),
        ("a mild headache", {"region": "neck"}, Tier.EXPECTED, Tier.WATCH),
        ("I feel dizzy", {"hours": 30.0}, Tier.WATCH, Tier.URGENT),
        ("a bit sore", {"hours": 75.0}, Tier.EXPECTED, Tier.WATCH),
    ],
)
def test_known_context_raises(text: str, context: dict[str, object], alone: Tier, known: Tier) -> None:
    assert tier(text) is alone
    assert tier(text, **context) is known
