"""What is kept: shown, erased on request, and erased by itself when its time is over."""

import json
from datetime import timedelta

from sqlalchemy import text
from sqlmodel import col, select

from bot.domain.status import EnrollmentState, InboxState, Lane
from bot.domain.tiers import Tier
from bot.services import retention
from bot.services.practice import Practice
from bot.storage import patients
from bot.storage.tables import (
    Enrollment,
    EnrollmentDraft,
    Flag,
    FlagEvent,
    InboxUpdate,
    Invitation,
    OutboxMessage,
    Patient,
    Report,
)
from tests.support.desk import Desk, Person

GROUP = -100500
WORDS = "my calf throbs at night"


def patient_of(desk: Desk, person: Person) -> Patient:
    with desk.looking() as db:
        found = patients.by_telegram_id(db, person.id)
    assert found is not None
    return found


def reported(desk: Desk, person: Person, words: str = WORDS) -> int:
    """The patient has written something; their id."""
    patient = patient_of(desk, person)
    assert patient.id is not None
    with desk.looking() as db:
        db.add(
            Report(
                patient_id=patient.id,
                source="text",
                words=words,
                tier=Tier.WATCH,
                rules_version="1",
                received_at=desk.now,
            )
        )
        db.add(
            InboxUpdate(
                update_id=900 + patient.id,
                chat_id=person.id,
                raw='{"message": "my calf throbs"}',
                state=InboxState.DONE,
                received_at=desk.now,
            )
        )
    return patient.id


def flagged(desk: Desk, patient_id: int) -> None:
    with desk.looking() as db:
        flag = Flag(patient_id=patient_id, tier=Tier.URGENT, rules=[], opened_at=desk.now, raised_at=desk.now)
        db.add(flag)
        db.flush()
        assert flag.id is not None
        db.add(FlagEvent(flag_id=flag.id, at=desk.now, what="replied", words="Please come in, Ada"))


def anything_kept_of(desk: Desk, person: Person, patient_id: int) -> list[str]:
    """Where the account, the name or the words of a patient are still found."""
    with desk.looking() as db:
        patient = patients.by_id(db, patient_id)
        words = db.exec(select(Report.words).where(Report.patient_id == patient_id)).all()
        sent = db.exec(
            select(OutboxMessage).where(OutboxMessage.chat_id == person.id, OutboxMessage.sent_at < desk.now)
        ).all()
        found = {
            "patient": (patient.name, patient.telegram_id, patient.language, patient.timezone),
            "reports": words,
            "flag events": db.exec(select(FlagEvent.words)).all(),
            "outbox": sent,
            "inbox": db.exec(select(InboxUpdate).where(InboxUpdate.chat_id == person.id)).all(),
            "links": db.exec(select(Invitation).where(Invitation.opened_by == person.id)).all(),
            "drafts": db.exec(select(EnrollmentDraft).where(EnrollmentDraft.patient_id == patient_id)).all(),
        }
    return [place for place, kept in found.items() if any(kept)]


def test_anybody_may_read_what_is_kept_and_for_how_long(ada: Person, ben: Person, tessa: Person) -> None:
    for person in (ada, ben, tessa):
        person.says("/privacy")
        assert "90 days" in person.last.text
        assert "not end-to-end encrypted" in person.last.text
        assert "/forget" in person.last.text


def test_mydata_shows_everything_there_is(desk: Desk, ada: Person) -> None:
    flagged(desk, reported(desk, ada))
    before = len(ada.heard)
    ada.says("/mydata")
    told = "\n".join(shown.text for shown in ada.heard[before:])
    for kept in (
        "Ada Byron",
        patient_of(desk, ada).code,
        "Language: English",
        "Europe/Madrid",
        "left calf, 48 h",
        WORDS,
    ):
        assert kept in told
    assert "urgent" in told


def test_mydata_says_when_somebody_agreed_and_when_they_withdrew_it(desk: Desk, ada: Person) -> None:
    ada.says("/mydata")
    assert "Agreed: Mon, Mar 2, 10:00\n" in "\n".join(shown.text for shown in ada.heard)
    desk.passes(hours=1)
    ada.says("/stop")
    ada.says("/mydata")
    assert "Agreed: Mon, Mar 2, 10:00, withdrawn: Mon, Mar 2, 11:00" in "\n".join(shown.text for shown in ada.heard)


def test_mydata_of_a_very_long_report_is_cut_into_messages_that_fit(desk: Desk, ada: Person) -> None:
    reported(desk, ada, "<&" * 2048)
    before = len(ada.heard)
    ada.says("/mydata")
    told = "".join(shown.text for shown in ada.heard[before:])
    assert told.count("<") == 2048


def test_forgetting_is_asked_twice(desk: Desk, ada: Person) -> None:
    ada.says("/forget")
    ada.taps("No, keep it")
    assert "Nothing was erased" in ada.last.text
    assert patient_of(desk, ada).name == "Ada Byron"


def test_forgetting_erases_name_words_and_account(desk: Desk, ada: Person) -> None:
    patient_id = reported(desk, ada)
    desk.passes(minutes=30)
    ada.says("/forget")
    desk.passes(seconds=1)
    ada.taps("Yes, erase everything")
    assert "everything about you has been erased" in ada.last.text
    assert anything_kept_of(desk, ada, patient_id) == []
    heard = len(ada.heard)
    desk.passes(hours=100)
    assert len(ada.heard) == heard
    ada.says("/status")
    assert "You are not enrolled here" in ada.last.text


