"""A typed yes or no counts as a press only where the text says nothing else."""

import pytest

from bot.domain.typed_words import Typed, typed_word


@pytest.mark.parametrize("text", ["yes", "Yes!", "YES", "sí", "Si.", "yeah", "sí, claro"])
def test_yes_in_either_language(text: str) -> None:
    assert typed_word(text) is Typed.YES


@pytest.mark.parametrize("text", ["no", "No.", "none", "None of these", "nada", "Nada de esto", "ninguna"])
def test_no_in_either_language(text: str) -> None:
    assert typed_word(text) is Typed.NO


@pytest.mark.parametrize("text", ["yes my chest", "no air", "no puedo", "not sure", "", "😀", "no, but I feel faint"])
def test_anything_more_is_a_report(text: str) -> None:
    assert typed_word(text) is None
