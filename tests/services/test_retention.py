"""What is erased by itself: patients after the promised days, old messages, handled updates."""

from datetime import timedelta

from sqlmodel import select

from bot.domain.status import OutboxState
from bot.services import outcomes, retention
from bot.storage.tables import (
    InboxUpdate,
    OutboxMessage,
    Patient,
)
from tests.services.test_privacy import anything_kept_of, flagged, patient_of, reported
from tests.support.desk import Desk, Person

GROUP = -100500
WORDS = "my calf throbs at night"


def purge(desk: Desk) -> retention.Purged:
    with desk.looking() as db:
        return retention.purge(db, desk.practice, desk.now)


def test_a_patient_is_erased_when_the_promised_days_are_over(desk: Desk, ada: Person) -> None:
    patient_id = reported(desk, ada)
    ada.says("/stop")
    desk.now += timedelta(days=89)
    assert purge(desk).patients == 0
    assert patient_of(desk, ada).name == "Ada Byron"
    desk.now += timedelta(days=2)
    assert purge(desk).patients == 1
    assert anything_kept_of(desk, ada, patient_id) == []


def test_an_aftercare_ends_by_itself_so_that_its_days_can_begin_to_count(desk: Desk, ada: Person) -> None:
    patient_id = reported(desk, ada)
    desk.now += timedelta(days=15)
    assert purge(desk).ended == 1
    desk.now += timedelta(days=91)
    assert purge(desk).patients == 1
    assert anything_kept_of(desk, ada, patient_id) == []


def test_an_enrollment_nobody_joined_does_not_keep_a_name_for_ever(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez, calf")
    desk.now += timedelta(days=3)
    assert purge(desk).ended == 1
    desk.now += timedelta(days=91)
    purge(desk)
    with desk.looking() as db:
        assert db.exec(select(Patient.name)).all() == [None]


def test_a_patient_in_a_new_aftercare_is_kept(desk: Desk, tessa: Person, ada: Person) -> None:
    code = patient_of(desk, ada).code
    desk.now += timedelta(days=100)
    purge(desk)
    tessa.says(f"/enroll {code}, neck")
    desk.now += timedelta(days=1)
    purge(desk)
    assert patient_of(desk, ada).name == "Ada Byron"


def test_an_open_flag_keeps_its_patient(desk: Desk, ada: Person) -> None:
    flagged(desk, reported(desk, ada))
    ada.says("/stop")
    desk.now += timedelta(days=200)
    assert purge(desk).patients == 0


def test_old_messages_lose_their_content_and_their_chat(desk: Desk, ben: Person, tessa: Person) -> None:
    ben.says("/start")
    desk.now += timedelta(days=91)
    assert purge(desk).messages > 0
    with desk.looking() as db:
        rows = db.exec(select(OutboxMessage).where(OutboxMessage.state == OutboxState.SENT)).all()
    assert rows
    assert all(row.chat_id == 0 and row.content["args"] == {} for row in rows)


def test_handled_updates_are_dropped_after_a_week_and_unhandled_ones_are_not(desk: Desk, ada: Person) -> None:
    reported(desk, ada)
    with desk.looking() as db:
        db.add(InboxUpdate(update_id=5, chat_id=1, raw="{}", received_at=desk.now))
    desk.now += timedelta(days=6)
    assert purge(desk).updates == 0
    desk.now += timedelta(days=2)
    assert purge(desk).updates == 1
    with desk.looking() as db:
        assert db.exec(select(InboxUpdate.update_id)).all() == [5]


def test_purging_again_changes_nothing(desk: Desk, ada: Person) -> None:
    ada.says("/stop")
    desk.now += timedelta(days=91)
    purge(desk)
    assert purge(desk) == retention.Purged(0, 0, 0, 0)


def test_an_aftercare_stays_open_for_its_last_question(desk: Desk, tessa: Person) -> None:
    """The question of day 14 comes at 10:00, which may be later than the session ended on day 0."""
    sam = desk.person("Sam", 41)
    desk.now -= timedelta(hours=2)
    tessa.says("/enroll Sam Ng, calf, 24h, immune")
    sam.opens(tessa.last.qr or "")
    sam.taps("I agree")
    desk.passes(days=14, hours=3)
    purge(desk)
    with desk.looking() as db:
        row = db.exec(select(OutboxMessage).where(OutboxMessage.step == "tail-day-14")).one()
        assert row.state == OutboxState.SENT
        outcomes.sent(db, desk.practice, row, desk.now)
    sam.says("yes")
    assert "Call 112 now" in sam.last.text  # an infection in a patient whose defenses are weak
    desk.now += timedelta(days=3)
    assert purge(desk).ended == 1
