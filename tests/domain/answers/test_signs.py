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


TABLE: tuple[tuple[str, str, float, str, Tier], ...] = (
    ("E1", "bruising", 24, "calf", E),
    ("E2", "bruise-large", 24, "calf", U),
    ("E2", "bruise-hard", 24, "calf", U),
    ("E3", "bleeding-stopped", 1, "calf", E),
    ("E4", "bleeding-15-min", 1, "calf", U),
    ("E5", "tired", 0, "calf", E),
    ("E5", "tired", 47.9, "calf", E),
    ("E6", "confused", 24, "calf", EM),
    ("E6-late", "tired", 48, "calf", W),
    ("E7", "faintness", 0, "calf", E),
    ("E7", "faintness", 23.9, "calf", E),
    ("E8", "faintness", 24, "calf", U),
    ("E8-lasting", "dizzy-lasting", 3, "calf", U),
    *(("E8-beside", f"faintness+{sign}", 3.0, "calf", U) for sign in ("tingling", "weak-numb", "bleeding-swelling")),
    ("E8-beside", "faintness+bleeding-15-min", 3, "calf", U),
    ("E8-beside", "faintness+chest-pain", 3, "calf", EM),
    ("E9", "fainted", 3, "calf", U),
    ("E9-late", "fainted", 24, "calf", EM),
    *(
        ("E9-beside", f"fainted+{sign}", 3.0, "calf", EM)
        for sign in ("chest-pain", "breathing", "weak-numb", "seizure", "hit-head", "not-recovered")
    ),
    ("E9-detail", "seizure", 3, "calf", EM),
    ("E9-detail", "not-recovered", 3, "calf", EM),
    ("E9-head", "hit-head", 3, "calf", U),
    ("E10", "headache", 0, "calf", E),
    ("E10", "headache", 23.9, "calf", E),
    ("E10-neck", "headache", 5, "neck", W),
    ("E11", "headache", 24, "neck", U),
    ("E11-severe", "headache-severe", 5, "neck", U),
    ("E11-elsewhere", "headache-severe", 5, "calf", W),
    ("E11-late", "headache", 24, "calf", W),
    ("E11-extras", "headache-extras", 5, "calf", EM),
    *(("E11-fever", f"headache+{sign}", 5.0, "neck", EM) for sign in ("fever", "weak-numb", "vomiting", "confused")),
    ("E12", "nausea", 5, "calf", E),
    ("E12", "nausea", 47.9, "calf", E),
    ("E12-late", "nausea", 48, "calf", W),
    ("E12-vomiting", "vomiting", 5, "calf", U),
    ("E13", "tingling", 5, "calf", E),
    ("E13", "tingling", 23.9, "calf", E),
    ("E14", "tingling", 24, "calf", W),
    ("E14", "tingling", 48, "calf", W),
    ("RF06", "weak-numb", 5, "calf", U),
    ("RF06", "tingling+weak-numb", 30, "calf", U),
    *(("RF05", "weak-numb", 5.0, region, EM) for region in ("neck", "upper-back", "mid-back", "low-back")),
    ("RF11", "weak-numb+bleeding-swelling", 5, "calf", EM),
    ("RF11", "weak-numb+bleeding-swelling", 5, "forearm", EM),
    ("RF10", "bleeding-swelling", 5, "calf", U),
    ("E15", "skin", 5, "calf", E),
    ("E15-spreading", "rash-spreading", 5, "calf", U),
    ("E16", "tearful", 5, "calf", E),
    ("E16-hopeless", "hopeless", 5, "calf", EM),
    ("E17", "warm", 30, "calf", W),
    ("E17-fever", "fever", 30, "calf", U),
    ("E17-fever", "chills", 30, "calf", U),
    *(("RF09", f"fever+{sign}", 30.0, "calf", EM) for sign in ("breathing", "confused", "fainted")),
    ("RF08", "infection", 48, "calf", U),
    ("E18", "palpitations", 5, "calf", W),
    *(
        ("E18-beside", f"palpitations+{sign}", 5.0, "calf", EM)
        for sign in ("chest-pain", "breathing", "fainted", "faintness")
    ),
    *(("E19", "cough", 5.0, region, U) for region in ("neck", "shoulder", "upper-back", "mid-back", "chest")),
    ("E19-beside", "cough+breathing", 5, "neck", EM),
    ("E19-beside", "cough+chest-pain", 5, "calf", EM),
    ("E19-elsewhere", "cough", 5, "calf", W),
    ("E20", "more-pain", 0, "calf", E),
    ("E20", "more-pain", 47.9, "calf", E),
    ("E20-late", "more-pain", 48, "calf", W),
    ("RF16", "belly-pain", 5, "abdomen", U),
    ("E21", "question", 5, "calf", W),
    ("E22", "complaint", 5, "calf", W),
    *(("B1", "breathing", hours, "calf", EM) for hours in (1.0, 60.0, 300.0)),
    ("B1", "breathing", 5, "neck", EM),
    ("B2", "chest-pain", 1, "calf", EM),
    ("B2", "chest-pain", 60, "calf", EM),
    ("B3", "chest-sore-to-touch", 5, "chest", U),
    ("B4", "breathless-gone", 5, "neck", U),
    ("B4", "breathless-gone", 5, "calf", U),
    ("B5", "breathless-exertion", 5, "calf", W),
    ("B5-thorax", "breathless-exertion", 5, "shoulder", U),
    ("B6", "breathing-anxiety", 5, "calf", EM),
)
"""Each row of §4.3 and §4.4, and of §3.3 where a button stands for it, at both ends of its hours."""

