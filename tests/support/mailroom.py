"""Delivery by itself, with a small wording, against the embedded Telegram: none of the clinic's services."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select
from telegram import Bot

from bot.catalog import Catalog
from bot.catalog.wording import Wording, load_wording
from bot.chat.messenger import Messenger
from bot.chat.posting import poster
from bot.chat.receiver import Ears, Receiver
from bot.chat.rendering import Renderer
from bot.chat.requesting import AiohttpRequest
from bot.chat.toasts import Toaster
from bot.clock import Clock, real_now, ticking_from
from bot.delivery.fallback import Carrier
from bot.delivery.hooks import Hooks
from bot.delivery.office import Office, Parts
from bot.delivery.pace import NO_LIMITS, Limits
from bot.delivery.worker import Handle
from bot.domain.clinic import Clinic
from bot.domain.clinic_hours import parse_clinic_hours
from bot.domain.status import Lane, OutboxState
from bot.services.practice import Practice
from bot.services.saying import About, When, Words, say, words
from bot.storage.database import Database
from bot.storage.tables import Enrollment, InboxUpdate, OutboxMessage, Patient
from tests.support.clock import MADRID, MONDAY
from tests.support.telegram import TelegramServer

_SENTENCES = {
    "en": """
drink = Drink { $glasses } glasses
stretch = Stretch gently
ice = Ice for ten minutes
question = How sore is it?
alarm = Look at { $code } now
hello = Hello { $name }
broken = <b>unclosed
again = Again
where = Your { $area } at { $time }: { $more }
thanks = Thank you
press-me = Press me
region-calf = { $side ->
    [left] left calf
   *[none] calf
  }
note-sent-again = Sent again
""",
    "es": """
drink = Beba { $glasses } vasos
where = Su { $area }, { $time }: { $more }
region-calf = { $side ->
    [left] pantorrilla izquierda
   *[none] pantorrilla
  }
""",
}


def small_wording() -> Wording:
    with TemporaryDirectory() as folder:
        for language, sentences in _SENTENCES.items():
            (Path(folder) / language).mkdir()
            (Path(folder) / language / "test.ftl").write_text(sentences, encoding="utf-8")
        return load_wording(Path(folder))


def small_practice(zone: ZoneInfo = MADRID) -> Practice:
    clinic = Clinic(
        name="Clinic",
        phone="+34 600 000 000",
        emergency_number="112",
        zone=zone,
        hours=parse_clinic_hours("Mon-Fri 08:00-18:00"),
        quiet=None,
        default_language="en",
        retention_for=timedelta(days=90),
    )
    nothing = cast(Any, None)
    return Practice(clinic, Catalog(small_wording(), {}, nothing, nothing, (), nothing))


@dataclass
class Mailroom:
    """A running office with its receiver."""

    database: Database
    clock: Clock
    practice: Practice
    office: Office
    receiver: Receiver

    def put(self, chat_id: int, said: Words, **options: Any) -> int:
        """Put a message into the outbox and wake the dispatcher."""
        row_id = put(self.database, chat_id, said, now=self.clock.now(), **options)
        self.office.wake()
        return row_id

    def row(self, row_id: int) -> OutboxMessage:
        return row(self.database, row_id)


def put(
    database: Database,
    chat_id: int,
    said: Words,
    *,
    now: datetime = MONDAY,
    lane: Lane = Lane.ANSWER,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
    about: About | None = None,
    **options: Any,
) -> int:
    with database.transaction() as db:
        when = When(now, due_at, expires_at)
        message = say(db, chat_id, said, when=when, lane=lane, about=about, **options)
        assert message is not None
        assert message.id is not None
        return message.id


def row(database: Database, row_id: int) -> OutboxMessage:
    with database.transaction() as db:
        found = db.get(OutboxMessage, row_id)
        assert found is not None
        return found


def rows(database: Database) -> list[OutboxMessage]:
    with database.transaction() as db:
        return list(db.exec(select(OutboxMessage).order_by(col(OutboxMessage.id))))


def updates(database: Database) -> list[InboxUpdate]:
    with database.transaction() as db:
        return list(db.exec(select(InboxUpdate).order_by(col(InboxUpdate.update_id))))


def enrolled(db: Session, telegram_id: int, *, code: str = "ADA1", language: str | None = None) -> Enrollment:
    """A patient with an active enrollment, as far as delivery cares."""
    patient = Patient(code=code, telegram_id=telegram_id, language=language, created_at=MONDAY)
    db.add(patient)
    db.flush()
    enrollment = Enrollment(
        patient_id=patient.id or 0,
        state="active",
        region="calf",
        side="left",
        restriction_hours=48,
        ended_at=MONDAY,
        protocol="standard",
        protocol_version="1",
        created_at=MONDAY,
    )
    db.add(enrollment)
    db.flush()
    return enrollment


def _hears_nothing(db: Session, raw: str, now: datetime) -> None:
    """Handles an update by doing nothing."""


def interrupted(database: Database, row_id: int) -> None:
    """Leave a row as a process does that is killed while it sends it."""
    with database.transaction() as db:
        message = db.get(OutboxMessage, row_id)
        assert message is not None
        message.state, message.claim = OutboxState.SENDING, "somebody-gone"
        message.lease_until, message.attempts = real_now() + timedelta(minutes=1), 1


@contextlib.asynccontextmanager
async def mailroom(
    database: Database,
    telegram: TelegramServer,
    *,
    clock: Clock | None = None,
    hooks: Hooks | None = None,
    handle: Handle = _hears_nothing,
    limits: Limits = NO_LIMITS,
    carrier: Carrier | None = None,
    read_timeout: float = 5.0,
    listening: bool = True,
) -> AsyncIterator[Mailroom]:
    """Start everything; stop it cleanly at the end."""
    clock, hooks, practice = clock or ticking_from(MONDAY), hooks or Hooks(), small_practice()
    request = AiohttpRequest(read_timeout=read_timeout)
    bot = Bot(telegram.token, base_url=telegram.base_url, request=request)
    async with request:
        messenger, renderer = Messenger(bot), Renderer(practice)
        toaster = Toaster(database, renderer, messenger)
        office = Office(
            Parts(
                database=database,
                clock=clock,
                practice=practice,
                hooks=hooks,
                handle=handle,
                answer=toaster.answer,
                render=renderer.render,
                send=messenger.send,
                limits=limits,
                carrier=carrier,
                first_wait=timedelta(seconds=0.05),
            )
        )
        post = poster(request, telegram.api_url, telegram.token)
        receiver = Receiver(Ears(database, clock, practice, hooks, post, office.wake, lambda _: None))
        await office.start()
        if listening:
            await receiver.start()
        try:
            yield Mailroom(database, clock, practice, office, receiver)
        finally:
            await receiver.stop()
            await office.stop()


__all__ = [
    "Mailroom",
    "enrolled",
    "interrupted",
    "mailroom",
    "put",
    "row",
    "rows",
    "small_practice",
    "updates",
    "words",
]
