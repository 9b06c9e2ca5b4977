"""A typed yes or no counts as a press only where the text says nothing else."""

import shutil
from pathlib import Path

import pytest

from bot.catalog import CatalogError
from bot.catalog.places import shipped
from bot.catalog.vocabulary import load_vocabulary
from bot.domain.typed_answers import soreness_from_text
from bot.domain.typed_words import Typed, typed_word

TYPED = load_vocabulary(shipped() / "vocabulary").typed


@pytest.mark.parametrize("text", ["yes", "Yes!", "YES", "sí", "Si.", "yeah", "sí, claro"])
def test_yes_in_either_language(text: str) -> None:
    assert typed_word(text, TYPED) is Typed.YES


@pytest.mark.parametrize("text", ["no", "No.", "none", "None of these", "nada", "Nada de esto", "ninguna"])
def test_no_in_either_language(text: str) -> None:
    assert typed_word(text, TYPED) is Typed.NO


@pytest.mark.parametrize("text", ["yes my chest", "no air", "no puedo", "not sure", "", "😀", "no, but I feel faint"])
def test_anything_more_is_a_report(text: str) -> None:
    assert typed_word(text, TYPED) is None


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A clinic's own copy of the vocabulary."""
    return Path(shutil.copytree(shipped() / "vocabulary", tmp_path / "vocabulary"))


def test_a_new_language_is_a_new_file(own: Path) -> None:
    (own / "fr.toml").write_text(
        '[typed]\nyes = ["oui", "d’accord"]\nout_of = ["sur"]\n[numbers]\n7 = ["sept"]\n10 = ["dix"]\n'
    )

    typed = load_vocabulary(own).typed

    assert typed_word("D'accord !", typed) is Typed.YES
    assert soreness_from_text("sept sur dix", typed) == 7
    assert soreness_from_text("seven", typed) == 7


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('[typed]\nyes = "oui"', "fr.toml, typed.yes: not a list of words"),
        ('[typed]\nyes = ["nada"]', "“nada” stands under two headings"),
        ('[numbers]\n11 = ["onze"]', "numbers has no “11”"),
        ('[numbers]\n8 = ["seven"]', "“seven” means both 7 and 8"),
    ],
)
def test_a_mistake_is_named(own: Path, content: str, fault: str) -> None:
    (own / "fr.toml").write_text(content)
    with pytest.raises(CatalogError) as raised:
        load_vocabulary(own)
    assert fault in str(raised.value)


def test_a_copy_from_before_there_were_such_words_is_not_used_without_them(own: Path) -> None:
    for file in own.glob("*.toml"):
        file.write_text(file.read_text().split("[typed]")[0])
    with pytest.raises(CatalogError, match=r"no words for typed\.yes"):
        load_vocabulary(own)
