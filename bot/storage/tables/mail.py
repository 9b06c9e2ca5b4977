"""Tables of what comes in, what goes out, what must happen at a time, and a few facts."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from bot.domain.status import InboxState, Lane, OutboxState
from bot.storage.tables.columns import key, one_of, refers_to, sealed, telegram_id

_PLANNED = text("state = 'planned'")
_SENDING = text("state = 'sending'")
_PENDING = text("state = 'pending'")
_PUT_OFF = text("state = 'pending' AND retry_at IS NOT NULL")
_AGAIN = text("state = 'planned' AND retry_at IS NOT NULL")
_SAID = text("sent_at IS NOT NULL")


class InboxUpdate(SQLModel, table=True):
    """One update as Telegram sent it, kept until it is handled; its number a few days more, against repeats."""

    __tablename__ = "inbox_update"
    __table_args__ = (
        one_of("state", InboxState),
        Index(
            "ix_inbox_update_pending",
            "received_at",
            "update_id",
            postgresql_where=_PENDING,
            sqlite_where=_PENDING,
        ),
        Index("ix_inbox_update_put_off", "retry_at", postgresql_where=_PUT_OFF, sqlite_where=_PUT_OFF),
    )

    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    chat_id: int = telegram_id()
    """Whose order it keeps: the chat, or the person where there is none; 0 where neither can be told."""
    raw: str = sealed("inbox_update.raw")
    state: str = Field(default=InboxState.PENDING, max_length=16)
    attempts: int = 0
    retry_at: datetime | None = None
    """Real time before which it is not tried again."""
    error: str | None = None
    """The kind of error and where, never its text: that could hold a patient's words."""
    received_at: datetime
    done_at: datetime | None = None


class OutboxMessage(SQLModel, table=True):
    """One message that is to be said, or was."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        one_of("state", OutboxState),
        Index("ix_outbox_message_due", "lane", "due_at", "id", postgresql_where=_PLANNED, sqlite_where=_PLANNED),
        Index("ix_outbox_message_lease", "lease_until", postgresql_where=_SENDING, sqlite_where=_SENDING),
        Index("ix_outbox_message_again", "retry_at", postgresql_where=_AGAIN, sqlite_where=_AGAIN),
        Index("ix_outbox_message_said", "chat_id", "message_id"),
        Index("ix_outbox_message_sent", "sent_at", postgresql_where=_SAID, sqlite_where=_SAID),
    )

    id: int | None = key()
    unique_key: str | None = Field(default=None, unique=True, max_length=80)
    chat_id: int = telegram_id()
    lane: int = Field(default=Lane.REMINDER)
    state: str = Field(default=OutboxState.PLANNED, max_length=16)
    template: str = Field(max_length=60)
    """The wording key of its text."""
    content: dict[str, Any] = sealed("outbox_message.content", as_json=True)
    """Arguments, buttons and picture; see services/saying.py."""
    due_at: datetime
    expires_at: datetime | None = None
    retry_at: datetime | None = None
    """Real time before which it is not tried again."""
    attempts: int = 0
    unconfirmed: int = 0
    """How many times it went out without Telegram saying that it has it."""
    lease_until: datetime | None = None
    claim: str | None = Field(default=None, max_length=32)
    message_id: int | None = telegram_id(optional=True)
    sent_at: datetime | None = None
    reason: str | None = Field(default=None, max_length=60)
    """Why it was skipped, canceled, moved or failed."""
    edits_id: int | None = refers_to("outbox_message.id", optional=True, index=True)
    """The message that this one rewrites, once that one has been sent."""
    reply_to_message_id: int | None = telegram_id(optional=True)
    patient_id: int | None = refers_to("patient.id", optional=True, index=True)
    enrollment_id: int | None = refers_to("enrollment.id", optional=True, index=True)
    check_in_id: int | None = refers_to("check_in.id", optional=True, index=True)
    flag_id: int | None = refers_to("flag.id", optional=True, index=True)
    step: str | None = Field(default=None, max_length=40)
    kind: str | None = Field(default=None, max_length=16)
    created_at: datetime


class Timer(SQLModel, table=True):
    """Something the bot must do at a time, other than saying a planned message."""

    __table_args__ = (
        Index(
            "ix_timer_due",
            "due_at",
            postgresql_where=text("done_at IS NULL"),
            sqlite_where=text("done_at IS NULL"),
        ),
    )

    id: int | None = key()
    unique_key: str = Field(unique=True, max_length=80)
    action: str = Field(max_length=40)
    subject_id: int = Field(sa_type=BigInteger)
    due_at: datetime
    done_at: datetime | None = None
    attempts: int = 0
    retry_at: datetime | None = None
    error: str | None = None


class Fact(SQLModel, table=True):
    """A single fact about this installation, e.g. the staff group's chat id."""

    name: str = Field(primary_key=True, max_length=40)
    value: str
