"""Whatever else a patient writes around it, a danger sign reaches staff or is asked about (clinical facts 3.1, 7.4)."""

import tomllib
from itertools import chain
from pathlib import Path

import pytest

from bot.domain.tiers import Tier
from bot.domain.triage import read
from tests.domain.triage.rules_in_use import RULES, TRIAGE, reaches_staff

AROUND = {
    "en": """Understood, | Thanks got it, | Noted and | ok will do. also | My friend drove me home and
        | You told me to rest so I did and now | You said to call if anything changed, | No fever and I slept ok,
        | No fever, | no dizziness no fever, just that | I was fine yesterday, | If it helps, | Is it normal that
        | Should I worry that | My sister is a nurse and says hi, | Years ago I ran marathons, today
        | The kids are asleep and | My husband thinks I should tell you that | I never complain but
        | haha funny thing, | lol | I thought it would pass but | I thought I'd be fine by now,
        | Everything else is fine, | Shoulder is great thanks, | I read the leaflet and
        | Before the session I was ok, now
        | Not sure if it matters but | I know you're busy, | people say I exaggerate, | not being dramatic but
        | it's probably nothing but | when I got home | Since last night | on the plus side no bruise,
        | I don't have a fever, | just watched a movie and | my dog woke me up because | can I still go to work?
        | sorry to bother you, | good morning, | the pain is 3 and""",
    "es": """Entendido, | Gracias anotado, | vale, lo haré, y | Mi amiga me trajo a casa y
        | Me dijo que descansara y lo hice y ahora | Me dijo que avisara si cambiaba algo, | Sin fiebre y dormí bien,
        | Sin fiebre, | ni mareo ni fiebre, solo que | Ayer estaba bien, | Por si sirve, | Es normal que
        | Mi hermana es enfermera y le manda saludos, | Hace años corría maratones, hoy | Los niños duermen y
        | Mi marido cree que debo contarle que | Nunca me quejo pero | jaja qué cosa, | Pensé que se pasaría pero
        | Pensé que ya estaría bien, | Lo demás todo bien, | El hombro genial gracias, | Leí la hoja y
        | Antes de la sesión estaba bien, ahora | No sé si importa pero | la gente dice que exagero, | nadie me cree,
        | seguro que no es nada pero | cuando llegué a casa | Desde anoche | por suerte ni un moratón,
        | No tengo fiebre, | vi una película y | mi perro me despertó porque | ¿puedo ir a trabajar?
        | perdone la molestia, | buenos días, | el dolor es 3 y""",
}
AND = {"en": " and ", "es": " y "}
DANGERS = {
    "en": [
        "my chest hurts",
        "I can't breathe properly",
        "I fainted this morning",
        "I can't feel my legs",
        "my lips are swelling",
        "I want to die",
        "I'm short of breath",
        "it hurts when I breathe in",
        "my face is drooping",
        "I can't pee",
        "chest pain",
        "trouble breathing",
    ],
    "es": [
        "me duele el pecho",
        "no puedo respirar bien",
        "me desmayé esta mañana",
        "no siento las piernas",
        "se me hinchan los labios",
        "me quiero morir",
        "me falta el aire",
        "me duele al respirar",
        "se me cae un lado de la cara",
        "no puedo orinar",
        "dolor en el pecho",
        "dificultad para respirar",
    ],
}


@pytest.mark.parametrize(("language", "danger"), [(lang, d) for lang, dangers in DANGERS.items() for d in dangers])
def test_nothing_said_before_a_danger_sign_silences_it(language: str, danger: str) -> None:
    texts = [f"{before.strip()} {danger}" for before in AROUND[language].split("|")]
    assert [text for text in texts if not reaches_staff(read(RULES, text))] == []


@pytest.mark.parametrize(("language", "danger"), [(lang, d) for lang, dangers in DANGERS.items() for d in dangers])
def test_nothing_said_after_a_danger_sign_silences_it(language: str, danger: str) -> None:
    before = (part.strip() for part in AROUND[language].split("|"))
    texts = [f"{danger}. {part.rstrip(',')}" for part in before if part[-1] in ",.?" or part.endswith("lol")]
    assert [text for text in texts if not reaches_staff(read(RULES, text))] == []


