"""Waiting for something to become true, instead of for time to pass."""

import asyncio
from collections.abc import Callable


async def until(condition: Callable[[], object], within: float = 5.0) -> None:
    """Look again and again until `condition()` holds; fail when it does not `within` seconds."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 - anything at all may make it true
            await asyncio.sleep(0.01)
