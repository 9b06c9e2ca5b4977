"""answerCallbackQuery: the short note a person sees after a press."""

from bot.demo.server.errors import bad_request
from bot.demo.server.parameters import Parameters, flag_of, text_of
from bot.demo.server.telegram import Telegram, Toast

MAX_ANSWER = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(telegram: Telegram, found: Parameters) -> bool:
    press = telegram.presses.get(text_of(found, "callback_query_id"))
    text = text_of(found, "text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if press is None or telegram.monotonic() - press.at > telegram.answer_presses_within:
        raise bad_request(_TOO_OLD)
    del telegram.presses[press.id]
    version = telegram.feed.version + 1
    telegram.toasts.append(Toast(press, text, flag_of(found, "show_alert"), version))
    telegram.feed.changed()
    return True
