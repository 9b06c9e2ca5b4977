"""A relative who is ill is taken for the patient, or asked about, unless the writer plainly is the patient."""

from itertools import product

import pytest

from bot.domain.tiers import Tier
from bot.domain.triage import read
from tests.domain.triage.rules_in_use import RULES, reaches_staff

SIGNS = {
    "en": [
        "can't breathe properly",
        "has had chest pain since this morning",
        "fainted an hour ago",
        "can't feel her legs",
        "is talking about killing herself",
        "is confused and doesn't know where she is",
    ],
    "es": [
        "no puede respirar bien",
        "tiene dolor de pecho desde esta mañana",
        "se desmayó hace una hora",
        "no siente las piernas",
        "está pensando en matarse",
        "no ha meado desde ayer",
    ],
}
WHO = {"en": ["my mum", "my wife", "she"], "es": ["mi madre", "mi mujer", "ella"]}
AROUND = {
    "en": """is it the needles? {} | {}, should I call someone? | {} what should we do | {} and I'm worried
        | {}. is that usual? | {}. I slept well | I'm at work, {} | if it matters {} | {}, can I take her in?
        | {}, I called my work | {} and I'm looking after her | {}, should I move her | my kids are worried, {}""",
    "es": """¿será por las agujas? {} | {}, ¿debo llamar a alguien? | {} qué hacemos | {} y estoy preocupado
        | {}. ¿es normal? | {}. yo dormí bien | estoy en el trabajo, {} | si importa, {} | {}, ¿la puedo llevar?
        | {} y yo no sé qué hacer | {} así que la llevé a casa | {} y me puse nervioso
        | {}, está conmigo | {}, la cuido yo""",
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_question_or_a_word_of_the_writers_own_makes_nobody_else_of_a_relative(language: str) -> None:
    frames = [" ".join(frame.split()) for frame in AROUND[language].split("|")]
    statements = [f"{who} {sign}" for who, sign in product(WHO[language], SIGNS[language])]
    texts = [frame.format(statement) for frame, statement in product(frames, statements)]
    assert [text for text in texts if not reaches_staff(read(RULES, text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "my mum fainted this morning so I forgot my stretches, my shoulder is great",
        "my daughter has a fever, can you rebook me",
        "mi hija se desmayó en el cole, yo bien, el hombro genial",
        "mi marido tiene fiebre, ¿podemos mover mi cita?",
    ],
)
def test_a_relative_beside_a_patient_who_writes_of_themselves_is_somebody_else(text: str) -> None:
    verdict = read(RULES, text)
    assert verdict.tier < Tier.URGENT
    assert verdict.ask is None
