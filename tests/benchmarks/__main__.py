"""`python -m tests.benchmarks [burst flood punctuality scale throughput] [--size 0.1]`: a table and a chart."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from tests.benchmarks.chart import draw
from tests.benchmarks.scenarios import SCENARIOS, Bench, Row, running_server
from tests.support.databases import Databases, create_tables

_FOLDER = Path(__file__).parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", nargs="*", metavar="scenario", help=", ".join(SCENARIOS))
    parser.add_argument("--size", type=float, default=1.0, help="1: as many messages as the README shows")
    parser.add_argument("--out", type=Path, default=_FOLDER)
    options = parser.parse_args()
    rows: list[Row] = []
    with closing(Databases(create_tables)) as databases, running_server() as server:
        bench = Bench(databases, server, options.size)
        for name in options.scenarios or SCENARIOS:
            for row in SCENARIOS[name](bench):
                sys.stdout.write(_line(row) + "\n")
                sys.stdout.flush()
                rows.append(row)
    (options.out / "results.md").write_text(_table(rows), encoding="utf-8")
    draw(rows, options.out / "results.png")
    return 0


def _line(row: Row) -> str:
    numbers = ", ".join(f"{name} {_short(value)}" for name, value in row.numbers.items())
    return f"{row.scenario:34} {row.contender:24} {numbers}"


def _table(rows: list[Row]) -> str:
    lines = ["| scenario | contender | result |", "|---|---|---|"]
    for row in rows:
        numbers = ", ".join(f"{name} {_short(value)}" for name, value in row.numbers.items())
        lines.append(f"| {row.scenario} | {row.contender} | {numbers} |")
    return "\n".join(lines) + "\n"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value == int(value if value == value else 0) or abs(value) >= 1000 else f"{value:.3g}"


if __name__ == "__main__":
    sys.exit(main())
