"""Opening a link: what is read before agreeing, and who may agree."""

import re

import pytest
from sqlmodel import col, select

from bot.domain.status import EnrollmentState, Lane, OutboxState
from bot.storage import patients
from bot.storage.tables import Enrollment, Invitation, OutboxMessage, Patient
from tests.support.desk import Desk, Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is stored is shown on both databases by test_patients_hand and test_privacy."""

LINE = "/enroll Ben Stone, left calf, 48h"


def planned(desk: Desk, person: Person) -> list[OutboxMessage]:
    with desk.looking() as db:
        return list(
            db.exec(
                select(OutboxMessage)
                .where(
                    OutboxMessage.chat_id == person.id,
                    OutboxMessage.state == OutboxState.PLANNED,
                    OutboxMessage.lane == Lane.REMINDER,
                )
                .order_by(col(OutboxMessage.due_at))
            ).all()
        )


def enrollment(desk: Desk) -> Enrollment:
    with desk.looking() as db:
        return db.exec(select(Enrollment).order_by(col(Enrollment.id).desc())).first()  # type: ignore[return-value]


def test_before_agreeing_one_reads_who_writes_what_for_what_is_kept_and_what_it_is_not(link: str, ben: Person) -> None:
    ben.opens(link)
    card = ben.last
    for said in (
        "Kinito Therapy",
        "after your dry needling (left calf)",
        "automated",
        "not an emergency service",
        "call 112 now",
        "90 days",
        "not end-to-end encrypted",
    ):
        assert said in card.text
    assert list(card.buttons) == ["I agree", "No thanks"]
    assert len(card.text) < 1200


def test_nothing_is_planned_before_the_patient_agrees(desk: Desk, link: str, ben: Person) -> None:
    ben.opens(link)
    assert planned(desk, ben) == []
    assert enrollment(desk).state == EnrollmentState.INVITED


def test_agreeing_begins_the_plan_and_tells_the_therapist(desk: Desk, tessa: Person, link: str, ben: Person) -> None:
    ben.opens(link)
    ben.taps("I agree")
    assert "You agreed on Monday, March 2, 10:00" in ben.heard[0].text
    assert ben.heard[0].buttons == {}
    assert "you are all set" in ben.last.text
    assert "Until Wednesday, March 4, 10:00" in ben.last.text
    assert "Ben Stone" in tessa.last.text
    assert "has joined" in tessa.last.text
    steps = [row.step for row in planned(desk, ben)]
    assert steps[0] == "summary"
    assert "closing" in steps
    assert len(steps) == len(set(steps))


def test_every_question_of_the_plan_has_its_check_in(desk: Desk, link: str, ben: Person) -> None:
    ben.opens(link)
    ben.taps("I agree")
    asking = [row for row in planned(desk, ben) if row.check_in_id is not None]
    assert len(asking) >= 4
    assert all(row.content["buttons"] for row in asking)


def test_agreeing_twice_is_agreeing_once(desk: Desk, tessa: Person, link: str, ben: Person) -> None:
    ben.opens(link)
    card, data = ben.last, ben.last.buttons["I agree"]
    ben.sends_data(card, data)
    before = len(planned(desk, ben))
    ben.sends_data(card, data)
    assert len(planned(desk, ben)) == before
    assert tessa.transcript.count("has joined") == 1


def test_what_was_agreed_to_is_kept_with_its_wording_and_language(desk: Desk, link: str) -> None:
    eva = desk.person("Eva", 30, "es-MX")
    eva.opens(link)
    assert "no es un servicio de urgencias" in eva.last.text
    eva.taps("Acepto")
    assert "ya está todo listo" in eva.last.text
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, eva.id)
    assert patient is not None
    assert patient.language == "es"
    assert re.fullmatch(r"es-[0-9a-f]{12}", patient.consent_version or "")
    assert patient.consented_at == desk.now


def test_saying_no_keeps_nothing_of_the_account(desk: Desk, tessa: Person, link: str, ben: Person) -> None:
    ben.opens(link)
    ben.taps("No thanks")
    assert "you will get no messages" in ben.last.text
    assert ben.last.buttons == {}
    assert "No thanks" in tessa.last.text
    assert enrollment(desk).state == EnrollmentState.DECLINED
    with desk.looking() as db:
        assert patients.by_telegram_id(db, ben.id) is None
        assert db.exec(select(Invitation).where(Invitation.opened_by == ben.id)).all() == []
    ben.opens(link)
    assert "no longer valid" in ben.last.text


def test_opening_twice_shows_the_question_again(link: str, ben: Person) -> None:
    ben.opens(link)
    ben.opens(link)
    assert len(ben.heard) == 2
    assert "I agree" in ben.last.buttons


def test_opening_again_after_joining_says_so(link: str, ben: Person) -> None:
    ben.opens(link)
    ben.taps("I agree")
    ben.opens(link)
    assert "joined already" in ben.last.text


def test_a_link_belongs_to_whoever_opened_it_first(desk: Desk, link: str, ben: Person) -> None:
    ben.opens(link)
    stranger = desk.person("Stranger", 66)
    stranger.opens(link)
    assert "somebody else first" in stranger.last.text
    assert "+34 600 000 000" in stranger.last.text
    ben.taps("I agree")
    stranger.opens(link)
    assert "used already" in stranger.last.text


def test_a_stranger_cannot_press_on_somebody_elses_consent(desk: Desk, link: str, ben: Person) -> None:
    ben.opens(link)
    stranger = desk.person("Stranger", 66)
    stranger.sends_data(ben.last, ben.last.buttons["I agree"])
    assert "somebody else first" in stranger.last.text
    assert enrollment(desk).state == EnrollmentState.INVITED


@pytest.mark.parametrize("action", ["agree", "join-anyway", "same-person"])
def test_ids_in_button_data_cannot_be_guessed_into_a_link(desk: Desk, link: str, ben: Person, action: str) -> None:
    ben.says("/start")
    with desk.looking() as db:
        ids = [row.id for row in db.exec(select(Invitation)).all()]
    for invitation_id in ids:
        ben.sends_data(ben.last, f"{action}:{invitation_id}")
        ben.sends_data(ben.last, f"{action}:{invitation_id}:0123456789abcdef01234567")
    assert enrollment(desk).state == EnrollmentState.INVITED
    ada = desk.person("Ada", 11)
    ada.opens(link)
    assert "I agree" in ada.last.buttons


def test_a_link_runs_out_after_two_days(desk: Desk, link: str, ben: Person) -> None:
    desk.passes(hours=48)
    ben.opens(link)
    assert "run out" in ben.last.text
    assert "+34 600 000 000" in ben.last.text


@pytest.mark.parametrize("code", ["nonsense", "x" * 500, "AAAA' OR 1=1", "<b>"])
def test_a_wrong_code_is_answered_kindly(ben: Person, code: str) -> None:
    ben.says(f"/start {code}")
    assert "I do not know this link" in ben.last.text
    assert "+34 600 000 000" in ben.last.text


def test_a_link_opened_hours_later_starts_from_what_is_still_useful(desk: Desk, link: str, ben: Person) -> None:
    desk.passes(hours=26)
    ben.opens(link)
    ben.taps("I agree")
    desk.passes(minutes=1)
    assert "What to expect" in ben.last.text
    steps = [row.step for row in planned(desk, ben)]
    assert "check-4h" not in steps
    assert "closing" in steps
    assert all(row.due_at >= desk.now for row in planned(desk, ben))


OF_THE_FIRST_DAY = {
    "en": ("On the day of the session", "Pools", "in the first hours", "after the first day"),
    "es": ("El día de la sesión", "Piscina", "en las primeras horas", "después del primer día"),
}


@pytest.mark.parametrize(("language", "agree"), [("en", "I agree"), ("es", "Acepto")])
@pytest.mark.parametrize("hours", [30, 40])
def test_whoever_joins_after_the_first_day_reads_nothing_that_was_for_that_day(
    desk: Desk, link: str, language: str, agree: str, hours: int
) -> None:
    cleo = desk.person("Cleo", 40, language)
    desk.passes(hours=hours)
    cleo.opens(link)
    cleo.taps(agree)
    desk.passes(minutes=1)
    summary = cleo.last.text
    assert [said for said in OF_THE_FIRST_DAY[language] if said in summary] == []
    assert {"en": "no hard activity until", "es": "nada de esfuerzos hasta"}[language] in summary
    assert {"en": "do not drive", "es": "no conduzca"}[language] in summary
    assert {"en": "pain that climbs", "es": "dolor que aumenta"}[language] in summary


@pytest.mark.parametrize(("language", "agree"), [("en", "I agree"), ("es", "Acepto")])
def test_whoever_joins_at_once_reads_what_the_first_day_asks_for(
    desk: Desk, link: str, language: str, agree: str
) -> None:
    cleo = desk.person("Cleo", 40, language)
    cleo.opens(link)
    cleo.taps(agree)
    desk.passes(minutes=16)
    assert [said for said in OF_THE_FIRST_DAY[language] if said not in cleo.last.text] == []


def test_a_therapist_who_tries_the_link_does_not_use_it_up(desk: Desk, tessa: Person, link: str, ben: Person) -> None:
    tessa.opens(link)
    assert "for your patient Ben Stone" in tessa.last.text
    ben.opens(link)
    ben.taps("I agree")
    assert enrollment(desk).state == EnrollmentState.ACTIVE


def test_a_therapist_may_be_the_patient_when_they_say_so(desk: Desk, tessa: Person, link: str) -> None:
    tessa.opens(link)
    tessa.taps("I am the patient")
    tessa.taps("I agree")
    assert enrollment(desk).state == EnrollmentState.ACTIVE
    tessa.says("/status")
    assert "What comes next" in tessa.last.text


def test_a_patient_taken_for_a_new_one_keeps_one_record(desk: Desk, tessa: Person, ada: Person, link: str) -> None:
    ada.opens(link)
    assert "already belongs to patient" in ada.last.text
    gone = tessa.last.text.split(" · ")[1][:4]
    ada.taps("Yes, it is mine")
    assert f"The new code {gone} no longer holds" in tessa.last.text
    ada.taps("I agree")
    with desk.looking() as db:
        known = patients.by_telegram_id(db, ada.id)
        assert known is not None
        states = [row.state for row in db.exec(select(Enrollment).where(Enrollment.patient_id == known.id)).all()]
    assert states == [EnrollmentState.COMPLETED, EnrollmentState.ACTIVE]
    assert known.code in tessa.last.text


def test_a_family_phone_follows_one_patient_only(desk: Desk, ada: Person, link: str, ben: Person) -> None:
    ada.opens(link)
    ada.taps("No, someone else's")
    assert "on their own phone" in ada.last.text
    assert enrollment(desk).state == EnrollmentState.INVITED
    ben.opens(link)
    assert "I agree" in ben.last.buttons


def test_a_patient_who_had_stopped_agrees_anew(desk: Desk, tessa: Person, ada: Person) -> None:
    ada.says("/stop")
    with desk.looking() as db:
        code = db.exec(select(Patient.code).where(Patient.telegram_id == ada.id)).one()
    tessa.says(f"/enroll {code}, neck")
    assert tessa.last.qr
    ada.opens(tessa.last.qr)
    ada.taps("I agree")
    assert "you are all set" in ada.last.text


def test_an_agreement_after_the_enrollment_was_canceled_is_refused(
    desk: Desk, tessa: Person, link: str, ben: Person
) -> None:
    ben.opens(link)
    tessa.taps("Cancel enrollment")
    ben.taps("I agree")
    assert "no longer valid" in ben.last.text
    assert planned(desk, ben) == []


def test_saying_no_after_having_agreed_is_pointed_to_stop(desk: Desk, link: str, ben: Person) -> None:
    ben.opens(link)
    card, data = ben.last, ben.last.buttons["No thanks"]
    ben.taps("I agree")
    ben.sends_data(card, data)
    assert "/stop ends the messages" in ben.last.text
    assert enrollment(desk).state == EnrollmentState.ACTIVE
