"""What a person sees of a chat: messages as lines, and the whole as a transcript for failure messages."""

import base64
import re
from collections.abc import Sequence

from bot.demo.server.messages import Message
from bot.demo.server.people import Chat
from bot.demo.server.telegram import Telegram

_SIGNS_BEFORE = re.compile(r"^[^\w]+", re.UNICODE)
_LINK = re.compile(r"(?:https?://)?t\.me/\S+")
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="


def picture() -> bytes:
    """A photo of one pixel."""
    return base64.b64decode(_PIXEL)


def plain_label(label: str) -> str:
    """A button's label without the sign or check mark before it, in small letters."""
    return _SIGNS_BEFORE.sub("", label).strip().lower() or label.strip()


class Line:
    """One message as it stands now; `buttons` and `data_of` also know the buttons it had when it was heard."""

    def __init__(self, state: Telegram, chat: Chat, message: Message) -> None:
        self._state = state
        self.chat = chat
        self.message = message
        self._keyboard_then = message.buttons()

    @property
    def id(self) -> int:
        return self.message.id

    @property
    def text(self) -> str:
        """Plain text or caption, without markup."""
        return self.message.text

    @property
    def by_bot(self) -> bool:
        return self.message.sender_id == self._state.bot.id and not self.message.service

    @property
    def sender(self) -> str:
        return self._state.accounts[self.message.sender_id].first_name

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons now, row by row."""
        return [str(button["text"]) for button in self.message.buttons()]

    @property
    def rows(self) -> list[list[str]]:
        return [[str(button["text"]) for button in row] for row in self.message.keyboard]

    @property
    def edited(self) -> bool:
        return self.message.edited_at is not None

    @property
    def deleted(self) -> bool:
        return self.message.id not in self.chat.messages

    @property
    def silent(self) -> bool:
        return self.message.silent

    @property
    def protected(self) -> bool:
        return self.message.protected

    @property
    def photo(self) -> bytes | None:
        """The picture's bytes."""
        sizes = self.message.media.get("photo")
        return self._state.files.get(sizes[-1]["file_id"]) if sizes else None

    @property
    def media(self) -> str:
        """What it carries: "photo", "voice", "sticker" …, or nothing."""
        return next((kind for kind in self.message.media if kind != "forward_origin"), "")

    @property
    def reply_to(self) -> "Line | None":
        replied = self.chat.messages.get(self.message.reply_to or 0)
        return Line(self._state, self.chat, replied) if replied else None

    @property
    def links(self) -> list[str]:
        """t.me links in the text, then links behind words."""
        return _LINK.findall(self.text) + [str(entity["url"]) for entity in self.message.entities if "url" in entity]

    def says(self, fragment: str) -> bool:
        return fragment.lower() in self.text.lower()

    def data_of(self, label: str) -> str | None:
        """The callback data of the button with this label, now or when it was heard."""
        wanted = plain_label(label)
        for button in [*self.message.buttons(), *self._keyboard_then]:
            if plain_label(str(button["text"])) == wanted and "callback_data" in button:
                return str(button["callback_data"])
        return None

    def __str__(self) -> str:
        marks = f" [{self.media}]" if self.media else ""
        edited = " (edited)" if self.edited else ""
        rows = "".join("\n      " + " ".join(f"[{label}]" for label in row) for row in self.rows)
        return f"  {self.sender}{marks}{edited}: {self.text}{rows}"


def told(lines: Sequence[Line]) -> str:
    """The chat so far, for a failing test."""
    return "The chat so far:\n" + ("\n".join(map(str, lines)) or "  (nothing)")
