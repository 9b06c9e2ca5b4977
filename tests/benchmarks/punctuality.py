"""Punctuality: reminders spread over a minute, and how late each one is."""

from collections.abc import Iterator, Sequence

from tests.benchmarks.figures import Column, Entry, Goal, Result, Row, Size, goal, percentile
from tests.benchmarks.order import FIRST_CHAT, Order
from tests.benchmarks.stage import Patience, Played, Scene, Stage

ENTRIES = (
    Entry("aftercare bot", "aftercare:reminding", "sqlite", is_ours=True),
    Entry("aftercare bot", "aftercare:reminding", "postgres", is_ours=True),
    Entry("bare claim loop", "bare_loop:reminding", "sqlite"),
    Entry("bare claim loop", "bare_loop:reminding", "postgres"),
    Entry("PTB JobQueue, in memory", "ptb_jobs:reminding", variant="httpx"),
)
_P50, _P99 = 5.0, 15.0
_COLUMNS = (
    Column("p50", "late p50", "{:.1f} ms"),
    Column("p99", "late p99", "{:.1f} ms"),
    Column("most", "latest", "{:.0f} ms"),
    Column("least", "earliest", "{:.1f} ms"),
    Column("lost", "not delivered"),
    Column("cpu", "CPU ms/message", "{:.2f}"),
)


def run(stage: Stage, size: Size, entries: Sequence[Entry] = ENTRIES) -> Result:
    rows = []
    for entry in entries:
        stage.tell(f"punctuality: {entry.name}")
        lead = size.lead + entry.per_reminder * size.punctual
        order = Order(count=size.punctual, lead=lead, over=size.over)
        patience = Patience(size.over + size.patience, min(size.patience, 10.0))
        played = stage.play(entry, order, Scene(), patience)
        rows.append(Row(entry.name, _figures(played, size), is_ours=entry.is_ours))
    title = f"{size.punctual:,} reminders over {size.over:g} s, no limits"
    return Result("punctuality", title, _COLUMNS, rows, list(_goals(rows)), _REMARKS)


_REMARKS = ("Late: from the moment a reminder was due until the fake Telegram had taken it.",)


def _figures(played: Played, size: Size) -> dict[str, float | None]:
    apart = size.over / size.punctual
    late = [
        1000 * (at - played.due_at - apart * (chat_id - FIRST_CHAT)) for at, chat_id, _ in played.taken if chat_id > 0
    ]
    return {
        "p50": percentile(late, 0.5),
        "p99": percentile(late, 0.99),
        "most": max(late, default=None),
        "least": min(late, default=None),
        "lost": size.punctual - len(late),
        "cpu": None if played.cpu is None or not late else 1000 * played.cpu / len(late),
    }


def _goals(rows: Sequence[Row]) -> Iterator[Goal]:
    for row in rows:
        if row.is_ours:
            p50, p99 = row.figures["p50"], row.figures["p99"]
            yield goal(f"{row.name}: p50 below {_P50:.0f} ms", p50, "{:.1f} ms", (p50 or 99) < _P50)
            yield goal(f"{row.name}: p99 below {_P99:.0f} ms", p99, "{:.1f} ms", (p99 or 99) < _P99)
