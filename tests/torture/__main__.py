"""`python -m tests.torture --kills 200`: torture the bot on both databases and say what came of it."""

import argparse
import asyncio
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.support.databases import BACKENDS, Databases, create_tables
from tests.torture.torturing import Round, torture
from tests.torture.verdict import Verdict


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--patients", type=int, default=5)
    parser.add_argument("--speed", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--backend", choices=[*BACKENDS, "both"], default="both")
    options = parser.parse_args()
    work = Round(options.kills, options.patients, options.speed, options.seed)
    failed = False
    with closing(Databases(create_tables)) as databases:
        for backend in BACKENDS if options.backend == "both" else [options.backend]:
            url = databases.empty(backend)
            folder = Path(tempfile.mkdtemp(prefix="aftercare-torture-", dir="/tmp"))
            verdict = asyncio.run(torture(url, folder, work))
            _say(backend, verdict, folder)
            failed = failed or bool(verdict.faults)
    return 1 if failed else 0


def _say(backend: str, verdict: Verdict, folder: Path) -> None:
    lines = [f"{backend} (the bot's output: {folder / 'bot.log'})"]
    lines += [f"  {name}: {number}" for name, number in sorted(verdict.numbers.items())]
    lines += [f"  FAULT: {fault}" for fault in verdict.faults] or ["  every promise was kept"]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
