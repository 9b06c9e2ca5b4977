"""What `messages check` finds in a clinic's own copy, and what it tells about it."""

import re
import shutil
from pathlib import Path

import pytest

from bot.catalog import CatalogError, load
from bot.catalog.checking import Line, check
from bot.catalog.places import shipped
from bot.domain.tiers import Tier

EXAMPLES = """
[[group]]
tier = "emergency"
en = ["I cannot breathe", "the weather is nice today"]

[[group]]
tier = "expected"
accepts = ["watch"]
es = ["gracias, todo bien"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A clinic's own copy with three examples, one of which no rule can know."""
    folder = Path(shutil.copytree(shipped(), tmp_path / "own", ignore=shutil.ignore_patterns("examples")))
    (folder / "triage" / "examples").mkdir()
    (folder / "triage" / "examples" / "own.toml").write_text(EXAMPLES, encoding="utf-8")
    return folder


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def line(lines: list[Line], key: str) -> Line:
    return next(line for line in lines if line.key == key)


def test_a_copy_in_order_has_no_faults_and_tells_how_its_examples_come_out(own: Path) -> None:
    report = check(own)

    assert report.faults == []
    assert line(report.lines, "console-messages-examples").args == {"count": 3, "misses": 1}
    assert line(report.lines, "console-messages-missed").args == {"count": 1, "silent": 1}
    assert [miss.example.text for miss in report.score.misses] == ["the weather is nice today"]
    assert report.score.confusion[Tier.EMERGENCY, Tier.EMERGENCY] == 1


def test_files_nobody_has_signed_are_named_with_their_version(own: Path) -> None:
    change(own / "protocols" / "standard.toml", 'signed_by = ""', 'signed_by = "Dr Ruiz, 2026-03-01"')

    unsigned = {one.args["file"] for one in check(own).lines if one.key == "console-messages-unsigned"}

    assert unsigned == {"triage/about.toml", "triage/answers.toml", "wording.toml"}


def test_what_the_data_names_and_nobody_wrote_is_a_fault(own: Path) -> None:
    change(own / "protocols" / "standard.toml", 'key = "reminder-ice"', 'key = "reminder-snow"')
    change(own / "triage" / "answers.toml", 'follow_up = "', 'follow_up = "other-')
    (own / "fr").mkdir()
    shutil.copy(own / "en" / "buttons.ftl", own / "fr")

    faults = check(own).faults

    assert "protocol standard: no sentence reminder-snow" in faults
    assert any(fault.startswith("protocol standard: no [[extra]] other-") for fault in faults)
    assert any(fault.startswith("triage: no words in fr for ") for fault in faults)
    assert any(fault.startswith("triage/answers.toml: no words in fr for ") for fault in faults)
    assert any(fault.startswith("fr: reminder-ice is missing") for fault in faults)


def without(own: Path, key: str) -> None:
    """Take a sentence out of the copy in every language, as one made before there was such a sentence."""
    for language in ("en", "es"):
        change(own / language / "flagging.ftl", f"\n{key} =", "\nown-sentence =")


def test_a_sentence_the_copy_lacks_in_every_language_is_a_fault(own: Path) -> None:
    without(own, "emergency")

    faults = check(own).faults

    assert faults == [f"{language}: emergency is missing (it stands in en/flagging.ftl)" for language in ("en", "es")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_sentence_the_copy_lacks_is_said_all_the_same_in_the_readers_language(own: Path, language: str) -> None:
    without(own, "emergency-overdose")

    assert said(own, language, "emergency-overdose") == said(shipped(), language, "emergency-overdose")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_sentence_of_the_copy_that_cannot_be_filled_in_gives_way_to_the_shipped_one(own: Path, language: str) -> None:
    for folder in ("en", "es"):
        change(own / folder / "flagging.ftl", "emergency-overdose =", "emergency-overdose = { $once-known }\n ")

    assert said(own, language, "emergency-overdose") == said(shipped(), language, "emergency-overdose")
    assert f"{language}/flagging.ftl, emergency-overdose: nothing fills in $once-known" in check(own).faults


def said(folder: Path, language: str, key: str) -> str:
    wording = load(folder).wording.for_clinic(name="Physio Sol", phone="+34 900 123 456", emergency="112")
    return wording.text(language, key)


def test_a_wrong_label_is_named(own: Path) -> None:
    change(own / "triage" / "examples" / "own.toml", '"emergency"', '"dire"')
    with pytest.raises(CatalogError, match=r"own\.toml: group .*no such tier: 'dire'"):
        check(own)


@pytest.mark.parametrize("file", ["en/buttons.ftl", "wording.toml", "vocabulary/es.toml", "triage/cues.toml"])
def test_a_file_not_saved_as_utf_8_is_named_with_the_line(own: Path, file: str) -> None:
    path = own / file
    path.write_bytes(b"# first\n# caf\xe9\n" + path.read_bytes())
    with pytest.raises(CatalogError, match=f"{file.split('/')[-1]}: line 2 is not saved as UTF-8"):
        check(own)


def test_a_copy_without_rules_of_wording_is_told_so(own: Path) -> None:
    (own / "wording.toml").unlink()
    with pytest.raises(CatalogError, match=r"wording\.toml: cannot be read"):
        check(own)


def test_a_list_where_a_table_of_typed_words_belongs_is_named(own: Path) -> None:
    (own / "vocabulary" / "fr.toml").write_text("typed = []\n")
    with pytest.raises(CatalogError, match=r"vocabulary/fr\.toml: typed: is not a table"):
        load(own)


def test_a_protocol_that_could_not_ask_for_side_effects_is_refused(own: Path) -> None:
    file = own / "protocols" / "standard.toml"
    kept = re.sub(
        r'\[\[question\]\]\nid = "symptoms".*?(?=\[\[question)', "", file.read_text(encoding="utf-8"), flags=re.S
    )
    file.write_text(kept.replace('"symptoms"', '"infection"'), encoding="utf-8")
    with pytest.raises(CatalogError, match="needs a \\[\\[question\\]\\] symptoms"):
        load(own)


def test_a_typed_word_for_a_side_effect_nobody_asks_about_is_a_fault(own: Path) -> None:
    change(own / "vocabulary" / "en.toml", "[signs]\n", '[signs]\nhiccups = ["hiccups"]\n')
    with pytest.raises(CatalogError, match="signs has no “hiccups”"):
        load(own)