def test_forgetting_erases_the_name_from_what_the_team_was_told_and_soon_the_farewell(
    desk: Desk, practice: Practice, tessa: Person, ada: Person
) -> None:
    tessa.says("/patients")
    assert "Ada Byron" in tessa.last.text
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    desk.passes(seconds=1)
    with desk.looking() as db:
        retention.purge(db, practice, desk.now)
    with desk.looking() as db:
        kept = db.exec(select(OutboxMessage)).all()
    assert not [message.template for message in kept if "Ada Byron" in json.dumps(message.content)]
    assert ada.id not in {message.chat_id for message in kept}


def test_what_remains_of_a_forgotten_patient_belongs_to_nobody(desk: Desk, ada: Person) -> None:
    patient_id = reported(desk, ada)
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    with desk.looking() as db:
        kept = db.exec(select(Report).where(Report.patient_id == patient_id)).one()
        enrollment = db.exec(select(Enrollment).where(Enrollment.patient_id == patient_id)).one()
    assert (kept.tier, kept.received_at) == (Tier.WATCH, desk.now)
    assert enrollment.state == EnrollmentState.STOPPED


def test_staff_are_told_before_an_open_flag_loses_its_person(desk: Desk, olga: Person, ada: Person) -> None:
    olga.says("/staffhere", GROUP)
    flagged(desk, reported(desk, ada))
    code = patient_of(desk, ada).code
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    assert f"{code} has asked for everything to be erased" in desk.chat(GROUP)[-1].text


def test_nobody_is_forgotten_by_somebody_elses_press(desk: Desk, ada: Person, ben: Person, tessa: Person) -> None:
    ada.says("/forget")
    data = ada.last.buttons["Yes, erase everything"]
    for person in (ben, tessa):
        assert person.sends_data(ada.last, data)
    assert patient_of(desk, ada).name == "Ada Byron"


def test_forgetting_twice_is_forgetting_once(ada: Person) -> None:
    ada.says("/forget")
    shown, data = ada.last, ada.last.buttons["Yes, erase everything"]
    ada.sends_data(shown, data)
    assert "nothing about you here" in ada.sends_data(shown, data)


def test_a_forgotten_code_is_unknown_to_the_therapist(desk: Desk, tessa: Person, ada: Person) -> None:
    code = patient_of(desk, ada).code
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    tessa.says(f"/patient {code}")
    assert f"no patient {code}" in tessa.last.text
    tessa.says("/patients")
    assert "Ada" not in tessa.last.text


def test_names_and_words_do_not_stand_readable_in_the_database(desk: Desk, ada: Person) -> None:
    reported(desk, ada)
    with desk.looking() as db:
        for table, column in (
            ("patient", "name"),
            ("report", "words"),
            ("member", "first_name"),
            ("outbox_message", "content"),
            ("inbox_update", "raw"),
        ):
            for (value,) in db.connection().execute(text(f"SELECT {column} FROM {table}")):  # noqa: S608
                for word in (b"Ada", b"Byron", b"throbs", b"Tessa", b"t.me"):
                    assert word not in bytes(value or b"")


def test_what_is_on_its_way_to_staff_is_not_erased(desk: Desk, ada: Person) -> None:
    patient_id = reported(desk, ada)
    with desk.looking() as db:
        db.add(
            OutboxMessage(
                chat_id=GROUP,
                lane=Lane.ALERT,
                template="stranger",
                content={"args": {"kept": "yes"}},
                due_at=desk.now + timedelta(hours=1),
                created_at=desk.now,
                patient_id=patient_id,
            )
        )
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    with desk.looking() as db:
        row = db.exec(
            select(OutboxMessage).where(OutboxMessage.chat_id == GROUP, col(OutboxMessage.sent_at).is_(None))
        ).one()
    assert row.content == {"args": {"kept": "yes"}}


def test_mydata_shows_answers_as_the_buttons_said_them(desk: Desk, ada: Person) -> None:
    desk.passes(hours=4)
    ada.taps("3")
    ada.taps("Bruise, small bleed")
    ada.taps("Send")
    before = len(ada.heard)
    ada.says("/mydata")
    told = "\n".join(shown.text for shown in ada.heard[before:])
    assert "soreness: 3" in told
    assert "noticed: " in told
    assert "Bruise, small bleed" in told.split("noticed: ")[1]


def test_the_name_of_whoever_is_forgotten_stays_until_their_open_case_is_closed(
    desk: Desk, ada: Person, nora: Person
) -> None:
    ada.says("there is pus coming out of one of the holes")
    code = patient_of(desk, ada).code
    ada.says("/forget")
    ada.taps("Yes, erase everything")
    assert "everything but your name has been erased" in ada.last.text
    nora.says(f"/patient {code}")
    assert "Ada Byron" in nora.last.text
    nora.taps("Acknowledge")
    nora.taps("Close")
    nora.taps("Self-care advice")
    nora.says(f"/patient {code}")
    assert "Ada Byron" not in nora.last.text
