"""Enrolling: by one line, step by step; and taking it back. Again: test_enrolling_again.py."""

import hashlib
import re

import pytest
from sqlmodel import select

from bot.domain.status import EnrollmentState
from bot.storage import patients
from bot.storage.tables import Enrollment, Invitation, Patient
from tests.support.desk import Desk, Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is stored is shown on both databases by test_patients_hand and test_privacy."""

LINE = "/enroll Maria Lopez, left calf, 48h"


def code_in(person: Person) -> str:
    found = re.search(r"\b[A-Z]\d[A-Z]\d\b", person.last.text)
    assert found, person.last.text
    return found[0]


def newest(desk: Desk) -> Enrollment:
    with desk.looking() as db:
        return db.exec(select(Enrollment).order_by(Enrollment.id.desc())).first()  # type: ignore[union-attr, return-value]


def count(desk: Desk) -> int:
    with desk.looking() as db:
        return len(db.exec(select(Patient)).all())


def test_one_line_gives_a_photo_with_link_code_and_plan(desk: Desk, tessa: Person) -> None:
    tessa.says(LINE)
    card = tessa.last
    assert card.qr is not None
    assert re.fullmatch(r"https://t\.me/kinito_bot\?start=[\w-]{22,64}", card.qr)
    assert card.qr in card.text
    assert "Maria Lopez · " + code_in(tessa) in card.text
    assert "left calf, 48 h" in card.text
    assert "until Wed, Mar 4, 10:00" in card.text
    assert "Mon, Mar 2, 14:00" in card.text
    assert list(card.buttons) == ["Cancel enrollment"]


def test_name_and_area_are_enough(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez, neck")
    assert tessa.last.qr
    assert newest(desk).restriction_hours == 48


def test_the_link_is_kept_only_as_a_hash(desk: Desk, tessa: Person) -> None:
    tessa.says(LINE)
    code = (tessa.last.qr or "").split("start=")[1]
    with desk.looking() as db:
        kept = [invitation.code_hash for invitation in db.exec(select(Invitation)).all()]
    assert code not in kept
    assert hashlib.sha256(code.encode()).hexdigest() in kept


def test_a_name_with_markup_is_shown_as_it_was_typed(tessa: Person) -> None:
    tessa.says("/enroll <b>Bobby</b> & Söhne, calf")
    assert "<b>Bobby</b> & Söhne" in tessa.last.text


def test_the_longest_caption_fits_under_a_photo(tessa: Person) -> None:
    risks = "anticoagulant, bleeding, pregnant, diabetes, immune, lung, faint, no-ice, fluid-limit"
    tessa.says(f"/enroll {'&' * 59}x, both upper arms, 48h, {risks}")
    assert tessa.last.qr
    tessa.says(f"/enroll {'W' * 60}, parte alta de la espalda, 48h, {risks}")
    assert tessa.last.qr


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Maria Lopez, banana", "I do not understand “banana”"),
        ("Maria Lopez, calf, 72h", "24 to 48 hours"),
        ("Maria Lopez, calf, thigh", "second area"),
        ("Maria Lopez, calf, 24h, 36h", "twice"),
        (", calf", "name is missing"),
        ("left calf, 48h", "name is missing"),
        ("pantorrilla izquierda, 48h", "name is missing"),
        ("calf", "name is missing"),
        ("x" * 4000, "too long"),
        ("<script>alert(1)</script>, <i>", "I do not understand “<i>”"),
        ("Z9Z9, calf", "I know no patient Z9Z9"),
    ],
)
def test_a_fault_gets_one_clear_answer_with_an_example_and_changes_nothing(
    desk: Desk, tessa: Person, typed: str, answer: str
) -> None:
    before = len(tessa.heard)
    tessa.says(f"/enroll {typed}")
    assert answer in tessa.last.text
    assert "/enroll" in tessa.last.text
    assert len(tessa.heard) == before + 1
    assert count(desk) == 0


def test_nobody_but_therapists_and_admins_enrolls(desk: Desk, olga: Person, nora: Person, ben: Person) -> None:
    for person in (nora, ben):
        person.says(LINE)
        assert not person.last.qr
    assert count(desk) == 0
    olga.says(LINE)
    assert olga.last.qr


def test_step_by_step_from_nothing(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll")
    assert "Who was treated?" in tessa.last.text
    tessa.says("Maria Lopez")
    tessa.taps("calf")
    tessa.taps("Left")
    tessa.taps("36 h")
    assert "Maria Lopez, left calf, and 36 h" in tessa.last.text
    tessa.taps("blood thinner")
    tessa.taps("no ice")
    tessa.taps("✅ no ice")
    tessa.taps("Enroll")
    assert "left calf, 36 h, blood thinner" in tessa.last.text
    assert tessa.last.qr
    made = newest(desk)
    assert (made.region, made.side, made.restriction_hours, made.risks) == ("calf", "left", 36, ["anticoagulant"])


def test_only_what_a_line_lacks_is_asked(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez, 24h, no-ice")
    assert "Which area" in tessa.last.text
    tessa.taps("neck")
    tessa.taps("No side")
    assert "✅ no ice" in tessa.last.buttons
    tessa.taps("Enroll")
    assert newest(desk).side is None
    assert newest(desk).restriction_hours == 24


def test_a_vague_area_is_asked_for(tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez, back")
    assert "Which area" in tessa.last.text
    assert {"upper back", "mid back", "low back"} <= set(tessa.last.buttons)


def test_details_can_be_typed_while_buttons_are_shown(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez")
    tessa.says("hombro izquierdo, 24h")
    assert "left shoulder" in tessa.last.text
    tessa.taps("Enroll")
    assert newest(desk).region == "shoulder"


def test_a_whole_line_can_be_typed_when_the_name_is_asked_for(tessa: Person) -> None:
    tessa.says("/enroll")
    tessa.says("Maria Lopez, left calf, 48h")
    assert "Maria Lopez, left calf, and 48 h" in tessa.last.text


def test_nonsense_typed_into_a_draft_is_answered_and_the_draft_goes_on(tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez")
    tessa.says("qwertz")
    assert "I do not understand “qwertz”" in tessa.last.text
    tessa.taps("calf")
    assert "Which side" in tessa.transcript


def test_a_draft_can_be_dropped(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez")
    tessa.taps("Drop")
    assert "Nobody was enrolled" in tessa.last.text
    assert count(desk) == 0


def test_a_draft_is_enrolled_once_however_often_it_is_pressed(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez, 48h")
    tessa.taps("calf")
    tessa.taps("Left")
    pressed = tessa.last
    data = pressed.buttons["Enroll"]
    tessa.sends_data(pressed, data)
    assert "finished or was dropped" in tessa.sends_data(pressed, data)
    assert count(desk) == 1


def test_nobody_presses_on_somebody_elses_draft(desk: Desk, olga: Person, tessa: Person) -> None:
    tessa.says("/enroll Maria Lopez")
    data = tessa.last.buttons["calf"]
    assert olga.sends_data(tessa.last, data)
    assert "Which area" in tessa.last.text


@pytest.mark.parametrize(
    "data", ["draft-area:1:moon", "draft-hours:1:99", "draft-area:x:calf", "draft-area", "nonsense"]
)
def test_made_up_button_data_changes_nothing(desk: Desk, tessa: Person, data: str) -> None:
    tessa.says("/enroll Maria Lopez")
    assert "out of date" in tessa.sends_data(tessa.last, data)
    assert "Which area" in tessa.last.text


def test_what_a_therapist_writes_half_an_hour_later_is_no_name(desk: Desk, tessa: Person) -> None:
    tessa.says("/enroll")
    desk.passes(minutes=31)
    tessa.says("Maria Lopez")
    assert "I did not act on that" in tessa.last.text


def test_an_enrollment_nobody_has_joined_is_canceled_at_once(desk: Desk, tessa: Person, ben: Person) -> None:
    tessa.says(LINE)
    link = tessa.last.qr or ""
    tessa.taps("Cancel enrollment")
    assert "The link no longer works" in tessa.last.text
    ben.opens(link)
    assert "no longer valid" in ben.last.text
    assert newest(desk).state == EnrollmentState.CANCELED


def test_a_running_aftercare_is_canceled_after_a_second_word(desk: Desk, tessa: Person, ada: Person) -> None:
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, ada.id)
        assert patient is not None
    tessa.says(f"/cancel {patient.code.lower()}")
    assert "Cancel the aftercare of Ada Byron" in tessa.last.text
    tessa.taps("Yes, cancel")
    assert "Canceled: Ada Byron" in tessa.last.text
    assert "has ended your aftercare messages" in ada.last.text
    heard = len(ada.heard)
    desk.passes(hours=80)
    assert len(ada.heard) == heard
    assert "ended already" in tessa.sends_data(tessa.last, f"cancel-yes:{newest(desk).id}")


def test_canceling_can_be_thought_better_of(desk: Desk, tessa: Person, ada: Person) -> None:
    tessa.taps("Cancel enrollment")
    tessa.taps("No, keep it")
    assert "Nothing was canceled" in tessa.last.text
    assert newest(desk).state == EnrollmentState.ACTIVE


@pytest.mark.parametrize(("typed", "answer"), [("/cancel", "Whose"), ("/cancel Q9Q9", "no patient Q9Q9")])
def test_canceling_nothing_is_explained(tessa: Person, typed: str, answer: str) -> None:
    tessa.says(typed)
    assert answer in tessa.last.text


def test_the_list_of_patients_shows_how_they_stand(tessa: Person, ada: Person) -> None:
    tessa.says(LINE)
    tessa.says("/patients")
    assert "Maria Lopez · left calf · not joined yet" in tessa.last.text
    assert "Ada Byron · left calf · running" in tessa.last.text


def test_one_patient_in_full_for_the_therapist_and_without_a_name_in_the_group(
    desk: Desk, olga: Person, tessa: Person, ada: Person
) -> None:
    with desk.looking() as db:
        code = patients.by_id(db, newest(desk).patient_id).code
    tessa.says(f"/patient {code}")
    assert f"Ada Byron · {code}" in tessa.last.text
    assert "No strenuous activity until" in tessa.last.text
    olga.says("/staffhere", -77)
    tessa.says(f"/patient {code}", -77)
    assert f"Patient {code}" in desk.chat(-77)[-1].text
    assert "Ada" not in desk.chat(-77)[-1].text
    tessa.says(f"/patient {code}", -78)
    assert "only in the staff group" in desk.chat(-78)[-1].text


def test_a_preview_shows_the_plan_in_short(tessa: Person) -> None:
    tessa.says("/preview neck, 24h")
    assert "neck, 24 h" in tessa.last.text
    assert "check-in" in tessa.last.text
    tessa.says("/preview banana")
    assert "I do not understand" in tessa.last.text
    tessa.says("/preview")
    assert "calf, 48 h" in tessa.last.text


def test_all_of_it_in_spanish(desk: Desk, olga: Person, ben: Person) -> None:
    olga.says("/invite terapeuta")
    eva = desk.person("Eva", 9, "es")
    eva.opens(next(word for word in olga.last.text.split() if word.startswith("https")))
    eva.says("/enroll María López, pantorrilla izquierda, 24 horas, embarazada")
    assert "pantorrilla izquierda, 24 h, embarazo" in eva.last.text
    eva.says("/enroll")
    eva.says("Juan")
    eva.taps("rodilla")
    eva.taps("Derecha")
    eva.taps("48 h")
    eva.taps("Dar de alta")
    assert "rodilla derecha, 48 h" in eva.last.text
