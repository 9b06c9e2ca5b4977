"""What becomes of updates on their way in."""

import json
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.chat.turn import Toast
from bot.clock import real_now
from bot.delivery.hooks import Hooks
from bot.domain.status import InboxState
from bot.services.saying import Button, When, say
from bot.storage import facts
from bot.storage.database import Database
from tests.support.mailroom import mailroom, put, updates, words
from tests.support.people import Person
from tests.support.telegram import TelegramServer
from tests.support.waiting import until


def echo(db: Session, raw: str, now: datetime) -> None:
    message = json.loads(raw)["message"]
    say(db, message["chat"]["id"], words("hello", name=message["text"]), when=When(now))


def failing_for(text: str, times: int) -> Callable[[Session, str, datetime], None]:
    """Echo, but fail `times` times for this text, each time after having said something."""
    left = [times]

    def handle(db: Session, raw: str, now: datetime) -> None:
        echo(db, raw, now)
        if json.loads(raw)["message"]["text"] == text and left[0] > 0:
            left[0] -= 1
            raise RuntimeError("words of a patient")

    return handle


async def test_an_update_and_its_answer_are_one(database: Database, tg: TelegramServer, ada: Person) -> None:
    async with mailroom(database, tg, handle=failing_for("hi", 1)):
        await ada.says("hi")
        await ada.hears("Hello hi")
        await tg.updates_taken()
    assert ada.count("Hello hi") == 1


async def test_while_an_update_waits_the_later_ones_of_its_chat_wait_and_other_chats_go_on(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    ben = tg.person("Ben")
    async with mailroom(database, tg, handle=failing_for("first", 1)):
        await ada.says("first")
        await ada.says("second")
        await until(lambda: any(update.error for update in updates(database)))
        await ben.says("hi")
        await ben.hears("Hello hi")
        await ada.hears("Hello second")
    assert [line.text for line in ada.heard] == ["Hello /start", "Hello first", "Hello second"]


async def test_poison_is_set_aside_without_a_word_of_it_and_the_rest_goes_on(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    told: list[int] = []
    hooks = Hooks(dead_letter=lambda _db, _practice, update, _now: told.append(update.update_id))
    with database.transaction() as db:
        facts.put(db, facts.HEARD_AT, real_now().isoformat())
    async with mailroom(database, tg, handle=failing_for("poison", 99), hooks=hooks):
        await tg.updates_taken()
        await ada.says("poison")
        await ada.says("after")
        await ada.hears("Hello after")
        await until(lambda: told)
    dead = [update for update in updates(database) if update.state == InboxState.DEAD]
    assert [update.update_id for update in dead] == told
    assert dead[0].attempts == 5
    assert dead[0].error is not None
    assert "RuntimeError in test_handling.py" in dead[0].error
    assert "patient" not in dead[0].error
    assert ada.count("Hello poison") == 0


async def test_an_update_of_unknown_kind_blocks_nobody(database: Database, tg: TelegramServer, ada: Person) -> None:
    def handle(db: Session, raw: str, now: datetime) -> None:
        if "message" in json.loads(raw):
            echo(db, raw, now)

    async with mailroom(database, tg, handle=handle):
        tg.inject({"a_new_thing": {"of": ["telegram"]}})
        await ada.says("hi")
        await ada.hears("Hello hi")
        await until(lambda: all(update.state == InboxState.DONE for update in updates(database)))


async def test_an_update_that_telegram_repeats_has_its_effect_once(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    tg.faults.next("drop-after", "getUpdates", times=3)
    async with mailroom(database, tg, handle=echo):
        await ada.says("hi")
        await ada.hears("Hello hi", within=15)
        await tg.updates_taken(within=15)
    assert ada.count("Hello hi") == 1


async def test_an_update_with_a_lower_number_than_the_last_is_heard(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    async with mailroom(database, tg, handle=echo):
        await tg.updates_taken()
        message = {"message_id": 7, "date": 1, "chat": {"id": ada.id, "type": "private"}, "text": "low"}
        tg.inject({"message": message})
        await ada.hears("Hello low")
    assert len({update.update_id for update in updates(database)}) == len(updates(database))


async def test_every_press_is_answered_also_when_handling_it_fails(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    presses: list[str] = []

    def handle(_db: Session, raw: str, _now: datetime) -> Toast | None:
        update = json.loads(raw)
        if "callback_query" not in update:
            return None
        presses.append(update["callback_query"]["data"])
        if len(presses) == 1:
            raise RuntimeError
        return Toast("thanks")

    put(database, ada.id, words("question", buttons=[[Button("press-me", "ok:1")]]))
    async with mailroom(database, tg, handle=handle):
        await ada.taps("Press me")
        await until(lambda: tg.state.toasts)
        await ada.taps("Press me")
        await ada.sees_toast("Thank you")


async def test_a_slow_chat_delays_no_other(database: Database, tg: TelegramServer, ada: Person) -> None:
    if database.is_sqlite:
        return  # one writer at a time is what SQLite is
    ben = tg.person("Ben")
    release = threading.Event()

    def handle(db: Session, raw: str, now: datetime) -> None:
        if json.loads(raw)["message"]["text"] == "slow":
            release.wait(10)
        echo(db, raw, now)

    async with mailroom(database, tg, handle=handle):
        await ada.says("slow")
        await ben.says("quick")
        await ben.hears("Hello quick")
        assert ada.count("Hello slow") == 0
        release.set()
        await ada.hears("Hello slow")


async def test_after_a_silence_in_which_presses_are_lost_the_services_are_told_once(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    told: list[datetime] = []
    hooks = Hooks(returned=lambda _db, _practice, now: told.append(now))
    with database.transaction() as db:
        facts.put(db, facts.HEARD_AT, (real_now() - timedelta(minutes=10)).isoformat())
    async with mailroom(database, tg, handle=echo, hooks=hooks):
        await ada.says("hi")
        await ada.hears("Hello hi")
    assert len(told) == 1


async def test_trouble_with_polling_passes_and_nothing_is_missed(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    for trouble in ("error", "garbage", "html"):
        tg.faults.next(trouble, "getUpdates")
    tg.faults.next("refuse", "getUpdates", code=409, description="Conflict: terminated by other getUpdates request")
    async with mailroom(database, tg, handle=echo) as room:
        await ada.says("hi")
        await ada.hears("Hello hi", within=15)
        assert room.receiver.trouble is None
    assert ada.count("Hello hi") == 1
