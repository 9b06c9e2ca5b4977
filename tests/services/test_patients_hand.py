"""The patient's own hand on it: status, pause, resume, stop, language, time zone."""

from datetime import timedelta

from sqlmodel import col, select

from bot.domain.status import CheckInState, EnrollmentState, FlagState, Lane, OutboxState
from bot.domain.tiers import Tier
from bot.storage import patients
from bot.storage.tables import CheckIn, Enrollment, Flag, OutboxMessage
from tests.support.desk import Desk, Person

GROUP = -100500


def plan(desk: Desk, person: Person, *states: OutboxState) -> list[OutboxMessage]:
    wanted = states or (OutboxState.PLANNED,)
    with desk.looking() as db:
        return list(
            db.exec(
                select(OutboxMessage)
                .where(
                    OutboxMessage.chat_id == person.id,
                    OutboxMessage.lane == Lane.REMINDER,
                    col(OutboxMessage.state).in_(wanted),
                )
                .order_by(col(OutboxMessage.due_at))
            ).all()
        )


def state_of(desk: Desk, person: Person) -> str:
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, person.id)
        assert patient is not None
        newest = select(Enrollment).where(Enrollment.patient_id == patient.id).order_by(col(Enrollment.id).desc())
        return db.exec(newest).first().state  # type: ignore[union-attr]


def open_flag(desk: Desk, person: Person) -> None:
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, person.id)
        assert patient is not None
        assert patient.id is not None
        db.add(Flag(patient_id=patient.id, tier=Tier.URGENT, rules=[], opened_at=desk.now, raised_at=desk.now))


def test_status_shows_what_comes_next_with_dates_and_times(ada: Person) -> None:
    ada.says("/status")
    assert "What comes next (left calf)" in ada.last.text
    assert "Mon, Mar 2, 10:15: summary" in ada.last.text
    assert "Mon, Mar 2, 14:00: check-in" in ada.last.text
    assert "until Wednesday, March 4, 10:00" in ada.last.text
    ada.says("/start")
    assert "What comes next" in ada.last.text


def test_status_after_the_restriction_and_after_the_end(desk: Desk, ada: Person) -> None:
    desk.passes(hours=49)
    ada.says("/status")
    assert "The time without hard activity ended Wednesday, March 4, 10:00" in ada.last.text
    desk.passes(days=3)
    ada.says("/status")
    assert "No more messages are planned" in ada.last.text


def test_a_pause_takes_back_everything_routine_at_once(desk: Desk, ada: Person) -> None:
    desk.passes(hours=5)
    ada.says("/pause")
    assert "Paused" in ada.last.text
    assert plan(desk, ada) == []
    heard = len(ada.heard)
    desk.passes(hours=40)
    assert len(ada.heard) == heard
    ada.says("/status")
    assert "paused" in ada.last.text
    ada.says("/pause")
    assert "paused already" in ada.last.text


def test_resuming_plans_only_what_is_still_useful_and_has_not_been_said(desk: Desk, ada: Person) -> None:
    desk.passes(hours=5)
    before = {row.step for row in plan(desk, ada, OutboxState.SENT)}
    ada.says("/pause")
    desk.passes(hours=25)
    ada.says("/resume")
    assert "Welcome back" in ada.last.text
    steps = [row.step for row in plan(desk, ada)]
    assert steps
    assert not before & set(steps)
    assert "check-48h" in steps or "closing" in steps
    assert all(row.due_at >= desk.now for row in plan(desk, ada))


def test_pausing_and_resuming_over_and_over_doubles_nothing(desk: Desk, ada: Person) -> None:
    wanted = [(row.step, row.due_at) for row in plan(desk, ada)]
    for _ in range(3):
        ada.says("/pause")
        ada.says("/resume")
    assert [(row.step, row.due_at) for row in plan(desk, ada)] == wanted
    with desk.looking() as db:
        check_ins = db.exec(select(CheckIn)).all()
    assert len({row.step for row in check_ins}) == len(check_ins)
    assert all(row.state == CheckInState.PLANNED for row in check_ins)


def test_resuming_after_everything_is_over_says_so(desk: Desk, ada: Person) -> None:
    ada.says("/pause")
    desk.passes(days=10)
    ada.says("/resume")
    assert "has ended in the meantime" in ada.last.text
    assert state_of(desk, ada) == EnrollmentState.COMPLETED


