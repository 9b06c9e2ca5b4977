"""The bot without a network: what somebody sends is handled at once, what it says is read by them at once.

desk = Desk(database, practice)
tessa = desk.person("Tessa", 3)
tessa.says("/enroll Maria Lopez, left calf, 48h")
assert "K7F2" in tessa.last.text
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from sqlmodel import Session, col, select

from bot.catalog.wording import strip_markup
from bot.chat.incoming import Incoming, Kind
from bot.chat.rendering import Renderer
from bot.chat.routing import handle
from bot.chat.turn import Toast
from bot.delivery.parcels import Parcel
from bot.domain.status import OutboxState
from bot.services.practice import Practice
from bot.storage import readers
from bot.storage.database import Database
from bot.storage.tables import OutboxMessage
from tests.support.clock import MONDAY


@dataclass
class Shown:
    """A message as its reader sees it now."""

    id: int
    html: str
    buttons: dict[str, str] = field(default_factory=dict)
    """Label → what a press sends."""
    qr: str | None = None

    @property
    def text(self) -> str:
        return strip_markup(self.html)


class Desk:
    """One clinic's bot, with its clock in the test's hand."""

    def __init__(self, database: Database, practice: Practice, now: datetime = MONDAY) -> None:
        self.database = database
        self.practice = practice
        self.now = now
        self.chats: dict[int, list[Shown]] = {}
        self._numbers = count(100)
        self._is_cut_off = False

    def person(self, name: str, telegram_id: int, language: str = "en") -> "Person":
        return Person(self, name, telegram_id, language)

    @contextmanager
    def looking(self) -> Iterator[Session]:
        """A look into the database, in a transaction of its own."""
        with self.database.transaction() as db:
            yield db

    @contextmanager
    def cut_off(self) -> Iterator[None]:
        """While Telegram is out of reach: what comes in is handled, what is said waits."""
        self._is_cut_off = True
        yield
        self._is_cut_off = False
        self.passes()

    def passes(self, **time: float) -> None:
        """Let time pass and say everything that falls due."""
        self.now += timedelta(**time)
        with self.database.transaction() as db:
            self._deliver(db)

    def comes_in(self, incoming: Incoming) -> Toast | None:
        """Handle one update and deliver what it makes the bot say."""
        with self.database.transaction() as db:
            toast = handle(db, self.practice, replace(incoming, update_id=next(self._numbers)), self.now)
        with self.database.transaction() as db:
            self._deliver(db)
        return toast

    def next_id(self) -> int:
        return next(self._numbers)

    def chat(self, chat_id: int) -> list[Shown]:
        return self.chats.setdefault(chat_id, [])

    def note(self, toast: Toast, language: str) -> str:
        return Renderer(self.practice).voice(language).plain(toast.key, toast.args)

    def _deliver(self, db: Session) -> None:
        if self._is_cut_off:
            return
        due = db.exec(
            select(OutboxMessage)
            .where(OutboxMessage.state == OutboxState.PLANNED, OutboxMessage.due_at <= self.now)
            .order_by(col(OutboxMessage.lane), col(OutboxMessage.due_at), col(OutboxMessage.id))
        ).all()
        people = readers.of_chats(db, {row.chat_id for row in due})
        for row in due:
            self._show(db, row, people.get(row.chat_id, readers.NOBODY_KNOWN))
            row.state, row.sent_at = OutboxState.SENT, self.now
        db.flush()

    def _show(self, db: Session, row: OutboxMessage, reader: readers.Reader) -> None:
        out = Renderer(self.practice).render(Parcel(row, reader))
        buttons = {key.label: key.data for line in out.keyboard for key in line}
        assert len(strip_markup(out.html)) <= (1024 if out.qr else 4096)
        edited = db.get(OutboxMessage, row.edits_id) if row.edits_id else None
        if edited is not None and edited.message_id is not None:
            shown = next(shown for shown in self.chat(row.chat_id) if shown.id == edited.message_id)
            shown.html, shown.buttons = out.html, buttons
        else:
            row.message_id = next(self._numbers)
            self.chat(row.chat_id).append(Shown(row.message_id, out.html, buttons, out.qr))


@dataclass(frozen=True)
class Person:
    """Somebody with a phone."""

    desk: Desk
    name: str
    id: int
    language: str = "en"

    @property
    def heard(self) -> list[Shown]:
        return self.desk.chat(self.id)

    @property
    def last(self) -> Shown:
        assert self.heard, f"nothing was said to {self.name}"
        return self.heard[-1]

    @property
    def transcript(self) -> str:
        return "\n---\n".join(shown.text for shown in self.heard)

    def says(self, text: str, chat_id: int | None = None, **more: object) -> None:
        """Write in the private chat, or in the group `chat_id`."""
        self.desk.comes_in(self._incoming(Kind.MESSAGE, chat_id, text=text, **more))

    def opens(self, link: str) -> None:
        """Open a start link."""
        self.says("/start " + link.split("start=")[1])

    def membership(self, status: str) -> None:
        """Block the bot ("kicked") or let it in again ("member")."""
        self.desk.comes_in(self._incoming(Kind.MEMBERSHIP, None, status=status))

    def taps(self, label: str, shown: Shown | None = None, chat_id: int | None = None) -> str:
        """Press a button of the newest message that has it (or of `shown`), and read the note that pops up."""
        chat = self.desk.chat(chat_id or self.id)
        pressed = shown or next((one for one in reversed(chat) if label in one.buttons), None)
        assert pressed is not None, f"no button {label!r} for {self.name}:\n{self.transcript}"
        return self.sends_data(pressed, pressed.buttons[label], chat_id)

    def sends_data(self, shown: Shown, data: str, chat_id: int | None = None) -> str:
        """A press with this data, as a modified app can send."""
        incoming = self._incoming(Kind.PRESS, chat_id, message_id=shown.id, press_id="1", data=data)
        toast = self.desk.comes_in(incoming)
        return self.desk.note(toast, self.language) if toast else ""

    def _incoming(self, kind: Kind, chat_id: int | None, **more: object) -> Incoming:
        values = {"message_id": self.desk.next_id(), **more}
        return Incoming(
            0,
            kind,
            chat_id or self.id,
            chat_id is None,
            self.id,
            self.name,
            self.language,
            **values,  # type: ignore[arg-type]
        )
