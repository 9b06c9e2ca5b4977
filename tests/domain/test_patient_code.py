"""Patient codes: short, unmistakable, never a name."""

import random

import pytest

from bot.domain.patient_code import as_code, new_code


def test_a_code_is_four_signs_that_nobody_mistakes() -> None:
    codes = {new_code(random.Random(seed).choice) for seed in range(500)}
    assert all(len(code) == 4 and as_code(code) == code for code in codes)
    assert not set("".join(codes)) & set("0O1IL8BSUZ")
    assert len(codes) > 400


@pytest.mark.parametrize("typed", ["k7f2", " K7F2 ", "#K7F2", "K7F2."])
def test_a_code_is_known_however_it_is_written(typed: str) -> None:
    assert as_code(typed) == "K7F2"


@pytest.mark.parametrize("typed", ["Anna", "KF72", "7K2F", "K7F", "Maria Lopez", ""])
def test_a_name_is_never_taken_for_a_code(typed: str) -> None:
    assert as_code(typed) is None