def test_resuming_what_runs_and_pausing_what_is_over_are_answered(desk: Desk, ada: Person) -> None:
    ada.says("/resume")
    assert "Your messages are running" in ada.last.text
    ada.says("/stop")
    ada.says("/pause")
    assert "nothing to pause" in ada.last.text
    ada.says("/resume")
    assert "new link" in ada.last.text


def test_stop_ends_everything_and_tells_the_therapist(desk: Desk, tessa: Person, ada: Person) -> None:
    ada.says("/stop")
    assert "You will get no more messages" in ada.last.text
    assert "112" in ada.last.text
    assert plan(desk, ada) == []
    assert state_of(desk, ada) == EnrollmentState.STOPPED
    assert "has stopped the messages" in tessa.last.text
    heard = len(ada.heard)
    desk.passes(hours=80)
    assert len(ada.heard) == heard
    ada.says("/stop")
    assert "stopped already" in ada.last.text


def test_stop_with_an_open_flag_names_the_emergency_number_and_staff_keep_the_flag(
    desk: Desk, olga: Person, ada: Person
) -> None:
    olga.says("/staffhere", GROUP)
    open_flag(desk, ada)
    ada.says("/stop")
    assert "call 112 now" in ada.last.text
    assert "has stopped the messages" in desk.chat(GROUP)[-1].text
    assert "Ada" not in desk.chat(GROUP)[-1].text
    with desk.looking() as db:
        assert db.exec(select(Flag.state)).all() == [FlagState.OPEN]


def test_what_is_on_the_alert_lane_is_never_taken_back(desk: Desk, ada: Person) -> None:
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, ada.id)
        assert patient is not None
        db.add(
            OutboxMessage(
                chat_id=ada.id,
                lane=Lane.ALERT,
                template="stranger",
                content={"args": {}},
                due_at=desk.now + timedelta(hours=1),
                created_at=desk.now,
                patient_id=patient.id,
                enrollment_id=1,
            )
        )
    ada.says("/pause")
    ada.says("/stop")
    desk.passes(hours=1)
    assert "automated aftercare service" in ada.last.text


def test_the_language_is_chosen_by_button_or_by_name(desk: Desk, ada: Person) -> None:
    ada.says("/language")
    ada.taps("Español")
    assert "le escribo en este idioma (Español)" in ada.last.text
    ada.says("/status")
    assert "Lo que viene" in ada.last.text
    ada.says("/language english")
    assert "write in English" in ada.last.text
    ada.says("/language Klingon")
    assert "cannot write in that language" in ada.last.text


def test_a_member_of_the_team_chooses_a_language_too(tessa: Person, ben: Person) -> None:
    tessa.says("/language es")
    tessa.says("/help")
    assert "Lo que puedo hacer" in tessa.last.text
    ben.says("/language es")
    assert "once you have joined" in ben.last.text


def test_an_unknown_command_is_answered_and_words_behind_it_are_heard(desk: Desk, ada: Person) -> None:
    ada.says("/nonsense")
    assert "simply write it here" in ada.last.text
    heard = len(ada.heard)
    ada.says("/help_me I cannot breathe and my chest hurts")
    assert any("112" in shown.text for shown in ada.heard[heard:])


def test_commands_of_the_team_are_not_the_patients(ada: Person) -> None:
    for command in ("/enroll x, calf", "/patients", "/patient K7F2", "/invite staff", "/cancel K7F2"):
        ada.says(command)
        assert "This is for Kinito Therapy's team" in ada.last.text


def test_patients_commands_are_explained_to_the_team(tessa: Person) -> None:
    tessa.says("/pause")
    assert "This is for patients" in tessa.last.text


def test_help_names_the_emergency_number(ada: Person) -> None:
    ada.says("/help")
    assert "112" in ada.last.text
    assert "/status" in ada.last.text


def test_a_patient_who_blocked_the_bot_gets_what_is_still_useful_when_they_come_back(desk: Desk, ada: Person) -> None:
    desk.passes(hours=1)
    said = {row.step for row in plan(desk, ada, OutboxState.SENT)}
    ada.membership("kicked")
    assert plan(desk, ada) == []
    desk.passes(hours=6)
    ada.membership("member")
    coming = [row.step for row in plan(desk, ada)]
    assert "check-24h" in coming
    assert not said & set(coming)


def test_enrolling_somebody_who_blocked_the_bot_tells_the_therapist(desk: Desk, tessa: Person, ada: Person) -> None:
    with desk.looking() as db:
        patient = patients.by_telegram_id(db, ada.id)
        assert patient is not None
    ada.membership("kicked")
    tessa.says(f"/enroll {patient.code}, neck")
    assert "cannot be reached on Telegram" in tessa.last.text
