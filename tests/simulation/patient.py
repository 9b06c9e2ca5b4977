"""A simulated patient with a phone: joins, answers check-ins in their own way, writes, and has their course."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from bot.delivery.parcels import Outgoing
from bot.storage.tables import OutboxMessage
from tests.simulation import examples, rates
from tests.simulation.clinic import MADRID, TESSA, SimulatedClinic
from tests.simulation.ledger import Told
from tests.simulation.people import Profile, Style, Telling, log_normal
from tests.simulation.telling import Asked, asked_in, data_in, typed_none, typed_number

_HOUR = timedelta(hours=1)
_GETS_UP, _GOES_TO_BED = 7.5, 23.0
FAR_ZONE = "America/New_York"
UNSENT = "chosen, not sent"
"""How a danger sign was told that was toggled on and never sent."""


@dataclass
class Patient:
    """One person; everything they do goes through the clinic's phones and routing."""

    clinic: SimulatedClinic
    profile: Profile
    rng: Random
    away: bool = False
    """Has stopped or blocked the bot, or is in hospital."""
    _decided: set[int] = field(default_factory=set)
    _engaged: set[int] = field(default_factory=set)
    _toggling: set[int] = field(default_factory=set)

    def arrives(self) -> None:
        """The session ends: the therapist enrolls, and what will happen anyway takes its course."""
        world, me = self.clinic.world, self.profile
        self.clinic.eyes[me.chat_id] = self.sees
        if me.course.harm is not None:
            begins_at = me.ended_at + me.course.harm.begins * _HOUR
            self.clinic.ledger.told[me.number] = Told(me.number, begins_at)
        link = next(
            (row.content["qr"] for row in self.clinic.says(TESSA, f"/enroll {me.line}") if row.content["qr"]), None
        )
        if link is None:
            self.clinic.ledger.faults.append(f"no link for: /enroll {me.line}")
        elif me.joins_after is not None:
            world.after(me.joins_after.total_seconds(), lambda: self._says(f"/start {link.split('start=')[1]}"))

    def sees(self, message_id: int, shown: Outgoing, is_edit: bool, row: OutboxMessage) -> None:
        """Something new on the screen."""
        asked = asked_in(shown)
        if asked is not None:
            self._sees_question(asked, message_id, is_edit)
        elif agree := data_in(shown, "decline" if self.profile.declines else "agree"):
            self._later_presses(self.rng.uniform(15, 90), message_id, agree[0])
            if not self.profile.declines:
                self.clinic.world.after(100, self._joined)
        elif doubts := data_in(shown, "doubt"):
            self._sees_doubt(message_id, doubts)
        elif helps := data_in(shown, "with-help"):
            if self.rng.random() < (0.6 if self.is_harmed else 0.2):
                self._later_presses(log_normal(self.rng, 900, 0.8), message_id, helps[0])
        elif row.kind == "nudge":
            self._sees_nudge(row)
        else:
            self._sees_reminder(message_id, shown)

    @property
    def hours(self) -> float:
        return (self.clinic.world.now - self.profile.ended_at) / _HOUR

    @property
    def is_harmed(self) -> bool:
        return self.profile.course.is_harmed(self.hours)

    @property
    def _is_mute(self) -> bool:
        """Says nothing any more: by nature, or because of what has happened."""
        return self.away or (self.is_harmed and self.profile.telling is Telling.SILENT)

    # ------------------------------------------------------------ what comes of itself

    def _joined(self) -> None:
        me, world, rng = self.profile, self.clinic.world, self.rng
        if me.number in self.clinic.ledger.joined:
            return
        self.clinic.ledger.joined[me.number] = world.now
        if me.far_zone:
            self._says(f"/timezone {FAR_ZONE}")
        if me.opts_out_after is not None:
            world.at(me.ended_at + me.opts_out_after * _HOUR, self._stops)
        if me.blocks_after is not None:
            world.at(me.ended_at + me.blocks_after * _HOUR, self._blocks)
        if me.course.harm is not None:
            self._expect_harm(me.course.harm.begins)
        elif me.style is not Style.SILENT and rng.random() < rates.WRITES_UNASKED:
            world.at(me.ended_at + rng.uniform(max(self.hours, 0) + 0.2, 75) * _HOUR, self._writes_unasked)

    def _expect_harm(self, begins: float) -> None:
        if self.profile.telling is Telling.SILENT:
            return
        delay = log_normal(self.rng, 0.4, 0.9) if self.profile.telling is Telling.WRITES else 24.0
        at = self.profile.ended_at + (begins + delay) * _HOUR
        self.clinic.world.at(max(at, self.clinic.world.now + timedelta(minutes=1)), self._writes_of_harm)
        if self.rng.random() < 0.3:
            again = timedelta(minutes=self.rng.uniform(5, 40))
            self.clinic.world.at(at + again, lambda: self._writes_of_harm(again=True))

    def _stops(self) -> None:
        self._says("/stop")
        self.away = True

    def _blocks(self) -> None:
        self.clinic.blocks(self.profile.chat_id)
        self.away = True

    def _writes_unasked(self) -> None:
        if not self.away:
            self._when_awake(lambda: self._writes(self._ordinary_text()))

    def _ordinary_text(self) -> examples.Example:
        other = self.rng.random() < rates.WRITES_OTHER_LANGUAGE
        language = {"en": "es", "es": "en"}[self.profile.language] if other else self.profile.language
        return examples.ordinary(self.rng, language, self.rng.random() < rates.WRITES_FOR_STAFF)

    def _writes_of_harm(self, *, again: bool = False) -> None:
        """A serious event in the patient's own words; nobody waits for the morning."""
        harm = self.profile.course.harm
        told = self.clinic.ledger.told[self.profile.number]
        if harm is None or self.away or (again and told.at is None) or (not again and told.at is not None):
            return
        file = self.rng.choice(harm.kind.files)
        example = examples.danger(self.rng, self.profile.language, harm.kind.tier, file)
        self._tells("written")
        self._writes(example)

    def _tells(self, how: str) -> None:
        if self.profile.course.harm is not None:
            self.clinic.ledger.harm_told(self.profile.number, self.clinic.world.now, how)

    # ------------------------------------------------------------ what the bot says

    def _sees_question(self, asked: Asked, message_id: int, is_edit: bool) -> None:
        if asked.check_in in self._toggling:
            return
        if asked.check_in in self._engaged and is_edit:
            self.clinic.world.after(self.rng.uniform(3, 20), lambda: self._answer(message_id))
        elif asked.check_in not in self._decided:
            self._decided.add(asked.check_in)
            if self._will_answer():
                delay = 60 * log_normal(self.rng, rates.ANSWER_MEDIAN_MINUTES, rates.ANSWER_SPREAD)
                self._engage(asked.check_in, message_id, delay)

    def _will_answer(self) -> bool:
        if self.profile.style is Style.SILENT:
            return False
        told = self.clinic.ledger.told.get(self.profile.number)
        share = 0.4 if told is not None and told.at is not None else float(rates.CHECK_IN_ANSWERED)
        return self.rng.random() < share

    def _engage(self, check_in: int, message_id: int, delay: float) -> None:
        self._engaged.add(check_in)
        self.clinic.world.after(delay, lambda: self._when_awake(lambda: self._answer(message_id)))

    def _sees_nudge(self, row: OutboxMessage) -> None:
        message_id = row.reply_to_message_id
        shown = self.clinic.chats[self.profile.chat_id].get(message_id or 0)
        asked = asked_in(shown) if shown else None
        may = asked is not None and asked.check_in not in self._engaged and self.profile.style is not Style.SILENT
        if may and asked is not None and message_id is not None and self.rng.random() < rates.ANSWERED_AFTER_NUDGE:
            self._engage(asked.check_in, message_id, 60 * log_normal(self.rng, 12, 1))

    def _sees_reminder(self, message_id: int, shown: Outgoing) -> None:
        chance = self.rng.random()
        if cold := data_in(shown, "cold"):
            if chance < rates.COLD_ANSWERED:
                is_fine = self.rng.random() < rates.COLD_IS_FINE
                self._later_presses(log_normal(self.rng, 60, 1), message_id, cold[0 if is_fine else 1])
        elif chance < rates.PRESSES_DONE and (done := data_in(shown, "done")):
            self._later_presses(log_normal(self.rng, 1200, 1), message_id, done[0])
        elif chance > 1 - rates.PRESSES_LATER and (later := data_in(shown, "later")):
            self._later_presses(log_normal(self.rng, 600, 1), message_id, later[0])

    def _sees_doubt(self, message_id: int, choices: list[str]) -> None:
        if self._is_mute or self.rng.random() < 0.25:
            return
        no = next(data for data in choices if data.endswith(":no"))
        harm = self.profile.course.harm if self.is_harmed else None
        own = [data for data in choices if harm and data.split(":")[2] in ("yes", *harm.kind.signs)]
        data = (own or [data for data in choices if data != no])[0] if harm else no
        self._later_presses(log_normal(self.rng, 90, 0.9), message_id, data)

    # ------------------------------------------------------------ answering

    def _answer(self, message_id: int) -> None:
        shown = self.clinic.chats[self.profile.chat_id].get(message_id)
        asked = asked_in(shown) if shown else None
        if asked is None or self._is_mute or asked.check_in not in self._engaged:
            return
        if asked.question == "toggle":
            self._answer_signs(asked, message_id)
        elif asked.question == "soreness":
            self._answer_soreness(asked, message_id)
        else:
            self._press(message_id, asked.data(self._chosen(asked.question)))

    def _answer_soreness(self, asked: Asked, message_id: int) -> None:
        score, me = self.profile.course.score(self.hours, self.rng), self.profile
        if me.style is Style.WRITES and not self.is_harmed:
            self._writes(examples.everyday(self.rng, me.language))
            if self.rng.random() < 0.5:
                self._engaged.discard(asked.check_in)
                return
        if me.style is Style.TYPES:
            self._says(typed_number(self.rng, score, me.language))
        else:
            self._press(message_id, asked.data(str(score)))
        if self.rng.random() < rates.LEFT_HALFWAY:
            self._engaged.discard(asked.check_in)

    def _answer_signs(self, asked: Asked, message_id: int) -> None:
        me, signs = self.profile, self.profile.course.signs(self.hours)
        if self.is_harmed and me.telling is Telling.DENIES_FIRST:
            self._press(message_id, f"none:{asked.check_in}")
            self.clinic.world.after(self.rng.uniform(60, 300), self._writes_of_harm)
            return
        if not self.is_harmed and self.rng.random() < rates.MISPRESSED_DANGER:
            signs = [*signs, self.rng.choice(("breathing", "chest-pain", "fainted", "weak-numb", "fever"))]
        if not signs and me.style is Style.TYPES and self.rng.random() < 0.5:
            self._says(typed_none(self.rng, me.language))
        elif not signs:
            self._press(message_id, f"none:{asked.check_in}")
        else:
            self._choose(asked, message_id, signs)

    def _choose(self, asked: Asked, message_id: int, signs: list[str]) -> None:
        """Toggle each sign, then send, unless this is somebody who forgets to."""
        world, forgets = self.clinic.world, self.is_harmed and self.profile.telling is Telling.LEAVES_UNSENT
        self._toggling.add(asked.check_in)
        if self.is_harmed:
            self._tells(UNSENT if forgets else "pressed")
        for index, sign in enumerate(signs):
            data = f"toggle:{asked.check_in}:{sign}"
            world.after(2.5 * index, lambda data=data: self._press(message_id, data))  # type: ignore[misc]
        world.after(2.5 * len(signs) + 2, lambda: self._send(asked, message_id, forgets))

    def _send(self, asked: Asked, message_id: int, forgets: bool) -> None:
        self._toggling.discard(asked.check_in)
        if not forgets:
            self._press(message_id, f"send:{asked.check_in}")

    def _chosen(self, question: str) -> str:
        course = self.profile.course
        if question == "baseline":
            return str(course.usual_pain)
        if question == "interference":
            return self.rng.choice(("a-little", "somewhat", "somewhat", "quite-a-bit"))
        if question == "change":
            return str(self.rng.choice((-1, 0, 1, 2, 2, 3, 3, 4)))
        ill = self.is_harmed and course.harm is not None and course.harm.kind.name == "infection"
        if ill:
            self._tells("pressed")
        return "yes" if ill else "no"

    def _press(self, message_id: int, data: str) -> None:
        if self.away:
            return
        self.clinic.presses(self.profile.chat_id, message_id, data, self.profile.language)
        if self.rng.random() < rates.PRESSED_TWICE:
            self.clinic.presses(self.profile.chat_id, message_id, data, self.profile.language)

    def _later_presses(self, delay: float, message_id: int, data: str) -> None:
        self.clinic.world.after(delay, lambda: self._press(message_id, data))

    def _says(self, text: str) -> None:
        self.clinic.says(self.profile.chat_id, text, self.profile.language, number=self.profile.number)

    def _writes(self, example: examples.Example) -> None:
        if not self.away:
            me = self.profile
            self.clinic.says(me.chat_id, example.text, me.language, number=me.number, example=example)

    def _when_awake(self, deed: object) -> None:
        """Now, or in the morning."""
        assert callable(deed)
        local = self.clinic.world.now.astimezone(MADRID)
        hour = local.hour + local.minute / 60
        if _GETS_UP <= hour < _GOES_TO_BED:
            deed()
        else:
            until = (_GETS_UP - hour) % 24 + self.rng.uniform(0, 1.5)
            self.clinic.world.after(until * 3600, deed)
