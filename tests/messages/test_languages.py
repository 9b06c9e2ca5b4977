"""A new language is new files and entries, never code."""

import shutil
from pathlib import Path

import pytest

from bot.catalog.answers import load_answers
from bot.catalog.entries import ContentError
from bot.catalog.places import shipped
from bot.catalog.triage import load_examples, load_triage
from bot.domain.tiers import Tier
from bot.domain.triage import read

TRIAGE = """
[[concept]]
id = "breathless"
en = ["out of breath"]
fr = ["plus de souffle"]

[[rule]]
id = "breathing"
tier = "emergency"
source = "RF01"
any = ["breathless"]
reason_en = "Trouble breathing"
reason_fr = "Respire mal"

[question.breathing-now]
en = "Is it hard to breathe right now?"
fr = "Est-il difficile de respirer en ce moment ?"
yes = "emergency"
no = "watch"
"""


@pytest.fixture
def french(tmp_path: Path) -> Path:
    """Triage data in English and French."""
    about = '[about]\nversion = "1"\nsigned_by = "test"\nlanguages = ["en", "fr"]\n'
    (tmp_path / "about.toml").write_text(about, encoding="utf-8")
    (tmp_path / "rules.toml").write_text(TRIAGE, encoding="utf-8")
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "own.toml").write_text('[[group]]\ntier = "emergency"\nfr = ["plus de souffle"]\n')
    return tmp_path


def test_messages_are_read_in_it_and_reasons_and_questions_said_in_it(french: Path) -> None:
    rules = load_triage(french)

    assert read(rules, "Je n'ai plus de souffle").tier is Tier.EMERGENCY
    assert rules.reason("breathing", "fr") == "Respire mal"
    assert rules.question("breathing-now", "fr").startswith("Est-il")
    assert [example.language for example in load_examples(french)] == ["fr"]


@pytest.mark.parametrize("lacking", ['reason_fr = "Respire mal"', 'fr = "Est-il difficile de respirer en ce moment ?"'])
def test_a_reason_or_question_without_words_in_it_is_named(french: Path, lacking: str) -> None:
    (french / "rules.toml").write_text(TRIAGE.replace(lacking, ""), encoding="utf-8")
    with pytest.raises(ContentError, match=r"rules\.toml: .*breathing.*: needs a text in .*fr"):
        load_triage(french)


@pytest.mark.parametrize("languages", ["", 'languages = "en"', 'languages = ["fr"]'])
def test_the_languages_must_be_told_and_english_among_them(french: Path, languages: str) -> None:
    (french / "about.toml").write_text(f'[about]\nversion = "1"\nsigned_by = "test"\n{languages}\n')
    with pytest.raises(ContentError, match=r"about\.toml: about: languages (is|has)"):
        load_triage(french)


def test_answer_rules_need_their_reasons_in_it(tmp_path: Path) -> None:
    copy = Path(shutil.copy(shipped() / "triage" / "answers.toml", tmp_path))
    copy.write_text(
        copy.read_text(encoding="utf-8").replace('languages = ["en", "es"]', 'languages = ["en", "es", "fr"]')
    )
    with pytest.raises(ContentError, match=r"answers\.toml: .*: reason has no words in fr"):
        load_answers(tmp_path)
