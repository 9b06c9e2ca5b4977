"""Ordinary sentences with words of a danger sign raise no alarm: a hundred false ones make staff stop looking."""

import pytest

from bot.domain.tiers import Tier
from bot.domain.triage import read
from tests.domain.triage.rules_in_use import RULES


@pytest.mark.parametrize(
    "text",
    [
        "my doctor wrote a note for work",
        "I wrote notes of my pain, 2 today",
        "what did I do to myself at the gym lol, 2/10",
        "did you hurt yourself? no, all good here",
        "is there a quick way to go to the clinic",
        "dropped in tesco on the way home, neck fine",
        "woke up under my duvet, no pain",
        "I'll be coming to on Tuesday",
        "my legs don't hurt when I do squats",
        "legs good, no pain in either of them",
        "both knees not sore at all",
        "dragging myself out of bed, just tired",
        "breathing not affected, shoulder 2/10",
        "no pain in my chest no trouble breathing just bit of soreness in the shoulder",
        "sin problemas para respirar solo algo de molestia en el hombro",
        "yawning constantly, early night for me",
        "leaning on the wall for the calf stretch, then home",
        "the cuff was squeezing my arm, pressure normal",
        "relief like nothing I've ever felt",
        "estoy mejor sin mi faja",
        "¿pueden hacerme algo para el dolor?",
        "¿hay formas de acabar con el dolor de hombro?",
        "ya escribí la nota para el trabajo",
        "para no despertarme mañana con dolor haré los estiramientos",
        "no hice ninguna fuerza hoy, reposo",
        "el dolor no responde a los analgésicos, un 4",
        "¿debería respirar hondo durante el estiramiento?",
        "descansé mucho y toda mi familia bien",
        "la clínica no me contesta el teléfono, quiero cita",
        "me voy a sentar un rato",
        "mi marido puso los ojos en blanco jaja",
    ],
)
def test_ordinary_words_raise_no_alarm(text: str) -> None:
    assert read(RULES, text).tier < Tier.URGENT
