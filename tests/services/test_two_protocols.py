"""A clinic may keep protocols beside the standard one; each session is judged by its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.protocol import Protocol
from bot.services import judging
from bot.services.cases import case_of
from bot.services.elsewhere import other_sessions
from bot.storage.tables import CheckIn, Enrollment, Patient
from tests.support.desk import Desk, Person


def beside_another(kept: Mapping[str, Protocol]) -> dict[str, Protocol]:
    """These protocols after one that counts nothing as a danger and hardly listens."""
    standard = kept["standard"]
    harmless = tuple(replace(question, dangers=frozenset()) for question in standard.questions)
    other = replace(standard, id="another", questions=harmless, listening_for=timedelta(hours=1))
    return {"another": other, **kept}


@pytest.mark.usefixtures("ada")
def test_another_protocol_of_the_clinic_does_not_change_what_counts_as_a_danger(desk: Desk) -> None:
    desk.passes(days=3)
    catalog = replace(desk.practice.catalog, protocols=beside_another(desk.practice.catalog.protocols))

    with desk.looking() as db:
        db.exec(select(Patient)).one().baseline = 8
        case, check_in = case_of(db, db.exec(select(Patient)).one()), db.exec(select(CheckIn)).all()[-1]
        check_in.answers = {"soreness": 6, "symptoms": ["fever"]}
        alone = judging.judge(db, desk.practice, case, check_in, desk.now)
        beside = judging.judge(db, replace(desk.practice, catalog=catalog), case, check_in, desk.now)

    assert beside == alone


@pytest.mark.usefixtures("ada")
def test_a_session_whose_protocol_is_no_longer_kept_is_listened_for_as_the_standard_one_says(
    desk: Desk, tessa: Person
) -> None:
    tessa.says(f"/enroll {tessa.last.text.split('(')[1][:4]}, neck, 24h")
    desk.passes(days=2)
    catalog = replace(desk.practice.catalog, protocols=beside_another(desk.practice.catalog.protocols))

    with desk.looking() as db:
        newest = db.exec(select(Enrollment)).all()[-1]
        newest.protocol = "dropped"
        others = other_sessions(db, replace(desk.practice, catalog=catalog), newest, desk.now)

    assert len(others) == 1
