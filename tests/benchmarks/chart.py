"""The results as one picture: a panel for each scenario, a bar for each contender."""

from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from tests.benchmarks.scenarios import Row

_SHOWN = {
    "burst, answers at once": ("alert p99 ms", "delay of a staff alert in a burst of reminders, p99 ms (log)"),
    "burst, answers after 100 ± 50 ms": ("alert p99 ms", "the same, Telegram answering after 100 ± 50 ms (log)"),
    "flood": ("last after s", "thousands due at one second: the last one out, s"),
    "punctuality": ("p99 ms", "lateness spread over a minute, p99 ms"),
    "scale": ("put in to sent, p50 ms", "put in to sent, empty and full database, ms"),
    "throughput": ("answered/s", "updates kept and answered per second"),
}
_OURS, _PEER = "#1f6f8b", "#c9c9c9"


def draw(rows: list[Row], path: Path) -> None:
    """Write the PNG."""
    scenarios = [scenario for scenario in _SHOWN if any(row.scenario == scenario for row in rows)]
    figure = Figure(figsize=(9, 2.2 * len(scenarios)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(len(scenarios), 1, squeeze=False)[:, 0]
    for axis, scenario in zip(axes, scenarios, strict=True):
        number, title = _SHOWN[scenario]
        found = [row for row in rows if row.scenario == scenario]
        values = [row.numbers.get(number, float("nan")) for row in found]
        names = [_name(row) for row in found]
        colors = [_OURS if row.contender.startswith("ours") else _PEER for row in found]
        axis.barh(range(len(found)), [0 if value != value else value for value in values], color=colors)
        axis.set_yticks(range(len(found)), names, fontsize=8)
        axis.invert_yaxis()
        axis.set_title(title, loc="left", fontsize=9)
        if "(log)" in title:
            axis.set_xscale("log")
        for index, value in enumerate(values):
            label = " none delivered" if value != value else f" {value:,.3g}"
            axis.text(0 if value != value else value, index, label, va="center", fontsize=8)
        axis.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=120)


def _name(row: Row) -> str:
    lost = row.numbers.get("lost", 0)
    planned = row.numbers.get("planned")
    more = f", {planned:,.0f} rows" if planned is not None else f" ({lost:,.0f} lost)" if lost else ""
    return row.contender + more
