"""One message as it stands in a chat, and as the Bot API shows it."""

from dataclasses import dataclass, field
from typing import Any

Keyboard = list[list[dict[str, Any]]]


@dataclass(slots=True)
class Message:
    """`media` holds the API fields of a photo, voice, sticker or service note; `text` is also the caption."""

    id: int
    chat_id: int
    sender_id: int
    date: int
    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)
    media: dict[str, Any] = field(default_factory=dict)
    keyboard: Keyboard = field(default_factory=list)
    reply_to: int | None = None
    thread_id: int | None = None
    edited_at: int | None = None
    silent: bool = False
    protected: bool = False
    on_behalf_of: int | None = None
    """The chat an anonymous admin writes for."""
    reaction: str = ""
    version: int = 0
    """The feed's version of its last change."""
    service: bool = False

    def content(self) -> dict[str, Any]:
        """The API fields of what it says, without who, where and when."""
        found = dict(self.media)
        if self.text:
            inside = self.media and not self.service
            found["caption" if inside else "text"] = self.text
            if self.entities:
                found["caption_entities" if inside else "entities"] = self.entities
        if self.keyboard:
            found["reply_markup"] = {"inline_keyboard": self.keyboard}
        return found

    def buttons(self) -> list[dict[str, Any]]:
        return [button for row in self.keyboard for button in row]
