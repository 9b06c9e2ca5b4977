"""Every path a message may take, with two workers, lost leases and outcomes that come twice or too late."""

import contextlib
from collections import Counter
from contextlib import closing
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bot.clock import real_now
from bot.delivery import claiming, guarding, recording
from bot.delivery.claiming import Claiming
from bot.delivery.hooks import Hooks
from bot.delivery.parcels import Parcel
from bot.delivery.recording import Outcome, Recording
from bot.domain.deliveries import Delivery, Migrated, NotSent, Refusal, Refused, RetryAfter, Sent, Unknown
from bot.domain.status import MOVES, Lane, OutboxState
from bot.services.saying import About
from bot.storage import outbox
from bot.storage.claims import Moment, Wish
from bot.storage.database import Database
from bot.storage.tables import CheckIn, OutboxMessage
from tests.support.clock import MONDAY
from tests.support.databases import BACKENDS, Databases, NoPostgres, open_database
from tests.support.mailroom import enrolled, put, rows, small_practice, words

ADA = 5_000_000_001
COPIES_ALLOWED = {Lane.ALERT: float("inf"), Lane.ANSWER: 2, Lane.REMINDER: 1}
PEOPLE = count(6_000_000_001)
TERMINAL = {state.value for state, moves in MOVES.items() if not moves}


