"""The real `run` process: started, killed without warning, started again."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Self

from bot.domain.data_key import written
from tests.support.telegram import TelegramServer

_ROOT = Path(__file__).parents[2]


class Victim:
    """One installation of the bot; its output goes to `log`."""

    def __init__(self, telegram: TelegramServer, database_url: str, folder: Path, settings: dict[str, str]) -> None:
        self.data_key = written(os.urandom(32))
        self.log = folder / "bot.log"
        self._folder = folder
        self._environment = {
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(_ROOT),
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.api_url,
            "DATABASE_URL": database_url,
            "DATA_KEY": self.data_key,
            "CLINIC_NAME": "Torture",
            "CLINIC_PHONE": "+34 600 000 000",
            "LOG_LEVEL": "WARNING",
            **settings,
        }
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is left running, whatever went wrong."""
        if self._running().returncode is None:
            await self.kill()

    async def start(self, **other_settings: str) -> None:
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=self._folder,
                env=self._environment | other_settings,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def kill(self) -> None:
        """SIGKILL: no goodbye, nothing flushed."""
        process = self._running()
        if process.returncode is not None:
            raise RuntimeError(f"the bot ended by itself ({process.returncode}); see {self.log}")
        process.kill()
        await process.wait()

    async def stop(self) -> int:
        """SIGTERM, and the exit code."""
        process = self._running()
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            return await process.wait()

    def _running(self) -> asyncio.subprocess.Process:
        assert self._process is not None, "it was never started"
        return self._process
