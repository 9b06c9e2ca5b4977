"""A mistake in the triage data is named: the file, the entry and the fault."""

import shutil
from pathlib import Path

import pytest

from bot.catalog import CatalogError
from bot.catalog.triage import load_triage
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
        ("rules.toml", '[[rule]]\nid = "x"\n', "rules.toml: rule x: needs `any` or `all`"),
        ("rules.toml", '[[rule]]\nid = "x"\ntier = "bad"\nany = ["pain"]\n', "no such tier: 'bad'"),
        ("rules.toml", '[[rule]]\nid = "x"\ntier = "watch"\nany = ["nothing"]\n', "no such concept: 'nothing'"),
        ("rules.toml", '[[rule]]\nid = "breathing"\n', "this id is there twice"),
        ("rules.toml", '[[rule]]\nid = "x"\ncolor = "red"\n', "unknown key 'color'"),
        ("rules.toml", '[[rule]]\ntier = "watch"\n', "needs an id"),
        ("cues.toml", '[[cue]]\nid = "x"\nen = ["<nowhere> hurts"]\n', "no such word class: <nowhere>"),
        ("concepts-chest.toml", '[[concept]]\nid = "x"\n', "has no phrases"),
        ("questions.toml", '[question.x]\nen = "Really?"\nyes = "urgent"\nno = "watch"\n', "needs a text in en and es"),
        ("about.toml", "nonsense", "is not TOML"),
        ("about.toml", "[surprise]\na = 1\n", "unknown table 'surprise'"),
        ("rules.toml", '[[raise]]\nid = "x"\nby = 1\n', "raise x: needs concepts"),
        ("rules.toml", '[[rule]]\nid = "x"\nany = "pain"\n', "any is 'pain', and must be a list of words in quotes"),
        ("rules.toml", '[[rule]]\nid = "x"\nhours = ["a", "b"]\n', "hours is ['a', 'b'], and must be two numbers"),
        ("rules.toml", '[[rule]]\nid = "x"\nregions = ["clf"]\n', "regions is ['clf'], and must be a list of regions"),
        ("rules.toml", '[[rule]]\nid = "x"\nasks = { if = "who" }\n', "asks is {'if': 'who'}, and must be"),
        ("concepts-chest.toml", '[[concept]]\nid = "x"\nlongest = "ten"\n', "longest is 'ten', and must be a whole"),
        ("concepts-chest.toml", "[number.x]\nfrom = 1\n", "number x: needs `from` and `to`"),
        ("cues.toml", '[[cue]]\nid = "x"\nen = "if"\n', "cue x: en is 'if', and must be a list"),
        ("cues.toml", "[rule]\nx = 3\n", "rule: is not made of tables"),
        ("cues.toml", "[emoji]\nx = 5\n", "emoji: x is 5, and must be words in quotes"),
    ],
)
def test_a_mistake_is_named(copy: Path, file: str, added: str, fault: str) -> None:
    append(copy, file, "\n" + added)
    with pytest.raises(CatalogError) as raised:
        load_triage(copy)
    assert fault in str(raised.value)
    assert file in str(raised.value)


def test_a_question_nobody_wrote_is_not_asked_of_unplaced_messages(copy: Path) -> None:
    append(copy, "spelling.toml", '\n[unplaced]\nask = "whatever"\n')
    with pytest.raises(CatalogError, match="unplaced: no such question: 'whatever'"):
        load_triage(copy)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no triage data"):
        load_triage(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]", '{"bias": 0, "threshold": 0}', '{"weights": {"w:air": "heavy"}}'])
def test_weights_nobody_can_read_are_named(copy: Path, content: str) -> None:
    (copy / "second-reader.json").write_text(content)
    with pytest.raises(CatalogError, match=r"second-reader\.json: is not what"):
        load_triage(copy)


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
