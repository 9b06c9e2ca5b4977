"""What a loop sleeps on until there may be something to do."""

import asyncio
import contextlib


class Waker(asyncio.Event):
    """Cleared before a loop looks, so that whatever happens meanwhile has it look again."""

    async def rest(self, seconds: float | None = None) -> None:
        """Sleep until it is set; where `seconds` are given, no longer than that."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.wait()
