"""What leaflets call a danger sign, said plainly; and the same said not to be there."""

import pytest

from bot.domain.tiers import Tier
from bot.domain.triage import read
from tests.domain.triage.rules_in_use import RULES

EMERGENCIES = [
    "loss of bladder control", "urinary retention", "saddle anaesthesia", "weakness in both legs", "facial swelling",
    "difficulty swallowing", "slurred speech", "facial droop", "sudden vision loss", "heavy bleeding",
    "thoughts of self-harm", "reduced fetal movement", "pérdida de control de la vejiga", "dolor torácico",
    "dificultad para orinar", "hinchazón facial", "problemas para tragar", "sangrado abundante", "pérdida de visión",
    "pensamientos de autolesión", "debilidad en las dos piernas",
]  # fmt: skip
URGENTS = [
    "sudden weakness in my arm", "loss of grip strength", "loss of sensation in my foot", "infected needle site",
    "persistent vomiting", "the needle broke during treatment", "debilidad muscular en el brazo",
    "pérdida de sensibilidad en la mano", "rayas rojas que suben por el brazo", "vómitos persistentes",
]  # fmt: skip
DENIED = [
    "no loss of bladder control", "I have no weakness in my legs", "no problems urinating", "my hand is not weak",
    "no signs of infection", "swallowing is not a problem", "there's no pressure in my chest",
    "no tengo debilidad en las piernas", "no he perdido el control de la vejiga", "sin problemas para orinar",
    "no tengo entumecimiento entre las piernas", "sin pérdida de fuerza en la pierna", "respiro con normalidad",
    "sin signos de infección",
]  # fmt: skip


@pytest.mark.parametrize("text", EMERGENCIES)
def test_a_textbook_emergency_is_told_to_call(text: str) -> None:
    assert read(RULES, text).tier is Tier.EMERGENCY


@pytest.mark.parametrize("text", URGENTS)
def test_a_textbook_urgency_reaches_staff(text: str) -> None:
    assert read(RULES, text).tier >= Tier.URGENT


@pytest.mark.parametrize("text", DENIED)
def test_what_is_plainly_denied_alarms_nobody(text: str) -> None:
    verdict = read(RULES, text)
    assert verdict.tier < Tier.WATCH
    assert verdict.ask is None


@pytest.mark.parametrize(
    "text",
    [
        "my legs are not only weak but numb",
        "no es debilidad, es que no siento las piernas",
        "no tengo fuerza en las piernas",
    ],
)
def test_a_no_that_is_the_complaint_itself_counts(text: str) -> None:
    assert read(RULES, text).tier is Tier.EMERGENCY


def test_pain_denied_and_breathing_well_are_no_pain_of_the_breath() -> None:
    said = "I have no chest pain and I am breathing normally. Only the muscle is a bit tender."
    assert read(RULES, said).tier is Tier.EXPECTED


@pytest.mark.parametrize("text", ["me duele el omóplato", "my shoulder blade is sore"])
def test_a_sore_shoulder_blade_is_no_chest_pain(text: str) -> None:
    assert read(RULES, text).tier is Tier.EXPECTED


@pytest.mark.parametrize("text", ["my tung is swellin n my throat is tite", "ma toung is swollon"])
def test_phone_spelling_of_a_danger_sign_is_read(text: str) -> None:
    assert read(RULES, text).tier is Tier.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "my calf is rock hard and the pain is 9",
        "rock hard calf and the pain gets worse every hour, painkillers do nothing",
        "tengo la pantorrilla dura como una piedra y el dolor sube cada hora",
    ],
)
def test_a_rock_hard_limb_with_severe_or_rising_pain_is_told_to_call(text: str) -> None:
    assert read(RULES, text).tier is Tier.EMERGENCY


@pytest.mark.parametrize(
    "text",
    ["no chest pain, just a pressure", "no chest pain but a pressure", "no me duele el pecho, es como un peso"],
)
def test_no_pain_but_a_pressure_is_never_passed_over(text: str) -> None:
    assert read(RULES, text).ask == "chest-now"


@pytest.mark.parametrize("word", ["smoother", "fibre", "cerebro", "opinando", "migrantes", "supervision"])
def test_a_word_of_its_own_is_not_taken_for_a_misspelled_danger_sign(word: str) -> None:
    assert read(RULES, f"all well, {word}, see you soon").tier <= Tier.WATCH