def _harmless(language: str) -> list[str]:
    """The project's own harmless examples: gone, denied, long ago, other people's, jokes."""
    files = [tomllib.loads(file.read_text("utf-8")) for file in sorted((TRIAGE / "examples").glob("*.toml"))]
    groups = chain.from_iterable(file["group"] for file in files)
    return [text for group in groups if group["tier"] == Tier.EXPECTED.name for text in group.get(language, ())]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("joined", ["{}, {}", "{}. {}", "{} 😕 {}", "{} and {}"])
def test_no_harmless_message_silences_a_danger_sign_behind_it(language: str, joined: str) -> None:
    dangers = DANGERS[language][:10]
    joined = joined.replace(" and ", AND[language])
    texts = [
        joined.format(before.rstrip(".!?, "), dangers[i % len(dangers)]) for i, before in enumerate(_harmless(language))
    ]
    assert [text for text in texts if not reaches_staff(read(RULES, text))] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_hardly_any_harmless_message_silences_a_danger_sign_that_it_is_joined_to(language: str) -> None:
    dangers, harmless = DANGERS[language][:10], _harmless(language)
    texts = [f"{dangers[i % len(dangers)]}{AND[language]}{after}" for i, after in enumerate(harmless)]
    silent = [text for text in texts if not reaches_staff(read(RULES, text))]
    assert len(silent) <= len(texts) / 200, silent


NAMED = {
    "en": ["chest pain", "shortness of breath", "swollen tongue", "trouble breathing"],
    "es": ["dolor de pecho", "falta de aire", "lengua hinchada", "dificultad para respirar"],
}
NO_DENIAL = {
    "en": """since lunch and none of these painkillers touch it | , I had nothing like that before
        | , nothing like that ever before | . None of my family believe me | and nothing on your list helps
        | , have none of the other things | and luckily nothing in the arm | , can someone ring me please
        | , could a needle do that? | and the dog is worried""",
    "es": """, creo que no es nada | , mi marido dice que no exagere | , nada de lo que hago ayuda
        | , ninguno de los analgésicos lo quita | , no tengo nada de ganas de ir al hospital
        | . Jamás tuve nada de eso antes | , por suerte nada de fiebre | y ninguno de los otros síntomas
        | , ninguna postura me alivia | y no a las urgencias otra vez por favor | , ¿eso lo hace una aguja?
        | y mi perro está preocupado""",
}
DENIED_BEFORE = {
    "en": ["no fever and", "no pain at all and", "no better,", "not happy with the bruise and", "no fever, sweats and"],
    "es": [
        "sin fiebre y",
        "no tengo fiebre y",
        "sin mejoría,",
        "no estoy contenta con el morado y",
        "sin mejoría ni ganas,",
    ],
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_that_speaks_of_something_else_silences_no_danger_sign_before_it(language: str) -> None:
    after = [" ".join(part.split()) for part in NO_DENIAL[language].split("|")]
    texts = [f"{danger}{'' if part[0] in ',.' else ' '}{part}" for danger in NAMED[language] for part in after]
    assert [text for text in texts if not reaches_staff(read(RULES, text))] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_joined_to_a_denial_is_asked_about_and_not_denied_with_it(language: str) -> None:
    texts = [f"{before} {danger}" for before in DENIED_BEFORE[language] for danger in NAMED[language]]
    assert [text for text in texts if not reaches_staff(read(RULES, text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "chest pain, breathlessness, fainting: none of these",
        "chest pain? breathlessness? nothing like that thanks",
        "dolor de pecho, falta de aire, fiebre: nada de eso",
        "dolor en el pecho o falta de aire, ninguno de los dos",
        "fiebre, ahogo, mareo, a todo que no",
    ],
)
def test_a_list_that_is_denied_as_a_whole_is_denied(text: str) -> None:
    verdict = read(RULES, text)
    assert (verdict.tier, verdict.ask) == (Tier.EXPECTED, None)


@pytest.mark.parametrize(
    "text",
    [
        "Leaflet lists: shortness of breath, chest pain, fever, fainting. Nope x4.",
        "La hojita dice: falta de aire, dolor de pecho, fiebre, desmayo. Nada de nada por aquí",
        "chest pain, short of breath, fever: none of it",
        "falta de aire, desmayo, fiebre: ninguno",
    ],
)
def test_a_list_that_is_only_counted_up_and_denied_alarms_nobody(text: str) -> None:
    assert read(RULES, text).tier is Tier.EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "per the sheet: short of breath, chest pain, fever",
        "From your list: shortness of breath, chest pain, fever. No idea what to do",
        "Leaflet: shortness of breath, chest pain, fever. Yes.",
        "The leaflet says shortness of breath, chest pain, fever. I have the first one",
        "I have shortness of breath, chest pain and a fever like the leaflet says",
        "chest pain, breathless, fever. Nothing helps",
        "sin sentir las piernas, sin poder orinar. Nada.",
        "La hoja dice falta de aire, dolor de pecho, fiebre. Tengo dos",
        "pus oozing from the needle spot, had relief yesterday, none now",
    ],
)
def test_a_list_of_what_is_there_is_heard(text: str) -> None:
    assert reaches_staff(read(RULES, text))


