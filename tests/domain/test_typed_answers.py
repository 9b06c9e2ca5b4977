"""Typed answers count as presses; everything else is a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.places import shipped
from bot.catalog.vocabulary import load_vocabulary
from bot.domain.typed_answers import signed_number_from_text, soreness_from_text

TYPED = load_vocabulary(shipped() / "vocabulary").typed


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("7", 7), ("0", 0), ("10", 10), ("seven", 7), ("Seven.", 7), ("siete", 7), ("8/10", 8), ("8 / 10", 8),
        ("10/10", 10), ("8 out of 10", 8), ("ocho sobre diez", 8), ("un ocho", 8), ("an 8", 8), ("un 8 de 10", 8),
        ("7-8", 8), ("7 - 8", 8), ("7-8/10", 8), ("4 or 5", 5), ("4 o 5", 5), ("3 to 4", 4), ("dos o tres", 3),
        ("entre 3 y 4", 4), ("between 7 and 8 out of 10", 8), ("cero", 0), ("nada", 0), ("none", 0), ("zero", 0),
        ("no pain", 0), ("sin dolor", 0), ("it's a 6", 6), ("like a 7", 7), ("about 3/10 now", 3), ("me duele un 6", 6),
        ("un 7 más o menos", 7), ("6,5", 7), ("6.5", 7), ("6 and a half", 7), ("un siete y medio", 8), ("7️⃣", 7),
        ("¡Diez!", 10), ("  5 ", 5), ("3.0", 3),
    ],
)  # fmt: skip
def test_a_number_however_it_is_written(text: str, score: int) -> None:
    assert soreness_from_text(text, TYPED) == score


@pytest.mark.parametrize(
    "text",
    [
        "since 8 pm", "8pm", "8 pm", "8:30", "at 8", "a las 8", "took 2", "2 pills", "dos pastillas", "24 h", "24h",
        "10/10 would do again", "24/7", "2 days", "dos días", "7 hours", "8 needles", "5 stars", "100%", "bastante",
        "11", "12/10", "-1", "3/4", "3/4/2026", "5/5", "no", "nothing helps", "nada grave pero", "not 8", "más de 7",
        "7 and I can't breathe", "7 pero me falta el aire", "none of these", "one day", "", "?", "8 8 8",
        "it was 3, then 8 at night", "call 112", "9 months pregnant", "٣",
    ],
)  # fmt: skip
def test_anything_beside_a_number_makes_it_a_report(text: str) -> None:
    assert soreness_from_text(text, TYPED) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_score_on_the_scale_or_none(text: str) -> None:
    score = soreness_from_text(text, TYPED)
    assert score is None or 0 <= score <= 10


@given(st.integers(0, 10), st.integers(0, 10))
def test_of_two_numbers_the_higher_counts(one: int, other: int) -> None:
    assert soreness_from_text(f"{one} or {other}", TYPED) == max(one, other)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+4", 4), ("4", 4), ("-2", -2), ("−2", -2), ("– 2", -2), ("➖2", -2), ("it's -1 now", -1), ("un 3", 3),
        ("menos", None), ("2-3", None), ("-4 or -5", None), ("4 or 5", None), ("at 4", None), ("a las 4", None),
        ("nothing", None), ("nada", None), ("no pain", None), ("+4 days", None), ("112", None), ("+34 600", None),
        ("", None), ("-", None),
    ],
)  # fmt: skip
def test_a_change_is_one_number_with_or_without_its_sign(text: str, number: int | None) -> None:
    assert signed_number_from_text(text, TYPED) == number
