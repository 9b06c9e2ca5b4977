"""The methods this Bot API has, by their lower-case names, and the parameters each knows."""

from collections.abc import Callable
from typing import Any

from bot.demo.server.methods import about_bot, answering, chats, editing, receiving, sending
from bot.demo.server.parameters import Parameters
from bot.demo.server.telegram import Telegram

Method = Callable[[Telegram, Parameters], Any]

METHODS: dict[str, Method] = {
    "getme": chats.get_me,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "sendvoice": sending.send_voice,
    "sendsticker": sending.send_sticker,
    "senddocument": sending.send_document,
    "sendvideo": sending.send_video,
    "sendchataction": sending.send_chat_action,
    "copymessage": sending.copy_message,
    "forwardmessage": sending.forward_message,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "setmessagereaction": editing.set_message_reaction,
    "answercallbackquery": answering.answer_callback_query,
    "setmycommands": about_bot.set_my_commands,
    "getmycommands": about_bot.get_my_commands,
    "deletemycommands": about_bot.delete_my_commands,
    "setmyname": about_bot.set_my_name,
    "getmyname": about_bot.get_my_name,
    "setmydescription": about_bot.set_my_description,
    "getmydescription": about_bot.get_my_description,
    "setmyshortdescription": about_bot.set_my_short_description,
    "getmyshortdescription": about_bot.get_my_short_description,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "getchatadministrators": chats.get_chat_administrators,
    "getchatmembercount": chats.get_chat_member_count,
    "leavechat": chats.leave_chat,
    "getfile": chats.get_file,
}
GET_UPDATES = "getupdates"
