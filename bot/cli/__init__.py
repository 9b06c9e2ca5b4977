"""The commands. Each imports what it needs inside it, so that --help is instant."""

import typer

from bot.cli import data, rehearsing, running, setting_up

app = typer.Typer(
    help="An aftercare companion for dry-needling clinics, on Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (running.demo, setting_up.init, setting_up.check, running.run, rehearsing.preview, rehearsing.triage):
    app.command()(command)
app.add_typer(data.messages, name="messages")
app.add_typer(data.db, name="db")
app.command()(data.export)


def main() -> None:
    """What `aftercare-bot` and `python -m bot` call."""
    app(prog_name="aftercare-bot")
