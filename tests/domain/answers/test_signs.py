"""Side effects, breathing and chest, and the risks, row by row of the clinical fact base."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import (
    Context,
    Judgement,
    judge_infection,
    judge_symptoms,
    reply_keys,
    restriction_verdict,
    worst,
)
from bot.domain.protocol import REGIONS, RISKS
from bot.domain.tiers import Tier
from tests.domain.clinic_data import ANSWERS, PROTOCOL

E, W, U, EM = Tier.EXPECTED, Tier.WATCH, Tier.URGENT, Tier.EMERGENCY
BUTTONS = PROTOCOL.question("symptoms").choices


def judged(signs: str, hours: float = 4, region: str = "calf", *risks: str) -> Judgement:
    symptoms = frozenset(signs.split("+"))
    return judge_symptoms(ANSWERS, symptoms=symptoms, hours=hours, context=Context(region, frozenset(risks)))


@pytest.mark.parametrize(
    ("row", "signs", "hours", "region", "tier"),
    [
        ("E1", "bruising", 24, "calf", E),
        ("E2", "bruise-large", 24, "calf", U),
        ("E3", "bleeding-stopped", 1, "calf", E),
        ("E4", "bleeding-15-min", 1, "calf", U),
        ("E5", "tired", 24, "calf", E),
        ("E6", "confused", 24, "calf", EM),
        ("E6-late", "tired", 49, "calf", W),
        ("E7", "faintness", 3, "calf", E),
        ("E8", "faintness", 25, "calf", U),
        ("E8-lasting", "dizzy-lasting", 3, "calf", U),
        ("E8-beside", "faintness+tingling", 3, "calf", U),
        ("E9", "fainted", 3, "calf", U),
        ("E9-late", "fainted", 30, "calf", EM),
        ("E9-beside", "fainted+weak-numb", 3, "calf", EM),
        ("E10", "headache", 5, "calf", E),
        ("E10-neck", "headache", 5, "neck", W),
        ("E11", "headache", 25, "neck", U),
        ("E11-severe", "headache-severe", 5, "neck", U),
        ("E11-extras", "headache-extras", 5, "calf", EM),
        ("E11-late", "headache", 25, "calf", W),
        ("E12", "nausea", 5, "calf", E),
        ("E12-vomiting", "vomiting", 5, "calf", U),
        ("E13", "tingling", 5, "calf", E),
        ("E14", "tingling", 25, "calf", W),
        ("RF06", "weak-numb", 5, "calf", U),
        ("RF05", "weak-numb", 5, "neck", EM),
        ("RF05", "weak-numb", 5, "low-back", EM),
        ("RF11", "weak-numb+bleeding-swelling", 5, "calf", EM),
        ("RF10", "bleeding-swelling", 5, "calf", U),
        ("E15", "skin", 5, "calf", E),
        ("E15-spreading", "rash-spreading", 5, "calf", U),
        ("E16", "tearful", 5, "calf", E),
        ("E16-hopeless", "hopeless", 5, "calf", EM),
        ("E17", "warm", 30, "calf", W),
        ("E17-fever", "fever", 30, "calf", U),
        ("E17-fever", "chills", 30, "calf", U),
        ("E18", "palpitations", 5, "calf", W),
        ("E18-beside", "palpitations+faintness", 5, "calf", EM),
        ("E19", "cough", 5, "neck", U),
        ("E19-beside", "cough+breathing", 5, "neck", EM),
        ("E20", "more-pain", 47, "calf", E),
        ("E20-late", "more-pain", 49, "calf", W),
        ("E21", "question", 5, "calf", W),
        ("E22", "complaint", 5, "calf", W),
        ("B1", "breathing", 60, "calf", EM),
        ("B2", "chest-pain", 60, "calf", EM),
        ("B3", "chest-sore-to-touch", 5, "chest", U),
        ("B4", "breathless-gone", 5, "neck", U),
        ("B5", "breathless-exertion", 5, "calf", W),
        ("B6", "breathing-anxiety", 5, "calf", EM),
    ],
)
def test_the_tables(row: str, signs: str, hours: float, region: str, tier: Tier) -> None:
    judgement = judged(signs, hours, region)
    assert judgement.tier == tier
    assert row in judgement.rules


@pytest.mark.parametrize(
    ("signs", "hours", "region", "risk", "tier"),
    [
        ("bruising", 24, "calf", "anticoagulant", W),
        ("bruise-hard", 24, "calf", "anticoagulant", EM),
        ("bleeding-15-min", 1, "calf", "bleeding", EM),
        ("headache", 5, "calf", "anticoagulant", W),
        ("more-pain", 5, "low-back", "anticoagulant", W),
        ("hit-head", 5, "calf", "anticoagulant", EM),
        ("fainted", 5, "calf", "anticoagulant", EM),
        ("faintness", 5, "calf", "pregnant", U),
        ("belly-pain", 5, "abdomen", "pregnant", EM),
        ("fever", 30, "calf", "pregnant", EM),
        ("fever", 30, "calf", "diabetes", EM),
        ("weak-numb", 30, "foot", "diabetes", EM),
        ("fever", 30, "calf", "immune", EM),
        ("cough", 30, "calf", "lung", EM),
        ("breathless-gone", 30, "calf", "lung", EM),
        ("tired", 5, "calf", "no-ice", E),
    ],
)
def test_the_risks(signs: str, hours: float, region: str, risk: str, tier: Tier) -> None:
    assert judged(signs, hours, region, risk).tier == tier


def test_someone_who_has_fainted_before_is_asked_again_in_an_hour() -> None:
    assert "extra-1h" in judged("faintness", 3, "calf", "faint").follow_ups
    assert "extra-1h" not in judged("faintness", 3).follow_ups


def test_a_bruise_with_blood_thinners_is_asked_about_on_day_seven() -> None:
    assert "tail-7d" in judged("bruising", 24, "calf", "anticoagulant").follow_ups
    assert "tail-7d" not in judged("bruising", 24).follow_ups


def test_dizziness_and_tingling_are_asked_about_again() -> None:
    assert "extra-dizzy" in judged("faintness", 3).follow_ups
    assert "recheck-24h" in judged("tingling", 4).follow_ups


def test_none_of_these_is_an_answer_and_raises_nothing() -> None:
    nothing = judge_symptoms(ANSWERS, symptoms=frozenset(), hours=4, context=Context("neck"))
    assert (nothing.tier, nothing.reply) == (E, "reply-nothing")


def test_a_sign_nobody_knows_is_never_expected() -> None:
    assert judged("a-new-button").tier == W


def test_the_infection_question_counts_anything_but_no_as_yes() -> None:
    for answer, tier in (("no", E), ("yes", U), ("perhaps", U)):
        assert judge_infection(ANSWERS, answer=answer, hours=48, context=Context("calf")).tier == tier


def test_all_answers_together_are_as_bad_as_the_worst_and_keep_every_check() -> None:
    both = worst(judged("tingling", 4), judged("fever", 4))
    assert both.tier == U
    assert "recheck-24h" in both.follow_ups
    assert both.rules[0] == "E17-fever"
    assert worst() == Judgement()


def test_an_ordinary_answer_is_replied_to_with_what_to_do_and_when_to_write() -> None:
    keys = reply_keys(judged("bruising+tired", 24))
    assert keys == ("reply-nothing", "advice-bruising", "advice-tired", "reply-reasons")
    assert reply_keys(judged("breathing")) == ()


def test_a_check_is_announced_only_when_it_was_planned() -> None:
    tingling = judged("tingling", 4)
    assert "reply-follow-up-recheck-24h" in reply_keys(tingling, planned=["recheck-24h"])
    assert "reply-follow-up-recheck-24h" not in reply_keys(tingling, planned=[])


@pytest.mark.parametrize(
    ("tier", "score", "open_flag", "verdict"),
    [
        (E, 3, None, "clear"),
        (E, 4, None, "another-day"),
        (W, 1, None, "another-day"),
        (E, 0, W, "another-day"),
        (U, 1, None, "talk"),
        (E, 0, EM, "talk"),
        (None, None, None, "unknown"),
        (None, None, W, "unknown"),
        (E, None, None, "unknown"),
        (W, None, None, "another-day"),
        (None, None, U, "talk"),
    ],
)
def test_the_end_of_the_restriction_depends_on_the_last_answers(
    tier: Tier | None, score: int | None, open_flag: Tier | None, verdict: str
) -> None:
    assert restriction_verdict(ANSWERS, tier=tier, score=score, open_flag=open_flag) == verdict


sign_sets = st.frozensets(st.sampled_from(sorted(ANSWERS.signs)), min_size=1, max_size=4)
contexts = st.builds(Context, st.sampled_from(REGIONS), st.frozensets(st.sampled_from(RISKS), max_size=3))
hours_since = st.floats(0, 340)


@given(sign_sets, st.sampled_from(sorted(ANSWERS.signs)), hours_since, contexts)
def test_another_sign_never_lowers_a_tier(signs: frozenset[str], more: str, hours: float, context: Context) -> None:
    before = judge_symptoms(ANSWERS, symptoms=signs, hours=hours, context=context)
    assert before.tier <= judge_symptoms(ANSWERS, symptoms=signs | {more}, hours=hours, context=context).tier


@given(sign_sets, hours_since, contexts, st.sampled_from(RISKS))
def test_another_risk_never_lowers_a_tier(signs: frozenset[str], hours: float, context: Context, risk: str) -> None:
    riskier = Context(context.region, context.risks | {risk})
    before = judge_symptoms(ANSWERS, symptoms=signs, hours=hours, context=context)
    assert before.tier <= judge_symptoms(ANSWERS, symptoms=signs, hours=hours, context=riskier).tier


@given(sign_sets, hours_since, hours_since, contexts)
def test_more_hours_never_lower_a_tier(signs: frozenset[str], one: float, other: float, context: Context) -> None:
    earlier, later = sorted((one, other))
    before = judge_symptoms(ANSWERS, symptoms=signs, hours=earlier, context=context)
    assert before.tier <= judge_symptoms(ANSWERS, symptoms=signs, hours=later, context=context).tier


@given(sign_sets, hours_since, contexts)
def test_every_judgement_says_why_in_both_languages(signs: frozenset[str], hours: float, context: Context) -> None:
    judgement = judge_symptoms(ANSWERS, symptoms=signs, hours=hours, context=context)
    assert judgement.rules
    assert all(ANSWERS.reason(rule, language) for rule in judgement.rules for language in ("en", "es"))


@pytest.mark.parametrize("sign", sorted(PROTOCOL.question("symptoms").dangers))
@pytest.mark.parametrize("region", REGIONS)
def test_every_danger_button_reaches_staff_at_once(sign: str, region: str) -> None:
    assert judged(sign, 4, region).tier >= U


def test_every_button_is_known_to_the_rules() -> None:
    assert set(BUTTONS) <= ANSWERS.signs
