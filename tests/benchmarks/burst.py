"""Burst: thousands of reminders due at one second under Telegram's limits, and alerts raised in the middle of it."""

import re
from collections.abc import Iterator, Sequence

from tests.benchmarks.figures import Column, Entry, Goal, Result, Row, Size, goal, percentile
from tests.benchmarks.order import Order
from tests.benchmarks.stage import Patience, Played, Scene, Stage

ENTRIES = (
    Entry("aftercare bot", "aftercare:reminding", "sqlite", is_ours=True),
    Entry("aftercare bot", "aftercare:reminding", "postgres", is_ours=True),
    Entry("PTB JobQueue + AIORateLimiter", "ptb_jobs:reminding", variant="limiter"),
    Entry("PTB JobQueue", "ptb_jobs:reminding", variant="httpx"),
    Entry("aiogram + APScheduler", "aiogram_jobs:reminding"),
)
_PER_SECOND = 30
_SCENES = {
    "answering at once": (Scene(limits=True), 0.98, 0.050),
    "answering after 100 ± 50 ms": (Scene(limits=True, mean=0.1, spread=0.05), 0.92, 0.250),
}
"""How Telegram answers; the least share of 30/s; the most an alert may be delayed (p99, seconds)."""
_COLUMNS = (
    Column("share", "of 30/s", "{:.1%}"),
    Column("refused", "429s"),
    Column("lost", "not delivered"),
    Column("p50", "alert p50", "{:,.0f} ms"),
    Column("p99", "alert p99", "{:,.0f} ms"),
    Column("cpu", "CPU ms/message", "{:.2f}"),
)
_RAISED = re.compile(r"raised-(\d+\.\d+)")


def run(stage: Stage, size: Size, entries: Sequence[Entry] = ENTRIES) -> Result:
    rows: list[Row] = []
    for setting, (scene, _, _) in _SCENES.items():
        for entry in entries:
            stage.tell(f"burst, {setting}: {entry.name}")
            rows.append(_row(setting, entry, _play(stage, size, scene, entry), size))
    title = f"{size.burst:,} reminders due at one second, 30/s enforced, an alert every {size.alerts_every:g} s"
    return Result("burst", title, _COLUMNS, rows, list(_goals(rows)), _REMARKS)


_REMARKS = (
    "Share of 30/s: what Telegram took within the time that the burst needs at 30/s, as part of the burst.",
    "Alert delay: from raising it (before the transaction, or the call, begins) until Telegram has taken it. Only "
    "alerts raised while reminders were still going out count; one that was never taken counts as waiting to the end.",
    "Not delivered: never taken by Telegram until nothing had moved for half a minute, or the time was up.",
)


def _play(stage: Stage, size: Size, scene: Scene, entry: Entry) -> Played:
    lead = size.lead + entry.per_reminder * size.burst
    order = Order(count=size.burst, lead=lead, limits=True, alerts_every=size.alerts_every)
    ideal = size.burst / _PER_SECOND
    return stage.play(entry, order, scene, Patience(1.6 * ideal + 10, min(30.0, size.patience)))


def _row(setting: str, entry: Entry, played: Played, size: Size) -> Row:
    in_time = sum(1 for at, _, _ in played.taken if at <= played.due_at + size.burst / _PER_SECOND)
    delays = alert_delays(played, size.alerts_every)
    p50, p99 = percentile(delays, 0.5), percentile(delays, 0.99)
    remark = "" if delays else "over before the first alert was raised"
    return Row(
        entry.name,
        {
            "share": min(in_time / size.burst, 1.0),
            "refused": played.refused,
            "lost": size.burst - len(played.reminders),
            "p50": None if p50 is None else p50 * 1000,
            "p99": None if p99 is None else p99 * 1000,
            "cpu": None if played.cpu is None else 1000 * played.cpu / max(len(played.taken), 1),
        },
        setting,
        entry.is_ours,
        remark,
    )


def alert_delays(played: Played, alerts_every: float) -> list[float]:
    """Seconds from raising to taking, of the alerts raised while reminders were going out."""
    if not played.reminders:
        return []
    last = played.reminders[-1]
    taken = {}
    for at, _, said in played.taken:
        if found := _RAISED.search(said):
            raised_at = float(found.group(1))
            taken[round((raised_at - played.due_at) / alerts_every)] = at - raised_at
    meant = {n: played.due_at + n * alerts_every for n in range(1, int((last - played.due_at) / alerts_every) + 1)}
    return [taken.get(number, last - at) for number, at in meant.items() if at < last - 0.3]


def _goals(rows: Sequence[Row]) -> Iterator[Goal]:
    for setting, (_, share, alert) in _SCENES.items():
        for row in rows:
            if row.is_ours and row.setting == setting:
                figures, who = row.figures, f"{row.name}, {setting}"
                reached, p99 = figures["share"] or 0.0, figures["p99"]
                yield goal(f"{who}: at least {share:.0%} of 30/s", reached, "{:.1%}", reached >= share)
                yield goal(f"{who}: no 429", figures["refused"], "{:.0f}", figures["refused"] == 0)
                yield goal(f"{who}: none lost", figures["lost"], "{:.0f}", figures["lost"] == 0)
                in_time = p99 is not None and p99 < alert * 1000
                yield goal(f"{who}: alert p99 below {alert * 1000:.0f} ms", p99, "{:.0f} ms", in_time)
