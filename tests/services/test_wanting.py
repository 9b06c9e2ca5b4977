"""Whether a planned message is still wanted when its turn comes."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.domain.deliveries import Postponed
from bot.domain.status import CheckInState, EnrollmentState, FlagState
from bot.domain.tiers import Tier
from bot.services import outcomes, pausing, stopping
from bot.services.practice import Practice
from bot.storage import outbox
from bot.storage.tables import CheckIn, Enrollment, Flag, OutboxMessage, Patient
from tests.support.desk import MONDAY, Desk, Person


def row_of(db: Session, step: str) -> OutboxMessage:
    return db.exec(select(OutboxMessage).where(OutboxMessage.step == step)).one()


def wanted(db: Session, practice: Practice, step: str, **late: float) -> str | Postponed | None:
    row = row_of(db, step)
    return outcomes.still_wanted(db, practice, row, row.due_at + timedelta(**late))


def test_on_time_it_is_wanted(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        assert wanted(db, practice, "check-24h") is None


def test_in_the_patients_night_it_waits_for_the_morning(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        answer = wanted(db, practice, "closing", hours=11)
        assert isinstance(answer, Postponed)
        assert answer.until == datetime.fromisoformat("2026-03-06T07:00+00:00")


def test_the_night_is_the_patients_not_the_clinics(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        db.exec(select(Patient)).one().timezone = "America/Los_Angeles"
        answer = wanted(db, practice, "check-24h")
        assert isinstance(answer, Postponed)
        assert answer.reason == "quiet-hours"


def test_what_would_wait_beyond_its_use_is_dropped(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        assert wanted(db, practice, "activity-going-on", hours=6) == "no-longer-useful"


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (EnrollmentState.PAUSED, "paused"),
        (EnrollmentState.STOPPED, "stopped"),
        (EnrollmentState.CANCELED, "canceled"),
        (EnrollmentState.COMPLETED, "over"),
    ],
)
def test_nothing_routine_outside_a_running_aftercare(
    desk: Desk, practice: Practice, ada: Person, state: EnrollmentState, why: str
) -> None:
    with desk.looking() as db:
        db.exec(select(Enrollment)).one().state = state
        assert wanted(db, practice, "check-24h") == why


def test_an_answered_check_in_is_not_asked(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        check_in = db.exec(select(CheckIn).where(CheckIn.step == "check-24h")).one()
        check_in.state = CheckInState.ANSWERED
        assert wanted(db, practice, "check-24h") == "answered"


def test_a_blocked_patient_is_not_tried_again(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        db.exec(select(Patient)).one().unreachable_at = MONDAY
        assert wanted(db, practice, "check-24h") == "unreachable"


def test_a_few_hours_late_it_is_asked_in_full(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        asks = list(_check_in_of(db, "check-24h").asks)
        assert wanted(db, practice, "check-24h", hours=5) is None
        assert _check_in_of(db, "check-24h").asks == asks != ["symptoms"]


def test_hours_late_only_the_question_about_danger_is_kept(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        assert wanted(db, practice, "check-24h", hours=8) is None
        assert _check_in_of(db, "check-24h").asks == ["symptoms"]
        assert row_of(db, "check-24h").template == "check-in-once-more"


def test_the_end_of_the_restriction_is_never_stale(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        row = next(row for row in _planned(db) if "activity-end" in row.content["steps"])
        late = row.due_at + timedelta(hours=7)
        answer = outcomes.still_wanted(db, practice, row, late)
        assert answer in ("too-late", "no-longer-useful") or row.template == "check-in-once-more"


@pytest.mark.parametrize(("tier", "verdict"), [(Tier.WATCH, "asked"), (Tier.URGENT, "talk")])
def test_where_the_end_of_the_restriction_waits_for_answers_only_a_no_is_said_before(
    desk: Desk, practice: Practice, ada: Person, tier: Tier, verdict: str
) -> None:
    with desk.looking() as db:
        check_in = db.exec(select(CheckIn).where(CheckIn.step == "check-24h")).one()
        check_in.state, check_in.answers, check_in.tier = CheckInState.ANSWERED, {"soreness": 6}, tier
        check_in.asked_at = check_in.answered_at = MONDAY
        row = next(row for row in _planned(db) if "activity-end" in row.content["steps"])
        outcomes.still_wanted(db, practice, row, row.due_at)
        verdicts = [row.content["args"].get("verdict"), *(part["args"].get("verdict") for part in row.content["more"])]
        assert verdict in verdicts


def test_a_further_telling_is_wanted_only_while_nobody_has_the_flag(
    desk: Desk, practice: Practice, ada: Person, nora: Person
) -> None:
    ada.says("I have chest pain")
    with desk.looking() as db:
        again = next(row for row in db.exec(select(OutboxMessage)) if (row.unique_key or "").startswith("again:"))
        assert outcomes.still_wanted(db, practice, again, MONDAY) is None
        db.exec(select(Flag)).one().state = FlagState.ACKNOWLEDGED
        assert outcomes.still_wanted(db, practice, again, MONDAY) == "taken"


def test_stop_and_pause_leave_nothing_planned(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        patient = db.exec(select(Patient)).one()
        enrollment = db.exec(select(Enrollment)).one()
        pausing.pause(db, patient)
        assert not outbox.planned_for(db, enrollment.id or 0)
        stopping.stop(db, patient, MONDAY)
        assert not outbox.planned_for(db, enrollment.id or 0)


def _check_in_of(db: Session, step: str) -> CheckIn:
    return db.get_one(CheckIn, row_of(db, step).check_in_id)


def _planned(db: Session) -> list[OutboxMessage]:
    enrollment = db.exec(select(Enrollment)).one()
    return [row for row in outbox.planned_for(db, enrollment.id or 0) if row.step]


def test_after_an_outage_a_card_is_told_again_once(desk: Desk, practice: Practice, ada: Person, nora: Person) -> None:
    """Twenty copies that are all late would hold up the next patient's alarm."""
    ada.says("I cannot breathe")
    with desk.looking() as db:
        again = [row for row in db.exec(select(OutboxMessage)) if (row.unique_key or "").startswith("again:")]
        now = MONDAY + timedelta(hours=8)
        late = [row for row in again if row.due_at <= now]
        wanted_still = [row for row in late if outcomes.still_wanted(db, practice, row, now) is None]
        assert len(late) > 10
        assert len(wanted_still) == len({row.chat_id for row in late})
