"""Throughput: people write, the bot answers each; how many a second, and for each second of CPU."""

from collections.abc import Iterator, Sequence

from tests.benchmarks.figures import Column, Entry, Goal, Result, Row, Size, goal, ratio
from tests.benchmarks.order import PEOPLE, Order
from tests.benchmarks.stage import Patience, Played, Scene, Stage

ENTRIES = (
    Entry("plain PTB handlers", "ptb_handlers:answering", "sqlite"),
    Entry("plain PTB handlers", "ptb_handlers:answering", "postgres"),
    Entry("aftercare bot", "aftercare:answering", "sqlite", is_ours=True),
    Entry("aftercare bot", "aftercare:answering", "postgres", is_ours=True),
)
_WITHIN = 2.0
_SAID = "/help"
_COLUMNS = (
    Column("slower", "peer ÷ ours", "{:.2f} ×"),
    Column("per_cpu_slower", "the same per CPU", "{:.2f} ×"),
    Column("taken_in", "updates in/s"),
    Column("rate", "messages out/s"),
    Column("per_cpu", "messages out/CPU s"),
    Column("lost", "not answered"),
)


def run(stage: Stage, size: Size, entries: Sequence[Entry] = ENTRIES) -> Result:
    rows: list[Row] = []
    peers: dict[str, dict[str, float | None]] = {}
    for entry in entries:
        stage.tell(f"throughput: {entry.name}")
        order = Order(count=size.updates, lead=0.0)
        patience = Patience(size.updates / 20 + 20, 15.0)
        figures = _figures(stage.play(entry, order, Scene(), patience, feed=_SAID), size)
        if entry.is_ours:
            peer = peers.get(entry.backend, {})
            figures["slower"] = ratio(peer.get("rate"), figures["rate"])
            figures["per_cpu_slower"] = ratio(peer.get("per_cpu"), figures["per_cpu"])
        else:
            peers[entry.backend] = figures
        rows.append(Row(entry.name, figures, is_ours=entry.is_ours))
    title = f"{size.updates:,} updates from {PEOPLE} people, each answered, no limits"
    return Result("throughput", title, _COLUMNS, rows, list(_goals(rows)), _REMARKS)


_REMARKS = (
    f"Each update is {_SAID}. The peer looks the person up, stores a row, commits and answers; ours stores the update "
    "encrypted, then handles it, then sends its answer from the outbox and records that: three commits, nothing lost.",
    "CPU seconds are those of the bot's own process, without PostgreSQL's.",
)


def _figures(played: Played, size: Size) -> dict[str, float | None]:
    begin, answers = played.fed_at or 0.0, played.reminders
    took = answers[-1] - begin if answers else None
    return {
        "slower": None,
        "per_cpu_slower": None,
        "taken_in": None if played.confirmed_at is None else size.updates / (played.confirmed_at - begin),
        "rate": ratio(len(answers), took),
        "per_cpu": ratio(len(answers), played.cpu),
        "lost": size.updates - len(answers),
    }


def _goals(rows: Sequence[Row]) -> Iterator[Goal]:
    for row in rows:
        if row.is_ours:
            got = row.figures["slower"]
            words = f"{row.name}: within {_WITHIN:.0f} × of plain handlers"
            yield goal(words, got, "{:.2f} ×", (got or 99) <= _WITHIN)
