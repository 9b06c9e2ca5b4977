"""The HTTP face: updates by webhook, health and metrics."""

import asyncio
from datetime import timedelta

from starlette.testclient import TestClient

from bot.clock import real_now
from bot.domain.status import Lane
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.inbox import Arrived
from bot.web import pulse
from bot.web.pulse import Pulse
from bot.web.server import Face, web_app
from tests.support.clock import MONDAY
from tests.support.mailroom import put, updates, words

SECRET = "a-secret"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 1, "chat": {"id": 5_000_000_001, "type": "private"}}}


def client_for(database: Database, now: timedelta = timedelta(0), *, secret: str | None = SECRET) -> TestClient:
    async def keep(arrived: list[Arrived]) -> None:
        await database.run(inbox.store, arrived, real_now())

    async def take() -> Pulse:
        return await database.read(pulse.take, MONDAY + now, 1.0)

    return TestClient(web_app(Face(take, keep, secret=secret)))


def test_an_update_is_kept_before_it_is_acknowledged(database: Database) -> None:
    client = client_for(database)
    assert client.post("/webhook", json=UPDATE, headers=HEADERS).status_code == 200
    assert client.post("/webhook", json=UPDATE, headers=HEADERS).status_code == 200
    assert [(update.update_id, update.chat_id) for update in updates(database)] == [(7, 5_000_000_001)]


def test_nobody_without_the_secret_is_heard(database: Database) -> None:
    client = client_for(database)
    assert client.post("/webhook", json=UPDATE).status_code == 403
    for wrong in (b"another", b"\xe9"):
        headers = {b"X-Telegram-Bot-Api-Secret-Token": wrong}
        assert client.post("/webhook", json=UPDATE, headers=headers).status_code == 403
    assert updates(database) == []


def test_what_cannot_be_read_is_kept_for_the_dead_letters_and_blocks_nobody(database: Database) -> None:
    client = client_for(database)
    for _ in range(2):
        assert client.post("/webhook", content=b'{"update_id": 1, oops', headers=HEADERS).status_code == 200
    assert client.post("/webhook", content=b"[]", headers=HEADERS).status_code == 200
    kept = updates(database)
    assert len(kept) == 2
    assert all(update.chat_id == 0 and update.update_id < 0 for update in kept)


def test_a_body_larger_than_any_update_is_refused(database: Database) -> None:
    assert client_for(database).post("/webhook", content=b"x" * 1_000_001, headers=HEADERS).status_code == 413
    assert updates(database) == []


def test_without_a_webhook_there_is_no_such_page(database: Database) -> None:
    assert client_for(database, secret=None).post("/webhook", json=UPDATE, headers=HEADERS).status_code == 404


def test_health_is_bad_when_messages_wait_too_long(database: Database) -> None:
    put(database, 5_000_000_001, words("thanks"), lane=Lane.ANSWER)
    assert client_for(database, timedelta(minutes=1)).get("/health").status_code == 200
    late = client_for(database, timedelta(minutes=6)).get("/health")
    assert late.status_code == 503
    assert late.json()["oldest_due_seconds"] == 360


def test_health_is_bad_when_nothing_was_heard_for_long() -> None:
    assert Pulse(True, polled_ago=timedelta(seconds=30)).is_well
    assert not Pulse(True, polled_ago=timedelta(minutes=5)).is_well
    assert not Pulse(True, trouble="other-poller").is_well
    assert not Pulse(False).is_well


def test_metrics_are_in_prometheus_text(database: Database) -> None:
    asyncio.run(database.run(inbox.store, [Arrived(1, 0, "{}")], real_now()))
    text = client_for(database).get("/metrics").text
    assert "aftercare_up 1\n" in text
    assert "# TYPE aftercare_inbox_pending_updates gauge\naftercare_inbox_pending_updates 1\n" in text
