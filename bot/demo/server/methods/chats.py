"""getMe, getChat and what concerns members and files."""

from typing import Any

from bot.demo.server.errors import bad_request
from bot.demo.server.parameters import Parameters, number_of, text_of
from bot.demo.server.people import PRESENT, Account, Chat
from bot.demo.server.rules import chat_of, check_group
from bot.demo.server.telegram import Telegram

_ACCENT = {"accent_color_id": 0, "max_reaction_count": 11}
_ACCEPTED_GIFTS = {
    key: False
    for key in (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
}
_RIGHTS = [
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "is_anonymous",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]


def get_me(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    return telegram.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not telegram.privacy_mode,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    chat = chat_of(telegram, found)
    if chat.person is None:
        check_group(telegram, chat)
    elif not chat.started:
        raise bad_request("chat not found")
    return chat.as_json() | _ACCENT | {"accepted_gift_types": _ACCEPTED_GIFTS}


def get_chat_member(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    chat = _group(telegram, found)
    account = telegram.accounts.get(number_of(found, "user_id") or 0)
    if account is None:
        raise bad_request("user not found")
    return member_json(chat, account, chat.members.get(account.id, "left"))


def get_chat_administrators(telegram: Telegram, found: Parameters) -> list[dict[str, Any]]:
    chat = _group(telegram, found)
    return [
        member_json(chat, telegram.accounts[person_id], status)
        for person_id, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]


def get_chat_member_count(telegram: Telegram, found: Parameters) -> int:
    return sum(status in PRESENT for status in _group(telegram, found).members.values())


def leave_chat(telegram: Telegram, found: Parameters) -> bool:
    chat = _group(telegram, found)
    chat.members[telegram.bot.id] = "left"
    telegram.feed.changed()
    return True


def get_file(telegram: Telegram, found: Parameters) -> dict[str, Any]:
    file_id = text_of(found, "file_id")
    content = telegram.files.get(file_id)
    if content is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_size": len(content),
        "file_path": f"files/{file_id}",
    }


def member_json(chat: Chat, account: Account, status: str) -> dict[str, Any]:
    found: dict[str, Any] = {"user": account.as_json(), "status": status}
    if status == "kicked":
        found["until_date"] = 0
    if status == "creator":
        found["is_anonymous"] = False
    if status == "administrator":
        found |= dict.fromkeys(_RIGHTS, False) | {"can_manage_chat": True}
    return found


def _group(telegram: Telegram, found: Parameters) -> Chat:
    chat = chat_of(telegram, found)
    if chat.person is None:
        check_group(telegram, chat)
    return chat
