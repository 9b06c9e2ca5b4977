"""One contestant in a process of its own: `python -m tests.benchmarks.play NAME ORDER`, talked to over its pipes."""

import asyncio
import contextlib
import importlib
import json
import logging
import resource
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.order import Contestant, Due, Order


def usage() -> dict[str, float]:
    """CPU seconds so far and the most memory held so far, in MiB, of this process."""
    return {"cpu": time.process_time(), "rss": _most_memory()}


def _most_memory() -> float:
    # Where there is no /proc: a process that was started by a larger one may be given that one's figure.
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def found(name: str) -> Contestant:
    """`bare_loop:sqlite` is the function `sqlite` of contestants/bare_loop.py."""
    module, _, function = name.partition(":")
    contestant: Contestant = getattr(importlib.import_module(f"tests.benchmarks.contestants.{module}"), function)
    return contestant


async def play(contestant: Contestant, order: Order) -> None:
    """Say when the first is due once all is planned; then report at every line that comes, until there is no more."""
    due = Due.of(order)
    async with contestant(order, due) as figures:
        _say({"due_at": due.monotonic, "ready_at": time.monotonic(), **usage()})
        while await asyncio.to_thread(sys.stdin.readline):
            _say({**figures, **usage()})


def _say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    logging.basicConfig(level=logging.CRITICAL)  # some would write a traceback for every message they lose
    name, order = sys.argv[1:]
    asyncio.run(play(found(name), Order.from_json(order)))


if __name__ == "__main__":
    main()
