"""Answers changed afterwards: what is new is heard at once, and what staff have dealt with alarms nobody again."""

from sqlmodel import Session, col, select

from bot.domain.status import FlagState
from bot.domain.tiers import Tier
from bot.storage.tables import CheckIn, Flag, Report
from tests.support.desk import Desk, Person

CHANGE = "✏️ Change my answers"


def flags_of(db: Session) -> list[tuple[str, int]]:
    return [(flag.state, flag.tier) for flag in db.exec(select(Flag).order_by(col(Flag.id)))]


def breathless(desk: Desk, ada: Person) -> None:
    """Ada has pressed a danger sign four hours after her session."""
    desk.passes(hours=4, minutes=1)
    ada.taps("3")
    ada.taps("Breathing trouble")
    ada.taps("Send")


def closed(desk: Desk) -> None:
    """Staff have dealt with it."""
    with desk.looking() as db:
        flag = db.exec(select(Flag)).one()
        flag.state, flag.closed_at = FlagState.CLOSED, desk.now


def test_a_wrong_press_can_be_taken_back_after_the_case_was_closed(desk: Desk, ada: Person) -> None:
    breathless(desk, ada)
    closed(desk)
    desk.passes(minutes=30)
    heard = len(ada.heard)

    for label in (CHANGE, "3", "✅ Breathing trouble", "None of these", "2"):
        ada.taps(label)

    assert len(ada.heard) == heard, "no second safety text"
    assert "none of the signs" in ada.transcript
    with desk.looking() as db:
        assert flags_of(db) == [(FlagState.CLOSED, Tier.EMERGENCY)]


def test_sending_the_same_once_more_opens_no_closed_case(desk: Desk, ada: Person) -> None:
    breathless(desk, ada)
    closed(desk)

    for label in (CHANGE, "3", "Send"):
        ada.taps(label)

    with desk.looking() as db:
        assert flags_of(db) == [(FlagState.CLOSED, Tier.EMERGENCY)]
        assert len(db.exec(select(Report)).all()) == 2, "it is written down all the same"
    assert "has dealt with these answers already" in ada.transcript


def test_leaving_a_correction_half_way_changes_nothing(desk: Desk, ada: Person) -> None:
    breathless(desk, ada)
    closed(desk)

    for label in (CHANGE, "3", "Tired"):
        ada.taps(label)
    desk.passes(hours=2)

    with desk.looking() as db:
        assert flags_of(db) == [(FlagState.CLOSED, Tier.EMERGENCY)]


def test_a_new_danger_sign_in_a_correction_opens_a_case_of_its_own(desk: Desk, ada: Person) -> None:
    breathless(desk, ada)
    closed(desk)

    for label in (CHANGE, "3", "Chest pain", "Send"):
        ada.taps(label)

    with desk.looking() as db:
        assert flags_of(db) == [(FlagState.CLOSED, Tier.EMERGENCY), (FlagState.OPEN, Tier.EMERGENCY)]
    assert "This needs urgent medical help" in ada.last.text


def test_a_check_in_that_a_newer_one_followed_is_not_corrected(desk: Desk, ada: Person) -> None:
    desk.passes(hours=4, minutes=1)
    for label in ("6", "None of these", "2"):
        ada.taps(label)
    first = next(shown for shown in ada.heard if CHANGE in shown.buttons)
    with desk.looking() as db:
        older, newer = db.exec(select(CheckIn).order_by(col(CheckIn.id)).limit(2)).all()
        older.asked_at, newer.asked_at = desk.now, desk.now.replace(hour=23)

    assert "newer check-in" in ada.taps(CHANGE, first)
    assert CHANGE in first.buttons
