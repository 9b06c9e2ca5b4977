"""Warning signs that somebody reads out, and what is their own."""

import pytest

from bot.domain.tiers import Tier
from bot.domain.triage import read
from tests.domain.triage.rules_in_use import RULES, reaches_staff


@pytest.mark.parametrize(
    "text",
    [
        'My wife read me "incontinence, paralysis, heavy bleeding" while I watched the football, back is a 2',
        'The leaflet is scary: "punctured lung, infection, haemorrhage", lucky me only got stiff',
        "Guardé lo de «opresión en el pecho, labios hinchados, desmayos» por si acaso, dolor 2",
        "Me leyó “dolor de pecho, desmayo, fiebre” en voz alta, la lumbar al 2",
    ],
)
def test_a_list_in_quotation_marks_does_not_tell_to_call(text: str) -> None:
    assert read(RULES, text).tier < Tier.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        'Ok, guardé el mensaje ese de "opresión en el pecho, labios hinchados, desmayos" por si acaso. Por ahora nada',
        '"fever, fainting, chest pain" so far none',
        "1. dolor: 3 2. fiebre: no 3. respiración: normal 4. morado: chiquitito",
        "No chest pain or shortness of breath since the session",
    ],
)
def test_what_is_listed_and_denied_is_left_alone(text: str) -> None:
    verdict = read(RULES, text)
    assert verdict.tier < Tier.URGENT
    assert verdict.ask is None


@pytest.mark.parametrize(
    "text",
    [
        '"chest pain, short of breath" that is me right now',
        "«fiebre y dolor de pecho» tengo las dos",
        '"I can\'t breathe properly and my chest hurts" is what I told my wife',
        'my wife says "you can\'t breathe" and she is right',
        '"dolor de pecho',
        'Copio: "acuda si presenta dificultad para respirar, desmayo o hinchazón de la cara". Presento.',
        "I know the sheet says ring 999 for breathlessness but mine is only when I'm talking",
    ],
)
def test_quotation_marks_silence_nobody(text: str) -> None:
    assert reaches_staff(read(RULES, text))


def test_a_no_to_one_of_a_list_denies_no_other() -> None:
    said = (
        "The list says redness spreading, warmth, pus, temperature. Got the first three at my elbow, no temperature yet"
    )
    assert read(RULES, said).tier >= Tier.URGENT


@pytest.mark.parametrize(
    "text",
    [
        '"If you develop a high temperature or severe pain contact us the same day" ok noted',
        "Your sheet says chest pain, difficulty breathing, fainting. I have stuck it on the fridge, calf is a 2",
        "I will head to emergency if I get any chest pain, all good for now",
    ],
)
def test_an_instruction_taken_note_of_alarms_nobody(text: str) -> None:
    assert read(RULES, text).tier < Tier.URGENT
