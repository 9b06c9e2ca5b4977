"""Flood: thousands of reminders due at one second and nothing that limits them: when the last one is out."""

from collections.abc import Iterator, Sequence

from tests.benchmarks.figures import Column, Entry, Goal, Result, Row, Size, goal, ratio
from tests.benchmarks.order import Order
from tests.benchmarks.stage import Patience, Played, Scene, Stage

ENTRIES = (
    Entry("bare claim loop", "bare_loop:reminding", "sqlite"),
    Entry("bare claim loop", "bare_loop:reminding", "postgres"),
    Entry("aftercare bot", "aftercare:reminding", "sqlite", is_ours=True),
    Entry("aftercare bot", "aftercare:reminding", "postgres", is_ours=True),
    Entry("PTB JobQueue over httpx", "ptb_jobs:reminding", variant="httpx"),
    Entry("PTB JobQueue over aiohttp", "ptb_jobs:reminding", variant="aiohttp"),
    Entry("APScheduler job store", "apscheduler_store:reminding", "sqlite", per_reminder=0.02),
    Entry("APScheduler job store, no misfires", "apscheduler_store:reminding", "sqlite", "patient", per_reminder=0.02),
)
_TIMES = 1.5
_COLUMNS = (
    Column("ratio", "× bare loop", "{:.2f}"),
    Column("last", "last one out", "{:.2f} s"),
    Column("lost", "not delivered"),
    Column("rate", "messages/s"),
    Column("cpu", "CPU ms/message", "{:.2f}"),
)


def run(stage: Stage, size: Size, entries: Sequence[Entry] = ENTRIES) -> Result:
    """Contestants without a database of their choice are compared with the bare loop on SQLite."""
    rows: list[Row] = []
    bare: dict[str, float | None] = {}
    for entry in entries:
        stage.tell(f"flood: {entry.name}")
        order = Order(count=size.flood, lead=size.lead + entry.per_reminder * size.flood)
        played = stage.play(entry, order, Scene(), Patience(size.patience, size.patience))
        figures = _figures(played, size)
        if entry.contestant.startswith("bare_loop"):
            bare[entry.backend] = figures["last"]
        figures["ratio"] = ratio(figures["last"], bare.get(entry.backend or "sqlite"))
        rows.append(Row(entry.name, figures, is_ours=entry.is_ours))
    remarks = (f"What had not come after {size.patience:g} s counts as not delivered.",)
    return Result("flood", f"{size.flood:,} due at one second, no limits", _COLUMNS, rows, list(_goals(rows)), remarks)


def _figures(played: Played, size: Size) -> dict[str, float | None]:
    reminders = played.reminders
    lost = size.flood - len(reminders)
    last = reminders[-1] - played.due_at if reminders else None
    return {
        "last": None if lost else last,
        "lost": lost,
        "rate": None if not last else len(reminders) / last,
        "cpu": None if played.cpu is None or not reminders else 1000 * played.cpu / len(reminders),
    }


def _goals(rows: Sequence[Row]) -> Iterator[Goal]:
    for row in rows:
        if row.is_ours:
            got = row.figures["ratio"]
            yield goal(f"{row.name}: within {_TIMES} × of the bare loop", got, "{:.2f} ×", (got or 99) <= _TIMES)
