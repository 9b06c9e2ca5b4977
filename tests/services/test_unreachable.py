"""Whoever writes or presses is there again, whatever became of the last message to them."""

import pytest

from bot.storage import patients
from tests.support.desk import Desk, Person


@pytest.fixture
def lost(desk: Desk, ada: Person) -> Person:
    """Ada, whom the last message could not reach."""
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, ada.id)
        assert patient is not None
        patient.unreachable_at = desk.now
        db.add(patient)
    return ada


def is_lost(desk: Desk, person: Person) -> bool:
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, person.id)
    return patient is not None and patient.unreachable_at is not None


def test_whoever_writes_gets_reminders_again(desk: Desk, lost: Person) -> None:
    lost.says("hello, is anybody there?")
    assert not is_lost(desk, lost)
    heard = len(lost.heard)
    desk.passes(hours=30)
    assert len(lost.heard) > heard, lost.transcript


def test_whoever_presses_is_there_and_whoever_blocks_is_not(desk: Desk, lost: Person) -> None:
    lost.sends_data(lost.last, "nonsense")
    assert not is_lost(desk, lost)
    lost.membership("kicked")
    assert is_lost(desk, lost)
