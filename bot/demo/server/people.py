"""Accounts and chats: who is there, who is in which chat, and what bars the bot from writing."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.demo.server.messages import Message

ChatKind = Literal["private", "group", "supergroup"]
Status = Literal["creator", "administrator", "member", "left", "kicked"]
PRESENT: frozenset[str] = frozenset({"creator", "administrator", "member"})
ANONYMOUS_ADMIN_ID = 1087968824


@dataclass(slots=True)
class Account:
    """A person's account, or the bot's. `language` is the app language, empty when hidden."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "en"
    is_bot: bool = False
    deactivated: bool = False

    def as_json(self) -> dict[str, Any]:
        found: dict[str, Any] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            found["last_name"] = self.last_name
        if self.username:
            found["username"] = self.username
        if self.language and not self.is_bot:
            found["language_code"] = self.language
        return found


@dataclass(slots=True)
class Chat:
    """One chat with its messages; a private chat has its person's id."""

    id: int
    kind: ChatKind
    title: str
    person: Account | None = None
    members: dict[int, Status] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    deleted: bool = False
    migrated_to: int | None = None
    topics: dict[int, bool] = field(default_factory=dict)
    """Forum topics: id to whether it is open; empty in a chat without topics."""
    last_id: int = 0
    acted_at_version: int = 0
    """The feed's version when a person last did something here."""

    @property
    def is_group(self) -> bool:
        return self.kind != "private"

    def as_json(self) -> dict[str, Any]:
        found: dict[str, Any] = {"id": self.id, "type": self.kind}
        if self.person is None:
            found["title"] = self.title
            if self.topics:
                found["is_forum"] = True
            return found
        person = self.person.as_json()
        return found | {key: person[key] for key in ("first_name", "last_name", "username") if key in person}
