"""Commands that run the bot: for real, or as a demonstration without a token."""

import asyncio
import webbrowser
from typing import Annotated

import typer

from bot.cli.console import explained, fail, tell


def run() -> None:
    """Run the bot: by long polling, or as a webhook server where WEBHOOK_URL is set. Ends on SIGTERM."""
    from bot.app.parts import StartError
    from bot.app.running import run_until_stopped
    from bot.settings import NEEDED_TO_RUN, load_settings

    with explained():
        settings = load_settings(*NEEDED_TO_RUN)
        try:
            asyncio.run(run_until_stopped(settings, tell))
        except StartError as error:
            fail(str(error))


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the page is served; 0: any free port.")] = 8080,
    speed: Annotated[float, typer.Option(min=0.001, max=100_000, help="How much faster an hour passes.")] = 60,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")] = False,
) -> None:
    """The whole bot with three phones on a page: no token, no internet."""
    from bot.app.demonstrating import run_demo
    from bot.app.parts import StartError

    def ready(page_url: str) -> None:
        tell("console-demo-ready", url=page_url)
        if not no_browser:
            webbrowser.open(page_url)

    with explained():
        try:
            asyncio.run(run_demo(port=port, speed=speed, ready=ready, tell=tell))
        except StartError as error:
            fail(str(error))
