"""Telegram's sending limits as sliding windows: no more than so many messages in any such span."""

from collections import deque
from dataclasses import dataclass, field

from bot.demo.server.errors import flood


@dataclass(frozen=True)
class Window:
    """At most `count` messages in any `seconds`."""

    count: int
    seconds: float


@dataclass(frozen=True)
class Limits:
    """The published limits (Bots FAQ): 30/s in all, 20/min in a group, about 1/s in one private chat.

    A private chat takes a short burst, so its 1/s is held over three seconds.
    """

    overall: Window | None = Window(30, 1.0)
    private: Window | None = Window(3, 3.0)
    group: Window | None = Window(20, 60.0)


NO_LIMITS = Limits(overall=None, private=None, group=None)


@dataclass
class Meter:
    """What was sent lately, by which limits are judged. Times are seconds of one monotonic clock."""

    limits: Limits
    rejected: int = 0
    _overall: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=dict)

    def admit(self, chat_id: int, at: float) -> None:
        """Count one message to the chat, or raise 429; what is refused does not count."""
        own = self.limits.group if chat_id < 0 else self.limits.private
        lately = self._chats.setdefault(chat_id, deque()) if own else self._overall
        wait = max(_wait(own, lately, at), _wait(self.limits.overall, self._overall, at))
        if wait > 0:
            self.rejected += 1
            raise flood(wait)
        if own:
            lately.append(at)
        if self.limits.overall:
            self._overall.append(at)

    def change(self, limits: Limits) -> None:
        """Apply other limits from now on, with nothing counted yet."""
        self.limits = limits
        self._overall.clear()
        self._chats.clear()


def _wait(window: Window | None, lately: deque[float], at: float) -> float:
    if window is None:
        return 0.0
    while lately and lately[0] <= at - window.seconds:
        lately.popleft()
    if len(lately) < window.count:
        return 0.0
    return max(lately[-window.count] + window.seconds - at, 1e-9)
