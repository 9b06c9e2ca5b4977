"""Claiming rows of the outbox, as two workers at once may do it."""

import threading
from datetime import timedelta

import pytest

from bot.clock import real_now
from bot.domain.status import Lane, OutboxState
from bot.storage import claims
from bot.storage.claims import Moment, Wish
from bot.storage.database import Database
from tests.support.clock import MONDAY
from tests.support.databases import Databases, open_database
from tests.support.mailroom import put, row, words

ADA, BEN = 5_000_000_001, 5_000_000_002


def claimed(database: Database, *, limit: int = 10, claim: str = "mine", not_to: tuple[int, ...] = ()) -> list[int]:
    moment = Moment(MONDAY, real_now())
    with database.transaction() as db:
        rows = [message for lane in Lane for message in claims.due(db, Wish(lane, limit, not_to), moment)[0]]
        claims.lease(db, rows, claim, moment.real_now + timedelta(seconds=60))
        return [message.id or 0 for message in rows]


def test_alerts_come_first_then_the_longest_due(database: Database) -> None:
    later = put(database, ADA, words("ice"), lane=Lane.REMINDER, due_at=MONDAY - timedelta(minutes=1))
    earlier = put(database, BEN, words("ice"), lane=Lane.REMINDER, due_at=MONDAY - timedelta(minutes=2))
    answer = put(database, ADA, words("thanks"))
    alert = put(database, BEN, words("alarm"), lane=Lane.ALERT)
    assert claimed(database) == [alert, answer, earlier, later]


def test_what_is_not_due_yet_is_left_alone(database: Database) -> None:
    put(database, ADA, words("ice"), due_at=MONDAY + timedelta(seconds=1))
    assert claimed(database) == []


def test_a_claim_is_written_down_with_its_lease(database: Database) -> None:
    message = put(database, ADA, words("thanks"))
    claimed(database)
    found = row(database, message)
    assert (found.state, found.claim, found.attempts) == (OutboxState.SENDING, "mine", 1)
    assert found.lease_until is not None
    assert timedelta(seconds=50) < found.lease_until - real_now() <= timedelta(seconds=60)


def test_one_message_of_a_chat_and_lane_is_claimed_at_a_time(database: Database) -> None:
    first = put(database, ADA, words("thanks"))
    put(database, ADA, words("again"))
    assert claimed(database) == [first]
    assert claimed(database, not_to=(ADA,)) == []


def test_a_message_that_waits_for_another_try_holds_back_the_later_ones_of_its_lane(database: Database) -> None:
    first = put(database, ADA, words("thanks"))
    put(database, ADA, words("again"))
    alert = put(database, ADA, words("alarm"), lane=Lane.ALERT)
    with database.transaction() as db:
        claims.by_ids(db, [first])[first].retry_at = real_now() + timedelta(seconds=30)
    assert claimed(database) == [alert]


def test_two_workers_never_claim_the_same_row(database: Database) -> None:
    for number in range(60):
        put(database, ADA + number, words("thanks"))
    url = database.url.render_as_string(hide_password=False)
    taken: list[int] = []

    def work(name: str) -> None:
        own = open_database(url)
        try:
            while found := claimed(own, limit=7, claim=name):
                taken.extend(found)
        finally:
            own.close()

    workers = [threading.Thread(target=work, args=(f"worker-{number}",)) for number in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 60


def test_an_outcome_counts_only_while_the_claim_is_still_ones_own(database: Database) -> None:
    message = put(database, ADA, words("thanks"))
    claimed(database, claim="slow")
    mine = row(database, message)
    with database.transaction() as db:
        theirs = claims.by_ids(db, [message])[message]
        theirs.claim = "quick"
    with database.transaction() as db:
        assert claims.still_held(db, [mine]) == {}


@pytest.mark.parametrize("everything", [False, True])
def test_only_a_lease_that_has_run_out_is_abandoned_unless_its_holder_is_gone(
    database: Database, everything: bool
) -> None:
    message = put(database, ADA, words("thanks"))
    claimed(database)
    with database.transaction() as db:
        found = claims.abandoned(db, real_now(), everything=everything)
        assert [held.id for held in found] == ([message] if everything else [])
    with database.transaction() as db:
        assert len(claims.abandoned(db, real_now() + timedelta(seconds=61))) == 1


def test_the_next_times_name_what_there_will_be_to_do(database: Database) -> None:
    put(database, ADA, words("thanks"))
    put(database, ADA, words("ice"), lane=Lane.REMINDER, due_at=MONDAY + timedelta(hours=4))
    put(database, BEN, words("ice"), lane=Lane.ALERT, due_at=MONDAY + timedelta(hours=5))
    with database.transaction() as db:
        times = claims.next_times(db, Moment(MONDAY, real_now()))
    assert times == claims.NextTimes(MONDAY + timedelta(hours=4), None, None)


@pytest.mark.parametrize("question", ["due", "next"])
def test_the_dispatchers_questions_are_answered_from_an_index(databases: Databases, question: str) -> None:
    # On SQLite, whose plans do not depend on how many rows there are; the benchmark of a million covers PostgreSQL.
    database = open_database(databases.fresh("sqlite"))
    moment, statements = Moment(MONDAY, real_now()), []
    with database.transaction() as db:
        connection = db.connection().connection.driver_connection
        assert connection is not None
        connection.set_trace_callback(statements.append)
        if question == "due":
            claims.due(db, Wish(Lane.REMINDER, 10), moment)
        else:
            claims.next_times(db, moment)
        connection.set_trace_callback(None)
        selects = [statement for statement in statements if statement.startswith("SELECT")]
        plans = [str(row) for statement in selects for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    database.close()
    assert plans
    assert all("USING INDEX" in plan or "USING INTEGER PRIMARY KEY" in plan for plan in plans if "outbox" in plan), (
        plans
    )
    assert not [plan for plan in plans if "TEMP B-TREE" in plan], plans
