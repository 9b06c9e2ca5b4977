"""Where contestants perform: the one fake Telegram, fresh databases, and a process for each of them."""

import json
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from sqlalchemy import create_engine, text

from tests.benchmarks.figures import Entry
from tests.benchmarks.order import FIRST_CHAT, PEOPLE, Order
from tests.support.databases import Databases

_ROOT = Path(__file__).parents[2]
_LOOK_EVERY = 0.25
_LAST_WORDS = 8.0


class ContestantError(Exception):
    """A contestant ended or hung before it was asked to; the message ends with what it wrote."""


@dataclass(frozen=True)
class Scene:
    """How the fake Telegram behaves: `mean` and `spread` are seconds its answers take."""

    limits: bool = False
    mean: float = 0.0
    spread: float = 0.0


@dataclass(frozen=True)
class Patience:
    """When a run is over: after `most` seconds, or after `still` seconds in which nothing at all came."""

    most: float
    still: float


@dataclass(frozen=True)
class Played:
    """What came of a run. Times are monotonic seconds; `taken` are time, chat and text of what Telegram took.

    `used` is what the contestant says of itself at the end, CPU and memory included: None when it no longer answered.
    """

    due_at: float
    taken: list[tuple[float, int, str]]
    refused: int
    confirmed_at: float | None
    at_start: dict[str, float]
    used: dict[str, float] | None
    fed_at: float | None = None

    @property
    def reminders(self) -> list[float]:
        """When each message to a patient was taken, in order."""
        return sorted(at for at, chat_id, _ in self.taken if chat_id > 0)

    @property
    def cpu(self) -> float | None:
        """CPU seconds of the contestant's process from ready to done."""
        return None if self.used is None else self.used["cpu"] - self.at_start["cpu"]


@dataclass
class Stage:
    """`tell` prints a line on what is going on."""

    api_url: str
    databases: Databases
    folder: Path
    tell: Any = field(default=lambda line: None)

    def call(self, method: str, **asked: Any) -> dict[str, Any]:
        """A call of the fake Telegram's own: reset, feed, count, stats."""
        request = Request(f"{self.api_url}/bot/{method}", json.dumps(asked).encode())
        with urlopen(request, timeout=30) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def play(self, entry: Entry, order: Order, scene: Scene, patience: Patience, feed: str = "") -> Played:
        """Let one contestant perform. With `feed`, people say that text, and the run begins then.

        One that was not ready when the first reminder fell due begins anew, with more time. Raises ContestantError.
        """
        name, url = entry.contestant, self.databases.empty(entry.backend) if entry.backend else ""
        asked = replace(order, api_url=self.api_url, database_url=url, variant=entry.variant)
        self.call("reset", limits=scene.limits, mean=scene.mean, spread=scene.spread)
        with self._contestant(name, asked) as process:
            start = _answer(process, name, self.folder)
            is_late = start["ready_at"] > start["due_at"] and not feed
            if not is_late:
                fed_at = None
                if feed:
                    fed_at = self.call("feed", count=order.count, first=FIRST_CHAT, chats=PEOPLE, text=feed)["at"]
                self._watch(process, order, patience, fed_at or start["due_at"])
                used = self._ask(process)
                stats = self.call("stats")
        if is_late:  # only once that process has ended: what it still sends must not be counted
            lead = 1.5 * (start["ready_at"] - start["due_at"] + order.lead)
            return self.play(entry, replace(order, lead=lead), scene, patience)
        taken = [(at, chat_id, said) for at, chat_id, said in stats["taken"]]
        return Played(start["due_at"], taken, stats["refused"], stats["confirmed_at"], start, used, fed_at)

    def ask(self, name: str, order: Order) -> dict[str, float]:
        """Let a contestant measure something by itself and say what it found; `took`: seconds until it was ready.

        Raises ContestantError.
        """
        self.call("reset")
        began = time.monotonic()
        with self._contestant(name, replace(order, api_url=self.api_url)) as process:
            start = _answer(process, name, self.folder)
            _write(process, "\n")
            found = {**start, **_answer(process, name, self.folder)}
            return {**found, "took": found["ready_at"] - began}

    def _watch(self, process: "subprocess.Popen[str]", order: Order, patience: Patience, begin: float) -> None:
        moved_at, before = begin, None
        while process.poll() is None:
            time.sleep(_LOOK_EVERY)
            seen = self.call("count")
            now = seen["now"]
            if (seen["reminders"], seen["refused"]) != before:
                before, moved_at = (seen["reminders"], seen["refused"]), max(now, begin + order.over)
            if seen["reminders"] >= order.count or now > begin + patience.most or now > moved_at + patience.still:
                return

    def _ask(self, process: "subprocess.Popen[str]") -> dict[str, float] | None:
        """What it says of itself; None from one whose event loop stands still."""
        _write(process, "\n")
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], _LAST_WORDS)
        line = process.stdout.readline() if ready else ""
        return json.loads(line) if line else None

    @contextmanager
    def _contestant(self, name: str, order: Order) -> "Iterator[subprocess.Popen[str]]":
        with (self.folder / "said.log").open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.benchmarks.play", name, order.as_json()],
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        try:
            yield process
        finally:
            _end(process)


def _answer(process: "subprocess.Popen[str]", name: str, folder: Path) -> dict[str, float]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        process.wait()
        last = (folder / "said.log").read_text(errors="replace").strip().splitlines()[-12:]
        raise ContestantError(f"{name} ended ({process.returncode}):\n" + "\n".join(last))
    found: dict[str, float] = json.loads(line)
    return found


def _write(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        process.stdin.write(line)
        process.stdin.flush()


def _end(process: "subprocess.Popen[str]") -> None:
    """Close its input, which asks it to stop; kill it if it does not."""
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        process.stdin.close()
    try:
        process.wait(_LAST_WORDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.stdout is not None
    process.stdout.close()


@contextmanager
def opened_stage(tell: Any) -> Iterator[Stage]:
    """The fake Telegram in a process of its own, and a place for databases; all gone at the end."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.fast_telegram"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    databases = Databases()
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        with tempfile.TemporaryDirectory(prefix="aftercare-benchmarks-") as folder:
            yield Stage(f"http://127.0.0.1:{port}", databases, Path(folder), tell)
    finally:
        databases.close()
        _end(server)


def make_durable(databases: Databases) -> None:
    """The tests' PostgreSQL does not wait for its disk; here it has to, as SQLite does."""
    engine = create_engine(databases.postgres_server(), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text("ALTER SYSTEM RESET fsync"))
            connection.execute(text("SELECT pg_reload_conf()"))
    finally:
        engine.dispose()
