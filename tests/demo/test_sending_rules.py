"""What the Bot API lets through and what it refuses, as a real python-telegram-bot Bot meets it."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.support.people import Person
from tests.support.telegram import TelegramServer
from tests.support.transcript import picture


def one_button(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Done", callback_data=data)]])


async def test_html_arrives_as_text_with_entities(bot: Bot, ada: Person) -> None:
    source = '  <b>Drink <i>water</i></b> &lt;now&gt; 💧 <a href="https://a.b/?c=1&amp;d=2">why</a>\n'
    sent = await bot.send_message(ada.id, source, parse_mode="HTML")
    assert sent.text == "Drink water <now> 💧 why"
    assert [(entity.type, sent.parse_entity(entity)) for entity in sent.entities] == [
        (MessageEntity.BOLD, "Drink water"),
        (MessageEntity.ITALIC, "water"),
        (MessageEntity.TEXT_LINK, "why"),
    ]
    assert sent.entities[2].url == "https://a.b/?c=1&d=2"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</i>", "Unmatched end tag at byte offset 4"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("é<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("a < b", "Unclosed start tag at byte offset 2"),
    ],
)
async def test_bad_html_is_refused_with_its_place(bot: Bot, ada: Person, source: str, complaint: str) -> None:
    with pytest.raises(BadRequest, match=r"(?i)can't parse entities: " + complaint):
        await bot.send_message(ada.id, source, parse_mode="HTML")
    assert ada.heard == []


async def test_a_text_has_at_most_4096_characters_after_its_markup_is_gone(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "<b>" + "a" * 4096 + "</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(ada.id, "a" * 4097)
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(ada.id, "<b> </b>", parse_mode="HTML")


async def test_a_caption_has_at_most_1024_characters(bot: Bot, ada: Person) -> None:
    sent = await bot.send_photo(ada.id, picture(), caption="a" * 1024)
    assert sent.photo[0].width == 1
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(ada.id, picture(), caption="a" * 1025)


async def test_a_photo_can_be_fetched_by_the_bot_and_seen_by_the_person(bot: Bot, ada: Person) -> None:
    sent = await bot.send_photo(ada.id, picture())
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture() == ada.last.photo


async def test_what_is_no_picture_is_no_photo(bot: Bot, ada: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(ada.id, b"words")


async def test_callback_data_has_1_to_64_bytes(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "a", reply_markup=one_button("é" * 32))
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(ada.id, "a", reply_markup=one_button("é" * 32 + "a"))


async def test_a_person_who_never_started_the_bot_cannot_be_written_to(tg: TelegramServer, bot: Bot) -> None:
    for chat_id in (tg.person("Ben").id, 42):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(chat_id, "hello")


async def test_a_person_who_blocked_the_bot_refuses_until_they_come_back(bot: Bot, ada: Person) -> None:
    await ada.blocks_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada.id, "hello")
    await ada.unblocks_bot()
    await bot.send_message(ada.id, "hello again")
    updates = await bot.get_updates()
    members = [update.my_chat_member for update in updates if update.my_chat_member]
    assert [(change.old_chat_member.status, change.new_chat_member.status) for change in members] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_a_deleted_account_refuses(bot: Bot, ada: Person) -> None:
    await ada.deletes_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ada.id, "hello")


async def test_a_group_that_became_a_supergroup_names_its_new_id(tg: TelegramServer, bot: Bot) -> None:
    staff = tg.group("Clinic staff", [tg.person("Nora")])
    old_id = staff.id
    tg.upgrade(staff)
    with pytest.raises(ChatMigrated) as refusal:
        await bot.send_message(old_id, "card")
    assert refusal.value.new_chat_id == staff.id
    await bot.send_message(staff.id, "card")
    assert staff.last.text == "card"


async def test_a_group_that_threw_the_bot_out_refuses(tg: TelegramServer, bot: Bot) -> None:
    staff = tg.group("Clinic staff", [tg.person("Nora")])
    tg.kick_bot(staff)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(staff.id, "card")


async def test_a_closed_topic_refuses_and_a_missing_one_is_not_found(tg: TelegramServer, bot: Bot) -> None:
    staff = tg.group("Clinic staff", [tg.person("Nora")], supergroup=True)
    tg.open_topic(staff, 7)
    sent = await bot.send_message(staff.id, "card", message_thread_id=7)
    assert sent.message_thread_id == 7
    tg.close_topic(staff, 7)
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await bot.send_message(staff.id, "card", message_thread_id=7)
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(staff.id, "card", message_thread_id=8)


async def test_a_reply_needs_its_message_unless_told_otherwise(bot: Bot, ada: Person) -> None:
    first = await bot.send_message(ada.id, "one")
    second = await bot.send_message(ada.id, "two", reply_parameters=ReplyParameters(first.message_id))
    assert second.reply_to_message is not None
    assert second.reply_to_message.text == "one"
    await bot.delete_message(ada.id, first.message_id)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ada.id, "three", reply_parameters=ReplyParameters(first.message_id))
    anyway = ReplyParameters(first.message_id, allow_sending_without_reply=True)
    assert (await bot.send_message(ada.id, "three", reply_parameters=anyway)).reply_to_message is None


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "one", reply_markup=one_button("a"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("one", ada.id, sent.message_id, reply_markup=one_button("a"))
    await bot.edit_message_text("one", ada.id, sent.message_id)
    assert ada.last.buttons == []
    assert ada.last.edited


async def test_a_photo_has_a_caption_to_edit_and_no_text(bot: Bot, ada: Person) -> None:
    sent = await bot.send_photo(ada.id, picture(), caption="one", reply_markup=one_button("a"))
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("two", ada.id, sent.message_id)
    await bot.edit_message_caption(ada.id, sent.message_id, caption="two")
    assert (ada.last.text, ada.last.buttons) == ("two", [])


async def test_only_the_bots_own_messages_are_edited(bot: Bot, ada: Person) -> None:
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("two", ada.id, ada.messages[0].id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("two", ada.id, 9999)


async def test_a_photo_of_a_patient_can_be_passed_on(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    staff = tg.group("Clinic staff", [tg.person("Nora")])
    photo = await ada.sends_photo("my calf")
    await bot.copy_message(staff.id, ada.id, photo.id)
    assert (staff.last.text, staff.last.photo) == ("my calf", picture())
    await bot.forward_message(staff.id, ada.id, photo.id)
    assert staff.last.photo == picture()


async def test_commands_differ_by_scope_and_language(tg: TelegramServer, bot: Bot, ada: Person) -> None:
    await bot.set_my_commands([("help", "help")])
    await bot.set_my_commands([("help", "ayuda")], language_code="es")
    assert (await bot.get_my_commands(language_code="es"))[0].description == "ayuda"
    assert tg.state.profile.commands_shown(ada.id, "es")[0]["description"] == "ayuda"
    assert tg.state.profile.commands_shown(ada.id, "fr")[0]["description"] == "help"
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([("Help!", "help")])


async def test_the_bot_learns_who_is_in_a_group(tg: TelegramServer, bot: Bot) -> None:
    nora, ben = tg.person("Nora"), tg.person("Ben")
    staff = tg.group("Clinic staff", [nora])
    assert (await bot.get_chat(staff.id)).title == "Clinic staff"
    assert (await bot.get_chat_member(staff.id, nora.id)).status == "creator"
    assert (await bot.get_chat_member(staff.id, ben.id)).status == "left"
    assert [admin.user.id for admin in await bot.get_chat_administrators(staff.id)] == [nora.id]
    assert await bot.leave_chat(staff.id)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(staff.id, "card")
