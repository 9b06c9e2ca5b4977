"""Simulated staff: see cards and digests, take flags after plausible delays, and close them with an outcome."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bot.delivery.parcels import Outgoing
from bot.storage.tables import OutboxMessage
from tests.simulation.clinic import GROUP, NORA, OLGA, SimulatedClinic
from tests.simulation.people import log_normal
from tests.simulation.telling import data_in

_TAKES_MINUTES = {"emergency": 3.0, "urgent": 9.0, "watch": 4.0}
"""Median until a card is taken in clinic hours. Assumed; targets are 5 and 30 minutes (fact base 4.6)."""
_CLOSES_MINUTES = {"emergency": 180.0, "urgent": 60.0, "watch": 15.0}
_OUTCOMES = {
    "emergency": ("sent-to-emergency", "sent-to-emergency", "reassured", "could-not-reach"),
    "urgent": ("booked-in", "reassured", "self-care", "sent-to-emergency"),
    "watch": ("reassured", "self-care", "self-care", "booked-in", "could-not-reach"),
}
_SEEN_AT_NIGHT = 0.5
"""Share of an emergency's tellings out of hours that somebody sees within minutes."""
_REPLIES = 0.3


@dataclass
class Staff:
    """Nora and Olga, who share the work; the group's card is what they act on."""

    clinic: SimulatedClinic
    rng: Random
    _closing: set[str] = field(default_factory=set)
    _tier: dict[str, str] = field(default_factory=dict)

    def begin(self) -> None:
        for chat in (GROUP, NORA, OLGA):
            self.clinic.eyes[chat] = self._eyes_of(chat)

    def _eyes_of(self, chat: int):  # type: ignore[no-untyped-def]
        return lambda message_id, shown, is_edit, row: self._sees(chat, message_id, shown, row)

    def _sees(self, chat: int, message_id: int, shown: Outgoing, row: OutboxMessage) -> None:
        for index, data in enumerate(data_in(shown, "flag")):
            if self._is_open:
                self._presses(chat, message_id, data, 60 + 150 * index)
        for data in data_in(shown, "acknowledge"):
            self._sees_card(chat, message_id, data, row)
        if closes := data_in(shown, "close"):
            self._closes(chat, message_id, closes[0])
        if outcomes := data_in(shown, "outcome"):
            tier = self._tier.get(outcomes[0].split(":")[1], "watch")
            chosen = self.rng.choice(_OUTCOMES[tier])
            self._presses(chat, message_id, next(one for one in outcomes if one.endswith(f":{chosen}")), 8)
        if sure := data_in(shown, "outcome-sure"):
            self._presses(chat, message_id, sure[0], 6)

    def _sees_card(self, chat: int, message_id: int, data: str, row: OutboxMessage) -> None:
        """An open card: taken soon in clinic hours; at night an emergency by whoever sees it, the rest at opening."""
        flag = data.split(":")[1]
        tier = str(row.content["args"].get("tier", "watch"))
        self._tier[flag] = tier
        self._closing.discard(flag)
        delay = 60 * log_normal(self.rng, _TAKES_MINUTES[tier], 0.8)
        if not self._is_open:
            if tier != "emergency":
                delay += self._until_open
            elif self.rng.random() > _SEEN_AT_NIGHT:
                return
        self._presses(chat, message_id, data, delay)
        if self.rng.random() < 0.1:
            self._presses(chat, message_id, data, delay + 0.5, OLGA)

    def _closes(self, chat: int, message_id: int, data: str) -> None:
        flag = data.split(":")[1]
        if flag in self._closing:
            return
        self._closing.add(flag)
        tier = self._tier.get(flag, "watch")
        self._presses(chat, message_id, data, 60 * log_normal(self.rng, _CLOSES_MINUTES[tier], 0.6))
        if self.rng.random() < _REPLIES:
            self.clinic.world.after(120, lambda: self.clinic.replies(NORA, chat, message_id))

    def _presses(self, chat: int, message_id: int, data: str, delay: float, who: int = NORA) -> None:
        presser = who if chat == GROUP else chat
        self.clinic.world.after(delay, lambda: self.clinic.presses(presser, message_id, data, chat_id=chat))

    @property
    def _is_open(self) -> bool:
        return self._until_open == 0

    @property
    def _until_open(self) -> float:
        """Seconds until the clinic opens; 0 while it is open."""
        practice, now = self.clinic.practice, self.clinic.world.now
        opens_at: datetime | None = practice.clinic.hours.next_open(now, practice.clinic.zone)
        return (opens_at - now).total_seconds() if opens_at else 0.0
