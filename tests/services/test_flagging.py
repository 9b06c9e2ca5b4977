"""One case per patient, taken once, closed once: on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from bot.domain.status import FlagState, OutboxState, Outcome
from bot.domain.tiers import Tier
from bot.services import acknowledging, closing, flagging
from bot.services.cases import Case, case_of
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.storage import facts, flags, members, reports
from bot.storage.tables import Flag, Member, OutboxMessage, Patient, Report
from tests.support.desk import MONDAY, Desk, Person

GROUP = -100


def reported(db: Session, case: Case, tier: Tier, words: str = "words", rule: str = "chest") -> Report:
    return reports.add(
        db,
        Report(
            patient_id=case.patient_id,
            source="text",
            words=words,
            tier=tier,
            rules=[rule],
            rules_version="1",
            received_at=MONDAY,
        ),
    )


def flag_up(db: Session, practice: Practice, tier: Tier, rule: str = "chest") -> Flag:
    facts.put(db, facts.STAFF_CHAT, str(GROUP))
    case = case_of(db, db.exec(select(Patient)).one())
    flag = flagging.take_up(db, practice, case, reported(db, case, tier, rule=rule), MONDAY)
    assert flag is not None
    return flag


def nora_of(db: Session, nora: Person) -> Member:
    member = members.by_telegram_id(db, nora.id)
    assert member is not None
    return member


def planned(db: Session, flag: Flag, prefix: str) -> int:
    rows = db.exec(
        select(OutboxMessage).where(
            OutboxMessage.flag_id == flag.id,
            OutboxMessage.state == OutboxState.PLANNED,
            col(OutboxMessage.unique_key).startswith(prefix),
        )
    ).all()
    return len(rows)


@pytest.mark.parametrize("tier", [Tier.URGENT, Tier.EMERGENCY])
def test_opening_plans_card_and_escalations_at_once(
    desk: Desk, practice: Practice, ada: Person, nora: Person, tier: Tier
) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, tier)
        assert planned(db, flag, "card:") == 1
        assert planned(db, flag, "again:") >= 4
        assert planned(db, flag, "safety:") == (2 if tier is Tier.EMERGENCY else 0)


def test_a_watch_has_no_card_and_no_escalation(desk: Desk, practice: Practice, ada: Person, nora: Person) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.WATCH)
        assert planned(db, flag, "") == 0


def test_what_is_expected_opens_nothing(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        case = case_of(db, db.exec(select(Patient)).one())
        assert flagging.take_up(db, practice, case, reported(db, case, Tier.EXPECTED), MONDAY) is None
        assert flags.unsettled(db, case.patient_id) is None


def test_the_database_refuses_a_second_open_case(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.URGENT)
        twin = Flag(patient_id=flag.patient_id, tier=1, opened_at=MONDAY, raised_at=MONDAY)
        with pytest.raises(IntegrityError), db.begin_nested():
            flags.add(db, twin)


def test_a_second_worry_joins_and_raises_and_is_told_anew(
    desk: Desk, practice: Practice, ada: Person, nora: Person
) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.URGENT)
        acknowledging.acknowledge(db, practice, nora_of(db, nora), flag.id or 0, MONDAY)
        again = flag_up(db, practice, Tier.EMERGENCY)
        assert again.id == flag.id
        assert (again.tier, again.state, again.acknowledged_by) == (Tier.EMERGENCY, FlagState.OPEN, None)
        assert planned(db, flag, f"card:{flag.id}:emergency:") == 1
        assert planned(db, flag, f"again:{flag.id}:urgent") == 0


def test_another_danger_in_a_case_somebody_has_is_told_anew(
    desk: Desk, practice: Practice, ada: Person, nora: Person
) -> None:
    """Whoever has taken a chest pain has not taken the faint that follows it."""
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.EMERGENCY, "chest")
        acknowledging.acknowledge(db, practice, nora_of(db, nora), flag.id or 0, MONDAY)
        later = MONDAY + timedelta(minutes=20)
        case = case_of(db, db.exec(select(Patient)).one())
        flagging.take_up(db, practice, case, reported(db, case, Tier.EMERGENCY, rule="fainted"), later)
        assert (flag.state, flag.acknowledged_by, flag.raised_at) == (FlagState.OPEN, None, later)
        assert planned(db, flag, "again:") >= 4
        assert planned(db, flag, "safety:") == 2, "the whole text anew, and once more in ten minutes"


def test_more_of_the_same_danger_leaves_the_case_with_whoever_has_it(
    desk: Desk, practice: Practice, ada: Person, nora: Person
) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.EMERGENCY, "chest")
        acknowledging.acknowledge(db, practice, nora_of(db, nora), flag.id or 0, MONDAY)
        flag_up(db, practice, Tier.EMERGENCY, "breathing")
        assert flag.state == FlagState.ACKNOWLEDGED


@pytest.mark.parametrize(
    ("rule", "text"),
    [("suicidal", "emergency-crisis"), ("overdose", "emergency-overdose"), ("chest", "emergency")],
)
def test_the_safety_text_fits_the_danger(desk: Desk, practice: Practice, ada: Person, rule: str, text: str) -> None:
    """Whoever thinks of dying is not told about needles, diving and flying."""
    with desk.looking() as db:
        flag_up(db, practice, Tier.EMERGENCY, "fainted")
        flag = flag_up(db, practice, Tier.EMERGENCY, rule)
        kept = select(OutboxMessage.template).where(OutboxMessage.flag_id == flag.id, OutboxMessage.kind == "safety")
        assert text in db.exec(kept).all()


def test_a_lesser_worry_joins_and_lowers_nothing(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        flag_up(db, practice, Tier.EMERGENCY)
        assert flag_up(db, practice, Tier.WATCH).tier == Tier.EMERGENCY


def test_acknowledging_cancels_every_escalation(desk: Desk, practice: Practice, ada: Person, nora: Person) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.EMERGENCY)
        acknowledging.acknowledge(db, practice, nora_of(db, nora), flag.id or 0, MONDAY)
        assert planned(db, flag, "again:") == 0
        assert planned(db, flag, "safety:") == 2


def test_the_second_to_acknowledge_learns_who_was_first(
    desk: Desk, practice: Practice, ada: Person, nora: Person, olga: Person
) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.EMERGENCY)
        acknowledging.acknowledge(db, practice, nora_of(db, nora), flag.id or 0, MONDAY)
        with pytest.raises(Mistake) as mistake:
            acknowledging.acknowledge(db, practice, nora_of(db, olga), flag.id or 0, MONDAY)
        assert mistake.value.key == "flag-already-taken"
        assert mistake.value.arguments["who"] == "Nora"


def test_outside_the_team_nothing_changes(desk: Desk, practice: Practice, ada: Person) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.EMERGENCY)
        with pytest.raises(Mistake, match="flag-only-staff"):
            acknowledging.acknowledge(db, practice, None, flag.id or 0, MONDAY)
        assert flag.state == FlagState.OPEN


def test_a_therapist_acts_on_flags_as_staff_do(desk: Desk, practice: Practice, ada: Person, tessa: Person) -> None:
    with desk.looking() as db:
        flag_up(db, practice, Tier.EMERGENCY)
    desk.passes(seconds=1)
    tessa.taps("Acknowledge", chat_id=GROUP)
    tessa.taps("Close", chat_id=GROUP)
    tessa.says("/flags")
    assert "👤 Tessa" in tessa.last.text


def test_closing_ends_the_repeated_safety_text(desk: Desk, practice: Practice, ada: Person, nora: Person) -> None:
    with desk.looking() as db:
        flag, nora_member = flag_up(db, practice, Tier.EMERGENCY), nora_of(db, nora)
        acknowledging.acknowledge(db, practice, nora_member, flag.id or 0, MONDAY)
        closing.close(db, practice, nora_member, flag.id or 0, Outcome.SENT_TO_EMERGENCY, None, MONDAY, sure=True)
        assert (flag.state, flag.outcome) == (FlagState.CLOSED, Outcome.SENT_TO_EMERGENCY)
        assert planned(db, flag, "safety:") == 0


def test_an_open_case_is_not_closed_before_somebody_takes_it(
    desk: Desk, practice: Practice, ada: Person, nora: Person
) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.URGENT)
        with pytest.raises(Mistake, match="flag-take-it-first"):
            closing.close(db, practice, nora_of(db, nora), flag.id or 0, Outcome.REASSURED, None, MONDAY)


def test_everything_done_is_written_down(desk: Desk, practice: Practice, ada: Person, nora: Person) -> None:
    with desk.looking() as db:
        flag, nora_member = flag_up(db, practice, Tier.URGENT), nora_of(db, nora)
        acknowledging.acknowledge(db, practice, nora_member, flag.id or 0, MONDAY)
        closing.close(db, practice, nora_member, flag.id or 0, Outcome.BOOKED_IN, None, MONDAY)
        done = [(event.what, event.member_id) for event in flags.events(db, flag.id or 0)]
        assert done == [("opened", None), ("acknowledged", nora_member.id), ("closed-booked-in", nora_member.id)]


def asked_about(desk: Desk, person: Person) -> int:
    return sum("Has the patient been reached?" in shown.text for shown in person.heard)


def test_whoever_took_an_emergency_and_did_nothing_is_asked_and_then_everybody(
    desk: Desk, practice: Practice, ada: Person, nora: Person, olga: Person
) -> None:
    ada.says("I have chest pain")
    nora.taps("Acknowledge")

    desk.passes(minutes=31)
    assert (asked_about(desk, nora), asked_about(desk, olga)) == (1, 0)
    desk.passes(minutes=31)
    assert asked_about(desk, olga) == 1, olga.transcript


def test_nobody_is_asked_once_the_case_is_closed(desk: Desk, ada: Person, nora: Person, olga: Person) -> None:
    ada.says("the bruise is bigger than my hand")
    nora.taps("Acknowledge")
    nora.taps("Close")
    nora.taps("Booked in")

    desk.passes(hours=5)
    assert asked_about(desk, nora) == asked_about(desk, olga) == 0


@pytest.mark.parametrize(
    ("tier", "rule", "why"), [(Tier.EXPECTED, "everyday", "answered-since"), (Tier.WATCH, "dizzy", "dizzy")]
)
def test_silence_is_no_reason_any_more_once_the_patient_has_said_something(
    desk: Desk, practice: Practice, ada: Person, tier: Tier, rule: str, why: str
) -> None:
    with desk.looking() as db:
        flag = flag_up(db, practice, Tier.WATCH, rule="silent-region")
        case = case_of(db, db.exec(select(Patient)).one())
        flagging.take_up(db, practice, case, reported(db, case, tier, rule=rule), MONDAY)
        assert flag.rules == [why]
