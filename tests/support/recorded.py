"""Waiting until the bot has written something down: what is delivered is recorded a moment later."""

import asyncio
from collections.abc import Callable
from typing import Any

from sqlmodel import Session

from tests.support.clinic import ClinicBot


async def recorded(clinic: ClinicBot, look: Callable[[Session], Any], expected: Any, within: float = 5.0) -> None:
    """Look into the database until `look` finds `expected`; fail when it does not `within` seconds."""
    async with asyncio.timeout(within):
        while await clinic.read(look) != expected:  # noqa: ASYNC110 - another process may write it
            await asyncio.sleep(0.01)
