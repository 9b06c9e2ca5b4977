"""`preview`: reads what was asked, and shows the dated plan as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import typer

from bot.app.parts import load_catalog, practice_of
from bot.chat.rendering import Renderer
from bot.cli.console import none_of, sentence
from bot.clock import real_now
from bot.domain.planned import Session, Value
from bot.domain.protocol import RISKS
from bot.domain.vocabulary import fold
from bot.services.planning import arguments, protocol_of
from bot.services.practice import Practice
from bot.services.previewing import Preview, preview
from bot.settings import load_settings


@dataclass(frozen=True)
class PreviewRequest:
    """The options as they were typed."""

    region: str
    side: str | None
    restriction: int
    ended_at: str | None
    timezone: str | None
    language: str | None
    risks: tuple[str, ...]


def preview_for(request: PreviewRequest) -> Preview:
    """The plan that was asked for. Raises typer.BadParameter naming the option at fault, and SettingsError."""
    practice = _practice(request.language)
    zone = _zone(request.timezone) or practice.clinic.zone
    session = Session(
        ended_at=_instant(request.ended_at, zone),
        region=_meant(practice, "area", request.region, "--region"),
        side=_meant(practice, "side", request.side, "--side") if request.side else None,
        restriction_for=timedelta(hours=request.restriction),
        risks=frozenset(_risk(practice, risk) for risk in request.risks),
    )
    voice = Renderer(practice).voice(request.language, zone.key)

    def render(key: str, args: Mapping[str, Value]) -> str:
        return voice.plain(key, arguments(args))

    return preview(protocol_of(practice), session, zone=zone, quiet=practice.clinic.quiet, render=render)


def show(shown: Preview, language: str | None) -> None:
    """The plan for people: each message under its local time, then what was left out."""
    language = language or "en"
    for line in shown.lines:
        why = f" ({sentence(f'moved-{line.moved_because}', language)})" if line.moved_because else ""
        typer.secho(f"{line.local_time:%a %d %b %H:%M}  {', '.join(line.kinds)}{why}", bold=True)
        typer.echo("    " + line.text.replace("\n", "\n    ") + "\n")
    for left_out in shown.dropped:
        typer.echo(f"{left_out.step}: {sentence(f'dropped-{left_out.because}', language)}")


def _practice(language: str | None) -> Practice:
    """The clinic in `language`, also where it has to be called “your clinic” yet."""
    settings = load_settings()
    catalog = load_catalog(settings)
    if language is None:
        return practice_of(settings, catalog)
    if language not in catalog.wording.languages:
        raise none_of("--language", language, catalog.wording.languages)
    return practice_of(settings.model_copy(update={"default_language": language}), catalog)


def _meant(practice: Practice, kind: str, typed: str, option: str) -> str:
    found = practice.catalog.vocabulary.meaning(fold(typed))
    if found is None or found[0] != kind:
        words = practice.catalog.vocabulary.areas if kind == "area" else practice.catalog.vocabulary.sides
        raise none_of(option, typed, dict.fromkeys(words.values()))
    return found[1]


def _risk(practice: Practice, typed: str) -> str:
    meant = practice.catalog.vocabulary.risks.get(fold(typed), typed)
    if meant not in RISKS:
        raise none_of("--risk", typed, RISKS)
    return meant


def _zone(name: str | None) -> ZoneInfo | None:
    if name is None:
        return None
    if name not in available_timezones():
        raise _not_understood("--timezone", name, "Europe/Madrid")
    return ZoneInfo(name)


def _instant(typed: str | None, zone: ZoneInfo) -> datetime:
    """An instant from local time, or with an offset of its own; now (to the minute) if none was given."""
    if typed is None:
        return real_now().replace(second=0, microsecond=0)
    try:
        read = datetime.fromisoformat(typed)
    except ValueError:
        raise _not_understood("--ended-at", typed, "2026-03-28T18:00") from None
    return (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)


def _not_understood(option: str, typed: str, example: str) -> typer.BadParameter:
    return typer.BadParameter(sentence("console-not-understood", typed=typed, example=example), param_hint=option)
