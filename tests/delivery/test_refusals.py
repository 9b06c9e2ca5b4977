"""What Telegram's refusals mean, in the words it uses."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.chat.messenger import Messenger
from bot.chat.requesting import AiohttpRequest
from bot.delivery.parcels import Outgoing, Target
from bot.domain.deliveries import Delivery, NotSent, Refusal, Refused, RetryAfter, Sent, Unknown
from tests.support.people import Person
from tests.support.telegram import TelegramServer


@pytest.fixture
async def messenger(tg: TelegramServer) -> AsyncIterator[Messenger]:
    request = AiohttpRequest(read_timeout=0.5)
    async with request:
        yield Messenger(Bot(tg.token, base_url=tg.base_url, request=request))


@pytest.mark.parametrize(
    ("code", "description", "refusal"),
    [
        (403, "Forbidden: bot was blocked by the user", Refusal.BLOCKED),
        (403, "Forbidden: user is deactivated", Refusal.DEACTIVATED),
        (403, "Forbidden: bot was kicked from the supergroup chat", Refusal.KICKED),
        (403, "Forbidden: bot is not a member of the supergroup chat", Refusal.KICKED),
        (403, "Forbidden: the group chat was deleted", Refusal.KICKED),
        (403, "Forbidden: something new", Refusal.KICKED),
        (400, "Bad Request: chat not found", Refusal.NOT_FOUND),
        (400, "Bad Request: message thread not found", Refusal.TOPIC_CLOSED),
        (400, "Bad Request: TOPIC_CLOSED", Refusal.TOPIC_CLOSED),
        (400, "Bad Request: not enough rights to send text messages to the chat", Refusal.NO_RIGHTS),
        (400, "Bad Request: message is too long", Refusal.BAD_REQUEST),
    ],
)
async def test_a_refusal_is_known_by_its_text(
    tg: TelegramServer, ada: Person, messenger: Messenger, code: int, description: str, refusal: Refusal
) -> None:
    tg.faults.next("refuse", "sendMessage", code=code, description=description)
    assert await messenger.send(Outgoing(ada.id, "Hello")) == Refused(refusal)


@pytest.mark.parametrize(
    ("trouble", "delivery"),
    [
        ("drop-after", Unknown("broken-answer")),
        ("error-after", Unknown("broken-answer")),
        ("html", Unknown("broken-answer")),
        ("delay", Unknown("no-answer")),
        ("flood", RetryAfter(1.0)),
        ("flood-bare", RetryAfter(5.0)),
    ],
)
async def test_trouble_on_the_way_is_told_apart_by_what_may_have_arrived(
    tg: TelegramServer, ada: Person, messenger: Messenger, trouble: str, delivery: Delivery
) -> None:
    tg.faults.next(trouble, "sendMessage")
    found = await messenger.send(Outgoing(ada.id, "Hello"))
    assert type(found) is type(delivery)
    if isinstance(delivery, RetryAfter):
        assert found == delivery


async def test_without_a_connection_nothing_was_sent(tg: TelegramServer) -> None:
    async with AiohttpRequest() as request:
        messenger = Messenger(Bot(tg.token, base_url="http://127.0.0.1:9/bot", request=request))
        assert await messenger.send(Outgoing(1, "Hello")) == NotSent("no-connection")


async def test_an_edit_that_changes_nothing_is_done(tg: TelegramServer, ada: Person, messenger: Messenger) -> None:
    sent = await messenger.send(Outgoing(ada.id, "Hello"))
    assert isinstance(sent, Sent)
    target = Target(sent.message_id or 0)
    assert await messenger.send(Outgoing(ada.id, "Hello", target=target)) == Sent(None)


async def test_an_edit_of_a_message_that_is_gone_is_refused(
    tg: TelegramServer, ada: Person, messenger: Messenger
) -> None:
    found = await messenger.send(Outgoing(ada.id, "Hello", target=Target(999_999)))
    assert found == Refused(Refusal.NO_MESSAGE)


async def test_a_reply_to_a_deleted_message_is_sent_all_the_same(
    tg: TelegramServer, ada: Person, messenger: Messenger
) -> None:
    assert isinstance(await messenger.send(Outgoing(ada.id, "Hello", reply_to=999_999)), Sent)
    assert ada.count("Hello") == 1
