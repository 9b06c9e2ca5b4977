"""Turns of phrase that look like denial, history, a condition or hearsay, and mean now (clinical facts 7.3, 7.4)."""

import pytest

from tests.domain.triage.rules_in_use import reaches_staff, verdict

MEANT = """
I've never felt chest pain like this
first time in my life I've fainted
no relief from the chest pain
the chest pain won't go away
chest pain hasn't gone
not only sore but breathless
I don't think it's normal that my chest hurts
I didn't faint but my chest is tight
it's not my shoulder, it's my chest that hurts
ibuprofen doesn't help my chest pain
I have no idea why I can't breathe
nobody told me my chest would hurt
not sleeping because of chest pain
haven't stopped coughing blood
no longer able to breathe deeply
wasn't able to feel my legs this morning
when I was in the shower I fainted
my friend had to drive because I passed out
my wife had to help me as I couldn't breathe
last night I had chest pain, it's still here
years ago I had asthma and now I feel breathless again
you said breathing problems are rare but I have them
I'm the one who can't breathe
don't worry but my chest hurts
no panic but I fainted
the chest pain is no better
can't stop thinking about killing myself
I can't get rid of this tightness in my chest
never been so short of breath
no change with the chest pain
still no feeling in my legs
not a bit of feeling in my hand
no position helps, my chest hurts
I wouldn't call it pain but my chest is tight
should I be worried about my chest pain
is it normal that it hurts when I breathe
is chest pain normal after this
what should I do, I fainted
can I take ibuprofen for my chest pain
do I need to come in for my breathing trouble
my husband says I look grey and I can't breathe
the pain is fine but I feel like I can't get air
doctor friend says chest pain is normal but it scares me
I was told to ring if I had chest pain so I'm ringing
you told me to call if I got breathless. Well I am
I'm calling because I can't breathe
as you asked: chest pain yes, fever no
if this chest pain continues what do I do
if I hold my breath my chest hurts
I feel like I'm going to faint if I stand up
everything is good except my breathing
everything is good apart from chest pain
all ok but for the chest pain
nothing except a tight chest
only my chest hurts
just a little chest pain
tiny bit of chest pain nothing serious
I'm sure it's nothing, my chest hurts a little when I breathe
haha my lung collapsed I think
I'm worried about my chest pain
can needling cause chest pain because I have it
I didn't have this chest pain before the session
never had chest pain before the needles
this chest tightness wasn't there before the session
my breathing was fine before the session
never used to get short of breath
the numbness wasn't there before you needled me
I still have numbness
Chest was fine yesterday, no pain at all. It isn't fine any more, it hurts and feels tight
nunca había sentido un dolor de pecho así
es la primera vez que me desmayo
el dolor de pecho no se quita
el dolor de pecho no se ha ido
no solo me duele el hombro, también me falta el aire
no creo que sea normal que me duela el pecho
no me desmayé pero siento el pecho apretado
no es el hombro, es el pecho lo que me duele
el ibuprofeno no me quita el dolor de pecho
no sé por qué no puedo respirar
nadie me dijo que me dolería el pecho
no duermo por el dolor de pecho
no dejo de toser sangre
ya no puedo respirar hondo
esta mañana no podía sentir las piernas
cuando estaba en la ducha me desmayé
mi amiga tuvo que traerme porque me desmayé
mi esposa me ayudó porque no podía respirar
anoche tuve dolor de pecho y sigue
hace años tuve asma y ahora me vuelvo a ahogar
usted dijo que era raro pero tengo problemas para respirar
soy yo la que no puede respirar
no se preocupe pero me duele el pecho
sin ánimo de alarmar, me desmayé
el dolor de pecho no mejora
no puedo quitarme esta presión del pecho
nunca me había faltado tanto el aire
sigo sin sentir las piernas
no encuentro postura, me duele el pecho
no lo llamaría dolor pero siento el pecho oprimido
debería preocuparme por el dolor de pecho
es normal que me duela al respirar
es normal el dolor de pecho después de esto
qué hago, me desmayé
puedo tomar ibuprofeno para el dolor de pecho
tengo que ir por lo de la falta de aire
mi marido dice que estoy gris y no puedo respirar
me dijeron que llamara si tenía dolor de pecho y llamo por eso
usted me dijo que avisara si me faltaba el aire. Pues me falta
llamo porque no puedo respirar
si este dolor de pecho sigue qué hago
todo bien excepto la respiración
todo bien menos el pecho que me duele
todo bien salvo dolor de pecho
solo me duele el pecho
apenas un dolorcito en el pecho
seguro que no es nada, me duele un poco el pecho al respirar
jaja creo que se me colapsó un pulmón
me preocupa mi dolor de pecho
antes de la sesión no me dolía el pecho
no tenía este dolor de pecho antes de la punción
antes de las agujas respiraba bien
mi respiración antes era normal
todavía tengo entumecimiento
ayer en la noche me dolió el pecho un rato, hoy ya no tengo nada
no puedo ni acabar una frase sin quedarme sin aliento
Hope you are well. I don't feel good
Espero que esté bien. No me siento bien
why does it stab when I breathe in, is that the muscle?
soreness one slept ok walked the dog weather's lovely breathing's a bit tough mind
no tengo fiebre ni mareos pero si me cuesta respirar un poco
me quedo sin fuelle al subir dos escalones y antes no
no fever no bruise but 8/10 and I can't sleep
no tengo moratón pero 9 de 10
it's been 8 all day
the pain has been at 9 the whole night
breathing isn't as easy as it was this morning
I'm breathess just sitting here
I'll ring you if I get dizzy and I fainted
my tongue is swelling, ok
I can't breathe properly and years ago I broke a rib and that really hurt, this is nothing
i didnt have any trouble breathing yesterday, today i do
tengo un peso en el pecho y todo bien por acá
he dormido bien y tengo un peso en el pecho
no siento las piernas y cero dolor
tengo 39 de fiebre, el hombro como nuevo
me cuesta respirar y los puntos se borraron antes de dormir
si me mareo no manejo, entendido y no siento las piernas
the calf is swollen and the swellling is getting worse
ayer os dije que respiraba bien. hoy ya no tanto
38.4 on the kids thermometer, twice
he just dropped in the kitchen and we cant wake him up properly he had the needles in his neck at 2
el folleto dice que avise si hay fiebre, falta de aire o desmayo. De esas tres, la segunda
mi marido puso los ojos en blanco y cayó
no me contesta, está en el suelo
So I went to work and had lunch, the neck moves well. I don't feel right at all. Then dinner was nice and we saw a film.
"""


@pytest.mark.parametrize("text", MEANT.strip().splitlines())
def test_what_is_meant_now_reaches_staff_or_is_asked_about(text: str) -> None:
    assert reaches_staff(verdict(text))


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring you if I get short of breath or chest pain",
        "if it goes lumpy or hot I'll shout",
        "no numbness and no chest pain",
        "the chest pain I came in with has cleared up",
        "El dolor de pecho por el que fui ya no está",
        "respiro perfecto y no me duele el pecho, sólo un poco de agujetas",
        "mi vecina está con gripe y fiebre de 39, yo en cambio genial del hombro",
    ],
)
def test_what_is_not_meant_now_asks_nothing(text: str) -> None:
    assert not reaches_staff(verdict(text))
