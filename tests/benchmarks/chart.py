"""Draws the results: one panel for each benchmark, ours in green."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tests.benchmarks.figures import Result, Row

_OURS, _OTHERS, _MISSING = "#2e8b57", "#9aa5b1", "#c0392b"


@dataclass(frozen=True)
class Panel:
    """What of a benchmark is drawn. `goal` is a dashed line; `absent` says what a missing bar means."""

    key: str
    title: str
    form: str
    goal: float | None = None
    log: bool = False
    absent: str = "–"
    scale: float = 1.0


_PANELS: dict[str, Sequence[Panel]] = {
    "burst": (
        Panel("share", "Burst at 30/s: share of 30/s reached", "{:.0f} %", scale=100),
        Panel(
            "p99", "Burst: delay of a staff alert, p99, ms (log)", "{:,.0f} ms", log=True, absent="burst lost at once"
        ),
    ),
    "flood": (Panel("ratio", "Flood: last one out, × of a bare loop", "{:.1f} ×", 1.5, absent="not all delivered"),),
    "punctuality": (Panel("p99", "Punctuality: lateness p99, ms (log)", "{:,.1f} ms", 15.0, log=True),),
    "scale": (
        Panel("start", "Scale: start to ready, s (log)", "{:,.1f} s", log=True),
        Panel("ratio", "Scale: next claim, × of an empty database's", "{:.2f} ×", 1.1),
    ),
    "throughput": (Panel("rate", "Throughput: updates answered per second", "{:,.0f}/s"),),
}


def draw(results: Sequence[Result], path: Path) -> None:
    """Save the chart as a PNG."""
    panels = [(result, panel) for result in results for panel in _PANELS[result.name]]
    columns = 2 if len(panels) > 1 else 1
    lines = -(-len(panels) // columns)
    heights = [
        max(len(_rows(result, panel)) for result, panel in panels[n * columns : (n + 1) * columns])
        for n in range(lines)
    ]
    figure = Figure(figsize=(7.5 * columns, sum(0.34 * height + 1.1 for height in heights)), layout="constrained")
    grid = figure.subplots(lines, columns, squeeze=False, gridspec_kw={"height_ratios": [h + 2 for h in heights]})
    for number, axes in enumerate(grid.flat):
        if number < len(panels):
            _panel(axes, *panels[number])
        else:
            axes.set_axis_off()
    figure.savefig(path, dpi=110)


def _rows(result: Result, panel: Panel) -> list[Row]:
    return [row for row in result.rows if "extrapolated" not in row.setting or row.figures[panel.key] is not None]


def _panel(axes: Axes, result: Result, panel: Panel) -> None:
    rows = _rows(result, panel)[::-1]
    values = [None if (value := row.figures.get(panel.key)) is None else value * panel.scale for row in rows]
    floor = min((value for value in values if value), default=1.0) / 3 if panel.log else 0.0
    axes.barh(
        range(len(rows)),
        [floor if value is None else max(value, floor) for value in values],
        color=[_OURS if row.is_ours else _OTHERS for row in rows],
    )
    if panel.log:
        axes.set_xscale("log")
        axes.set_xlim(left=floor)
    for place, value in enumerate(values):
        words = panel.absent if value is None else panel.form.format(value)
        color = _MISSING if value is None else "black"
        at = (floor if value is None else max(value, floor), place)
        axes.annotate(words, at, (4, 0), textcoords="offset points", va="center", fontsize=8, color=color)
    if panel.goal is not None:
        axes.axvline(panel.goal, color="black", linestyle="--", linewidth=0.8)
    axes.set_yticks(range(len(rows)), [_label(result, row) for row in rows], fontsize=8)
    axes.set_title(panel.title, fontsize=10, loc="left")
    axes.tick_params(axis="x", labelsize=8)
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(x=0.2)


def _label(result: Result, row: Row) -> str:
    if not row.setting:
        return row.name
    return f"{row.name}\n{row.setting}"
