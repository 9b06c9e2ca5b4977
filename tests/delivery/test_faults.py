"""What becomes of messages when Telegram refuses, stumbles or stays silent, and when the bot itself is killed."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.clock import real_now, ticking_from
from bot.delivery.fallback import Alert
from bot.delivery.hooks import Hooks
from bot.delivery.pace import Limits
from bot.domain.status import Lane, OutboxState
from bot.domain.tiers import Tier
from bot.services.saying import About
from bot.storage import facts, outbox
from bot.storage.database import Database
from bot.storage.tables import CheckIn, Flag, OutboxMessage
from tests.support.clock import MONDAY
from tests.support.mailroom import enrolled, interrupted, mailroom, put, row, rows, words
from tests.support.people import Person
from tests.support.telegram import TelegramServer
from tests.support.waiting import until

LANES = (Lane.ALERT, Lane.ANSWER, Lane.REMINDER)


def a_check_in(database: Database, telegram_id: int) -> About:
    with database.transaction() as db:
        enrollment = enrolled(db, telegram_id)
        check_in = CheckIn(enrollment_id=enrollment.id or 0, step="day-1")
        db.add(check_in)
        db.flush()
        return About(enrollment_id=enrollment.id, check_in_id=check_in.id)


def a_flag(database: Database, telegram_id: int) -> About:
    with database.transaction() as db:
        enrollment = enrolled(db, telegram_id)
        flag = Flag(
            patient_id=enrollment.patient_id,
            enrollment_id=enrollment.id,
            tier=Tier.URGENT,
            opened_at=MONDAY,
            raised_at=MONDAY,
        )
        db.add(flag)
        db.flush()
        return About(patient_id=enrollment.patient_id, flag_id=flag.id)


async def test_a_reminder_of_unknown_fate_is_never_sent_again(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    tg.faults.next("drop-after", "sendMessage")
    reminder = put(database, ada.id, words("ice"), lane=Lane.REMINDER)
    async with mailroom(database, tg) as room:
        await until(lambda: room.row(reminder).state == OutboxState.UNCERTAIN)
        room.put(ada.id, words("thanks"))
        await ada.hears("Thank you")
    assert ada.count("Ice for ten minutes") == 1


async def test_an_alert_of_unknown_fate_is_sent_again_and_says_so_until_confirmed(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    tg.faults.next("drop-after", "sendMessage", times=2)
    alert = put(database, ada.id, words("alarm", code="ADA1"), lane=Lane.ALERT)
    async with mailroom(database, tg) as room:
        await until(lambda: room.row(alert).state == OutboxState.SENT, within=10)
    copies = [line.text for line in ada.heard]
    assert copies == ["Look at ADA1 now", *["Look at ADA1 now\n\nSent again"] * 2]


async def test_a_check_in_of_unknown_fate_is_asked_once_more(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    tg.faults.next("drop-after", "sendMessage", times=2)
    question = put(database, ada.id, words("question"), lane=Lane.REMINDER, about=a_check_in(database, ada.id))
    async with mailroom(database, tg) as room:
        await until(lambda: room.row(question).state == OutboxState.UNCERTAIN, within=10)
    assert ada.count("How sore is it?") == 2


async def test_an_answer_of_unknown_fate_is_given_once_more(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    tg.faults.next("error-after", "sendMessage")
    answer = put(database, ada.id, words("thanks"))
    async with mailroom(database, tg) as room:
        await until(lambda: room.row(answer).state == OutboxState.SENT, within=10)
    assert ada.count("Thank you") == 2


@pytest.mark.parametrize("lane", LANES)
async def test_what_surely_was_not_sent_is_sent_once_telegram_is_back(
    database: Database, tg: TelegramServer, ada: Person, lane: Lane
) -> None:
    message = put(database, ada.id, words("thanks"), lane=lane)
    url, tg.base_url = tg.base_url, "http://127.0.0.1:9/bot"
    async with mailroom(database, tg, listening=False) as room:
        await until(lambda: room.row(message).retry_at is not None)
        assert room.row(message).state == OutboxState.PLANNED
    tg.base_url = url
    async with mailroom(database, tg):
        await ada.hears("Thank you")
    assert ada.count("Thank you") == 1


async def test_too_many_requests_pauses_the_chat_it_names_and_no_other(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    ben = tg.person("Ben")
    await ben.says("/start")
    tg.faults.next("flood", "sendMessage", chat=ada.id, seconds=2)
    async with mailroom(database, tg) as room:
        for_ada = room.put(ada.id, words("thanks"))
        await until(lambda: room.row(for_ada).retry_at is not None)
        for_ben = room.put(ben.id, words("thanks"))
        await until(lambda: room.row(for_ben).state == OutboxState.SENT, within=1.5)
        assert ada.heard == []
        await ada.hears("Thank you")
    assert row(database, for_ada).attempts == 1


async def test_a_blocked_patient_is_not_tried_again(database: Database, tg: TelegramServer, ada: Person) -> None:
    failures: list[str] = []
    hooks = Hooks(failed=lambda _db, _practice, message, failure, _now: failures.append(f"{message.id} {failure.why}"))
    await ada.blocks_bot()
    async with mailroom(database, tg, hooks=hooks) as room:
        message = room.put(ada.id, words("ice"), lane=Lane.REMINDER)
        await until(lambda: room.row(message).state == OutboxState.FAILED)
    assert failures == [f"{message} blocked"]
    assert tg.state.calls["sendmessage"] == 1


async def test_a_group_that_became_a_supergroup_keeps_its_messages(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    group = tg.group("Staff", [ada])
    old_id = group.id
    with database.transaction() as db:
        facts.put(db, facts.STAFF_CHAT, str(old_id))
    first = put(database, old_id, words("alarm", code="ADA1"), lane=Lane.ALERT)
    later = put(database, old_id, words("thanks"), due_at=MONDAY + timedelta(hours=1))
    tg.upgrade(group)
    async with mailroom(database, tg) as room:
        await until(lambda: room.row(first).state == OutboxState.SENT)
    assert group.count("Look at ADA1 now") == 1
    assert row(database, later).chat_id == group.id != old_id
    with database.transaction() as db:
        assert facts.staff_chat(db) == group.id


async def test_an_alert_to_a_group_that_is_gone_reaches_the_clinic_by_another_way(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    group = tg.group("Staff", [ada])
    carried: list[Alert] = []
    came = asyncio.Event()

    async def carrier(alert: Alert) -> None:
        carried.append(alert)
        if len(carried) == 1:
            raise OSError("the mail server is away")
        came.set()

    tg.kick_bot(group)
    put(database, group.id, words("alarm", code="ADA1"), lane=Lane.ALERT, about=a_flag(database, ada.id))
    async with mailroom(database, tg, carrier=carrier):
        async with asyncio.timeout(10):
            await came.wait()
    assert carried[-1] == Alert("ADA1", "urgent", "2026-03-02T09:00:00+00:00")


@pytest.mark.parametrize(
    ("lane", "state", "copies"),
    [(Lane.ALERT, OutboxState.SENT, 1), (Lane.ANSWER, OutboxState.SENT, 1), (Lane.REMINDER, OutboxState.UNCERTAIN, 0)],
)
async def test_what_was_being_sent_when_the_bot_was_killed_follows_its_lane(
    database: Database, tg: TelegramServer, ada: Person, lane: Lane, state: OutboxState, copies: int
) -> None:
    message = put(database, ada.id, words("thanks"), lane=lane)
    interrupted(database, message)
    async with mailroom(database, tg) as room:
        await until(lambda: room.row(message).state == state)
    assert ada.count("Thank you") == copies


async def test_a_wrong_token_costs_no_message(database: Database, tg: TelegramServer, ada: Person) -> None:
    message = put(database, ada.id, words("thanks"))
    right = tg.state.token
    async with mailroom(database, tg, listening=False) as room:
        tg.state.token = "987654321:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        room.office.wake()
        await until(lambda: room.row(message).state == OutboxState.SENT or room.row(message).retry_at is not None)
        tg.state.token = right
        await ada.hears("Thank you")
    assert ada.count("Thank you") == 1


async def test_six_hours_off_leave_one_message_for_each_patient(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    with database.transaction() as db:
        about = About(enrollment_id=enrolled(db, ada.id).id)
    for hours, template in ((1, "stretch"), (2, "ice"), (3, "thanks")):
        due_at = MONDAY + timedelta(hours=hours)
        ends = due_at + timedelta(hours=2) if template == "ice" else None
        put(database, ada.id, words(template), lane=Lane.REMINDER, due_at=due_at, expires_at=ends, about=about)
    async with mailroom(database, tg, clock=ticking_from(MONDAY + timedelta(hours=6))):
        heard = await ada.hears("Thank you")
    assert heard.text == "Stretch gently\n\nThank you"
    assert len(ada.heard) == 1


async def test_a_database_that_drops_every_connection_costs_nothing(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    async with mailroom(database, tg) as room:
        room.put(ada.id, words("hello", name="before"))
        await ada.hears("Hello before")
        if not database.is_sqlite:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            with database.engine.connect() as connection:
                connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))
        room.put(ada.id, words("hello", name="after"))
        await ada.hears("Hello after", within=10)
    assert ada.count("Hello") == 2


async def test_an_alert_that_somebody_pressed_before_its_answer_came_is_not_sent_again(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    alert = put(database, ada.id, words("alarm", code="ADA1"), lane=Lane.ALERT)
    interrupted(database, alert)
    with database.transaction() as db:
        outbox.recognize(db, db.get_one(OutboxMessage, alert), 17)
    async with mailroom(database, tg) as room:
        await until(lambda: room.row(alert).state == OutboxState.SENT)
    assert ada.count("Look at ADA1 now") == 0


async def test_what_waited_longer_than_its_lease_goes_out_at_once_when_it_may(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    slept = timedelta(0)
    people = [ada, *(tg.person(f"P{number}") for number in range(27))]
    for person in people[1:]:
        await person.says("/start")
    for person in people:
        put(database, person.id, words("thanks"))
    tg.faults.next("flood", "sendMessage", times=2, seconds=2)
    async with mailroom(database, tg, clock=ticking_from(MONDAY, lambda: real_now() + slept), limits=Limits()):
        await until(lambda: [message.reason for message in rows(database)].count("too-many-requests") == 2)
        slept = timedelta(seconds=50)
        await until(lambda: len(tg.sent) == len(people), within=6)
