"""Whatever patients and staff do to a flag, in whatever order and however often, it stays one true case."""

from collections.abc import Iterator
from contextlib import closing as closed
from datetime import timedelta
from itertools import count
from typing import ClassVar

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlmodel import Session, col, select

from bot.domain.status import FlagState, OutboxState, Outcome
from bot.domain.tiers import Tier
from bot.services import acknowledging, closing, flagging, safety
from bot.services.cases import case_of
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.storage import facts, members, reports
from bot.storage.database import Database
from bot.storage.tables import Flag, Member, OutboxMessage, Patient, Report
from tests.support.databases import Databases, open_database
from tests.support.desk import MONDAY

TIERS = strategies.sampled_from(list(Tier))
ACTORS = strategies.sampled_from([1, 2, 3])
OUTCOMES = strategies.sampled_from(list(Outcome))


NUMBERS = count(1000)


class FlagMachine(RuleBasedStateMachine):
    """One patient, two of staff, one without the role."""

    database: ClassVar[Database]
    practice: ClassVar[Practice]

    def __init__(self) -> None:
        super().__init__()
        self.now = MONDAY
        self.worst: dict[int, int] = {}
        with self.database.transaction() as db:
            people = [
                Member(
                    telegram_id=self._fresh(),
                    first_name=f"N{number}",
                    staff=number != 3,
                    joined_at=MONDAY,
                )
                for number in (1, 2, 3)
            ]
            patient = Patient(code=f"P{self._fresh() % 1000000}", telegram_id=self._fresh(), created_at=MONDAY)
            db.add_all([*people, patient])
            db.flush()
            facts.put(db, facts.STAFF_CHAT, "-100")
            self.members = {number: person.id for number, person in enumerate(people, 1)}
            self.patient_id = patient.id

    def teardown(self) -> None:
        """The next run's cards do not go to this run's people."""
        with self.database.transaction() as db:
            for number in self.members.values():
                members.remove(db, db.get_one(Member, number), self.now)

    def _fresh(self) -> int:
        """A number no run before has used: they all share one database, and an address in memory comes again."""
        return next(NUMBERS)

    def patient(self, db: Session) -> Patient:
        return db.get_one(Patient, self.patient_id)

    def case(self, db: Session) -> Flag | None:
        return flagging.open_flag(db, self.patient_id or 0)

    @rule(tier=TIERS)
    def says(self, tier: Tier) -> None:
        self.now += timedelta(minutes=1)
        with self.database.transaction() as db:
            case = case_of(db, self.patient(db))
            report = Report(
                patient_id=case.patient_id, source="text", words="x", tier=tier, rules=["r"],
                rules_version="1", received_at=self.now,
            )  # fmt: skip
            flagging.take_up(db, self.practice, case, reports.add(db, report), self.now)

    @precondition(lambda self: self.any_flag())
    @rule(actor=ACTORS)
    def acknowledges(self, actor: int) -> None:
        with self.database.transaction() as db:
            member, flag = db.get(Member, self.members[actor]), self.newest(db)
            was_open = flag.state == FlagState.OPEN
            try:
                acknowledging.acknowledge(db, self.practice, member, flag.id or 0, self.now)
            except Mistake:
                assert not (was_open and actor != 3)
            else:
                assert was_open
                assert actor != 3

    @precondition(lambda self: self.any_flag())
    @rule(actor=ACTORS, outcome=OUTCOMES, sure=strategies.booleans())
    def closes(self, actor: int, outcome: Outcome, sure: bool) -> None:
        with self.database.transaction() as db:
            member, flag = db.get(Member, self.members[actor]), self.newest(db)
            before = flag.state
            try:
                closing.close(db, self.practice, member, flag.id or 0, outcome, None, self.now, sure=sure)
            except Mistake:
                assert flag.state == before
            else:
                assert flag.state == FlagState.CLOSED or (flag.tier == Tier.EMERGENCY and not sure)

    @precondition(lambda self: self.any_flag())
    @rule()
    def is_with_help(self) -> None:
        with self.database.transaction() as db:
            safety.with_help(db, self.practice, self.patient(db), self.newest(db).id or 0, self.now)

    def any_flag(self) -> bool:
        with self.database.transaction() as db:
            return db.exec(self._flags()).first() is not None

    def newest(self, db: Session) -> Flag:
        return db.exec(self._flags().order_by(col(Flag.id).desc())).first() or pytest.fail("no flag")

    def _flags(self):  # type: ignore[no-untyped-def]
        return select(Flag).where(Flag.patient_id == self.patient_id)

    @invariant()
    def the_case_is_true(self) -> None:
        with self.database.transaction() as db:
            cases = db.exec(self._flags()).all()
            assert sum(flag.state != FlagState.CLOSED for flag in cases) <= 1
            for flag in cases:
                self._never_lowered(flag)
                self._who_and_when_are_known(flag)
                self._escalations_wait_while_nobody_has_it(db, flag)

    def _never_lowered(self, flag: Flag) -> None:
        assert flag.tier >= self.worst.get(flag.id or 0, 0)
        self.worst[flag.id or 0] = flag.tier

    def _who_and_when_are_known(self, flag: Flag) -> None:
        assert (flag.state == FlagState.OPEN) == (flag.acknowledged_by is None)
        assert (flag.state == FlagState.CLOSED) == (flag.closed_by is not None) == (flag.outcome is not None)

    def _escalations_wait_while_nobody_has_it(self, db: Session, flag: Flag) -> None:
        waiting = db.exec(
            select(OutboxMessage).where(
                OutboxMessage.flag_id == flag.id,
                OutboxMessage.state == OutboxState.PLANNED,
                col(OutboxMessage.unique_key).startswith("again:"),
            )
        ).first()
        assert (waiting is not None) == (flag.state == FlagState.OPEN and flag.tier >= Tier.URGENT)


@pytest.fixture
def sqlite(databases: Databases) -> Iterator[Database]:
    url = databases.sqlite()
    with closed(open_database(url)) as database:
        yield database
    databases.drop(url)


def test_a_flag_survives_anything(sqlite: Database, practice: Practice) -> None:
    class Machine(FlagMachine):
        pass

    Machine.database, Machine.practice = sqlite, practice
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Machine, settings=settings(max_examples=15, stateful_step_count=12, deadline=None)
    )
