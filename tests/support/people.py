"""People and groups of the small Telegram: what they write and press, and what they wait to hear.

What a person or group `hears` is what came or changed after the last thing anybody did in that chat
(so an old message never passes for an answer); the same words are heard once per message.
"""

from collections.abc import Callable
from typing import Any

from bot.demo.server import human
from bot.demo.server.people import Account, Chat
from bot.demo.server.telegram import Telegram
from tests.support.transcript import Line, picture, plain_label, told

PATIENCE = 5.0


class Conversation:
    """What can be waited for in one chat."""

    def __init__(self, state: Telegram, chat: Chat) -> None:
        self.state = state
        self.chat = chat
        self._heard: set[tuple[str, int, int]] = set()

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Line]:
        """All messages of the chat, oldest first, people's own included."""
        return [Line(self.state, self.chat, message) for message in self.chat.messages.values()]

    @property
    def heard(self) -> list[Line]:
        """The bot's messages, oldest first."""
        return [line for line in self.messages if line.by_bot]

    @property
    def last(self) -> Line:
        """The bot's newest message."""
        assert self.heard, f"the bot has said nothing\n{self.transcript}"
        return self.heard[-1]

    @property
    def transcript(self) -> str:
        return told(self.messages)

    async def hears(self, fragment: str, within: float = PATIENCE) -> Line:
        """Wait for a message of the bot that contains `fragment` (capitals do not matter)."""
        found = await self._wait(lambda: self._unheard(fragment), within)
        assert found, f"nobody said {fragment!r} within {within} s to {self._name}\n{self.transcript}"
        self._heard.add((fragment, found.id, found.message.version))
        return found

    async def hears_button(self, label: str, within: float = PATIENCE) -> Line:
        """Wait for a message that carries this button; the newest one is returned."""
        found = await self._wait(lambda: self._with_button(label), within)
        assert found, f"no button {label!r} in the chat of {self._name}\n{self.transcript}"
        return found

    async def sees(
        self, condition: Callable[["Conversation"], object], within: float = PATIENCE, what: str = "it"
    ) -> None:
        """Wait until `condition(self)` holds."""
        held = await self.state.feed.until(lambda: condition(self), within)
        assert held, f"{self._name} did not see {what} within {within} s\n{self.transcript}"

    def find(self, fragment: str) -> Line | None:
        """The bot's newest message with `fragment`, from the whole history; does not wait."""
        return next((line for line in reversed(self.heard) if line.says(fragment)), None)

    def count(self, fragment: str) -> int:
        """How many of the bot's messages contain `fragment`."""
        return sum(line.says(fragment) for line in self.heard)

    @property
    def _name(self) -> str:
        return self.chat.person.first_name if self.chat.person else self.chat.title

    async def _wait(self, look: Callable[[], Line | None], within: float) -> Line | None:
        await self.state.feed.until(look, within)
        return look()

    def _unheard(self, fragment: str) -> Line | None:
        for line in self.heard:
            fresh = line.message.version > self.chat.acted_at_version
            known = (fragment, line.id, line.message.version) in self._heard
            if fresh and not known and line.says(fragment):
                return line
        return None

    def _with_button(self, label: str) -> Line | None:
        wanted = plain_label(label)
        return next((line for line in reversed(self.heard) if wanted in map(plain_label, line.buttons)), None)


