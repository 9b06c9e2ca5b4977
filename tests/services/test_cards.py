"""What staff read about a patient: everything that counts, and nothing twice."""

import pytest
from sqlmodel import select

from bot.services import outcomes
from bot.storage.tables import OutboxMessage
from tests.support.desk import Desk, Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def card_of(nora: Person) -> str:
    """The newest card as it reads now."""
    return next(shown.text for shown in reversed(nora.heard) if "Why:" in shown.text)


def test_every_danger_stays_on_the_card_however_much_is_said_around_it(ada: Person, nora: Person) -> None:
    said = [
        "my chest hurts when I breathe in",
        "my throat is closing",
        "it hurts a lot in my chest",
        "chest pain is still here",
        "please somebody answer",
        "chest pain again, and what now?",
        "I am here alone",
    ]
    for words in said:
        ada.says(words)
    assert "my throat is closing" in card_of(nora)
    assert said[0] in card_of(nora)
    assert said[-2] in card_of(nora)
    assert "… and 2 more" in card_of(nora)


def test_the_same_words_said_at_once_again_are_one_message_to_staff(desk: Desk, ada: Person, nora: Person) -> None:
    ada.says("chest pain")
    before = len(nora.heard)
    for words in ("Chest pain!", "chest pain", "CHEST PAIN!!!"):
        ada.says(words)
    assert len(nora.heard) == before
    assert "Have you called" in ada.last.text

    ada.says("chest pain, worse now")
    assert len(nora.heard) == before + 1
    desk.passes(minutes=11)
    before = len(nora.heard)
    ada.says("chest pain")
    assert len(nora.heard) > before


def test_a_card_says_what_was_asked_and_answered_and_nothing_else(desk: Desk, tessa: Person, nora: Person) -> None:
    di = desk.person("Di", 23)
    tessa.says("/enroll Di Byron, left calf, 24h, diabetes")
    di.opens(tessa.last.qr or "")
    di.taps("I agree")
    desk.passes(days=7)
    with desk.looking() as db:
        row = db.exec(select(OutboxMessage).where(OutboxMessage.step == "tail-day-7")).one()
        outcomes.sent(db, desk.practice, row, desk.now)
    di.taps("Yes")
    assert "Check-in: spot hot, red, swollen or leaking, or fever: yes" in card_of(nora)
    assert "soreness" not in card_of(nora)
