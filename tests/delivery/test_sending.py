"""What becomes of messages on their way out."""

import asyncio
from datetime import timedelta

from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.clock import real_now, ticking_from
from bot.delivery.claiming import Claiming, claim
from bot.delivery.guarding import trusting
from bot.delivery.hooks import Hooks
from bot.domain.deliveries import Postponed
from bot.domain.status import Lane, OutboxState
from bot.services.saying import About, Button, When, Words, area, at, listing, phrase, rewrite
from bot.storage.claims import Moment, Wish
from bot.storage.database import Database
from bot.storage.tables import OutboxMessage
from tests.support.clock import MONDAY
from tests.support.mailroom import enrolled, mailroom, put, row, rows, small_practice, words
from tests.support.people import Person
from tests.support.telegram import TelegramServer
from tests.support.waiting import until


async def test_a_message_that_is_put_into_the_outbox_arrives(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    async with mailroom(database, tg) as room:
        row_id = room.put(ada.id, words("hello", name="Ada <3"))
        heard = await ada.hears("Hello Ada <3")
        await until(lambda: room.row(row_id).state == OutboxState.SENT)
    assert room.row(row_id).message_id == heard.id


async def test_every_form_of_argument_is_put_into_the_readers_words_and_zone(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    with database.transaction() as db:
        enrolled(db, ada.id, language="es-MX")
    said = words(
        "where",
        area=area("calf", "left"),
        time=at(MONDAY),
        more=listing("a <b>", phrase("drink", glasses=2), "c"),
    )
    async with mailroom(database, tg) as room:
        room.put(ada.id, said)
        await ada.hears("Su pantorrilla izquierda, lun, 2 mar, 10:00: a <b>, Beba 2 vasos y c")


async def test_a_message_leaves_at_its_time_and_not_before(database: Database, tg: TelegramServer, ada: Person) -> None:
    clock = ticking_from(MONDAY)
    async with mailroom(database, tg, clock=clock) as room:
        room.put(ada.id, words("again"), due_at=MONDAY + timedelta(hours=4))
        room.put(ada.id, words("thanks"))
        await ada.hears("Thank you")
        assert ada.count("Again") == 0
        clock.jump_to(MONDAY + timedelta(hours=4, seconds=-1))
        await ada.hears("Again")
    assert clock.now() >= MONDAY + timedelta(hours=4)


async def test_an_alert_overtakes_what_is_waiting(database: Database, tg: TelegramServer) -> None:
    ada, ben = tg.person("Ada"), tg.person("Ben")
    for person in (ada, ben):
        await person.says("/start")
    for _ in range(3):
        put(database, ada.id, words("stretch"), lane=Lane.REMINDER)
    put(database, ben.id, words("alarm", code="ADA1"), lane=Lane.ALERT)
    async with mailroom(database, tg):
        await until(lambda: len(tg.sent) == 4)
    assert tg.sent[0].text == "Look at ADA1 now"


async def test_messages_of_one_chat_keep_their_order(database: Database, tg: TelegramServer, ada: Person) -> None:
    tg.faults.next("flood", "sendMessage", seconds=1)
    for number in range(5):
        put(database, ada.id, words("hello", name=str(number)))
    async with mailroom(database, tg):
        await until(lambda: len(tg.sent) == 5, within=10)
    assert [sent.text for sent in tg.sent] == [f"Hello {number}" for number in range(5)]


async def test_what_is_no_longer_useful_is_skipped_with_its_reason(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    late = put(database, ada.id, words("ice"), due_at=MONDAY, expires_at=MONDAY + timedelta(hours=1))
    async with mailroom(database, tg, clock=ticking_from(MONDAY + timedelta(hours=6))) as room:
        await until(lambda: room.row(late).state == OutboxState.SKIPPED)
        assert room.row(late).reason == "expired"
    assert ada.heard == []


async def test_a_message_that_nobody_was_woken_for_goes_out_all_the_same(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    async with mailroom(database, tg):
        await asyncio.sleep(0.5)  # the first look is over
        put(database, ada.id, words("hello", name="quiet"))
        await ada.hears("Hello quiet", within=10)


async def test_what_nobody_wants_any_more_is_skipped_and_what_must_wait_waits(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    answers = {"ice": "enrollment-stopped", "stretch": Postponed(MONDAY + timedelta(hours=9), "quiet-hours")}
    hooks = Hooks(still_wanted=lambda _db, _practice, message, _now: answers.get(message.template))
    ice = put(database, ada.id, words("ice"), lane=Lane.REMINDER)
    stretch = put(database, ada.id, words("stretch"), lane=Lane.REMINDER)
    async with mailroom(database, tg, hooks=hooks) as room:
        await until(lambda: room.row(ice).state == OutboxState.SKIPPED)
        await until(lambda: room.row(stretch).reason == "quiet-hours")
        room.put(ada.id, words("thanks"))
        await ada.hears("Thank you")
    assert row(database, ice).reason == "enrollment-stopped"
    assert row(database, stretch).due_at == MONDAY + timedelta(hours=9)
    assert len(ada.heard) == 1


async def test_several_overdue_reminders_become_one_message_that_keeps_the_questions_buttons(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    with database.transaction() as db:
        enrollment_id = enrolled(db, ada.id).id
    buttons = [[Button("press-me", "done:1")]]

    def due(template: str, hours: int, **about: int) -> int:
        subject = About(enrollment_id=enrollment_id, **about)
        due_at = MONDAY + timedelta(hours=hours)
        return put(database, ada.id, words(template, buttons=buttons), lane=Lane.REMINDER, due_at=due_at, about=subject)

    stretch, ice, again = due("stretch", 1), due("ice", 2), due("stretch", 3)
    async with mailroom(database, tg, clock=ticking_from(MONDAY + timedelta(hours=6))) as room:
        heard = await ada.hears("Stretch gently")
        await until(lambda: room.row(ice).state == OutboxState.SENT)
    assert heard.text == "Ice for ten minutes\n\nStretch gently"
    assert heard.buttons == ["Press me"]
    assert len(ada.heard) == 1
    assert (row(database, stretch).state, row(database, stretch).reason) == (OutboxState.SKIPPED, "superseded")
    assert row(database, again).message_id == heard.id


async def test_an_edit_waits_for_its_message_and_only_the_last_one_is_made(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    first = put(database, ada.id, words("question"), due_at=MONDAY + timedelta(hours=1))
    for name in ("one", "two"):
        with database.transaction() as db:
            rewrite(db, row(database, first), words("hello", name=name), when=When(MONDAY))
    clock = ticking_from(MONDAY)
    async with mailroom(database, tg, clock=clock) as room:
        room.put(ada.id, words("thanks"))
        await ada.hears("Thank you")
        clock.jump_to(MONDAY + timedelta(hours=1))
        edited = await ada.hears("Hello two")
        assert edited.id == room.row(first).message_id
        await until(lambda: all(message.state not in ("planned", "sending") for message in rows(database)))
    assert tg.state.calls["editmessagetext"] == 1


async def test_the_caption_of_a_qr_photo_is_edited_as_a_caption(database: Database, tg: TelegramServer) -> None:
    tessa = tg.person("Tessa")
    await tessa.says("/start")
    photo = put(database, tessa.id, Words("hello", {"name": "Tessa"}, qr="https://t.me/bot?start=code"))
    with database.transaction() as db:
        rewrite(db, row(database, photo), words("thanks"), when=When(MONDAY))
    async with mailroom(database, tg):
        await tessa.hears("Thank you")
    assert tg.state.calls["editmessagecaption"] == 1


async def test_markup_that_telegram_cannot_read_goes_out_as_plain_text(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    async with mailroom(database, tg) as room:
        room.put(ada.id, words("broken"))
        assert (await ada.hears("unclosed")).text == "unclosed"


async def test_a_sentence_that_is_missing_fails_its_message_and_no_other(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    async with mailroom(database, tg) as room:
        broken = room.put(ada.id, words("no-such-sentence"))
        room.put(ada.id, words("thanks"))
        await ada.hears("Thank you")
        await until(lambda: room.row(broken).state == OutboxState.FAILED)
    assert row(database, broken).reason == "unsayable"


async def test_a_hook_that_raises_costs_only_its_own_message(database: Database, tg: TelegramServer) -> None:
    ada, ben = tg.person("Ada"), tg.person("Ben")
    for person in (ada, ben):
        await person.says("/start")

    def still_wanted(_db: object, _practice: object, message: object, _now: object) -> None:
        if getattr(message, "template", "") == "ice":
            raise RuntimeError("a fault")

    put(database, ada.id, words("ice"))
    put(database, ben.id, words("thanks"))
    async with mailroom(database, tg, hooks=Hooks(still_wanted=still_wanted)):
        await ben.hears("Thank you")
    assert ada.heard == []
    assert rows(database)[0].reason == "fault"


async def test_what_fails_after_a_message_was_sent_holds_up_no_other(database: Database, tg: TelegramServer) -> None:
    ada, ben = tg.person("Ada"), tg.person("Ben")
    for person in (ada, ben):
        await person.says("/start")

    def sent(_db: object, _practice: object, message: object, _now: object) -> None:
        if getattr(message, "template", "") == "ice":
            raise RuntimeError("a fault")

    iced = put(database, ada.id, words("ice"))
    async with mailroom(database, tg, hooks=Hooks(sent=sent)) as room:
        await ada.hears("Ice")
        await until(lambda: room.row(iced).state == OutboxState.SENT)
        thanked = room.put(ben.id, words("thanks"))
        await ben.hears("Thank you")
        await until(lambda: room.row(thanked).state == OutboxState.SENT)
    assert ada.count("Ice") == ben.count("Thank you") == 1


async def test_a_database_that_stumbles_while_it_records_is_told_again(
    database: Database, tg: TelegramServer, ada: Person
) -> None:
    stumbles = iter([True])
    followed_up: list[int] = []

    def sent(db: Session, _practice: object, message: OutboxMessage, _now: object) -> None:
        followed_up.append(message.id or 0)
        if next(stumbles, False):
            event.listen(db, "before_commit", _goes_away, once=True)

    first = put(database, ada.id, words("ice"))
    async with mailroom(database, tg, hooks=Hooks(sent=sent)) as room:
        await until(lambda: room.row(first).state == OutboxState.SENT)
        second = room.put(ada.id, words("thanks"))
        await until(lambda: room.row(second).state == OutboxState.SENT)
    assert ada.count("Ice") == ada.count("Thank you") == 1
    assert followed_up == [first, first, second]


def _goes_away(_db: Session) -> None:
    raise OperationalError("COMMIT", None, Exception("the server closed the connection"))


async def test_stopping_finishes_what_is_in_flight_and_loses_nothing(database: Database, tg: TelegramServer) -> None:
    people = [tg.person(f"P{number}") for number in range(40)]
    for person in people:
        await person.says("/start")
        put(database, person.id, words("thanks"))
    tg.faults.next("delay", "sendMessage", times=40, seconds=0.2)
    async with mailroom(database, tg, listening=False):
        await until(lambda: len(tg.sent) > 0)
    states = {message.state for message in rows(database)}
    assert OutboxState.SENDING not in states
    assert len(tg.sent) == sum(message.state == OutboxState.SENT for message in rows(database))
    async with mailroom(database, tg, listening=False):
        await until(lambda: len(tg.sent) == 40)
    assert all(person.count("Thank you") == 1 for person in people)


def test_what_stands_behind_a_skipped_reminder_is_asked_for_next(database: Database) -> None:
    ada, ben = 5_000_000_001, 5_000_000_002
    due_at, late = MONDAY - timedelta(minutes=9), MONDAY - timedelta(minutes=1)
    with database.transaction() as db:
        about = About(enrollment_id=enrolled(db, ben).id)
    put(database, ada, words("stretch"), lane=Lane.REMINDER, due_at=due_at, expires_at=late)
    put(database, ada, words("thanks"), lane=Lane.REMINDER, due_at=late)
    for template in ("stretch", "ice"):
        put(database, ben, words(template), lane=Lane.REMINDER, due_at=due_at, about=about)
    how = Claiming(small_practice(), Hooks(), Moment(MONDAY, real_now()), "mine", trusting)
    with database.transaction() as db:
        assert claim(db, [Wish(Lane.REMINDER, 50)], how).more
