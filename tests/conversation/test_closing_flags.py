"""Closing asks for an outcome, an emergency for one press more, and the patient learns what was decided."""

import pytest

from tests.support.clinic import ClinicBot
from tests.support.transcript import Line

GROWING = "the bruise is bigger than my hand"


async def taken(clinic: ClinicBot, words: str) -> Line:
    await clinic.enrolled()
    await clinic.ada.says(words)
    card = await clinic.staff.hears("Nobody has taken it")
    await clinic.nora.taps_in(clinic.staff, "Acknowledge")
    await clinic.staff.sees(lambda staff: card.buttons == ["Close"], what="Close")
    return card


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("Reassured", "looked at this with you"),
        ("Self-care advice", "please follow the advice"),
        ("Booked in", "booked you in"),
        ("Could not reach", "tried to reach you"),
    ],
)
async def test_each_outcome_closes_and_tells_the_patient(clinic: ClinicBot, outcome: str, told: str) -> None:
    card = await taken(clinic, GROWING)
    await clinic.nora.taps_on(card, "Close")
    await clinic.nora.taps_in(clinic.staff, outcome)
    await clinic.staff.sees(lambda staff: card.says("Closed by Nora") and card.says(outcome), what="the outcome")
    assert card.buttons == []
    await clinic.ada.hears(told)


async def test_back_leaves_the_case_as_it_was(clinic: ClinicBot) -> None:
    card = await taken(clinic, GROWING)
    await clinic.nora.taps_on(card, "Close")
    await clinic.nora.taps_in(clinic.staff, "Back")
    await clinic.staff.sees(lambda staff: card.buttons == ["Close"], what="Close again")


async def test_an_emergency_is_not_closed_by_one_press(clinic: ClinicBot) -> None:
    card = await taken(clinic, "I can't breathe")
    await clinic.nora.taps_on(card, "Close")
    await clinic.nora.taps_in(clinic.staff, "Reassured")
    await clinic.staff.sees(lambda staff: card.says("not closed by chat alone"), what="the warning")
    await clinic.nora.taps_in(clinic.staff, "Yes, close it")
    await clinic.staff.sees(lambda staff: card.says("Closed by Nora"), what="the outcome")


async def test_a_closed_case_is_closed_once(clinic: ClinicBot) -> None:
    card = await taken(clinic, GROWING)
    await clinic.nora.taps_on(card, "Close")
    choosing = await clinic.staff.hears_button("Booked in")
    reassured = choosing.data_of("Reassured")
    assert reassured is not None
    await clinic.nora.taps_on(choosing, "Booked in")
    await clinic.staff.sees(lambda staff: card.says("Closed by Nora"), what="the outcome")
    await clinic.olga.sends_data(card, reassured)
    await clinic.olga.sees_toast("closed already")
    assert card.says("Booked in")


async def test_what_comes_after_closing_opens_a_case_of_its_own(clinic: ClinicBot) -> None:
    card = await taken(clinic, GROWING)
    await clinic.nora.taps_on(card, "Close")
    await clinic.nora.taps_in(clinic.staff, "Self-care advice")
    await clinic.staff.sees(lambda staff: card.says("Closed by Nora"), what="the outcome")
    await clinic.ada.says("I have chest pain")
    anew = await clinic.staff.hears("I have chest pain")
    assert anew.id != card.id
    assert anew.buttons == ["Acknowledge"]


async def test_only_the_team_closes(clinic: ClinicBot) -> None:
    card = await taken(clinic, GROWING)
    await clinic.carl.taps_on(card, "Close")
    await clinic.carl.sees_toast("Only the clinic's team")
    assert card.buttons == ["Close"]
