"""Patients who write and press at random, a therapist who enrolls them, and staff who look after every card."""

import asyncio
import random
import re
from dataclasses import dataclass, field

from tests.support.people import Group, Person
from tests.support.telegram import TelegramServer

_LINK = re.compile(r"https://t\.me/\S+\?start=[\w-]+")
_PRESSED = ("Done", "None of these", "Send", "0", "1", "2", "3", "No", "Not at all", "A little")
_WRITTEN = ("I drank water, note {}", "All good today, note {}", "Stretched a little, note {}", "Thanks, note {}")
WORRYING = "I have chest pain, note {}"
_WRITES = 0.05
"""Of what they do: in an open case every text goes to the staff group, which takes no more than 18 a minute."""
_WORRIES = 0.1
"""Of the texts; every one of them has to reach staff."""
_TO_PRESS = ("Acknowledge", "Close", "Reassured")
_PATIENCE = 60.0


@dataclass
class Town:
    """Everybody, and what they have written so far."""

    telegram: TelegramServer
    chance: random.Random
    tessa: Person
    group: Group
    patients: list[Person] = field(default_factory=list)
    enrolling: int = 0
    """Patients whose enrollment was still under way when everybody stopped."""
    texts: int = 0
    worries: int = 0
    presses: int = 0

    async def enroll(self, name: str) -> None:
        """One patient, from the therapist's line to the patient's agreement, however often the bot dies meanwhile."""
        patient = self.telegram.person(name)
        self.enrolling += 1
        await self.tessa.says(f"/enroll {name}, left calf, 48h")
        card = await self.tessa.hears(name, within=_PATIENCE)
        link = _LINK.search(card.text)
        assert link is not None, card.text
        await patient.opens(link.group(0))
        await patient.taps("I agree", within=_PATIENCE)
        self.patients.append(patient)
        self.enrolling -= 1

    async def live(self) -> None:
        """Write and press until canceled."""
        while True:
            await asyncio.sleep(self.chance.uniform(0.1, 0.6))
            if self.patients:
                await self._act(self.chance.choice(self.patients))
            await self._look_after_cards()

    async def _act(self, patient: Person) -> None:
        if self.chance.random() < _WRITES:
            self.texts += 1
            worried = self.chance.random() < _WORRIES
            self.worries += worried
            written = WORRYING if worried else self.chance.choice(_WRITTEN)
            await patient.says(written.format(self.texts))
            return
        choices = [(line, label) for line in patient.heard[-6:] for label in line.buttons if label in _PRESSED]
        if choices:
            line, label = self.chance.choice(choices)
            self.presses += 1
            await patient.taps_on(line, label)
            if self.chance.random() < 0.2:
                await patient.taps_on(line, label)  # an impatient thumb

    async def _look_after_cards(self) -> None:
        """Staff settle the oldest open card, as what a patient with an open card writes goes to the group too."""
        for line in self.group.heard:
            for label in _TO_PRESS:
                if label in line.buttons:
                    await self.tessa.taps_on(line, label)
                    return
