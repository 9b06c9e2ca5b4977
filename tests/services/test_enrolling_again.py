"""Enrolling a patient whom the clinic knows already."""

import pytest

from bot.domain.status import EnrollmentState
from bot.storage import enrollments, patients
from tests.services.conftest import link_in
from tests.services.test_enrolling import LINE, code_in, newest
from tests.support.desk import Desk, Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_a_known_patient_who_has_joined_needs_no_new_link(desk: Desk, tessa: Person, ada: Person) -> None:
    first = newest(desk)
    desk.passes(hours=30)
    with desk.looking() as db:
        code = patients.by_id(db, first.patient_id).code
    tessa.says(f"/enroll {code}, neck, 24h")
    assert tessa.last.qr is None
    assert "is enrolled again and has been told" in tessa.last.text
    assert "left calf" in tessa.last.text
    assert any("today's session" in shown.text for shown in ada.heard)
    again = newest(desk)
    assert again.state == EnrollmentState.ACTIVE
    assert again.patient_id == first.patient_id
    with desk.looking() as db:
        before = enrollments.by_id(db, first.id or 0)
        assert before is not None
        assert before.state == EnrollmentState.COMPLETED


def test_a_new_session_ends_the_plan_of_the_one_before(desk: Desk, tessa: Person, ada: Person) -> None:
    desk.passes(hours=5)
    with desk.looking() as db:
        code = patients.by_id(db, newest(desk).patient_id).code
    tessa.says(f"/enroll {code}, neck, 24h, no-ice")
    ada.says("/status")
    assert "neck" in ada.last.text
    desk.passes(hours=100)
    assert "left calf" not in "".join(shown.text for shown in ada.heard[-4:])


def test_a_rest_that_goes_on_longer_is_explained(desk: Desk, tessa: Person, ada: Person) -> None:
    desk.passes(hours=10)
    tessa.says(f"/enroll {code_in(tessa)}, right shoulder, 24h")
    assert "right shoulder, 38 h" in tessa.last.text
    assert "The restriction of the earlier session goes on longer" in tessa.last.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_longest_caption_with_what_was_taken_over_fits_under_a_photo(
    desk: Desk, olga: Person, ben: Person, language: str
) -> None:
    eva = desk.person("Eva", 9, language)
    olga.says("/invite therapist")
    eva.opens(link_in(olga))
    risks = "anticoagulant, bleeding, pregnant, diabetes, immune, lung, faint, no-ice, fluid-limit"
    eva.says(f"/enroll {'W' * 60}, both upper arms, 48h, {risks}")
    code = code_in(eva)
    ben.opens(eva.last.qr or "")
    ben.taps("I agree")
    ben.says("/stop")
    eva.says(f"/enroll {'W' * 60}, both upper arms, 24h")
    eva.says(f"/enroll {code}, both upper arms, 24h")
    assert eva.last.qr
    assert eva.last.text.count("⚠️") == 1


def test_risks_known_from_an_open_aftercare_go_on_counting(desk: Desk, tessa: Person, ben: Person) -> None:
    tessa.says("/enroll Ben, calf, anticoagulant")
    code = code_in(tessa)
    ben.opens(tessa.last.qr or "")
    ben.taps("I agree")
    tessa.says(f"/enroll {code}, neck, no-ice")
    assert newest(desk).risks == ["no-ice", "anticoagulant"]


@pytest.mark.parametrize("leaving", ["declines", "stops"])
def test_risks_go_on_counting_for_who_declined_or_stopped(desk: Desk, tessa: Person, ben: Person, leaving: str) -> None:
    tessa.says("/enroll Ben, chest, anticoagulant, lung")
    code = code_in(tessa)
    ben.opens(tessa.last.qr or "")
    if leaving == "declines":
        ben.taps("No thanks")
    else:
        ben.taps("I agree")
        ben.says("/stop")
    tessa.says(f"/enroll {code}, chest")
    assert newest(desk).risks == ["anticoagulant", "lung"]
    assert "blood thinner and lung disease" in tessa.last.text


