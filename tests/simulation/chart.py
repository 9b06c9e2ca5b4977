"""The figures as a picture for the README: results.png."""

from collections import Counter
from pathlib import Path

import matplotlib
from matplotlib import pyplot
from matplotlib.axes import Axes

from bot.domain.tiers import Tier
from tests.simulation.measuring import Figures

_COLORS = {Tier.WATCH: "#e0a526", Tier.URGENT: "#dd6b20", Tier.EMERGENCY: "#c53030"}
_BLUE, _GRAY = "#2b6cb0", "#718096"


def draw(figures: Figures, path: Path) -> None:
    """Write the PNG."""
    matplotlib.use("Agg")
    with pyplot.rc_context({"font.size": 9, "axes.spines.top": False, "axes.spines.right": False}):
        picture, (flags, messages, times) = pyplot.subplots(1, 3, figsize=(11, 3.4), layout="constrained")
        _flags(flags, figures)
        _messages(messages, figures)
        _times(times, figures)
        picture.savefig(path, dpi=150)
        pyplot.close(picture)


def _flags(axes: Axes, figures: Figures) -> None:
    shares = [100 * figures.flags[tier] / max(figures.ordinary, 1) for tier in _COLORS]
    bars = axes.bar([tier.word for tier in _COLORS], shares, color=list(_COLORS.values()), width=0.6)
    axes.bar_label(bars, fmt="%.1f", padding=2)
    axes.set_ylim(0, 1.15 * max(shares, default=1) or 1)
    axes.set_title("Flags per 100 patients\nwithout a serious event", loc="left")
    axes.set_ylabel("flags")


def _messages(axes: Axes, figures: Figures) -> None:
    counts = Counter(figures.routine)
    axes.bar(list(counts), [100 * count / len(figures.routine) for count in counts.values()], color=_BLUE, width=0.8)
    axes.axvline(7.5, color=_GRAY, linestyle="--", linewidth=1)
    axes.text(7.6, axes.get_ylim()[1] * 0.95, "budget: 7\n(uneventful)", color=_GRAY, va="top", fontsize=8)
    axes.set_xticks(range(0, max(counts) + 1))
    axes.set_title("Routine messages per patient in 72 h\n(extra checks and nudges included)", loc="left")
    axes.set_ylabel("% of patients")


def _times(axes: Axes, figures: Figures) -> None:
    told = [one for one in figures.serious if one.told.at is not None]
    for row, (label, seconds) in enumerate(
        {"staff card": [one.staff_after for one in told], "first answer": [one.safety_after for one in told]}.items()
    ):
        known = sorted(one for one in seconds if one is not None)
        heights = [row + 0.25 * ((index % 5) - 2) / 2 for index in range(len(known))]
        axes.scatter(known, heights, s=14, alpha=0.6, color=_COLORS[Tier.EMERGENCY])
        axes.text(0.03, row + 0.38, f"{label}: {len(known)} of {len(told)}", color=_GRAY, fontsize=8)
    axes.set_xscale("log")
    axes.set_xlim(0.02, 3600)
    axes.set_xticks([0.1, 1, 10, 60, 600], ["0.1 s", "1 s", "10 s", "1 min", "10 min"])
    axes.set_yticks([])
    axes.set_ylim(-0.5, 1.7)
    axes.set_title("From telling of a danger sign to …\n(at 10 min: signs chosen, never sent)", loc="left")
