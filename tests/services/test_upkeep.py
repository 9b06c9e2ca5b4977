"""What is told of an update that could not be handled."""

from bot.clock import real_now
from bot.services import upkeep
from bot.storage.tables import InboxUpdate
from tests.support.desk import Desk, Person


def set_aside(desk: Desk, chat_id: int) -> None:
    dead = InboxUpdate(
        update_id=77, chat_id=chat_id, raw="{}", received_at=real_now(), error="KeyError in parsing.py:3"
    )
    with desk.looking() as db:
        upkeep.tell_of_dead_letter(db, desk.practice, dead, desk.now)
    desk.passes(seconds=1)


def test_a_patient_whose_message_was_lost_is_asked_to_send_it_again_and_staff_see_it(
    desk: Desk, ada: Person, nora: Person
) -> None:
    set_aside(desk, ada.id)

    assert "send it again" in ada.last.text, ada.transcript
    assert "112" in ada.last.text
    nora.says("/flags")
    nora.taps(next(iter(nora.last.buttons)))
    assert "lost through a fault here" in nora.last.text, nora.transcript


def test_an_admin_learns_where_it_failed_and_a_stranger_is_left_alone(desk: Desk, olga: Person, nora: Person) -> None:
    set_aside(desk, 4_999)

    assert "KeyError in parsing.py:3" in olga.last.text, olga.transcript
    assert desk.chat(4_999) == []