class Outbox(RuleBasedStateMachine):
    """`arrived` counts for each row the copies that Telegram has taken, confirmed or not.

    `pressed` are the rows of which somebody has pressed a copy, with the number of copies there were by then.
    """

    database: Database
    practice = small_practice()

    def __init__(self) -> None:
        super().__init__()
        self.later = timedelta(0)
        self.claims = count(1)
        self.in_hand: list[Parcel] = []
        self.settled: list[Outcome] = []
        self.arrived: Counter[int] = Counter()
        self.known: dict[int, str] = {}
        self.questions: set[int] = set()
        self.pressed: dict[int, int] = {}
        self.sent_told: Counter[int] = Counter()
        self.first_id = max((message.id or 0 for message in rows(self.database)), default=0) + 1
        self.hooks = Hooks(sent=lambda _db, _practice, message, _now: self.sent_told.update([message.id]))

    @property
    def moment(self) -> Moment:
        return Moment(MONDAY + self.later, real_now() + self.later)

    def mine(self) -> list[OutboxMessage]:
        return [message for message in rows(self.database) if (message.id or 0) >= self.first_id]

    def how(self) -> Recording:
        return Recording(self.practice, self.hooks, self.moment, guarding.careful(self.moment))

    @rule(lane=st.sampled_from(list(Lane)), person=st.integers(0, 2), question=st.booleans())
    def plan(self, lane: Lane, person: int, question: bool) -> None:
        about = None
        if question:
            with self.database.transaction() as db:
                enrollment = enrolled(db, (number := next(PEOPLE)), code=f"{number % 10**8:08}")
                check_in = CheckIn(enrollment_id=enrollment.id or 0, step="day-1")
                db.add(check_in)
                db.flush()
                about = About(check_in_id=check_in.id)
        number = put(self.database, ADA + person, words("thanks"), now=self.moment.now, lane=lane, about=about)
        if question:
            self.questions.add(number)

    @rule(limit=st.integers(1, 4))
    def claim(self, limit: int) -> None:
        """Either worker; they know nothing of each other."""
        guard = guarding.careful(self.moment)
        how = Claiming(self.practice, self.hooks, self.moment, f"claim-{next(self.claims)}", guard)
        with self.database.transaction() as db:
            parcels = claiming.claim(db, [Wish(lane, limit) for lane in Lane], how).parcels
        self.in_hand += [parcel for parcel in parcels if (parcel.row.id or 0) >= self.first_id]

    @precondition(lambda self: self.in_hand)
    @rule(
        which=st.integers(0, 100),
        delivery=st.sampled_from(
            [
                Sent(7),
                Sent(7),
                Unknown(),
                NotSent(),
                RetryAfter(3.0),
                Refused(Refusal.BLOCKED),
                Migrated(-1_004_000_001),
            ]
        ),
        got_through=st.booleans(),
        stumbles=st.booleans(),
    )
    def deliver(self, which: int, delivery: Delivery, got_through: bool, stumbles: bool = False) -> None:
        """A worker calls Telegram; it does so also when its lease has been lost meanwhile.

        When the database stumbles, what became of the message is recorded at the second try.
        """
        parcel = self.in_hand.pop(which % len(self.in_hand))
        lease_until = parcel.row.lease_until
        if lease_until is None or lease_until < self.moment.real_now:
            return  # the dispatcher does not begin what its lease no longer covers
        if isinstance(delivery, Sent) or (isinstance(delivery, Unknown) and got_through):
            self.arrived[parcel.row.id or 0] += 1
        if isinstance(delivery, Migrated) and parcel.row.chat_id > 0:
            delivery = NotSent()
        outcome = Outcome(parcel, delivery)
        if stumbles:
            told = self.sent_told.copy()
            with contextlib.suppress(InterruptedError), self.database.transaction() as db:
                recording.record(db, [outcome], self.how())
                raise InterruptedError
            self.sent_told = told
        with self.database.transaction() as db:
            recording.record(db, [outcome], self.how())
        self.settled.append(outcome)

    @precondition(lambda self: any(self.arrived.values()))
    @rule(which=st.integers(0, 100))
    def press(self, which: int) -> None:
        """Somebody presses a copy, whether or not its sender knows yet that it arrived."""
        arrived = [message for message in self.mine() if self.arrived[message.id or 0]]
        pressed = arrived[which % len(arrived)]
        with self.database.transaction() as db:
            message = db.get_one(OutboxMessage, pressed.id)
            if message.message_id is None:
                recognized = outbox.recognize(db, message, 7).message_id is not None
                if recognized and message.claim is None:
                    self.pressed[message.id or 0] = self.arrived[message.id or 0]

    @precondition(lambda self: self.settled)
    @rule(which=st.integers(0, 100))
    def replay(self, which: int) -> None:
        """An outcome that is recorded a second time changes nothing."""
        before = {message.id: message.state for message in self.mine()}
        with self.database.transaction() as db:
            recording.record(db, [self.settled[which % len(self.settled)]], self.how())
        assert {message.id: message.state for message in self.mine()} == before

    @rule(minutes=st.sampled_from([0.1, 2]))
    def time_passes(self, minutes: float) -> None:
        """After two minutes every lease has run out and is settled as of unknown fate."""
        self.later += timedelta(minutes=minutes)
        with self.database.transaction() as db:
            recording.recover(db, self.how(), everything=False)

    @rule()
    def cancel(self) -> None:
        with self.database.transaction() as db:
            outbox.cancel(db, "stopped", lane=Lane.REMINDER)

    @invariant()
    def only_allowed_moves_are_made(self) -> None:
        for message in self.mine():
            number, state = message.id or 0, message.state
            before = self.known.get(number, OutboxState.PLANNED.value)
            assert before == state or _reachable(before, state), f"{before} → {state}"
            assert not (before in TERMINAL and before != state)
            self.known[number] = state

    @invariant()
    def nobody_gets_more_copies_than_the_lane_allows(self) -> None:
        for message in self.mine():
            number = message.id or 0
            allowed = COPIES_ALLOWED[Lane(message.lane)]
            assert self.arrived[number] <= max(allowed, 2 if number in self.questions else 0)

    @invariant()
    def what_is_called_sent_has_arrived_and_the_services_were_told_once(self) -> None:
        for message in self.mine():
            number, is_sent = message.id or 0, message.state == OutboxState.SENT
            assert not is_sent or self.arrived[number] >= 1
            assert self.sent_told[number] == int(is_sent) or (number in self.pressed and not self.sent_told[number])

    @invariant()
    def what_somebody_has_pressed_is_not_sent_again(self) -> None:
        assert all(self.arrived[number] == copies for number, copies in self.pressed.items())

    def teardown(self) -> None:
        """Once Telegram is well again, everything that is still wanted goes out."""
        for _ in range(200):
            self.later += timedelta(minutes=2)
            with self.database.transaction() as db:
                recording.recover(db, self.how(), everything=False)
            self.claim(4)
            while self.in_hand:
                self.deliver(0, Sent(7), True)
            if all(message.state not in ("planned", "sending") for message in self.mine()):
                break
        states = {message.state for message in self.mine()}
        assert states.isdisjoint({"planned", "sending"})
        assert not [message for message in self.mine() if message.lane == Lane.ALERT and message.state == "uncertain"]


def _reachable(before: str, state: str) -> bool:
    """One step may claim and settle at once, as seen from outside."""
    moves = MOVES[OutboxState(before)]
    return OutboxState(state) in moves or any(OutboxState(state) in MOVES[move] for move in moves)


@pytest.mark.parametrize("backend", BACKENDS)
def test_every_path_through_the_outbox_keeps_its_promises(backend: str, databases: Databases) -> None:
    try:
        url = databases.fresh(backend)
    except NoPostgres as missing:
        pytest.skip(str(missing))
    with closing(open_database(url)) as database:
        Outbox.database = database
        run_state_machine_as_test(Outbox, settings=settings(max_examples=12, stateful_step_count=25, deadline=None))
