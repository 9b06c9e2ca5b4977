"""python -m tests.benchmarks [NAME …] [--small] [--out DIR]: run, show a table, save a chart and the figures."""

import argparse
import importlib
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from tests.benchmarks import chart, report
from tests.benchmarks.figures import FULL, SMALL, Result, Size
from tests.benchmarks.stage import Stage, make_durable, opened_stage

NAMES = ("burst", "flood", "punctuality", "scale", "throughput")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(NAMES)}; all of them when none is named")
    parser.add_argument("--small", action="store_true", help="in a minute or two, to see that everything runs")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="where chart and figures are saved")
    chosen = parser.parse_args()
    if wrong := set(chosen.names) - set(NAMES):
        parser.error(f"there is no {', '.join(sorted(wrong))}")
    console = Console()
    if not console.is_terminal:
        console = Console(width=140)
    results = perform(chosen.names or NAMES, SMALL if chosen.small else FULL, console)
    chosen.out.mkdir(parents=True, exist_ok=True)
    report.save(results, chosen.out)
    chart.draw(results, chosen.out / "results.png")
    console.print(f"{len(report.missed(results))} goals missed. Saved in {chosen.out}: results.png, .md, .json")


def perform(names: list[str] | tuple[str, ...], size: Size, console: Console) -> list[Result]:
    """Run these benchmarks one after the other, and show each when it is done."""
    results = []
    began = time.monotonic()
    with opened_stage(lambda line: console.print(f"[dim]{time.monotonic() - began:5.0f} s  {line}[/dim]")) as stage:
        make_durable(stage.databases)
        for name in names:
            run: Callable[[Stage, Size], Result] = importlib.import_module(f"tests.benchmarks.{name}").run
            result = run(stage, size)
            report.show(console, result)
            results.append(result)
    return results


if __name__ == "__main__":
    main()
