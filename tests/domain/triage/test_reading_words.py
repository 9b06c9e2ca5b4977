"""How typed words become the words the rules know."""

import tomllib

import pytest

from bot.domain.tiers import Tier
from bot.domain.triage import read
from bot.domain.triage.grammar import Compiler, PhraseError, Range, expand_classes
from bot.domain.triage.message import cut
from tests.domain.triage.rules_in_use import RULES, TRIAGE


def words(text: str) -> list[str]:
    return list(cut(text, RULES.spelling).words)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("I CAN'T", ["i", "cant"]),
        ("brething", ["breathing"]),
        ("pechooo", ["pecho"]),
        ("ormigueo", ["ormigueo"]),
        ("thirty eight point five", ["38.5"]),
        ("treinta y nueve y medio", ["39.5"]),
        ("❶ ٣ ⑨", ["1", "3", "9"]),
        ("p a i n  1 0", ["pain", "10"]),
        ("n o  p u e d o  r e s p i r a r", ["no", "puedo", "respirar"]),
        ("one hundred and one", ["101"]),
        ("8/10", ["8", "outoften"]),
        ("ocho sobre diez", ["8", "outoften"]),
        ("38,5ºC", ["38.5", "°", "c"]),
        ("sí", ["yes"]),
        ("I'll", ["i", "will"]),
        ("💀", ["emoji-dead"]),
        ("really?", ["really", "questionmark"]),
    ],
)
def test_typing_is_forgiven(typed: str, read_as: list[str]) -> None:
    assert words(typed) == read_as


def test_a_word_list_counts_to_its_end_however_long_it_is() -> None:
    listed = tomllib.loads((TRIAGE / "spelling.toml").read_text())["correct"]["never"].split()
    assert [word for word in listed if not RULES.spelling.knows(word)] == []


@pytest.mark.parametrize(
    "word",
    [
        "feather", "heather", "cheese", "paint", "hombre", "siempre", "fecha", "trabajo", "tortuga", "mowing", "mario",
        "sandra", "braking", "opinar", "seeming", "impresionante",
    ],
)  # fmt: skip
def test_ordinary_words_are_not_corrected_into_danger(word: str) -> None:
    assert words(word) == [word]


def test_short_sentences_hang_together_and_long_ones_do_not() -> None:
    telegraphic = cut("Chest. Tight. Help.", RULES.spelling)
    assert len(set(telegraphic.sentence)) == 1
    told = cut("My chest is fine today. The calf is sore.", RULES.spelling)
    assert len(set(told.sentence)) == 2


def test_a_phrase_with_an_unknown_class_is_refused() -> None:
    compiler = Compiler({"pain": ("hurts",)}, {"score": Range(0, 10)}, {})
    assert compiler.compile("sore", "<pain> .. <score>")
    with pytest.raises(PhraseError, match="no such word class: <chest>"):
        compiler.compile("sore", "<pain> .. <chest>")
    with pytest.raises(PhraseError, match="gap at its end"):
        compiler.compile("sore", "<pain> ..")
    with pytest.raises(PhraseError, match="choice that may be missing"):
        compiler.compile("sore", "<pain> .. here|there?")


def test_a_word_class_may_hold_others_but_not_itself() -> None:
    assert expand_classes({"a": ["x", "<b>"], "b": ["y"]}) == {"a": ("x", "y"), "b": ("y",)}
    with pytest.raises(PhraseError, match="contains itself"):
        expand_classes({"a": ["<b>"], "b": ["<a>"]})


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("my chet is killing me", Tier.EMERGENCY),
        ("shortness ofbreath", Tier.EMERGENCY),
        ("no 😰 siento las piernas", Tier.EMERGENCY),
        ("temp 384", Tier.URGENT),
        ("el termómetro marca 391", Tier.URGENT),
        ("walked 400 m", Tier.EXPECTED),
    ],
)
def test_a_lost_letter_or_point_and_an_emoji_in_between_are_forgiven(text: str, tier: Tier) -> None:
    assert read(RULES, text).tier == tier
