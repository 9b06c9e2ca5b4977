"""python -m bot.demo.server: the Bot API as a process of its own, steered through /control/."""

import argparse
import asyncio
import contextlib
import json
import signal
import sys

from bot.demo.server.control import control_app
from bot.demo.server.limits import NO_LIMITS, Limits
from bot.demo.server.running import serve
from bot.demo.server.telegram import Telegram


def main() -> None:
    """Print one line of JSON with the address and the token, and serve until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="python -m bot.demo.server")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default="123456789:AAF-only-for-tests-of-this-bot-00000")
    parser.add_argument("--username", default="aftercare_test_bot")
    parser.add_argument("--limits", action="store_true")
    chosen = parser.parse_args()
    limits = Limits() if chosen.limits else NO_LIMITS
    telegram = Telegram(chosen.token, chosen.username, limits=limits)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(telegram, chosen.port))


async def _serve(telegram: Telegram, port: int) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with serve(telegram, port=port, rest=control_app(telegram)) as server:
        address = {"api_url": server.api_url, "token": telegram.token, "username": telegram.username}
        sys.stdout.write(json.dumps(address) + "\n")
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    main()
