"""Known context and added danger only raise (clinical facts 4.1, 4.5)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.triage import load_examples
from bot.domain.tiers import Tier
from bot.domain.triage import Context, Verdict, read, worst
from tests.domain.triage.rules_in_use import RULES, TRIAGE, reaches_staff, tier

TEXTS = [example.text for example in load_examples(TRIAGE)][::7]
REGIONS = ["neck", "shoulder", "upper-back", "chest", "low-back", "calf", "forearm", "jaw", None]
RISKS = ["anticoagulant", "bleeding", "pregnant", "diabetes", "immune", "lung", "faint", "no-ice", "fluid-limit"]
DANGERS = ["I can't breathe", "my chest hurts", "no siento las piernas", "se me hincha la lengua", "I fainted"]

texts = st.sampled_from(TEXTS)
contexts = st.builds(
    Context,
    region=st.sampled_from(REGIONS),
    hours=st.one_of(st.none(), st.floats(0, 336)),
    risks=st.frozensets(st.sampled_from(RISKS), max_size=4),
)


@settings(max_examples=150, deadline=None)
@given(texts, contexts)
def test_known_context_never_lowers_a_tier(text: str, context: Context) -> None:
    assert read(RULES, text, context).tier >= read(RULES, text).tier


@settings(max_examples=150, deadline=None)
@given(texts, contexts, st.sampled_from(RISKS))
def test_another_risk_never_lowers_a_tier(text: str, context: Context, risk: str) -> None:
    riskier = Context(context.region, context.side, context.hours, context.risks | {risk})
    assert read(RULES, text, riskier).tier >= read(RULES, text, context).tier


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(DANGERS), st.booleans())
def test_a_danger_sign_in_a_sentence_of_its_own_never_lowers_and_is_never_silent(
    text: str, danger: str, first: bool
) -> None:
    found = read(RULES, f"{danger}. {text}" if first else f"{text}. {danger}")
    assert found.tier >= read(RULES, text).tier
    assert reaches_staff(found)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_a_verdict_with_a_reason(text: str) -> None:
    found = read(RULES, text)
    assert found.rules
    assert found.doubt_tier >= found.tier


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DANGERS), st.sampled_from([str.upper, str.title, str.swapcase]))
def test_capitals_do_not_matter(danger: str, written: object) -> None:
    assert callable(written)
    assert tier(written(danger)) is tier(danger)


def test_the_worst_of_two_verdicts_holds_with_the_doubt_that_is_left() -> None:
    calm = Verdict(Tier.EXPECTED, ("soreness",), ("soreness",))
    doubtful = Verdict(Tier.WATCH, (), ("unplaced",), "danger-now", Tier.URGENT)
    assert worst(calm, doubtful) == Verdict(
        Tier.WATCH, ("soreness",), ("unplaced", "soreness"), "danger-now", Tier.URGENT
    )


def test_a_doubt_that_can_add_nothing_is_not_asked() -> None:
    alarm = Verdict(Tier.EMERGENCY, ("breathless",), ("breathing",), None, Tier.EMERGENCY)
    doubtful = Verdict(Tier.WATCH, (), ("unplaced",), "danger-now", Tier.URGENT)
    assert worst(doubtful, alarm).ask is None
