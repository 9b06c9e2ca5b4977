"""Answers every press: stops its spinner and, where a handler has something to say, says it over the chat."""

from bot.chat.envelope import press_of
from bot.chat.messenger import Messenger
from bot.chat.rendering import Renderer
from bot.chat.turn import Toast
from bot.storage import readers
from bot.storage.database import Database

_LONGEST = 200


class Toaster:
    """For the worker, after each update."""

    def __init__(self, database: Database, renderer: Renderer, messenger: Messenger) -> None:
        self._database = database
        self._renderer = renderer
        self._messenger = messenger

    async def answer(self, raw: str, toast: Toast | None) -> None:
        """Nothing for an update that is no press."""
        press = press_of(raw)
        if press is None:
            return
        if toast is None:
            await self._messenger.toast(press.id, None)
            return
        known = await self._database.read(readers.of_chats, [press.sender_id])
        reader = known.get(press.sender_id, readers.NOBODY_KNOWN)
        voice = self._renderer.voice(reader.language or press.language, reader.timezone)
        await self._messenger.toast(press.id, voice.plain(toast.key, toast.args)[:_LONGEST], alert=toast.alert)
