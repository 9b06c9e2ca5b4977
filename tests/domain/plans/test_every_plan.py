"""What holds for every plan, whatever the region, restriction, risks, zone and hour."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.plan import Plan, Session
from bot.domain.protocol import REGIONS, RISKS
from bot.domain.quiet_hours import is_quiet
from tests.domain.clinic_data import PROTOCOL, QUIET, planned
from tests.domain.test_quiet_hours import ZONES

zones = st.sampled_from(ZONES).map(ZoneInfo)
# Around both clock changes of either hemisphere, and around the day Samoa left out.
days = st.sampled_from(["2026-03-26", "2026-10-22", "2026-04-02", "2011-12-27", "2026-03-02"])
instants = st.builds(
    lambda day, minutes: datetime.fromisoformat(f"{day}T00:00+00:00") + timedelta(minutes=minutes),
    days,
    st.integers(0, 5 * 24 * 60),
)
sessions = st.builds(
    Session,
    ended_at=instants,
    region=st.sampled_from(REGIONS),
    side=st.sampled_from([None, "left"]),
    restriction_for=st.integers(24 * 60, 48 * 60).map(lambda minutes: timedelta(minutes=minutes)),
    risks=st.frozensets(st.sampled_from(RISKS), max_size=3),
)
late_by = st.one_of(st.just(timedelta()), st.integers(0, 80 * 60).map(lambda minutes: timedelta(minutes=minutes)))


def routine(plan: Plan) -> list[datetime]:
    return [message.due_at for message in plan.steps if message.kind != "summary"]


@given(sessions, zones)
def test_an_uneventful_course_is_at_most_seven_messages_in_72_hours(session: Session, zone: ZoneInfo) -> None:
    until = session.ended_at + timedelta(hours=72)
    assert sum(message.due_at <= until for message in planned(session, zone=zone).steps) <= 7


@given(sessions, zones, late_by)
def test_nothing_routine_is_sent_in_quiet_hours(session: Session, zone: ZoneInfo, late: timedelta) -> None:
    plan = planned(session, zone=zone, now=session.ended_at + late)
    assert not [at for at in routine(plan) if is_quiet(at, QUIET, zone)]


@given(sessions, zones, late_by)
def test_nothing_is_due_before_now_and_everything_before_it_expires(
    session: Session, zone: ZoneInfo, late: timedelta
) -> None:
    now = session.ended_at + late
    for message in planned(session, zone=zone, now=now).steps:
        assert now <= message.due_at < message.expires_at
        assert message.due_at < message.content_until


@given(sessions, zones, late_by)
def test_messages_are_in_order_each_step_once_and_well_apart(session: Session, zone: ZoneInfo, late: timedelta) -> None:
    plan = planned(session, zone=zone, now=session.ended_at + late)
    steps = [name for message in plan.steps for name in message.steps]
    assert len(steps) == len(set(steps))
    assert [message.due_at for message in plan.steps] == sorted(message.due_at for message in plan.steps)
    due = routine(plan)
    assert all(b - a > PROTOCOL.merge_within for a, b in pairwise(due))


@given(sessions, zones, late_by)
def test_every_step_is_sent_or_dropped_for_a_reason(session: Session, zone: ZoneInfo, late: timedelta) -> None:
    plan = planned(session, zone=zone, now=session.ended_at + late)
    sent = [name for message in plan.steps for name in message.steps]
    assert sorted(sent + [dropped.step for dropped in plan.dropped]) == sorted(step.id for step in PROTOCOL.steps)


@given(sessions, zones)
def test_the_danger_signs_are_asked_on_every_day_of_the_first_three(session: Session, zone: ZoneInfo) -> None:
    plan = planned(session, zone=zone)
    asked = [message for message in plan.steps if "symptoms" in message.asks]
    assert len(asked) >= 3
    assert all(b.due_at - a.due_at <= timedelta(hours=48) for a, b in pairwise(asked))


@given(sessions, zones)
@example(
    Session(datetime(2026, 10, 23, 9, 1, tzinfo=UTC), "neck", None, timedelta(minutes=2039), frozenset()),
    ZoneInfo("Europe/Madrid"),
)
def test_the_end_of_the_restriction_is_told_after_it_and_not_much(session: Session, zone: ZoneInfo) -> None:
    ending = [message for message in planned(session, zone=zone).steps if "activity-end" in message.steps]
    assert len(ending) == 1
    told, ends = ending[0].due_at, session.restriction_ends_at
    assert told >= ends
    # By the clock on the wall: the night on which summer time ends is an hour longer.
    on_the_wall = [moment.astimezone(zone).replace(tzinfo=None) for moment in (ends, told)]
    assert on_the_wall[1] - on_the_wall[0] <= timedelta(hours=14)


@given(sessions, zones)
@settings(max_examples=50)
def test_without_quiet_hours_only_merging_moves_a_message(session: Session, zone: ZoneInfo) -> None:
    plan = planned(session, zone=zone, quiet=None)
    assert {message.moved_because for message in plan.steps} <= {None, "merged"}


@given(sessions, zones)
@settings(max_examples=50)
def test_the_same_session_always_gives_the_same_plan(session: Session, zone: ZoneInfo) -> None:
    assert planned(session, zone=zone) == planned(session, zone=zone)


@given(sessions, zones)
@settings(max_examples=50)
def test_ice_and_drinking_follow_the_risks(session: Session, zone: ZoneInfo) -> None:
    keys = {part.key for message in planned(session, zone=zone).steps for part in message.parts}
    if session.risks & {"no-ice", "diabetes", "anticoagulant", "bleeding"}:
        assert "reminder-ice" not in keys
    if "fluid-limit" in session.risks:
        assert "reminder-hydration" not in keys
