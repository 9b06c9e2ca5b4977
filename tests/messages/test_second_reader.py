"""The second reader learns from labelled messages and can only raise a doubt."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.catalog.learning import threshold_for, train
from bot.catalog.training import main
from bot.catalog.triage import load_examples
from bot.domain.triage import read
from tests.domain.triage.rules_in_use import RULES, TRIAGE

SAMPLES = [(("w:gulping", "w:air"), True), (("w:gulping", "w:now"), True), (("w:lovely", "w:day"), False)] * 4


def test_what_was_dangerous_in_the_examples_looks_worrying() -> None:
    reader = train(SAMPLES, threshold=0.0)
    assert reader.doubts(["w:gulping"])
    assert not reader.doubts(["w:lovely"])


def test_the_same_examples_make_the_same_reader() -> None:
    assert train(SAMPLES, threshold=0.0) == train(SAMPLES, threshold=0.0)


def test_learning_from_a_folder_without_examples_is_explained_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no triage data" in capsys.readouterr().err


def test_the_threshold_leaves_only_a_share_of_the_harmless_above_it() -> None:
    worries = [float(n) for n in range(100)]
    assert sum(worry > threshold_for(worries, 0.05) for worry in worries) == 5


def test_with_or_without_it_no_tier_changes() -> None:
    alone = replace(RULES, second_reader=None)
    for example in load_examples(TRIAGE)[::9]:
        with_it, without = read(RULES, example.text), read(alone, example.text)
        assert with_it.tier is without.tier
        assert with_it.ask is not None or without.ask is None
