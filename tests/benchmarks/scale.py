"""Scale: a million planned messages: how long a start takes, how much memory, and how long the next claim takes."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks.figures import Column, Entry, Goal, Result, Row, Size, goal, ratio
from tests.benchmarks.order import Order
from tests.benchmarks.stage import Stage

ENTRIES = (
    Entry("aftercare bot", "aftercare_scale", "sqlite", is_ours=True),
    Entry("aftercare bot", "aftercare_scale", "postgres", is_ours=True),
    Entry("PTB JobQueue, in memory", "peers_scale:job_queue"),
    Entry("APScheduler job store", "peers_scale:store", "sqlite"),
)
_WITHIN = 1.10
_COLUMNS = (
    Column("ratio", "next ÷ empty", "{:.2f} ×"),
    Column("next", "next", "{:.2f} ms"),
    Column("idle", "idle look ÷ empty", "{:.2f} ×"),
    Column("start", "start to ready", "{:,.1f} s"),
    Column("start_empty", "when empty", "{:,.1f} s"),
    Column("memory", "memory", "{:,.0f} MiB"),
    Column("memory_empty", "when empty", "{:,.0f} MiB"),
    Column("plan", "to plan", "{:,.0f} s"),
)


def run(stage: Stage, size: Size, entries: Sequence[Entry] = ENTRIES) -> Result:
    rows: list[Row] = []
    for entry in entries:
        stage.tell(f"scale: {entry.name}")
        if entry.is_ours:
            rows.append(_ours(stage, size, entry))
        else:
            measured = (_job_queue if "job_queue" in entry.contestant else _store)(stage, size, entry)
            rows += [measured, _extrapolated(measured, size)]
    title = f"{size.planned:,} planned messages"
    return Result("scale", title, _COLUMNS, rows, list(_goals(rows)), _REMARKS)


_REMARKS = (
    "Next: for ours the transaction that records a message and claims the next; for the others from adding a job that "
    "is due until it runs. Idle look: a transaction that finds nothing due and asks when something will be.",
    "Claims from the full and from the empty database alternate within one process, so that both meet the same noise.",
    "Start to ready: from starting Python on. A JobQueue is filled anew each time; reading the plan is not counted.",
    "Extrapolated rows are the measured ones in proportion to the number of jobs; nothing there was measured.",
)


def _ours(stage: Stage, size: Size, entry: Entry) -> Row:
    full, empty, other = (stage.databases.empty(entry.backend) for _ in range(3))
    begin = stage.ask("aftercare_scale:filled", Order(database_url=full, count=size.planned))
    stage.ask("aftercare_scale:filled", Order(database_url=empty))
    starts = [
        [stage.ask("aftercare_scale:ready", Order(database_url=url)) for url in (full, empty)]
        for _ in range(size.starts)
    ]
    on_full, on_empty = ([pair[which] for pair in starts] for which in (0, 1))
    claims = stage.ask("aftercare_scale:claims", Order(database_url=full, count=size.claims, variant=other))
    figures: dict[str, float | None] = {
        "ratio": claims["full"] / claims["empty"],
        "next": claims["full"],
        "idle": claims["full_idle"] / claims["empty_idle"],
        "start": median(each["took"] for each in on_full),
        "start_empty": median(each["took"] for each in on_empty),
        "memory": median(each["rss"] for each in on_full),
        "memory_empty": median(each["rss"] for each in on_empty),
        "plan": begin["took"],
    }
    return Row(entry.name, figures, _planned(size.planned), is_ours=True)


def _job_queue(stage: Stage, size: Size, entry: Entry) -> Row:
    full, empty = (stage.ask(entry.contestant, Order(count=count)) for count in (size.jobs, 0))
    return Row(entry.name, _compared(full, empty) | {"plan": None}, _planned(size.jobs))


def _store(stage: Stage, size: Size, entry: Entry) -> Row:
    full_url, empty_url = (stage.databases.empty(entry.backend) for _ in range(2))
    filling = stage.ask("peers_scale:filled_store", Order(database_url=full_url, count=size.stored_jobs))
    full, empty = (stage.ask(entry.contestant, Order(database_url=url)) for url in (full_url, empty_url))
    planning: dict[str, float | None] = {"plan": filling["each"] * size.stored_jobs / 1000}
    return Row(entry.name, _compared(full, empty) | planning, _planned(size.stored_jobs))


def _compared(full: dict[str, float], empty: dict[str, float]) -> dict[str, float | None]:
    return {
        "ratio": full["next"] / empty["next"],
        "next": full["next"],
        "idle": None,
        "start": full["took"],
        "start_empty": empty["took"],
        "memory": full["rss"],
        "memory_empty": empty["rss"],
    }


def _extrapolated(row: Row, size: Size) -> Row:
    """What grows with the number of jobs, at our number; the rest is left out."""
    measured = size.jobs if row.figures["plan"] is None else size.stored_jobs
    times = size.planned / measured
    figures: dict[str, float | None] = dict.fromkeys(row.figures)
    for name in ("start", "memory"):
        figures[name] = _grown(row.figures[name], row.figures[f"{name}_empty"], times)
    plan = row.figures["plan"]
    figures["plan"] = None if plan is None else plan * times
    return Row(row.name, figures, f"{_planned(size.planned)}, extrapolated")


def _grown(full: float | None, empty: float | None, times: float) -> float | None:
    return None if full is None or empty is None else empty + max(full - empty, 0.0) * times


def _planned(count: int) -> str:
    return f"{count:,} planned"


def _goals(rows: Sequence[Row]) -> Iterator[Goal]:
    for row in rows:
        if row.is_ours:
            got = row.figures["ratio"]
            words = f"{row.name}: next claim within 10 % of an empty database's"
            yield goal(words, got, "{:.2f} ×", (ratio(got, 1.0) or 99) <= _WITHIN)
