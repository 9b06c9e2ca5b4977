"""The program as a process of its own, started as the clinic's IT person starts it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.domain.data_key import written
from tests.support.telegram import TelegramServer

PATIENCE = 20.0


class BotProcess:
    """A started `aftercare-bot run`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.lines: list[str] = []

    async def says(self, fragment: str) -> str:
        """Wait for a line of its output that contains `fragment`."""
        for line in self.lines:
            if fragment in line:
                return line
        assert self._process.stdout
        async with asyncio.timeout(PATIENCE):
            async for raw in self._process.stdout:
                self.lines.append(raw.decode().rstrip())
                if fragment in self.lines[-1]:
                    return self.lines[-1]
        raise AssertionError(f"it ended without saying {fragment!r}: {self.lines}")

    async def ends(self) -> tuple[int, str]:
        """Wait for its end: exit code and everything it printed."""
        out, _ = await asyncio.wait_for(self._process.communicate(), PATIENCE)
        self.lines += out.decode().splitlines()
        assert self._process.returncode is not None
        return self._process.returncode, "\n".join(self.lines)

    async def is_told_to_stop(self) -> tuple[int, str]:
        self._process.send_signal(signal.SIGTERM)
        return await self.ends()

    def dies(self) -> None:
        """As when the power goes."""
        if self._process.returncode is None:
            self._process.kill()


def environment(tg: TelegramServer, folder: Path, **more: str) -> dict[str, str]:
    """The surroundings of a clinic's bot, without anything of the tester's own."""
    return {
        "PATH": os.environ["PATH"],  # noqa: TID251 - handed on to the process under test
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TELEGRAM_BOT_TOKEN": tg.token,
        "TELEGRAM_API_URL": tg.api_url,
        "DATABASE_URL": f"sqlite:///{folder / 'aftercare.db'}",
        "DATA_KEY": written(b"k" * 32),
        "CLINIC_NAME": "Riverside Physio",
        "CLINIC_PHONE": "+34 600 000 000",
        "CLINIC_TIMEZONE": "Europe/Madrid",
        "QUIET_HOURS": "",
        **more,
    }


@asynccontextmanager
async def bot_process(tg: TelegramServer, folder: Path, **more: str) -> AsyncIterator[BotProcess]:
    """`aftercare-bot run` in `folder`; killed at the end if it still runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-u",
        "-m",
        "bot",
        "run",
        cwd=folder,
        env=environment(tg, folder, **more),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    bot = BotProcess(process)
    try:
        yield bot
    finally:
        bot.dies()
        await process.wait()
