"""The test driver: people act, a bot of a few lines answers over real HTTP."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update

from tests.support.telegram import TelegramServer, telegram_server
from tests.support.transcript import picture

CONSENT = InlineKeyboardMarkup([[InlineKeyboardButton("✅ I agree", callback_data="yes")]])


async def answer(bot: Bot, update: Update) -> None:
    """A parrot with one button."""
    if update.callback_query and update.callback_query.message:
        await update.callback_query.answer("Noted")
        pressed = update.callback_query.message
        await bot.edit_message_text("Agreed", pressed.chat.id, pressed.message_id)
    elif update.edited_message:
        await bot.send_message(update.edited_message.chat.id, f"corrected: {update.edited_message.text}")
    elif update.message and update.message.photo:
        photo = update.message.photo[-1]
        await bot.send_photo(update.message.chat.id, photo.file_id, caption="a <b>photo</b>", parse_mode="HTML")
    elif update.message and update.message.text:
        reply = ReplyParameters(update.message.message_id)
        text = f"you said: {update.message.text}"
        await bot.send_message(update.message.chat.id, text, reply_parameters=reply, reply_markup=CONSENT)


async def poll(parrot: TelegramServer) -> None:
    async with Bot(parrot.token, base_url=parrot.base_url) as bot:
        offset = 0
        while True:
            for update in await bot.get_updates(offset, timeout=20):
                offset = update.update_id + 1
                await answer(bot, update)


@pytest.fixture
async def parrot() -> AsyncIterator[TelegramServer]:
    async with telegram_server() as server:
        bot = asyncio.create_task(poll(server))
        yield server
        bot.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await bot


async def test_a_person_hears_what_the_bot_answers(parrot: TelegramServer) -> None:
    ada = parrot.person("Ada")
    await ada.says("hello")
    heard = await ada.hears("you said: HELLO")
    assert heard.buttons == ["✅ I agree"]
    assert heard.reply_to is not None
    assert heard.reply_to.text == "hello"


async def test_a_link_of_the_bot_starts_it_with_its_code(parrot: TelegramServer) -> None:
    ada = parrot.person("Ada")
    await ada.opens(f"https://t.me/{parrot.username}?start=K7F2")
    await ada.hears("you said: /start K7F2")


async def test_a_tap_finds_its_button_whatever_sign_stands_before_it(parrot: TelegramServer) -> None:
    ada = parrot.person("Ada")
    await ada.says("hello")
    card = await ada.taps("I agree")
    assert await ada.sees_toast("noted") == "Noted"
    assert (await ada.hears("Agreed")).id == card.id
    assert card.edited
    assert card.buttons == []


async def test_a_missing_button_fails_with_the_chat_so_far(parrot: TelegramServer) -> None:
    ada = parrot.person("Ada")
    await ada.says("hello")
    with pytest.raises(AssertionError, match=r"no button 'Done'[\s\S]*Ada: hello"):
        await ada.taps("Done", within=0.05)


async def test_an_old_message_does_not_pass_for_an_answer(parrot: TelegramServer) -> None:
    ada = parrot.person("Ada")
    await ada.says("one")
    await ada.hears("you said: one")
    await ada.says("two")
    await ada.hears("you said: two")
    with pytest.raises(AssertionError, match="nobody said 'you said: one'"):
        await ada.hears("you said: one", within=0.05)


async def test_edits_and_photos_of_people_reach_the_bot(parrot: TelegramServer) -> None:
    ada = parrot.person("Ada")
    line = await ada.says("helo")
    await ada.edits(line, "hello")
    await ada.hears("corrected: hello")
    await ada.sends_photo("my calf")
    assert (await ada.hears("a photo")).photo == picture()


async def test_in_a_group_the_bot_is_shown_commands_and_replies_to_itself_only(parrot: TelegramServer) -> None:
    nora = parrot.person("Nora")
    staff = parrot.group("Clinic staff", [nora])
    await nora.says_in(staff, "lunch?")
    await nora.says_in(staff, "/flags")
    card = await staff.hears("you said: /flags")
    await nora.replies_in(staff, card, "call her")
    await staff.hears("you said: call her")
    assert staff.find("lunch") is None


async def test_a_group_goes_on_as_a_supergroup(parrot: TelegramServer) -> None:
    nora = parrot.person("Nora")
    staff = parrot.group("Clinic staff", [nora])
    old_id = staff.id
    parrot.upgrade(staff)
    await nora.says_in(staff, "/flags")
    await staff.hears("you said: /flags")
    assert staff.id != old_id
