"""Commands about what is kept: messages, the database, exports."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.console import explained, fail, sentence, tell

messages = typer.Typer(help="The wording, protocols and triage rules.", no_args_is_help=True)
db = typer.Typer(help="The database.", no_args_is_help=True)


@messages.command("check")
def check_messages(
    misses: Annotated[bool, typer.Option("--misses", help="List the examples that come out wrong.")] = False,
) -> None:
    """Look for faults in the wording, protocols and triage rules, and run the labelled examples."""
    from bot.catalog.checking import check
    from bot.catalog.places import messages_dir
    from bot.domain.triage.scoring import confusion_lines
    from bot.settings import load_settings

    with explained():
        report = check(messages_dir(load_settings().messages_dir))
    for line in report.lines:
        tell(line.key, **line.args)
    for row in confusion_lines(report.score):
        typer.echo(row)
    shown = sorted(report.score.misses, key=lambda miss: miss.verdict.tier - miss.example.tier) if misses else ()
    for miss in shown:
        typer.echo(f"{miss.example.tier.name} → {miss.verdict.tier.name}  {miss.example.text}")
    if report.faults:
        fail("\n".join(report.faults))


@messages.command("export")
def export_messages(directory: Path) -> None:
    """Copy the messages to a folder of the clinic's own, to edit; then set MESSAGES_DIR to it."""
    from bot.catalog.places import export

    with explained():
        tell("console-messages-exported", count=export(directory), folder=str(directory))


@db.command()
def upgrade() -> None:
    """Create the tables, or bring them up to date (`run` does so by itself)."""
    from bot.app.parts import opened_database
    from bot.settings import load_settings
    from bot.storage import migrating

    with explained(), opened_database(load_settings("data_key")) as database:
        migrating.upgrade(database)
        tell("console-db-upgraded", revision=migrating.head())


@db.command()
def backup(file: Path) -> None:
    """Make a consistent copy of a SQLite database, also while the bot runs."""
    from bot.app.parts import opened_database
    from bot.settings import load_settings
    from bot.storage import migrating

    with explained(), opened_database(load_settings("data_key"), must_exist=True) as database:
        try:
            migrating.backup(database, file)
        except migrating.BackupError as error:
            fail(str(error))
        tell("console-db-copied", file=str(file))


@db.command("rekey")
def rekey() -> None:
    """Encrypt everything anew with the first key of DATA_KEY, so that the others can be taken out."""
    from bot.app.parts import opened_database
    from bot.settings import load_settings
    from bot.storage.rekeying import rekey_everything

    with explained(), opened_database(load_settings("data_key"), must_exist=True) as database:
        tell("console-db-rekeyed", count=rekey_everything(database))


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise typer.BadParameter(sentence("console-not-understood", typed=typed, example="2026-03-28")) from None


_DAY = "YYYY-MM-DD"


def export(
    start: Annotated[date, typer.Option("--from", parser=_day, metavar=_DAY, help="First day, clinic time.")],
    end: Annotated[date, typer.Option("--to", parser=_day, metavar=_DAY, help="Last day, clinic time.")],
    as_format: Annotated[Literal["csv", "json"], typer.Option("--format")] = "csv",
) -> None:
    """Print reports, flags and outcomes of these days, without names."""
    from bot.app.parts import opened_database
    from bot.services.exporting import export_rows, written
    from bot.settings import load_settings

    if end < start:
        raise typer.BadParameter("the last day lies before the first", param_hint="--to")
    with explained():
        settings = load_settings("data_key")
        with opened_database(settings, must_exist=True) as database, database.transaction() as session:
            rows = export_rows(session, start, end, settings.zone)
        typer.echo(written(rows, as_format), nl=False)
