"""The simulated clinic: the real database, routing, services and outbox; phones that show what arrives."""

import tempfile
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import event
from sqlmodel import Session, col, func, select

from bot.app import wiring
from bot.catalog import load
from bot.catalog.places import shipped
from bot.chat.incoming import Incoming, Kind
from bot.chat.rendering import Renderer
from bot.chat.routing import handle
from bot.clock import Clock
from bot.delivery.mail import Mail
from bot.delivery.pace import Pace
from bot.delivery.parcels import Outgoing, Parcel
from bot.domain.clinic import Clinic
from bot.domain.clinic_hours import parse_clinic_hours
from bot.domain.deliveries import Delivery, Refusal, Refused, Sent
from bot.domain.quiet_hours import parse_quiet_hours
from bot.services.practice import Practice
from bot.storage import facts, migrating
from bot.storage.database import Database
from bot.storage.readers import Reader
from bot.storage.sealing import Sealer
from bot.storage.tables import Member, OutboxMessage, Report
from tests.simulation.examples import Example
from tests.simulation.ledger import Arrival, Ledger, Written
from tests.simulation.post import Post
from tests.simulation.world import World

OLGA, NORA, TESSA, GROUP = 1, 2, 3, -500
TEAM = {OLGA: "Olga", NORA: "Nora", TESSA: "Tessa"}
MADRID = ZoneInfo("Europe/Madrid")

See = Callable[[int, Outgoing, bool, OutboxMessage], None]
"""Somebody's phone shows a message: its id, what it says, whether it was edited, and the row behind it."""


class SimulatedClinic:
    """One clinic with its people's phones."""

    def __init__(self, database: Database, practice: Practice, world: World, rng: Random) -> None:
        self.database = database
        self.practice = practice
        self.world = world
        self.ledger = Ledger()
        self.chats: dict[int, dict[int, Outgoing]] = defaultdict(dict)
        """What each chat shows now, by message id."""
        self.eyes: dict[int, See] = {}
        self.blocked: set[int] = set()
        self._renderer = Renderer(practice)
        self._ids = 1000
        self._translated: set[tuple[str, ...]] = set()
        clock = Clock(real=lambda: world.now)
        mail = Mail(database, clock, practice, wiring.hooks(), self._renderer.render, _no_network)
        self.post = Post(world, mail, Pace(), self._arrive, rng)

    def open(self) -> None:
        """The team is there, the group bound, the daily work planned."""
        now = self.world.now
        with self.database.transaction() as db:
            for telegram_id, name in TEAM.items():
                member = Member(telegram_id=telegram_id, first_name=name, joined_at=now)
                member.admin, member.staff, member.therapist = name == "Olga", name == "Nora", name == "Tessa"
                db.add(member)
            facts.put(db, facts.STAFF_CHAT, str(GROUP))
            wiring.prepare(db, self.practice, None, now)
        self.post.wake()

    def says(
        self, sender: int, text: str, language: str = "en", *, number: int = -1, example: Example | None = None
    ) -> list[OutboxMessage]:
        """Somebody writes in their private chat; the rows this put into the outbox."""
        made = self._comes_in(
            Incoming(0, Kind.MESSAGE, sender, True, sender, _name(sender), language, text, message_id=self._next_id())
        )
        if number >= 0:
            self._note_written(number, sender, text, example, made)
        return made

    def presses(
        self, sender: int, message_id: int, data: str, language: str = "en", chat_id: int | None = None
    ) -> None:
        """Somebody presses a button, unless it is not on the screen any more."""
        chat = sender if chat_id is None else chat_id
        shown = self.chats[chat].get(message_id)
        if shown is None or all(key.data != data for row in shown.keyboard for key in row):
            return
        self._comes_in(
            Incoming(
                0,
                Kind.PRESS,
                chat,
                chat > 0,
                sender,
                _name(sender),
                language,
                message_id=message_id,
                press_id="1",
                data=data,
            )
        )

    def replies(self, sender: int, chat: int, message_id: int) -> None:
        """A member of staff answers a card."""
        text = "How are you now? I will call you in a few minutes."
        self._comes_in(
            Incoming(
                0,
                Kind.MESSAGE,
                chat,
                chat > 0,
                sender,
                _name(sender),
                "en",
                text,
                message_id=self._next_id(),
                reply_to=message_id,
            )
        )

    def blocks(self, sender: int) -> None:
        """Somebody blocks the bot; Telegram says so."""
        self.blocked.add(sender)
        self._comes_in(Incoming(0, Kind.MEMBERSHIP, sender, True, sender, _name(sender), "en", status="kicked"))

    def _comes_in(self, incoming: Incoming) -> list[OutboxMessage]:
        self.ledger.updates += 1
        made: list[OutboxMessage] = []
        try:
            with self.database.transaction() as db:
                before = db.exec(select(func.max(OutboxMessage.id))).one() or 0
                toast = handle(db, self.practice, incoming, self.world.now)
                made = list(db.exec(select(OutboxMessage).where(col(OutboxMessage.id) > before)))
        except Exception:  # noqa: BLE001 - a fault of the product is what this looks for: noted, and gone on from
            self.ledger.faults.append(f"{incoming.kind} {incoming.action}\n{traceback.format_exc(limit=-4)}")
            return []
        if toast is not None:
            self.ledger.toasts[toast.key] += 1
            self._renderer.voice(incoming.language).plain(toast.key, toast.args)
        self.post.wake()
        return made

    def _note_written(
        self, number: int, chat_id: int, text: str, example: Example | None, made: list[OutboxMessage]
    ) -> None:
        with self.database.transaction() as db:
            report = _last_report(db, text, self.world.now)
        answers = [row.id or 0 for row in made if row.chat_id == chat_id]
        self.ledger.written.append(
            Written(
                self.world.now,
                number,
                text,
                example,
                answers,
                report.tier if report else None,
                any(row.template == "doubt" for row in made),
                report.rules if report else (),
            )
        )

    def _arrive(self, parcel: Parcel, outgoing: Outgoing, took: float) -> Delivery:
        row = parcel.row
        if row.chat_id in self.blocked:
            return Refused(Refusal.BLOCKED)
        is_edit = parcel.target is not None
        message_id = parcel.target.message_id if parcel.target else self._next_id()
        self._note(parcel, is_edit, took)
        self._check_translation(parcel, outgoing)
        self.world.after(took, lambda: self._show(message_id, outgoing, is_edit, row))
        return Sent(None if is_edit else message_id)

    def _show(self, message_id: int, outgoing: Outgoing, is_edit: bool, row: OutboxMessage) -> None:
        self.chats[row.chat_id][message_id] = outgoing
        if see := self.eyes.get(row.chat_id):
            see(message_id, outgoing, is_edit, row)

    def _note(self, parcel: Parcel, is_edit: bool, took: float) -> None:
        row = parcel.row
        at_once = any("summary" in (one.step or "") for one in parcel.rows)
        arrival = Arrival(
            self.world.now + timedelta(seconds=took),
            row.chat_id,
            row.id or 0,
            row.template,
            row.kind,
            row.lane,
            row.patient_id,
            is_edit,
            at_once,
            (row.unique_key or "").startswith("later:"),
        )
        self.ledger.arrivals[row.chat_id].append(arrival)
        if row.patient_id is not None and not is_edit and (row.chat_id < 0 or row.chat_id in TEAM):
            self.ledger.staff_arrivals[row.patient_id].append(arrival)

    def _check_translation(self, parcel: Parcel, outgoing: Outgoing) -> None:
        """A sentence that Spanish lacks comes out in English: seen once for each combination of sentences."""
        if parcel.reader.language != "es":
            return
        said = tuple([one.template for one in parcel.rows] + [more["key"] for more in parcel.row.content["more"]])
        if said in self._translated:
            return
        self._translated.add(said)
        for row in parcel.rows:
            spanish, english = self._paragraphs(row, "es"), self._paragraphs(row, "en")
            theirs = str(row.content["args"].get("words", ""))
            same = {one for one in spanish if one in english and any(letter.isalpha() for letter in one)}
            same = {one for one in same if not theirs or theirs[:20] not in one}
            self.ledger.untranslated |= {f"{row.template}: {one[:60]}" for one in same}

    def _paragraphs(self, row: OutboxMessage, language: str) -> list[str]:
        return self._renderer.render(Parcel(row, Reader(language))).html.split("\n\n")

    def _next_id(self) -> int:
        self._ids += 1
        return self._ids


