"""What people do, as orders in JSON: for the page, and for tests that run the server as its own process."""

import base64
from collections.abc import Callable
from typing import Any

from bot.demo.server import groups, human
from bot.demo.server.messages import Message
from bot.demo.server.people import Account, Chat
from bot.demo.server.telegram import Telegram

Order = dict[str, Any]
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class ImpossibleAct(ValueError):
    """The order names nobody, nothing, or an act there is not."""


def act(telegram: Telegram, order: Order) -> dict[str, Any]:
    """Carry out one order: `do` names the act, `person` who acts, `chat` where (their private chat if absent).

    Raises ImpossibleAct.
    """
    do = _ACTS.get(str(order.get("do", "")))
    if do is None:
        raise ImpossibleAct(f"no such act; there are {', '.join(_ACTS)}")
    person = telegram.accounts.get(_number(order, "person"))
    if person is None:
        raise ImpossibleAct("nobody has this id")
    chat = telegram.chats.get(_number(order, "chat") or person.id)
    if chat is None:
        raise ImpossibleAct("no such chat")
    try:
        return do(telegram, person, chat, order)
    except ValueError as error:
        raise ImpossibleAct(str(error)) from error


def _number(order: Order, name: str) -> int:
    value = order.get(name) or 0
    if not isinstance(value, int):
        raise ImpossibleAct(f"{name} is a number")
    return value


def _message(chat: Chat, order: Order) -> Message:
    message = chat.messages.get(_number(order, "message"))
    if message is None:
        raise ImpossibleAct("no such message")
    return message


def _say(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    text = str(order.get("text", "")).strip()
    if not text:
        raise ImpossibleAct("nothing to say")
    reply_to = _number(order, "reply_to") or None
    return {"message": human.write(telegram, person, chat, text[:4096], reply_to=reply_to).id}


def _press(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    message = _message(chat, order)
    data = order.get("data")
    if data is None:
        label = order.get("label")
        data = next((b.get("callback_data") for b in message.buttons() if b["text"] == label), None)
    if data is None:
        raise ImpossibleAct("no such button")
    return {"press": human.press(telegram, person, chat, message, str(data)).id}


def _edit(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    message = _message(chat, order)
    if message.sender_id != person.id:
        raise ImpossibleAct("only the writer edits a message")
    human.edit(telegram, chat, message, str(order.get("text", "")))
    return {}


def _open(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    return {"message": human.open_link(telegram, person, str(order.get("link", ""))).id}


def _send(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    kind = str(order.get("kind", "photo"))
    given = order.get("content")
    content = base64.b64decode(given) if given else _PIXEL
    message = human.send_media(telegram, person, chat, kind, content, str(order.get("caption", "")))
    return {"message": message.id}


def _block(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    human.block(telegram, telegram.chats[person.id])
    return {}


def _unblock(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    human.unblock(telegram, telegram.chats[person.id])
    return {}


def _leave_telegram(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    human.deactivate(telegram, person)
    return {}


def _kick_bot(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    groups.remove_bot(telegram, chat, person)
    return {}


def _add_bot(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    groups.add_bot(telegram, chat, person)
    return {}


def _upgrade(telegram: Telegram, person: Account, chat: Chat, order: Order) -> dict[str, Any]:
    return {"chat": groups.upgrade(telegram, chat, person).id}


_ACTS: dict[str, Callable[[Telegram, Account, Chat, Order], dict[str, Any]]] = {
    "say": _say,
    "press": _press,
    "edit": _edit,
    "open": _open,
    "send": _send,
    "block": _block,
    "unblock": _unblock,
    "delete-account": _leave_telegram,
    "kick-bot": _kick_bot,
    "add-bot": _add_bot,
    "upgrade": _upgrade,
}
