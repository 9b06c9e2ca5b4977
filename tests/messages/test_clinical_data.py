"""The clinic's protocol and answer rules: every fault is named, and every text they need exists."""

import re
from pathlib import Path

import pytest

from bot.catalog import answers, load, protocols
from bot.catalog.answers import load_answers
from bot.catalog.dangers import load_dangers
from bot.catalog.entries import ContentError
from bot.catalog.proofreading import proofread
from bot.catalog.protocols import load_protocol, load_protocols
from bot.catalog.wording import load_wording, strip_markup
from bot.domain.dangers import dangers_of
from bot.domain.protocol import REGIONS, RISKS
from bot.domain.tiers import Tier
from tests.domain.clinic_data import ANSWERS, MESSAGES, PROTOCOL, planned, session

STANDARD = MESSAGES / "protocols" / "standard.toml"
ANSWERS_FILE = MESSAGES / "triage" / "answers.toml"


def altered(folder: Path, source: Path, before: str, after: str) -> Path:
    """A copy of a data file with one thing changed."""
    text = source.read_text(encoding="utf-8")
    assert before in text
    copy = folder / source.name
    copy.write_text(text.replace(before, after, 1), encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("[restriction]", "[restriction", "is not TOML"),
        ('kind = "summary"', 'kind = "poem"', "step summary: kind is 'poem', and must be one of"),
        ("after_hours = 0.25", "after_hours = true", "step summary: after_hours is True, and must be a number"),
        ("after_hours = 0.25", "after_hours = -1", "step summary: after_hours is -1.0, and must not be negative"),
        ("after_hours = 0.25\n", "", "step summary: needs exactly one of after_hours"),
        ("useful_hours = 72\n", "", "step summary: useful_hours is missing"),
        ("at_once = true", "at_onec = true", "step summary: at_onec is not known here"),
        ('joins = "check-4h"', 'joins = "check-5h"', "names the step 'check-5h', which does not exist"),
        ('id = "check-48h"', 'id = "check-24h"', "step check-24h: the id is used twice"),
        ('source = "clinical §6.2 M3 [design]"', 'source = ""', "step check-24h: source is empty"),
        ('time = "10:00"', 'time = "25:00"', "step tail-day-7: time is not a time of day"),
        ('["soreness", "symptoms", "baseline"]', '["soreness", "mood"]', "step check-4h: asks holds 'mood'"),
        ('never_risks = ["no-ice"', 'never_risks = ["icy"', "step ice: never_risks holds 'icy'"),
        ('jaw = ["jaw"]', "jaw = []", "areas: jaw is in no group"),
        ("default_hours = 48", "default_hours = 50", "restriction: default_hours is not between"),
    ],
)
def test_a_broken_protocol_is_refused_with_file_entry_and_fault(
    tmp_path: Path, before: str, after: str, fault: str
) -> None:
    with pytest.raises(ContentError, match=re.escape(fault)) as refused:
        load_protocol(altered(tmp_path, STANDARD, before, after))
    assert "standard.toml" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('id = "S2"', 'id = "S1"', "soreness S1: the id 'S1' is used twice"),
        ("score = [6, 7]", "score = [7, 6]", "soreness S2: score must be [lowest, highest]"),
        (
            'id = "S1"\nhours = [0, 12]',
            'id = "S1"\nhours = [12, 0]',
            "soreness S1: hours must be [from] or [from, until]",
        ),
        ('tier = "watch"', 'tier = "amber"', "unknown: tier is 'amber'"),
        ('reply = "reply-first-hours"\n', "", "soreness S1: is expected and has no reply"),
        ('signs = ["bruising"]', 'signs = ["bruise"]', "sign E1: signs holds 'bruise'"),
        ("raises_by = 1", "raises_by = -1", "modifier risk-bleeding: raises_by is negative"),
        ('es = "Falta de aire ahora."', 'es = ""', "B1: reason has no words in es"),
        ('id = "E22"\nsigns = ["complaint"]', 'id = "E22"\nsigns = ["question"]', "signs: complaint: no [[sign]]"),
    ],
)
def test_broken_answer_rules_are_refused_with_file_entry_and_fault(
    tmp_path: Path, before: str, after: str, fault: str
) -> None:
    altered(tmp_path, ANSWERS_FILE, before, after)
    with pytest.raises(ContentError, match=re.escape(fault)):
        load_answers(tmp_path)


def test_a_missing_file_or_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        load_answers(tmp_path)
    with pytest.raises(ContentError, match="no file has the id 'standard'"):
        load_protocols(tmp_path)


def test_a_protocol_nobody_would_be_enrolled_with_is_refused(tmp_path: Path) -> None:
    altered(tmp_path, STANDARD, 'id = "standard"', 'id = "ours"')
    with pytest.raises(ContentError, match="no file has the id 'standard'"):
        load_protocols(tmp_path)


def test_every_text_the_protocol_and_the_rules_name_exists() -> None:
    wording = load_wording(MESSAGES)
    keys = protocols.wording_keys(PROTOCOL) | answers.wording_keys(ANSWERS) | {"reply-reasons"}
    keys |= {f"reply-activity-{verdict}" for verdict in ("clear", "another-day", "talk")}
    assert [key for key in sorted(keys) if not wording.has(key)] == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("asking", [one.id for one in (*PROTOCOL.steps, *PROTOCOL.extras) if one.asks])
def test_staff_are_told_which_question_stayed_without_answer(asking: str, language: str) -> None:
    wording = load_wording(MESSAGES)
    assert wording.text(language, "card-sign", sign=asking) != wording.text(language, "card-sign", sign="other")


