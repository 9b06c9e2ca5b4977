"""The whole of our small Telegram: accounts, chats, the bot, what waits for it and what it has said."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import real_now
from bot.demo.server.errors import bad_request
from bot.demo.server.faults import Faults
from bot.demo.server.feed import Feed
from bot.demo.server.limits import NO_LIMITS, Limits, Meter
from bot.demo.server.messages import Message
from bot.demo.server.people import Account, Chat, ChatKind
from bot.demo.server.profile import Profile
from bot.demo.server.updates import UpdateQueue

FIRST_MESSAGE_ID = 1


@dataclass(frozen=True, slots=True)
class Sent:
    """One message the bot got delivered. `at` is real monotonic seconds, `date` Unix seconds."""

    at: float
    date: int
    method: str
    chat_id: int
    message_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button press waiting for its answer. `at` is real monotonic seconds."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    data: str
    at: float


@dataclass(frozen=True, slots=True)
class Toast:
    """What the bot answered to a press."""

    press: Press
    text: str
    alert: bool
    version: int


@dataclass(frozen=True)
class Retention:
    """How much is remembered before the oldest is forgotten."""

    messages_per_chat: int = 1_000
    sent: int = 200_000
    toasts: int = 1_000
    files: int = 500


@dataclass(slots=True)
class Webhook:
    """Where updates are posted; `url` empty means long polling."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_at: int = 0
    last_error: str = ""


@dataclass
class Telegram:
    """State and nothing else; people act on it through `human`, the bot through `methods`.

    `now` is real time, for what is kept how long; `shown_now` dates the messages (a rehearsal's
    clinic time). `monotonic` judges limits and how late a press is answered.
    """

    token: str
    username: str = "aftercare_demo_bot"
    now: Callable[[], datetime] = real_now
    shown_now: Callable[[], datetime] | None = None
    monotonic: Callable[[], float] = time.monotonic
    limits: Limits = NO_LIMITS
    keep: Retention = Retention()
    answer_presses_within: float = 15.0
    privacy_mode: bool = True
    feed: Feed = field(default_factory=Feed)
    accounts: dict[int, Account] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)
    profile: Profile = field(default_factory=Profile)
    webhook: Webhook = field(default_factory=Webhook)
    calls: dict[str, int] = field(default_factory=dict)
    unknown_parameters: set[tuple[str, str]] = field(default_factory=set)
    """Method and name of what the bot sent and the Bot API does not know: ignored, as Telegram does."""

    def __post_init__(self) -> None:
        bot_id = int(self.token.partition(":")[0])
        self.bot = Account(bot_id, "Aftercare", username=self.username, is_bot=True)
        self.accounts[bot_id] = self.bot
        self.meter = Meter(self.limits)
        self.updates = UpdateQueue(self.now)
        self.sent: deque[Sent] = deque(maxlen=self.keep.sent)
        self.sends_to: dict[int, int] = {}
        self.sent_in_all = 0
        self.toasts: deque[Toast] = deque(maxlen=self.keep.toasts)
        self.removed: deque[tuple[int, int, int]] = deque(maxlen=self.keep.toasts)
        self._last_id = FIRST_MESSAGE_ID
        self._last_account = 5_000_000_000
        self._last_group = 4_000_000
        self._last_number = 7_000_000_000

    def date(self) -> int:
        """Unix seconds for a message written now."""
        return int((self.shown_now or self.now)().timestamp())

    def add_person(self, first_name: str, *, language: str = "en", **more: Any) -> Account:
        """A new account, whose private chat with the bot has not been opened."""
        self._last_account += 1
        account = Account(self._last_account, first_name, language=language, **more)
        self.accounts[account.id] = account
        self.chats[account.id] = Chat(account.id, "private", "", account)
        return account

    def add_chat(self, title: str, kind: ChatKind = "group") -> Chat:
        """A new group with nobody in it."""
        self._last_group += 1
        chat_id = -self._last_group if kind == "group" else -1_000_000_000_000 - self._last_group
        chat = Chat(chat_id, kind, title)
        self.chats[chat_id] = chat
        return chat

    def chat(self, chat_id: int) -> Chat:
        """The chat of this id. Raises ApiError when there is none."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise bad_request("chat not found") from None

    def put(self, chat: Chat, message: Message) -> Message:
        """Place a message in the chat under its next number."""
        if chat.kind == "supergroup":
            chat.last_id += 1
            message.id = chat.last_id
        else:
            self._last_id += 1
            message.id = self._last_id
        chat.messages[message.id] = message
        if len(chat.messages) > self.keep.messages_per_chat:
            del chat.messages[next(iter(chat.messages))]
        self.touch(message)
        return message

    def touch(self, message: Message) -> None:
        """Note that a message is new or has changed."""
        message.version = self.feed.version + 1
        self.feed.changed()

    def note_sent(self, sent: Sent) -> None:
        """Remember and count a message the bot got delivered."""
        self.sent.append(sent)
        self.sent_in_all += 1
        self.sends_to[sent.chat_id] = self.sends_to.get(sent.chat_id, 0) + 1

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self.removed.append((chat.id, message_id, self.feed.version + 1))
        self.feed.changed()

    def store(self, content: bytes) -> str:
        """Keep a file and return its id."""
        file_id = f"file-{self.number()}"
        self.files[file_id] = content
        if len(self.files) > self.keep.files:
            del self.files[next(iter(self.files))]
        return file_id

    def number(self) -> int:
        """A number never given before, for presses and files."""
        self._last_number += 1
        return self._last_number

    def message_json(self, message: Message, *, with_reply: bool = True) -> dict[str, Any]:
        """The message as the Bot API shows it."""
        chat = self.chats[message.chat_id]
        sender = self.accounts.get(message.sender_id)
        found: dict[str, Any] = {"message_id": message.id, "date": message.date, "chat": chat.as_json()}
        if sender:
            found["from"] = sender.as_json()
        if message.on_behalf_of:
            found["sender_chat"] = chat.as_json()
        if message.thread_id:
            found |= {"message_thread_id": message.thread_id, "is_topic_message": True}
        if message.edited_at:
            found["edit_date"] = message.edited_at
        if message.protected:
            found["has_protected_content"] = True
        replied = chat.messages.get(message.reply_to) if message.reply_to and with_reply else None
        if replied:
            found["reply_to_message"] = self.message_json(replied, with_reply=False)
        return found | message.content()
