"""Reading a phone's buttons, and the ways people type a number or a no."""

from dataclasses import dataclass
from random import Random

from bot.delivery.parcels import Outgoing

_QUESTIONS = ("soreness", "toggle", "interference", "infection", "change", "baseline")
_WORDS = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "es": ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
}
_FRAMES = {
    "en": ("{n}", "{n}", "{n}/10", "{w}", "about a {n}", "{n} out of 10", "maybe {n}", "{n}."),
    "es": ("{n}", "{n}", "{n}/10", "{w}", "un {n}", "como un {n}", "{n} de 10", "creo que un {n}"),
}
_NONE = {"en": ("no", "none", "none of these", "nope", "No"), "es": ("no", "nada", "ninguna", "ninguno", "No")}


@dataclass(frozen=True)
class Asked:
    """The question that is open in a message."""

    question: str
    check_in: int

    def data(self, value: str) -> str:
        return f"{self.question}:{self.check_in}:{value}"


def data_in(shown: Outgoing, action: str) -> list[str]:
    """What the buttons with this action send."""
    keys = (key.data or "" for row in shown.keyboard for key in row)
    return [data for data in keys if data.split(":")[0] == action]


def asked_in(shown: Outgoing) -> Asked | None:
    """The check-in's question a message shows with its buttons."""
    for question in _QUESTIONS:
        if found := data_in(shown, question):
            return Asked(question, int(found[0].split(":")[1]))
    return None


def typed_number(rng: Random, score: int, language: str) -> str:
    return rng.choice(_FRAMES[language]).format(n=score, w=_WORDS[language][score])


def typed_none(rng: Random, language: str) -> str:
    return rng.choice(_NONE[language])
