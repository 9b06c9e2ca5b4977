"""A mistake in the triage data is named: the file, the entry and the fault."""

import shutil
from pathlib import Path

import pytest

from bot.catalog.triage import TriageDataError, load_triage
from tests.domain.triage.rules_in_use import RULES, TRIAGE


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for file in TRIAGE.glob("*.toml"):
        shutil.copy(file, tmp_path)
    return tmp_path


def append(folder: Path, file: str, text: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "added", "fault"),
    [
        ("rules.toml", '[[rule]]\nid = "x"\n', "rules.toml, rule x: needs `any` or `all`"),
        ("rules.toml", '[[rule]]\nid = "x"\ntier = "bad"\nany = ["pain"]\n', "no such tier: 'bad'"),
        ("rules.toml", '[[rule]]\nid = "x"\ntier = "watch"\nany = ["nothing"]\n', "no such concept: 'nothing'"),
        ("rules.toml", '[[rule]]\nid = "breathing"\n', "this id is there twice"),
        ("rules.toml", '[[rule]]\nid = "x"\ncolor = "red"\n', "unknown key 'color'"),
        ("rules.toml", '[[rule]]\ntier = "watch"\n', "needs an id"),
        ("cues.toml", '[[cue]]\nid = "x"\nen = ["<nowhere> hurts"]\n', "no such word class: <nowhere>"),
        ("concepts-chest.toml", '[[concept]]\nid = "x"\n', "has no phrases"),
        ("questions.toml", '[question.x]\nen = "Really?"\nyes = "urgent"\nno = "watch"\n', "needs a text in en and es"),
        ("about.toml", "nonsense", "not readable as TOML"),
        ("about.toml", "[surprise]\na = 1\n", "unknown table 'surprise'"),
    ],
)
def test_a_mistake_is_named(copy: Path, file: str, added: str, fault: str) -> None:
    append(copy, file, "\n" + added)
    with pytest.raises(TriageDataError) as raised:
        load_triage(copy)
    assert fault in str(raised.value)
    assert file in str(raised.value)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TriageDataError, match="no triage data"):
        load_triage(tmp_path)


def test_without_learned_weights_the_rules_read_alone(copy: Path) -> None:
    assert load_triage(copy).second_reader is None


def test_the_rules_say_who_signs_them_and_every_rule_names_its_source() -> None:
    assert RULES.version
    assert RULES.signed_by
    assert all(rule.source for rule in RULES.rules)


def test_every_question_has_words_in_both_languages() -> None:
    for question in RULES.questions:
        assert RULES.question(question, "en").endswith("?")
        assert RULES.question(question, "es").startswith("¿")