def _last_report(db: Session, text: str, now: datetime) -> Report | None:
    newest = db.exec(select(Report).order_by(col(Report.id).desc()).limit(4)).all()
    return next((one for one in newest if one.words == text and one.received_at == now), None)


def _name(telegram_id: int) -> str:
    return TEAM.get(telegram_id, "Pat")


async def _no_network(_: Outgoing) -> Delivery:
    raise RuntimeError("the simulation delivers by itself")


def the_practice() -> Practice:
    """A clinic with the shipped messages and the settings' defaults."""
    clinic = Clinic(
        name="Riverside Physio",
        phone="+34 600 000 000",
        emergency_number="112",
        zone=MADRID,
        hours=parse_clinic_hours("Mon-Fri 08:00-18:00"),
        quiet=parse_quiet_hours("21:00-08:00"),
        default_language="en",
        retention_for=timedelta(days=90),
        bot_username="riverside_bot",
    )
    catalog = load(shipped())
    wording = catalog.wording.for_clinic(name=clinic.name, phone=clinic.phone, emergency=clinic.emergency_number)
    return Practice(clinic, catalog.with_wording(wording))


@contextmanager
def open_clinic(world: World, seed: int) -> Iterator[SimulatedClinic]:
    """A clinic on a database of its own, in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="aftercare-simulation-") as folder:
        database = Database(f"sqlite:///{Path(folder) / 'clinic.db'}", Sealer([b"aftercare tests use this one key"]))
        event.listen(database.engine, "connect", _without_waiting_for_the_disk)
        try:
            migrating.upgrade(database)
            clinic = SimulatedClinic(database, the_practice(), world, Random(seed))
            clinic.open()
            yield clinic
        finally:
            database.close()


def _without_waiting_for_the_disk(connection: object, _: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")  # type: ignore[attr-defined]