def test_every_check_an_answer_asks_for_stands_in_the_protocol() -> None:
    assert answers.follow_ups(ANSWERS) <= {extra.id for extra in PROTOCOL.extras}


def test_the_wording_of_reminders_and_replies_has_no_fault() -> None:
    faults = [fault for fault in proofread(MESSAGES) if "reminders.ftl" in fault or "answers.ftl" in fault]
    assert faults == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_message_of_every_plan_can_be_read_and_is_not_too_long(language: str) -> None:
    wording = load_wording(MESSAGES).for_clinic(name="Physio Sol", phone="+34 900 123 456", emergency="112")
    for region in REGIONS:
        for risks in ((), *((risk,) for risk in RISKS)):
            for message in planned(session(region, hours=36, risks=risks)).steps:
                texts = [
                    wording.text(language, part.key, **{**part.args, "region": region, "until": "Tue 3 Mar, 22:00"})
                    for part in message.parts
                ]
                assert len(strip_markup("\n\n".join(texts))) < 1300


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_fluid_limit_is_never_answered_with_drink_more(language: str) -> None:
    wording = load_wording(MESSAGES)
    limited = wording.text(language, "reminder-hydration-limited").lower()
    assert "more" not in limited
    assert "más" not in limited


SIGNS = {
    "bleeding-swelling": ("big", "gran"),
    "bruising": ("small bleed", "sangrado leve"),
    "infection": ("leaking", "supura"),
}


@pytest.mark.parametrize("key", ["sign", "card-sign"])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_means_the_same_in_both_languages(sign: str, key: str) -> None:
    wording = load_wording(MESSAGES)
    for language, words in zip(("en", "es"), SIGNS[sign], strict=True):
        assert words in wording.text(language, key, sign=sign).lower()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_labels_of_signs_fit_two_a_row(language: str) -> None:
    wording = load_wording(MESSAGES)
    labels = [wording.text(language, "sign", sign=sign) for sign in PROTOCOL.question("symptoms").choices]
    assert [label for label in labels if len(label) > 24] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_whoever_has_no_fluid_limit_on_record_is_told_to_keep_to_one_all_the_same(language: str) -> None:
    said = load_wording(MESSAGES).text(language, "reminder-hydration")
    assert {"en": "If your doctor limits your fluids", "es": "Si su médico le limita los líquidos"}[language] in said


def test_spanish_speaks_of_water_not_of_whatever_one_drinks() -> None:
    assert "agua" in load_wording(MESSAGES).text("es", "reminder-hydration")


LUNG = {
    "en": ("trouble breathing", "pain when you breathe in", "chest pain", "a new dry cough", "fainting", "weakness"),
    "es": ("falta de aire", "dolor al respirar", "dolor de pecho", "tos seca nueva", "un desmayo", "debilidad"),
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", ["reminder-summary", "reply-reasons"])
def test_needles_near_the_lung_have_the_same_signs_to_call_for_wherever_they_are_named(language: str, key: str) -> None:
    said = lines_for("chest", language, key)
    emergency = next(line for line in said if "112" in line and LUNG[language][0] in line)
    assert [sign for sign in LUNG[language] if sign not in emergency] == []
    assert not re.search(r"(cough|tos seca nueva) (with|con)", emergency)
    clinic = next(line for line in said if "900 123 456" in line)
    assert {"en": "a new wet cough", "es": "tos nueva con flemas"}[language] in clinic


@pytest.mark.parametrize("key", ["reminder-summary", "reply-reasons"])
def test_a_cough_is_not_named_to_those_treated_far_from_the_lung(key: str) -> None:
    assert "cough" not in " ".join(lines_for("calf", "en", key))


def lines_for(region: str, language: str, key: str) -> list[str]:
    """What the sentence says to a patient treated there, line by line."""
    wording = load_wording(MESSAGES).for_clinic(name="Physio Sol", phone="+34 900 123 456", emergency="112")
    args = planned(session(region)).steps[0].parts[0].args
    said = wording.text(language, key, **{**args, "region": region, "until": "Tue 3 Mar, 22:00"})
    return strip_markup(said).splitlines()


@pytest.mark.parametrize(("language", "thanks"), [("en", "thank"), ("es", "gracias")])
def test_the_last_check_in_thanks_nobody_for_answers_they_may_never_have_given(language: str, thanks: str) -> None:
    assert thanks not in " ".join(lines_for("calf", language, "reminder-closing")).lower()


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"suicidal"', '"sad"', "danger self-harm: rules holds 'sad'"),
        ('"suicidal"', '"fainted"', "danger: fainted stands in two dangers"),
        ('rules = ["overdose"]', "", "danger overdose: rules is missing"),
    ],
)
def test_a_broken_kind_of_danger_is_refused(tmp_path: Path, before: str, after: str, fault: str) -> None:
    altered(tmp_path, MESSAGES / "triage" / "dangers.toml", before, after)
    known = {rule for danger in load(MESSAGES).dangers for rule in danger.rules}
    with pytest.raises(ContentError, match=re.escape(fault)):
        load_dangers(tmp_path, known)


def test_every_emergency_is_of_some_kind_of_danger() -> None:
    """Else staff who have taken one emergency would not be told anew of it."""
    catalog = load(MESSAGES)
    by_words = [rule.id for rule in catalog.triage.rules if Tier.EMERGENCY in rule.tiers.values()]
    by_presses = [rule.id for rule in catalog.answers.sign_rules if rule.tier == Tier.EMERGENCY]
    assert [rule for rule in by_words + by_presses if not dangers_of(catalog.dangers, [rule])] == []