def test_a_known_patient_who_never_joined_gets_a_fresh_link(tessa: Person, ben: Person) -> None:
    tessa.says(LINE)
    first = tessa.last.qr or ""
    tessa.says(f"/enroll {code_in(tessa)}, neck")
    second = tessa.last.qr or ""
    assert second
    assert second != first
    ben.opens(first)
    assert "no longer valid" in ben.last.text
    ben.opens(second)
    assert "I agree" in ben.last.buttons


@pytest.mark.parametrize("line", ["/enroll maría lópez, neck", "/enroll MARIA LOPEZ, calf"])
def test_the_same_name_twice_is_pointed_out_and_stays_ten_seconds(desk: Desk, tessa: Person, line: str) -> None:
    """One person under two codes would have two plans, and staff would see half of each."""
    tessa.says(LINE)
    code = code_in(tessa)
    assert "has the same name" not in tessa.last.text
    tessa.says(line)
    assert tessa.last.qr
    assert f"{code} has the same name" in tessa.last.text


def test_another_name_is_not_pointed_out(tessa: Person) -> None:
    tessa.says(LINE)
    tessa.says("/enroll Mario Lopez, neck")
    assert "has the same name" not in tessa.last.text


def test_whoever_enrolls_again_is_told_of_a_flag_that_is_open(desk: Desk, tessa: Person, ada: Person) -> None:
    ada.says("I can't breathe")
    with desk.looking() as db:
        code = patients.by_id(db, newest(desk).patient_id).code
    tessa.says(f"/enroll {code}, neck, 24h")
    assert "still open (EMERGENCY)" in tessa.last.text


def test_risks_and_the_longer_rest_of_an_earlier_session_hold(desk: Desk, tessa: Person) -> None:
    lucia = desk.person("Lucia", 31)
    tessa.says("/enroll Lucia Gomez, upper back, 48h, pregnant, anticoagulant")
    lucia.opens(tessa.last.qr or "")
    lucia.taps("I agree")
    lucia.says("/stop")
    desk.passes(hours=3)
    tessa.says("/enroll Lucia Gomez, left calf, 24h")
    link = next(shown.qr for shown in reversed(tessa.heard) if shown.qr)
    lucia.opens(link)
    lucia.taps("Yes, it is mine")
    lucia.taps("I agree")
    assert "blood thinner and pregnant" in tessa.last.text
    again = newest(desk)
    assert again.risks == ["anticoagulant", "pregnant"]
    assert again.restriction_hours == 45


def test_the_rest_of_a_session_that_was_canceled_does_not_hold(desk: Desk, tessa: Person, ada: Person) -> None:
    """Whoever typed the wrong hours cancels and enrolls anew."""
    with desk.looking() as db:
        code = patients.by_id(db, newest(desk).patient_id).code
    tessa.says(f"/cancel {code}")
    tessa.taps("Yes, cancel")
    tessa.says(f"/enroll {code}, left calf, 24h")
    assert newest(desk).restriction_hours == 24


@pytest.mark.parametrize(("hours", "first"), [(24, "Any of these"), (75, "how sore")])
def test_needles_near_a_lung_count_on_for_three_days(
    desk: Desk, tessa: Person, ben: Person, hours: int, first: str
) -> None:
    """Whoever was needled at the chest yesterday is asked of breathing first, wherever the needles were today."""
    tessa.says("/enroll Ben, chest, 24h")
    code = code_in(tessa)
    ben.opens(tessa.last.qr or "")
    ben.taps("I agree")
    desk.passes(hours=hours)
    tessa.says(f"/enroll {code}, left calf, 24h")
    desk.passes(hours=4)
    opening = next(shown.text for shown in reversed(ben.heard) if "since the session?" in shown.text)
    assert first in opening
