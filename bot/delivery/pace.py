"""How fast messages may go out: to all, to one person, to one group; in real, monotonic seconds."""

from collections import deque
from dataclasses import dataclass
from math import inf

from bot.domain.status import Lane

_JITTER = 0.05
"""How much longer than the quickest a message may be on its way before Telegram counts it, in seconds."""
_TRIPS_TO_LEARN_FROM = 30
"""The first ones open connections, which takes longer than anything after them."""
_SPARE = 0.015
_SPARE_FOR_ALERTS = 0.001
_SPARE_OF_CHATS = 0.25
_AHEAD = 0.3
"""For how long, in seconds, messages are claimed ahead of their turn."""
_UNLIMITED_ROOM = 256
_SEVERAL_CHATS_WITHIN = 5.0


@dataclass(frozen=True)
class Limits:
    """Telegram's published limits (Bots FAQ), a little below where a chat's own count is concerned.

    All are sliding windows: `overall` in any second, `private` in any `private_for` seconds to one person, `group`
    in any minute to one group; the last few of a group are kept for alerts.
    """

    overall: int | None = 30
    private: int | None = 3
    private_for: float = 3.0
    group: int | None = 18
    group_kept_for_alerts: int = 5


NO_LIMITS = Limits(overall=None, private=None, group=None)


class Pace:
    """Says when a message may go, and learns from each one that went."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._overall: deque[float] = deque()
        self._underway: list[float] = []
        self._chats: dict[int, list[float]] = {}
        self._paused: dict[int, float] = {}
        self._all_paused_until = 0.0
        self._refused: deque[tuple[float, int]] = deque()
        self._quickest = inf
        self._trips = 0
        self._slot = -inf
        """When the last routine message was to begin, had it not been a little late."""

    def wait(self, chat_id: int, lane: Lane, at: float) -> float:
        """Seconds until a message of this lane may go to this chat; 0: now; infinite: when another one has ended."""
        return max(self._wait_for_all(lane, at), self.wait_for_chat(chat_id, lane, at))

    def wait_for_chat(self, chat_id: int, lane: Lane, at: float) -> float:
        paused = self._paused.get(chat_id, 0.0) - at
        count, seconds = self._window(chat_id, lane)
        if count is None:
            return max(paused, 0.0)
        times = self._lately(chat_id, seconds, at)
        free_at = times[-count] + seconds + _SPARE_OF_CHATS if len(times) >= count else 0.0
        return max(paused, free_at - at, 0.0)

    def room(self, at: float) -> int:
        """How many messages, whoever to, could go within the next moments."""
        if at < self._all_paused_until - _AHEAD:
            return 0
        count = self._limits.overall
        if count is None:
            return _UNLIMITED_ROOM
        self._forget(at)
        soon = len(self._underway) + sum(1 for time in self._overall if time > at + _AHEAD - 1.0)
        return max(count - soon, 0)

    def paused_for(self, at: float) -> float:
        """Seconds for which nothing may go to anybody."""
        return max(self._all_paused_until - at, 0.0)

    def full_chats(self, lane: Lane, at: float) -> dict[int, float]:
        """The chats that cannot take a message of this lane now, and in how many seconds they can."""
        waits = {chat: self.wait_for_chat(chat, lane, at) for chat in {*self._chats, *self._paused}}
        return {chat: seconds for chat, seconds in waits.items() if seconds > _AHEAD}

    @property
    def _step(self) -> float:
        return (1.0 + _SPARE) / (self._limits.overall or inf)

    def begin(self, chat_id: int, at: float, lane: Lane = Lane.REMINDER) -> None:
        """A message to the chat starts on its way."""
        if lane is not Lane.ALERT:
            # One that begins late, as timers do, is not to put off all that follow: the next may make up for it.
            planned = self._slot + self._step
            self._slot = planned if at <= planned + self._step else at
        if self._limits.overall is not None:
            self._underway.append(at)
        if self._window(chat_id, Lane.ALERT)[0] is not None:
            self._chats.setdefault(chat_id, []).append(inf)

    def end(self, chat_id: int, began: float, at: float) -> None:
        """Its answer has come, or never will. Telegram counted it at some time between `began` and `at`."""
        took = at - began
        self._trips += 1
        self._quickest = min(self._quickest, took)
        if began in self._underway:
            self._underway.remove(began)
            usual = self._quickest if self._trips > _TRIPS_TO_LEARN_FROM else 0.0
            self._overall.append(began + _lateness(took - usual))
        times = self._chats.get(chat_id)
        if times and times[-1] == inf:
            times.remove(inf)
            times.append(at)
            times.sort()

    def sent_before(self, chat_id: int, at: float) -> None:
        """A message went out at that time, before this process started; call in order of time."""
        if self._limits.overall is not None:
            self._overall.append(at)
        if self._window(chat_id, Lane.ALERT)[0] is not None:
            self._chats.setdefault(chat_id, []).append(at)

    def refused(self, chat_id: int, seconds: float, at: float) -> None:
        """429: leave this chat alone for so long; everybody, when several chats get it at once."""
        self._paused[chat_id] = max(self._paused.get(chat_id, 0.0), at + seconds)
        self._refused.append((at, chat_id))
        while self._refused[0][0] < at - _SEVERAL_CHATS_WITHIN:
            self._refused.popleft()
        if len({chat for _, chat in self._refused}) > 1:
            self.pause_all(seconds, at)

    def pause_all(self, seconds: float, at: float) -> None:
        self._all_paused_until = max(self._all_paused_until, at + seconds)

    def move(self, old_chat: int, new_chat: int) -> None:
        """The group has a new id, and is still the same group to Telegram's count."""
        self._chats[new_chat] = self._chats.pop(old_chat, [])

    def _wait_for_all(self, lane: Lane, at: float) -> float:
        paused = self._all_paused_until - at
        count = self._limits.overall
        if count is None:
            return max(paused, 0.0)
        self._forget(at)
        spare = _SPARE_FOR_ALERTS if lane is Lane.ALERT else _SPARE
        times = sorted([*self._overall, *(max(began + _JITTER, at) for began in self._underway)])
        free_at = times[-count] + 1.0 + spare if len(times) >= count else 0.0
        if lane is not Lane.ALERT and len(times) > count // 2:
            # Evenly spaced once it gets busy: a stumble of the network then pushes one too many into a second,
            # not a whole burst, and an alert finds a gap.
            free_at = max(free_at, self._slot + self._step)
        return max(paused, free_at - at, 0.0)

    def _forget(self, at: float) -> None:
        while self._overall and self._overall[0] < at - 1.0 - _SPARE:
            self._overall.popleft()  # nearly in order: one that stays a moment too long does no harm

    def _window(self, chat_id: int, lane: Lane) -> tuple[int | None, float]:
        limits = self._limits
        if chat_id > 0:
            return limits.private, limits.private_for
        if limits.group is None:
            return None, 0.0
        return limits.group - (0 if lane is Lane.ALERT else limits.group_kept_for_alerts), 60.0

    def _lately(self, chat_id: int, seconds: float, at: float) -> list[float]:
        times = self._chats.get(chat_id)
        if not times:
            return []
        oldest = at - seconds - _SPARE_OF_CHATS
        if times[0] < oldest:
            times[:] = [time for time in times if time >= oldest]
            if not times:
                del self._chats[chat_id]
                return []
        return times


def _lateness(longer: float) -> float:
    """How much later than the quickest a message may have been counted that took so much longer in all.

    Half of it is the way back, unless something stood still before the message left.
    """
    return min(longer, _JITTER) if longer <= 2 * _JITTER else longer
