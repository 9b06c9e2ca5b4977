"""What is measured: burst, flood, punctuality, scale and throughput, each contender against the same server."""

import json
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import create_engine, text

from tests.support.databases import Databases

_ROOT = Path(__file__).parents[2]
_ALERT = re.compile(r"Look at ([\d.]+) now")


@dataclass
class Row:
    """One contender's result in one scenario: named numbers, ready to print."""

    scenario: str
    contender: str
    numbers: dict[str, float] = field(default_factory=dict)


class Bench:
    """The server, the databases, and a way to run a contender against them."""

    def __init__(self, databases: Databases, server: str, size: float) -> None:
        self._databases = databases
        self._server = server
        self._size = size

    def sized(self, count: int) -> int:
        return max(int(count * self._size), 50)

    def fresh(self, backend: str) -> str:
        return self._databases.fresh(backend)

    def reset(self, **how: Any) -> None:
        self._call("reset", how)

    def run(self, contender: str, database_url: str, **work: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the contender says of itself, and what the server took."""
        given = {"contender": contender, "api_url": self._server, "database_url": database_url, **work}
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.contender", json.dumps(given)],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{contender}: {done.stderr[-2000:]}")
        return json.loads(done.stdout.splitlines()[-1]), self._call("stats", {})

    def _call(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(f"{self._server}/bot1:x/{method}", json.dumps(parameters).encode())
        with urllib.request.urlopen(request, timeout=60) as answer:
            found: dict[str, Any] = json.load(answer)
            return found


@contextmanager
def running_server() -> Iterator[str]:
    """The counting server in a process of its own; its address."""
    command = [sys.executable, "-m", "tests.benchmarks.fast_telegram"]
    process = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.stdin.close()
        process.wait(10)


def burst(bench: Bench) -> Iterator[Row]:
    """3,000 reminders due at one second under Telegram's limits, a staff alert every 5 s in the middle of it."""
    count = bench.sized(3000)
    for mean, spread in ((0.0, 0.0), (0.1, 0.05)):
        name = "burst, answers at once" if not mean else "burst, answers after 100 ± 50 ms"
        for contender in ("ours", "ptb-jobqueue", "aiogram"):
            bench.reset(limits=True, mean=mean, spread=spread)
            work = {"limits": True, "alerts_every": 5.0, "give_up_after": count / 30 + 30}
            said, stats = bench.run(contender, bench.fresh("sqlite"), count=count, **work)
            yield Row(name, contender, _burst_numbers(said, stats, count))


def _burst_numbers(said: dict[str, Any], stats: dict[str, Any], count: int) -> dict[str, float]:
    reminders = [at for at, chat_id, _ in stats["taken"] if chat_id > 0]
    alerts = sorted((at - float(found[1])) * 1000 for at, _, words in stats["taken"] if (found := _ALERT.match(words)))
    took = max(reminders) - said["due"]
    numbers = {
        "% of 30/s": 100 * len(stats["taken"]) / took / 30 if took > 1 else 0.0,
        "429s": stats["refused"],
        "lost": count - len(reminders),
        "alerts": len(alerts),
    }
    if alerts:
        numbers |= {"alert p50 ms": _share(alerts, 50), "alert p99 ms": _share(alerts, 99)}
    return numbers


def flood(bench: Bench) -> Iterator[Row]:
    """5,000 due at one second, no limits: when the last one is out."""
    count = bench.sized(5000)
    for contender, backend in (
        ("bare-loop", "sqlite"),
        ("ours", "sqlite"),
        ("bare-loop", "postgres"),
        ("ours", "postgres"),
        ("ptb-jobqueue", "none"),
        ("ptb-jobqueue-aiohttp", "none"),
        ("apscheduler-store", "store"),
    ):
        bench.reset()
        url = _url_for(bench, backend)
        # Planning takes some contenders long; nobody's reminders may fall due before all are planned.
        start_in = {"apscheduler-store": 0.012 * count}.get(contender, 4.0)
        said, stats = bench.run(contender, url, count=count, start_in=start_in)
        times = sorted(at for at, _, _ in stats["taken"])
        last = times[-1] - said["due"] if times else float("nan")
        yield Row("flood", _named(contender, backend), {"last after s": last, "lost": count - len(times)})


def punctuality(bench: Bench) -> Iterator[Row]:
    """2,000 reminders spread over 60 s, no limits: how late each is."""
    count = bench.sized(2000)
    spread = 60.0 * count / 2000
    for contender, backend in (("ours", "sqlite"), ("ours", "postgres"), ("ptb-jobqueue", "none")):
        bench.reset()
        said, stats = bench.run(contender, _url_for(bench, backend), count=count, spread=spread)
        due = {1_000_000 + number: said["began"] + seconds for number, seconds in enumerate(said["dues"])}
        late = sorted((at - due[chat_id]) * 1000 for at, chat_id, _ in stats["taken"])
        numbers = {"p50 ms": _share(late, 50), "p99 ms": _share(late, 99), "lost": count - len(late)}
        yield Row("punctuality", _named(contender, backend), numbers)


def scale(bench: Bench) -> Iterator[Row]:
    """1,000,000 planned rows: start to ready, memory, how soon a message put in is sent."""
    rows = bench.sized(1_000_000)
    for backend in ("sqlite", "postgres"):
        for planned in (0, rows):
            url = bench.fresh(backend)
            _fill(url, planned)
            bench.reset()
            said, stats = bench.run("ours-scale", url, count=40)
            sent = sorted(at for at, _, _ in stats["taken"])
            delays = sorted((at - raised) * 1000 for at, raised in zip(sent, said["raised"], strict=False))
            numbers = {"planned": planned, "ready s": said["ready"], "MiB": said["resident"] / 2**20}
            yield Row("scale", f"ours, {backend}", numbers | {"put in to sent, p50 ms": _share(delays, 50)})


def throughput(bench: Bench) -> Iterator[Row]:
    """Updates wait at the server; each is kept and answered."""
    count = bench.sized(3000)
    for contender, backend in (
        ("ptb-handlers", "sqlite"),
        ("ours-throughput", "sqlite"),
        ("ptb-handlers", "postgres"),
        ("ours-throughput", "postgres"),
    ):
        bench.reset(updates=count)
        said, stats = bench.run(contender, bench.fresh(backend), count=count, give_up_after=120.0)
        took = max(at for at, _, _ in stats["taken"]) - said["began"]
        done = len(stats["taken"])
        numbers = {"answered/s": done / took, "answered/CPU s": done / said["cpu"], "lost": count - done}
        yield Row("throughput", _named(contender, backend), numbers)


SCENARIOS = {
    "burst": burst,
    "flood": flood,
    "punctuality": punctuality,
    "scale": scale,
    "throughput": throughput,
}


def _named(contender: str, backend: str) -> str:
    name = contender.removesuffix("-throughput")
    return f"{name}, {backend}" if backend in ("sqlite", "postgres") else name


def _url_for(bench: Bench, backend: str) -> str:
    return bench.fresh(backend if backend == "postgres" else "sqlite")


def _share(ordered: list[float], percent: int) -> float:
    if len(ordered) < 2:
        return ordered[0] if ordered else float("nan")
    return quantiles(ordered, n=100, method="inclusive")[percent - 1]


def _fill(url: str, count: int) -> None:
    """That many reminders planned for the coming year, written by the database itself."""
    if not count:
        return
    engine = create_engine(url)
    is_sqlite = engine.dialect.name == "sqlite"
    numbers = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count) "
        if is_sqlite
        else "WITH n AS (SELECT generate_series(1, :count) AS i) "
    )
    due = (
        "strftime('%Y-%m-%d %H:%M:%S.000000', 'now', '+' || (60 + i % 500000) || ' minutes')"
        if is_sqlite
        else "now() + (60 + i % 500000) * interval '1 minute'"
    )
    values = f"SELECT 2000000 + i, 2, 'planned', 'drink', 'x', {due}, {due}, 0, 0 FROM n"  # noqa: S608 - our own words
    target = "outbox_message (chat_id, lane, state, template, content, due_at, created_at, attempts, unconfirmed)"
    statement = f"INSERT INTO {target} {numbers}{values}" if is_sqlite else f"{numbers}INSERT INTO {target} {values}"
    with engine.begin() as connection:
        connection.execute(text(statement), {"count": count})
    if not is_sqlite:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE outbox_message"))
    engine.dispose()
    time.sleep(1)
