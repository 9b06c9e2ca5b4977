"""Every sentence the program says exists in every language, and none breaks a rule."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.catalog.places import shipped
from bot.catalog.proofreading import proofread
from bot.catalog.wording import Wording, WordingError, load_wording

BOT = Path(__file__).parents[2] / "bot"
WHERE = {"words": [0], "Words": [0], "phrase": [0], "Button": [0], "Mistake": [0], "Toast": [0], "sentence": [0, 1]}
WHERE |= {"tell": [0], "Finding": [1], "also": [1, 2, 3], "rendered": [0], "Line": [0]}
"""Which arguments of these calls are wording keys."""


@pytest.fixture(scope="module")
def wording() -> Wording:
    return load_wording(shipped())


def said_keys(path: Path) -> Iterator[str]:
    """Wording keys that stand as literals where something is said."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        said = WHERE.get(getattr(node.func, "id", ""), [])
        for argument in (node.args[place] for place in said if place < len(node.args)):
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=lambda path: path.relative_to(BOT).as_posix())
def test_every_sentence_the_program_says_exists(path: Path, wording: Wording) -> None:
    missing = [key for key in said_keys(path) if not wording.has(key)]

    assert not missing


def test_no_sentence_breaks_a_rule_of_wording() -> None:
    assert proofread(shipped()) == []


def test_spanish_is_as_complete_as_english(wording: Wording) -> None:
    assert set(wording.languages) >= {"en", "es"}


def test_what_people_write_cannot_become_markup(wording: Wording) -> None:
    assert "&lt;b&gt;" in wording.text("en", "button-number", number="<b>")


def test_a_missing_value_is_an_error_and_not_sent(wording: Wording) -> None:
    with pytest.raises(WordingError, match="button-number"):
        wording.text("en", "button-number")


@pytest.mark.parametrize(
    ("wish", "expected"), [("es-MX", "es"), ("ES", "es"), ("pt-BR", "en"), (None, "en"), ("en-GB", "en")]
)
def test_the_apps_language_decides(wording: Wording, wish: str | None, expected: str) -> None:
    assert wording.language_for(wish) == expected
