"""Asking about a taken flag is no longer wanted once something shows that the patient was looked after."""

from sqlmodel import col, select

from bot.services import holding
from bot.services.escalating import HELD
from bot.storage.tables import OutboxMessage
from tests.support.desk import Desk, Person


def wanted(desk: Desk) -> set[str | None]:
    with desk.looking() as db:
        rows = db.exec(select(OutboxMessage).where(col(OutboxMessage.kind) == HELD)).all()
        return {holding.still_wanted(db, row) for row in rows}


def test_it_is_wanted_while_nothing_was_written_down(desk: Desk, ada: Person, nora: Person) -> None:
    ada.says("the bruise is bigger than my hand")
    nora.taps("Acknowledge")
    assert wanted(desk) == {None}


def test_a_reply_to_the_patient_settles_it(desk: Desk, ada: Person, nora: Person) -> None:
    ada.says("the bruise is bigger than my hand")
    nora.taps("Acknowledge")
    nora.says("Please come in at four.", reply_to=nora.heard[-1].id)
    assert wanted(desk) == {"looked-after"}


def test_so_does_help_that_has_come(desk: Desk, ada: Person, nora: Person) -> None:
    ada.says("I have chest pain")
    nora.taps("Acknowledge")
    ada.taps("I'm with help")
    assert wanted(desk) == {"looked-after"}
