"""How fast messages may go out, against the limits as the server counts them."""

from collections import deque

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import Limits, Pace
from bot.demo.server.limits import Limits as ServerLimits
from bot.demo.server.limits import Meter
from bot.domain.status import Lane

ADA, BEN, GROUP = 5_000_000_001, 5_000_000_002, -4_000_001


def gone_out(pace: Pace, chat_id: int, lane: Lane, count: int, *, since: float = 0.0) -> list[float]:
    """When each of `count` messages in a row could go, one waiting for the other, answered at once."""
    at, times = since, []
    for _ in range(count):
        at += pace.wait(chat_id, lane, at)
        pace.begin(chat_id, at)
        pace.end(chat_id, at, at)
        times.append(at)
    return times


def test_one_person_gets_a_short_burst_and_then_about_one_a_second() -> None:
    times = gone_out(Pace(), ADA, Lane.ANSWER, 12)
    assert times[2] < 0.2
    assert 9 <= times[-1] <= 12


def test_a_busy_chat_delays_no_other() -> None:
    pace = Pace()
    gone_out(pace, ADA, Lane.ANSWER, 3)
    assert pace.wait(ADA, Lane.ANSWER, 0.2) > 2
    assert pace.wait(BEN, Lane.ANSWER, 0.2) == 0


def test_a_group_keeps_room_for_alerts() -> None:
    pace = Pace()
    times = gone_out(pace, GROUP, Lane.ANSWER, 13)
    assert times[-1] < 2
    assert pace.wait(GROUP, Lane.ANSWER, 2.0) > 50
    assert gone_out(pace, GROUP, Lane.ALERT, 5, since=2.0)[-1] < 4
    assert pace.wait(GROUP, Lane.ALERT, 5.0) > 50


def test_in_a_long_burst_at_least_98_percent_of_thirty_a_second_are_used() -> None:
    pace = Pace()
    at = 0.0
    for number in range(3000):
        at += pace.wait(ADA + number, Lane.REMINDER, at)
        pace.begin(ADA + number, at)
        pace.end(ADA + number, at, at)
    assert 3000 / at >= 0.98 * 30


def test_timers_that_fire_a_little_late_do_not_slow_a_burst_down() -> None:
    pace = Pace()
    at = 0.0
    for number in range(3000):
        at += pace.wait(ADA + number, Lane.REMINDER, at) + 0.002
        pace.begin(ADA + number, at)
        pace.end(ADA + number, at, at)
    assert 3000 / at >= 0.98 * 30


def test_an_alert_after_a_slow_first_second_is_not_one_too_many() -> None:
    """Sixteen connections opened at once: the messages are counted 20 ms after they began."""
    pace, meter = Pace(), Meter(ServerLimits())
    for number in range(16):
        pace.begin(ADA + number, 0.0)
    for number in range(16):
        pace.end(ADA + number, 0.0, 0.021)
        meter.admit(ADA + number, 0.02)
    at = 0.021
    for number in range(16, 60):
        lane = Lane.ALERT if number % 10 == 0 else Lane.REMINDER
        at += pace.wait(ADA + number, lane, at)
        pace.begin(ADA + number, at, lane)
        meter.admit(ADA + number, at)
        pace.end(ADA + number, at, at + 0.001)
    assert meter.rejected == 0


def test_an_alert_in_the_middle_of_a_burst_finds_a_gap_at_once() -> None:
    pace, at, waits = Pace(), 0.0, []
    for number in range(900):
        at += pace.wait(ADA + number, Lane.REMINDER, at)
        pace.begin(ADA + number, at)
        pace.end(ADA + number, at, at)
        if number % 90 == 89:
            waits.append(pace.wait(GROUP, Lane.ALERT, at + 0.001))
    assert max(waits) < 0.03


def test_a_429_pauses_its_chat_and_several_at_once_pause_everybody() -> None:
    pace = Pace()
    pace.refused(ADA, 5, 0.0)
    assert pace.wait(ADA, Lane.ALERT, 1.0) == 4
    assert pace.wait(BEN, Lane.ANSWER, 1.0) == 0
    pace.refused(BEN, 3, 1.0)
    assert pace.wait(ADA + 7, Lane.ALERT, 1.0) == 3
    assert pace.room(1.0) == 0


def test_what_went_out_before_a_restart_still_counts() -> None:
    pace = Pace()
    for _ in range(18):
        pace.sent_before(GROUP, -30.0)
    assert pace.wait(GROUP, Lane.ALERT, 0.0) > 29


@given(
    trips=st.lists(st.tuples(st.floats(0, 0.05), st.floats(0, 0.05)), min_size=100, max_size=400),
    chats=st.lists(st.sampled_from([ADA, BEN, GROUP, 0]), min_size=400, max_size=400),
    lanes=st.lists(st.sampled_from(list(Lane)), min_size=400, max_size=400),
)
def test_whatever_the_network_does_the_server_never_counts_too_many(
    trips: list[tuple[float, float]], chats: list[int], lanes: list[Lane]
) -> None:
    """Each message takes up to 50 ms there and 50 ms back; the server judges the moment of its arrival."""
    pace, at = Pace(Limits()), 0.0
    flying: deque[tuple[float, int, float]] = deque()
    arrivals: list[tuple[float, int]] = []
    for number, (there, back) in enumerate(trips):
        chat_id = chats[number] or ADA + 10 + number
        while True:
            for flight in sorted(flying, key=lambda flight: flight[0]):
                if flight[0] <= at:
                    pace.end(flight[1], flight[2], flight[0])
                    flying.remove(flight)
            wait = pace.wait(chat_id, lanes[number], at)
            if wait <= 0:
                break
            at = min([at + wait, *(flight[0] for flight in flying if flight[0] > at)])
        pace.begin(chat_id, at)
        flying.append((at + there + back, chat_id, at))
        arrivals.append((at + there, chat_id))
    meter = Meter(ServerLimits())
    for arrived_at, chat_id in sorted(arrivals):
        meter.admit(chat_id, arrived_at)
    assert meter.rejected == 0