class Person(Conversation):
    """Somebody with a phone; on their own they speak in their private chat with the bot."""

    def __init__(self, state: Telegram, account: Account) -> None:
        super().__init__(state, state.chats[account.id])
        self.account = account

    @property
    def name(self) -> str:
        return self.account.first_name

    @property
    def commands(self) -> dict[str, str]:
        """The commands shown to this person alone, with their descriptions; empty while they see what all see."""
        listed = self.state.profile.commands.get(("chat", self.account.id, ""), [])
        return {command["command"]: command["description"] for command in listed}

    @property
    def toasts(self) -> list[str]:
        """The short notes the bot answered to this person's presses (empty answers left out)."""
        return [toast.text for toast in self.state.toasts if toast.press.person_id == self.account.id and toast.text]

    @property
    def unanswered(self) -> list[str]:
        """The data of this person's presses that still show a spinner."""
        return [press.data for press in self.state.presses.values() if press.person_id == self.account.id]

    async def sees_toast(self, fragment: str, within: float = PATIENCE) -> str:
        """Wait for a note that contains `fragment` and return it."""

        def found() -> str | None:
            return next((text for text in reversed(self.toasts) if fragment.lower() in text.lower()), None)

        await self.state.feed.until(found, within)
        toast = found()
        assert toast, f"{self.name} saw no note {fragment!r} in {within} s, only {self.toasts}"
        return toast

    async def says(self, text: str) -> Line:
        return self._line(human.write(self.state, self.account, self.chat, text))

    async def opens(self, link: str) -> Line:
        """Open a t.me link of the bot and press Start."""
        return self._line(human.open_link(self.state, self.account, link))

    async def replies(self, to: Line, text: str) -> Line:
        return self._line(human.write(self.state, self.account, self.chat, text, reply_to=to.id))

    async def taps(self, label: str, within: float = PATIENCE) -> Line:
        """Press the button on the newest message that has it, waiting for one to appear."""
        message = await self.hears_button(label, within)
        return await self.taps_on(message, label)

    async def taps_on(self, message: Line, label: str) -> Line:
        """Press a button of this very message, as it stands now or stood when it was heard."""
        data = message.data_of(label)
        assert data is not None, f"no button {label!r} on: {message}\n{self.transcript}"
        human.press(self.state, self.account, message.chat, message.message, data)
        return message

    async def sends_data(self, message: Line, data: str) -> None:
        """A press with made-up data, as a modified app can send."""
        human.press(self.state, self.account, message.chat, message.message, data)

    async def edits(self, message: Line, text: str) -> Line:
        human.edit(self.state, message.chat, message.message, text)
        return message

    async def sends_photo(self, caption: str = "") -> Line:
        return self._sends("photo", caption)

    async def sends_voice(self, caption: str = "") -> Line:
        return self._sends("voice", caption)

    async def sends_sticker(self) -> Line:
        return self._sends("sticker")

    async def sends_video(self, caption: str = "") -> Line:
        return self._sends("video", caption)

    async def sends_document(self, caption: str = "") -> Line:
        return self._sends("document", caption)

    async def pins(self, message: Line) -> Line:
        """Pin a message at the top of the private chat, of which Telegram tells as if it were a message."""
        pinned = {"message_id": message.id, "date": 0, "chat": {"id": self.id, "type": "private"}}
        return self._line(human.share(self.state, self.account, self.chat, {"pinned_message": pinned}))

    async def shares_location(self, latitude: float = 40.4, longitude: float = -3.7) -> Line:
        place = {"location": {"latitude": latitude, "longitude": longitude}}
        return self._line(human.share(self.state, self.account, self.chat, place))

    async def blocks_bot(self) -> None:
        human.block(self.state, self.chat)

    async def unblocks_bot(self) -> None:
        human.unblock(self.state, self.chat)

    async def deletes_account(self) -> None:
        human.deactivate(self.state, self.account)

    def renamed(self, first_name: str, language: str | None = None) -> None:
        """The person changes their name, or their app's language."""
        self.account.first_name = first_name
        self.account.language = self.account.language if language is None else language

    async def says_in(self, group: "Group", text: str) -> Line:
        return self._line(human.write(self.state, self.account, group.chat, text))

    async def replies_in(self, group: "Group", to: Line, text: str) -> Line:
        return self._line(human.write(self.state, self.account, group.chat, text, reply_to=to.id))

    async def taps_in(self, group: "Group", label: str, within: float = PATIENCE) -> Line:
        return await self.taps_on(await group.hears_button(label, within), label)

    async def sends_photo_in(self, group: "Group", caption: str = "", reply_to: Line | None = None) -> Line:
        return self._sends("photo", caption, group.chat, reply_to)

    def _sends(self, kind: str, caption: str = "", chat: Chat | None = None, reply_to: Line | None = None) -> Line:
        content = picture() if kind == "photo" else f"a {kind}".encode()
        replied = reply_to.id if reply_to else None
        return self._line(
            human.send_media(self.state, self.account, chat or self.chat, kind, content, caption, replied)
        )

    def _line(self, message: Any) -> Line:
        return Line(self.state, self.state.chats[message.chat_id], message)


class Group(Conversation):
    """A group chat with the bot in it; follows the group when it becomes a supergroup."""

    async def anonymous_admin_says(self, text: str, reply_to: Line | None = None) -> Line:
        replied = reply_to.id if reply_to else None
        message = human.write_anonymously(self.state, self.chat, text, reply_to=replied)
        return Line(self.state, self.chat, message)
