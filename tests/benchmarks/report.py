"""Shows results: a table for the eye, Markdown and JSON for whoever wants to quote them."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.figures import Goal, Result, Row

_SIGNS = {True: "✓", False: "✗", None: "–"}
_WORDS = {True: "met", False: "missed", None: "not judged"}


def show(console: Console, result: Result) -> None:
    table = Table(title=f"{result.name}: {result.title}", title_justify="left")
    for heading in _headings(result):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=not heading)
    setting = None
    for row in result.rows:
        if row.setting != setting and row.setting:
            table.add_section()
            table.add_row(f"[dim]{row.setting}[/dim]")
        setting = row.setting
        table.add_row(*_cells(result, row), style="bold green" if row.is_ours else None)
    console.print(table)
    for each in result.goals:
        color = {True: "green", False: "red", None: "yellow"}[each.met]
        console.print(f"  [{color}]{_SIGNS[each.met]} {each.words}[/{color}]")
    console.print()


def _headings(result: Result) -> list[str]:
    return ["", *(column.heading for column in result.columns)]


def _cells(result: Result, row: Row) -> list[str]:
    name = f"{row.name} ({row.remark})" if row.remark else row.name
    return [name, *(column.written(row.figures.get(column.key)) for column in result.columns)]


def save(results: Sequence[Result], folder: Path) -> None:
    """results.json and results.md."""
    (folder / "results.json").write_text(
        json.dumps({"machine": machine(), "results": [asdict(each) for each in results]}, indent=1, ensure_ascii=False)
        + "\n",
        encoding="utf-8",
    )
    (folder / "results.md").write_text(markdown(results), encoding="utf-8")


def markdown(results: Sequence[Result]) -> str:
    parts = [f"# Benchmarks\n\n`python -m tests.benchmarks`, everybody in one run; {machine()}.\n"]
    parts += [_section(result) for result in results]
    return "\n".join(parts)


def _section(result: Result) -> str:
    lines = [f"## {result.name.capitalize()}", "", f"{result.title}.", ""]
    settings = dict.fromkeys(row.setting for row in result.rows)
    if set(settings) == {""} or len(settings) == len(result.rows):
        lines += _table(result, result.rows)
    else:
        for setting in settings:
            lines += [f"*{setting}*", "", *_table(result, [row for row in result.rows if row.setting == setting])]
    lines += [f"- {_SIGNS[each.met]} {each.words} ({_WORDS[each.met]})" for each in result.goals]
    lines += ["", *result.remarks, ""]
    return "\n".join(lines)


def _table(result: Result, rows: Sequence[Row]) -> list[str]:
    named = len({row.setting for row in rows}) > 1
    lines = [_line(_headings(result)), _line(["---", *("--:" for _ in result.columns)])]
    for row in rows:
        name, *cells = _cells(result, row)
        name = f"{name}, {row.setting}" if named else name
        lines.append(_line([f"**{name}**" if row.is_ours else name, *cells]))
    return [*lines, ""]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def machine() -> str:
    """What they ran on."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def missed(results: Sequence[Result]) -> list[Goal]:
    return [each for result in results for each in result.goals if each.met is False]