RISK_TABLE: tuple[tuple[str, str, float, str, str, Tier], ...] = (
    ("risk-bleeding", "bruising", 24, "calf", "anticoagulant", W),
    ("risk-bleeding", "bruise-hard", 24, "calf", "anticoagulant", EM),
    ("risk-bleeding", "bleeding-stopped", 1, "calf", "bleeding", W),
    ("risk-bleeding", "bleeding-15-min", 1, "calf", "bleeding", EM),
    ("risk-bleeding", "bleeding-swelling", 5, "calf", "anticoagulant", EM),
    ("risk-bleeding", "headache", 5, "calf", "anticoagulant", W),
    ("risk-bleeding", "headache", 30, "neck", "bleeding", EM),
    ("risk-bleeding-back", "more-pain", 5, "low-back", "anticoagulant", W),
    ("risk-bleeding-head", "hit-head", 5, "calf", "anticoagulant", EM),
    ("E9-risk", "fainted", 5, "calf", "anticoagulant", EM),
    ("E9-risk", "fainted", 5, "calf", "bleeding", EM),
    ("E9-risk", "fainted", 5, "calf", "pregnant", EM),
    ("E8-pregnant", "faintness", 5, "calf", "pregnant", U),
    ("risk-pregnant", "belly-pain", 5, "abdomen", "pregnant", EM),
    ("risk-pregnant", "bleeding-swelling", 5, "calf", "pregnant", EM),
    ("risk-pregnant", "fever", 30, "calf", "pregnant", EM),
    ("risk-diabetes", "fever", 30, "calf", "diabetes", EM),
    ("risk-diabetes", "infection", 48, "thigh", "diabetes", EM),
    ("risk-diabetes-leg", "weak-numb", 30, "foot", "diabetes", EM),
    ("risk-diabetes-leg", "tingling", 30, "calf", "diabetes", U),
    ("risk-immune", "fever", 30, "calf", "immune", EM),
    ("risk-immune", "infection", 48, "calf", "immune", EM),
    ("risk-lung", "cough", 30, "calf", "lung", EM),
    ("risk-lung", "breathless-gone", 30, "calf", "lung", EM),
    ("risk-lung", "breathless-exertion", 30, "calf", "lung", EM),
)
"""The rows of §4.5 that a button reaches: each raises what the same answer comes to without the risk."""


@pytest.mark.parametrize(("row", "signs", "hours", "region", "tier"), TABLE)
def test_the_tables(row: str, signs: str, hours: float, region: str, tier: Tier) -> None:
    judgement = judged(signs, hours, region)
    assert judgement.tier == tier
    assert row in judgement.rules


@pytest.mark.parametrize(("row", "signs", "hours", "region", "risk", "tier"), RISK_TABLE)
def test_the_risks(row: str, signs: str, hours: float, region: str, risk: str, tier: Tier) -> None:
    judgement = judged(signs, hours, region, risk)
    assert judgement.tier == tier
    assert row in judgement.rules
    assert judged(signs, hours, region).tier < tier


@pytest.mark.parametrize("risk", ["no-ice", "fluid-limit", "faint"])
def test_a_risk_that_concerns_the_advice_alone_raises_nothing(risk: str) -> None:
    for _, signs, hours, region, tier in TABLE:
        assert judged(signs, hours, region, risk).tier == tier


def test_every_row_of_the_clinics_tables_is_tried() -> None:
    tried = {row[0] for row in TABLE} | {row[0] for row in RISK_TABLE}
    rows = {row.id for row in ANSWERS.sign_rules}
    raising = {one.id for one in ANSWERS.modifiers if one.raises_by or one.at_least > E}
    by_soreness = {one.id for one in ANSWERS.modifiers if one.signs == {"soreness"}}
    assert tried == rows | raising - by_soreness


def test_every_row_of_the_fact_base_is_among_them() -> None:
    known = {row.id for row in ANSWERS.sign_rules}
    buttons = {f"E{number}" for number in range(1, 23)} | {f"B{number}" for number in range(1, 7)}
    assert buttons <= known
    # B7 is a negation: no sign, no row. It is tried on texts, in tests/domain/triage.


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