@pytest.mark.parametrize(
    "text",
    [
        "fever 39, back is fine now",
        "fever 39, ring me when you have a min ok",
        "temblando de fiebre. se me ha ido el efecto del ibuprofeno",
        "arm too weak to lift the kettle, would you say thats normal now on day 3",
    ],
)
def test_what_is_over_elsewhere_ends_no_danger_sign(text: str) -> None:
    assert read(RULES, text).tier is Tier.URGENT


@pytest.mark.parametrize(
    "text",
    [
        "I took 20 paracetamol",
        "i took too many painkillers",
        "tomé más pastillas de la cuenta",
        "they told me I have a pneumothorax",
        "peeing myself since yesterday",
    ],
)
def test_what_a_tester_found_unheard_is_an_emergency(text: str) -> None:
    assert read(RULES, text).tier is Tier.EMERGENCY


@pytest.mark.parametrize("text", ["I took 2 paracetamol", "took 600 ibuprofen", "me tomé un paracetamol de 650"])
def test_an_ordinary_dose_alarms_nobody(text: str) -> None:
    assert read(RULES, text).tier < Tier.URGENT


@pytest.mark.parametrize("text", ["vine por la lumbar y orino sin darme cuenta", "fui con ustedes y dolor de pecho"])
def test_what_may_have_brought_the_patient_is_asked_about(text: str) -> None:
    assert reaches_staff(read(RULES, text))


@pytest.mark.parametrize(
    "text",
    [
        "passed out in the kitchen about two hours ago, hubby caught me, im ok now just a bit shaky",
        "passed out at 3pm, im ok now",
        "passed out and woke up feeling sick",
    ],
)
def test_a_faint_with_its_hour_is_no_sleep(text: str) -> None:
    assert read(RULES, text).tier is Tier.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "want to die lol",
        "i want to die haha, that needle was savage",
        "I will kill myself lol",
        "I'm going to throw myself out of the window",
        "gonna kill myself haha nobody would care",
        "I'll kill myself after this exam, I mean it",
        "want to jump off a cliff for real",
        "I can't cope. kms haha",
        "me mato jaja",
        "se me quitaron las ganas de vivir 😂",
        "me quiero morir, el examen y este dolor",
        "this makes me want to end it all 😂",
        "quiero morirme jaja",
        "ganas de acabar con todo 😂",
        "took all the pills my doctor prescribed at once",
        "mi jefe me hace la vida imposible, quiero morirme",
        "quiero morir estrellando el coche",
        "think I'm having a heart attack lol",
        "creo que me está dando un infarto jaja",
        "estoy en casa sin aire y asustada",
        "it hurts where you put the needle in my chest muscle",
        "my face is numb like the dentist and drooping",
        "brazo dormido y tengo sueño",
        "tengo el brazo como cuando se te duerme y no se me pasa",
        "pain in my chest for a minute then it got worse",
        "can't feel my legs, this pain is making me so low",
        "se me traba la lengua y dice mi hermana que tengo la cara caída",
        "feels like a baby asleep on my chest",
        "el dolor hoy de 10",
        "tengo 38 grados en la ciudad",
        "la que está hinchada es la lengua",
        "the swelling of my lips came straight away",
        "el dolor de pecho volvió enseguida",
        "cama mojada, se me rompió la bolsa de agua y no sentí nada",
    ],
)
def test_no_figure_of_speech_hides_what_is_meant(text: str) -> None:
    assert reaches_staff(read(RULES, text))


AUDITED = tomllib.loads((Path(__file__).parent / "silenced_once.toml").read_text("utf-8"))


@pytest.mark.parametrize("kind", sorted(AUDITED))
def test_what_an_audit_found_silenced_once_is_heard(kind: str) -> None:
    assert [text for text in AUDITED[kind] if not reaches_staff(read(RULES, text))] == []
