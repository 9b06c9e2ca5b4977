"""Tells whoever waits that something has changed, by a version that only grows."""

import asyncio
from collections.abc import Callable


class Feed:
    """Waiters hold the last version they saw; nothing is paid while nobody waits."""

    def __init__(self) -> None:
        self.version = 0
        self._waiting: set[asyncio.Future[None]] = set()

    def changed(self) -> int:
        """Note a change and return its version."""
        self.version += 1
        if self._waiting:
            for future in self._waiting:
                if not future.done():
                    future.set_result(None)
            self._waiting.clear()
        return self.version

    async def next_change(self, seen: int, within: float) -> bool:
        """Wait up to `within` seconds for a version above `seen`; False when the time ran out."""
        if self.version > seen:
            return True
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            async with asyncio.timeout(max(within, 0)):
                await future
        except TimeoutError:
            return self.version > seen
        finally:
            self._waiting.discard(future)
        return True

    async def until(self, condition: Callable[[], object], within: float) -> bool:
        """Wait up to `within` seconds until `condition()` is truthy, looking after every change."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        while True:
            seen = self.version
            if condition():
                return True
            if loop.time() >= deadline:
                return False
            await self.next_change(seen, deadline - loop.time())
