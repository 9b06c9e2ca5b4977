"""Commands that show what patients would get and what the bot makes of their words."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.console import explained, fail, none_of, tell

if TYPE_CHECKING:
    from bot.domain.triage import TriageRules


def preview(
    region: Annotated[str, typer.Option(help="The treated area, e.g. calf or “upper back”.")],
    side: Annotated[str | None, typer.Option(help="left, right or both.")] = None,
    restriction: Annotated[int, typer.Option(min=24, max=48, help="Hours without strenuous activity.")] = 48,
    ended_at: Annotated[str | None, typer.Option(help="When the session ended, local time; now if not given.")] = None,
    timezone: Annotated[str | None, typer.Option(help="The patient's; the clinic's if not given.")] = None,
    language: Annotated[str | None, typer.Option(help="en or es.")] = None,
    risk: Annotated[list[str] | None, typer.Option(help="May be given several times.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Every message the patient would get, with its local time, what moved or dropped it, and why."""
    from bot.cli.previewing import PreviewRequest, preview_for, show

    with explained():
        request = PreviewRequest(region, side, restriction, ended_at, timezone, language, tuple(risk or ()))
        shown = preview_for(request)
        if as_json:
            typer.echo(json.dumps([line.as_json() for line in shown.lines], ensure_ascii=False, indent=2))
        else:
            show(shown, language)


def triage(
    text: Annotated[str | None, typer.Argument(help="One message; without it, JSON lines from standard input.")] = None,
    lang: Annotated[str, typer.Option(help="The language of the reasons shown.")] = "en",
) -> None:
    """What the bot makes of a patient's words."""
    from bot.catalog import load_rules
    from bot.catalog.places import messages_dir
    from bot.settings import load_settings

    with explained():
        rules = load_rules(messages_dir(load_settings().messages_dir))
        if lang not in (known := sorted({language for texts in rules.reasons.values() for language in texts})):
            raise none_of("--lang", lang, known)
        if text is not None:
            _show(rules, text, lang)
        else:
            _answer_lines(rules, sys.stdin)


def _show(rules: "TriageRules", text: str, language: str) -> None:
    from bot.domain.triage import read

    verdict = read(rules, text)
    typer.echo(verdict.tier.name)
    for rule in verdict.rules:
        typer.echo(f"  {rule}: {rules.reason(rule, language)}")
    if verdict.ask is not None:
        tell("console-triage-asks", question=rules.question(verdict.ask, language), tier=verdict.doubt_tier.name)


def _answer_lines(rules: "TriageRules", lines: Iterable[str]) -> None:
    from bot.domain.triage import read

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        message = _message(line, number)
        verdict = read(rules, message["text"])
        answer = {
            "id": message.get("id"),
            "tier": verdict.tier.name,
            "concepts": list(verdict.concepts),
            "ask": verdict.ask is not None,
        }
        sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _message(line: str, number: int) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        fail(f'line {number} is not {{"id": …, "text": "…", "lang": "…"}}')
    return message
