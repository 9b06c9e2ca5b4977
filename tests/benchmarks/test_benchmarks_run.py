"""The benchmarks run and find their figures; how good these are is not for a test to say."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import burst, chart, flood, punctuality, report, scale, throughput
from tests.benchmarks.figures import SMALL, Entry, Result
from tests.benchmarks.stage import Stage, opened_stage

TINY = replace(
    SMALL, burst=20, alerts_every=0.2, flood=20, punctual=20, planned=100, jobs=20, claims=3, updates=20, lead=2.0
)
ON_SQLITE = "sqlite"


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with opened_stage(lambda _: None) as opened:
        yield opened


def ours_and(entries: tuple[Entry, ...], *contestants: str) -> list[Entry]:
    """Those of the benchmark's entries that run here: ours, and a quick one to compare it with."""
    return [
        entry for entry in entries if entry.backend == ON_SQLITE and (entry.is_ours or entry.contestant in contestants)
    ]


def figures_of(result: Result) -> dict[str, float | None]:
    ours = next(row for row in result.rows if row.is_ours)
    assert set(ours.figures) == {column.key for column in result.columns}
    return ours.figures


def test_burst_counts_what_arrives_and_what_is_refused(stage: Stage) -> None:
    result = burst.run(stage, TINY, ours_and(burst.ENTRIES))

    assert {row.setting for row in result.rows} == {"answering at once", "answering after 100 ± 50 ms"}
    assert figures_of(result)["lost"] == 0


def test_flood_and_punctuality_compare_with_a_bare_loop(stage: Stage) -> None:
    result = flood.run(stage, TINY, ours_and(flood.ENTRIES, "bare_loop:reminding"))
    assert figures_of(result)["lost"] == 0
    assert figures_of(result)["ratio"] is not None

    result = punctuality.run(stage, TINY, ours_and(punctuality.ENTRIES))
    assert figures_of(result)["p99"] is not None


def test_scale_compares_a_full_database_with_an_empty_one(stage: Stage) -> None:
    result = scale.run(stage, TINY, ours_and(scale.ENTRIES))

    assert all(value is not None for value in figures_of(result).values())


def test_throughput_is_shown_saved_and_drawn(stage: Stage, tmp_path: Path) -> None:
    result = throughput.run(stage, TINY, ours_and(throughput.ENTRIES, "ptb_handlers:answering"))
    report.save([result], tmp_path)
    chart.draw([result], tmp_path / "results.png")

    assert figures_of(result)["lost"] == 0
    assert json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["results"][0]["name"] == "throughput"
    assert "aftercare bot, SQLite" in (tmp_path / "results.md").read_text(encoding="utf-8")
    assert (tmp_path / "results.png").stat().st_size > 10_000
