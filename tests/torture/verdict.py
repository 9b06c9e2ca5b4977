"""Looks at what is left when the dust has settled: was anything lost, was anything said more often than allowed."""

from collections import Counter
from dataclasses import dataclass, field

from sqlmodel import Session, col, func, select

from bot.domain.status import InboxState, Lane, OutboxState
from bot.domain.tiers import Tier
from bot.storage.tables import Enrollment, Flag, InboxUpdate, OutboxMessage, Patient, Report
from tests.support.telegram import TelegramServer
from tests.torture.people import WORRYING, Town

_OPEN = (OutboxState.PLANNED, OutboxState.SENDING)


@dataclass
class Verdict:
    """`faults` is empty when every promise was kept; `numbers` is what was counted."""

    faults: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.faults.append(otherwise)


def judge(db: Session, telegram: TelegramServer, town: Town) -> Verdict:
    """Compare the database with what the people wrote and what the server handed over and took."""
    verdict = Verdict()
    patients = len(town.patients)
    _incoming(db, telegram, range(patients, patients + town.enrolling + 1), verdict)
    _worries(db, town.worries, verdict)
    _outgoing(db, telegram, verdict)
    return verdict


def _incoming(db: Session, telegram: TelegramServer, patients: range, verdict: Verdict) -> None:
    states = Counter(db.exec(select(InboxUpdate.state)).all())
    verdict.numbers["updates"] = sum(states.values())
    verdict.expect(not states[InboxState.PENDING], f"{states[InboxState.PENDING]} updates were never handled")
    verdict.expect(not states[InboxState.DEAD], f"{states[InboxState.DEAD]} updates became dead letters")
    verdict.expect(not len(telegram.state.updates), f"{len(telegram.state.updates)} updates were never fetched")
    enrolled = db.exec(select(func.count()).select_from(Enrollment)).one()
    joined = db.exec(select(func.count()).select_from(Patient).where(col(Patient.telegram_id).is_not(None))).one()
    verdict.expect(enrolled in patients, f"{enrolled} enrollments came of {patients.start} commands")
    verdict.expect(joined in patients, f"{joined} of {patients.start} patients have joined")
    verdict.numbers["patients"] = joined
    reported = Counter(db.exec(select(Report.update_id).where(Report.source == "text")).all())
    repeated = [update_id for update_id, times in reported.items() if times > 1]
    verdict.numbers["reports"] = len(reported)
    verdict.expect(not repeated, f"{len(repeated)} texts were taken down more than once")


def _worries(db: Session, written: int, verdict: Verdict) -> None:
    start = WORRYING.split(",")[0]
    reports = [report for report in db.exec(select(Report)).all() if report.words and report.words.startswith(start)]
    verdict.numbers["danger signs written"] = written
    verdict.expect(len(reports) == written, f"of {written} danger signs {len(reports)} were taken down")
    unflagged = sum(report.flag_id is None for report in reports)
    verdict.expect(not unflagged, f"{unflagged} danger signs were never flagged")
    flags = set(db.exec(select(Flag.id).where(col(Flag.tier) >= Tier.URGENT)).all())
    shown = select(OutboxMessage.flag_id).where(
        col(OutboxMessage.lane) == Lane.ALERT, col(OutboxMessage.state) == OutboxState.SENT
    )
    unseen = flags - set(db.exec(shown).all())
    verdict.numbers["flags"] = len(flags)
    verdict.expect(not unseen, f"{len(unseen)} flags were never shown to staff")


def _outgoing(db: Session, telegram: TelegramServer, verdict: Verdict) -> None:
    rows = db.exec(select(OutboxMessage).where(col(OutboxMessage.edits_id).is_(None))).all()
    taken = Counter((sent.chat_id, sent.message_id) for sent in telegram.sent if sent.method.lower().startswith("send"))
    confirmed = {(row.chat_id, row.message_id) for row in rows if row.message_id is not None}
    verdict.expect(confirmed <= set(taken), f"{len(confirmed - set(taken))} messages are called sent and were not")
    unconfirmed_copies = len(set(taken) - confirmed)
    allowed = sum(row.unconfirmed for row in rows)
    verdict.numbers |= {"messages taken": len(taken), "messages confirmed": len(confirmed)}
    verdict.numbers |= {"copies nobody confirmed": unconfirmed_copies, "attempts of unknown fate": allowed}
    verdict.expect(unconfirmed_copies <= allowed, f"{unconfirmed_copies} unknown copies, {allowed} unknown attempts")
    for row in rows:
        _judge_row(row, verdict)
    unsettled = [row for row in rows if row.state == OutboxState.SENDING]
    verdict.expect(not unsettled, f"{len(unsettled)} messages are still called sending")


def _judge_row(row: OutboxMessage, verdict: Verdict) -> None:
    lane, is_question = Lane(row.lane), row.check_in_id is not None
    name = lane.name.lower() + (", question" if is_question else "")
    if row.state not in (OutboxState.PLANNED, OutboxState.CANCELED):
        key = f"{name}: {row.state}" + (f" ({row.reason})" if row.state == OutboxState.SKIPPED else "")
        verdict.numbers[key] = verdict.numbers.get(key, 0) + 1
    if row.unconfirmed:
        key = f"{name}: sent again after an unknown fate"
        # Without a confirmed copy, the first attempt is among the unconfirmed ones.
        again = row.unconfirmed - (row.sent_at is None)
        verdict.numbers[key] = verdict.numbers.get(key, 0) + again
        once = 1 if is_question or lane is Lane.ANSWER else 0
        verdict.expect(lane is Lane.ALERT or again <= once, f"row {row.id} ({name}) was repeated {again} times")
    verdict.expect(row.state != OutboxState.FAILED, f"row {row.id} ({name}) failed: {row.reason}")
    lost = lane is Lane.ALERT and row.state == OutboxState.UNCERTAIN
    verdict.expect(not lost, f"row {row.id} is an alert of unknown fate that was given up")


def overdue(db: Session, now_minus_patience: object) -> Counter[str]:
    """The rows that should have gone out by then and have not, counted by what they are."""
    waiting = db.exec(
        select(OutboxMessage).where(
            col(OutboxMessage.state).in_(_OPEN), col(OutboxMessage.due_at) <= now_minus_patience
        )
    )
    return Counter(
        f"{row.state} {Lane(row.lane).name.lower()} {row.template} to a {'group' if row.chat_id < 0 else 'person'}"
        for row in waiting
    )
