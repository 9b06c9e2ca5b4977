"""One update's turn: what a handler is given, and what it may give back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session

from bot.chat.incoming import Incoming
from bot.domain.status import Role
from bot.services.practice import Practice
from bot.services.saying import Argument, When, Words, rewrite, say
from bot.storage import outbox
from bot.storage.tables import Member, Patient


@dataclass(frozen=True)
class Toast:
    """A short note over the chat after a press; not kept, so never the only word about something that matters."""

    key: str
    args: dict[str, Argument] = field(default_factory=dict)
    alert: bool = False


@dataclass(frozen=True)
class Turn:
    """An update being handled, inside its transaction."""

    db: Session
    practice: Practice
    incoming: Incoming
    now: datetime
    member: Member | None
    """Set when a current member of the team sent it."""
    patient: Patient | None
    """Set when somebody known as a patient sent it."""
    staff_chat_id: int | None

    def may(self, role: Role) -> bool:
        return self.member is not None and self.member.may(role)

    def answer(self, said: Words) -> None:
        """Answer in the chat the update came from."""
        say(self.db, self.incoming.chat_id, self.spoken(said), when=When(self.now))

    def spoken(self, said: Words) -> Words:
        """`said` in the language of the sender's app while nobody knows which one they want."""
        unsaid = self.incoming.private and said.language is None
        return replace(said, language=self.incoming.language) if unsaid else said

    def redraw(self, said: Words) -> None:
        """Let the message whose button was pressed say this instead; a lost one is said anew."""
        pressed = self.incoming.message_id
        row = outbox.said_as(self.db, self.incoming.chat_id, pressed) if pressed is not None else None
        if row is None:
            self.answer(said)
        else:
            rewrite(self.db, row, self.spoken(said), when=When(self.now))


Handler = Callable[[Turn], Toast | None]
