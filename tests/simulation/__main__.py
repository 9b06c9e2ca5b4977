"""python -m tests.simulation [--patients 2000] [--seed 7] [--serious 40] [--out DIR]"""

import argparse
import gc
import logging
from pathlib import Path

from tests.simulation import chart, reporting
from tests.simulation.running import Plan, simulate

HERE = Path(__file__).parent


def main() -> None:
    """Simulate, print the table, and write results.md and results.png."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description="A simulated clinic.")
    parser.add_argument("--patients", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--serious", type=int, help="how many with a serious event; default: 2 in 100")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for results.md and results.png")
    given = parser.parse_args()
    plan = Plan(given.patients, given.seed, given.serious if given.serious is not None else -(-given.patients // 50))
    logging.disable(logging.CRITICAL)
    gc.set_threshold(100_000, 50, 50)
    figures = simulate(plan, lambda line: print(line, flush=True))
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "results.md").write_text(reporting.markdown(figures, plan), encoding="utf-8")
    chart.draw(figures, given.out / "results.png")
    width = max(len(name) for name, _ in reporting.table(figures))
    for name, value in reporting.table(figures):
        print(f"{name:{width}}  {value}")
    for fault in figures.faults[:10]:
        print(fault)


if __name__ == "__main__":
    main()
