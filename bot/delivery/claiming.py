"""Takes due rows off the outbox: drops what is of no use any more, joins what belongs together, leases the rest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.delivery.hooks import Hooks
from bot.delivery.parcels import Parcel, Target
from bot.domain.deliveries import Postponed
from bot.domain.status import Lane, OutboxState
from bot.services.practice import Practice
from bot.storage import claims, readers
from bot.storage.claims import Moment, Wish
from bot.storage.tables import OutboxMessage

LEASE_FOR = timedelta(seconds=60)
"""Real time, well above the 25 s after which a call to Telegram is given up."""
_MERGED_AT_MOST = 5
_AT_LEAST_LATER = timedelta(seconds=10)

Guard = Callable[[Session, OutboxMessage, Callable[[], object]], bool]
"""Runs a hook for a row and says whether it went well."""


@dataclass(frozen=True)
class Claiming:
    """What claiming needs to know besides the rows."""

    practice: Practice
    hooks: Hooks
    moment: Moment
    claim: str
    guard: Guard


@dataclass(frozen=True)
class Claimed:
    """What was leased, most urgent first, and whether more may be due: what was dropped may have held others back."""

    parcels: list[Parcel]
    more: bool


def claim(db: Session, wishes: Sequence[Wish], how: Claiming) -> Claimed:
    """Lease what is due and wanted. The parcels' rows are detached once committed."""
    taken: list[OutboxMessage] = []
    more = False
    for wish in wishes:
        rows, further = claims.due(db, wish, how.moment)
        taken, more = taken + rows, more or further
    if not taken:
        return Claimed([], more)
    rows = _with_companions(db, taken, how.moment)
    held = claims.surroundings(db, rows)
    rows = _useful(db, rows, how)
    parcels = _packed(db, rows, how)
    del held
    leased = [row for parcel in parcels for row in parcel.rows]
    claims.lease(db, leased, how.claim, how.moment.real_now + LEASE_FOR)
    dropped = {row.id for row in taken} - {row.id for row in leased}
    return Claimed(parcels, more or bool(dropped))


def _with_companions(db: Session, taken: list[OutboxMessage], moment: Moment) -> list[OutboxMessage]:
    reminders = [row for row in taken if _may_merge(row)]
    known = {row.id for row in taken}
    heads = {(row.enrollment_id, row.chat_id) for row in reminders}
    more = [
        row
        for row in claims.companions(db, reminders, moment)
        if row.id not in known and _may_merge(row) and (row.enrollment_id, row.chat_id) in heads
    ]
    return taken + more


def _may_merge(row: OutboxMessage) -> bool:
    return row.lane == Lane.REMINDER and row.enrollment_id is not None and row.edits_id is None


def _useful(db: Session, rows: Iterable[OutboxMessage], how: Claiming) -> list[OutboxMessage]:
    return [row for row in rows if _is_wanted(db, row, how)]


def _is_wanted(db: Session, row: OutboxMessage, how: Claiming) -> bool:
    # A row claimed a moment ahead of its time is judged as of its time.
    now = max(how.moment.now, row.due_at)
    if row.message_id is not None:
        _has_arrived(db, row, how)
        return False
    if row.expires_at is not None and row.expires_at <= now:
        _skip(db, row, "expired", how)
        return False
    answers: list[str | Postponed | None] = []
    if not how.guard(db, row, lambda: answers.append(how.hooks.still_wanted(db, how.practice, row, now))):
        return False
    answer = answers[0]
    if isinstance(answer, Postponed):
        row.due_at = max(answer.until, now + _AT_LEAST_LATER)
        row.reason = answer.reason[:60]
        return False
    if answer is not None:
        _skip(db, row, answer, how)
        return False
    return True


def _has_arrived(db: Session, row: OutboxMessage, how: Claiming) -> None:
    """A press has proven that a message of unknown fate arrived: it is not said again."""
    claims.mark_sent(db, [(row, row.message_id)], how.moment.now)
    how.guard(db, row, lambda: how.hooks.sent(db, how.practice, row, how.moment.now))


def _skip(db: Session, row: OutboxMessage, reason: str, how: Claiming) -> None:
    row.state, row.reason, row.retry_at = OutboxState.SKIPPED, reason[:60], None
    how.guard(db, row, lambda: how.hooks.skipped(db, how.practice, row, reason, how.moment.now))


def _packed(db: Session, rows: Sequence[OutboxMessage], how: Claiming) -> list[Parcel]:
    known = readers.of_chats(db, {row.chat_id for row in rows})
    targets = _targets(db, rows)
    overtaken = claims.newer_edits(db, rows)
    parcels: list[Parcel] = []
    for group in _groups(rows):
        carrier, along = _merged(db, group, how)
        reader = known.get(carrier.chat_id, readers.NOBODY_KNOWN)
        if carrier.edits_id is None:
            parcels.append(Parcel(carrier, reader, along))
        elif carrier.id in overtaken:
            _skip(db, carrier, "overtaken", how)
        elif (target := targets.get(carrier.id)) is None:
            _skip(db, carrier, "nothing-to-edit", how)
        else:
            parcels.append(Parcel(carrier, reader, (), target))
    return sorted(parcels, key=lambda parcel: parcel.turn)


def _groups(rows: Sequence[OutboxMessage]) -> list[list[OutboxMessage]]:
    groups: dict[object, list[OutboxMessage]] = {}
    for row in rows:
        key = ("enrollment", row.enrollment_id, row.chat_id) if _may_merge(row) else ("row", row.id)
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _merged(db: Session, group: list[OutboxMessage], how: Claiming) -> tuple[OutboxMessage, tuple[OutboxMessage, ...]]:
    """Of several overdue reminders: the one with the buttons, and those it carries along.

    That is the last check-in, whose earlier ones are superseded, else the last reminder. What would be said twice
    in the same words is said once.
    """
    if len(group) == 1:
        return group[0], ()
    group = sorted(group, key=lambda row: (row.due_at, row.id or 0))
    carrier = next((row for row in reversed(group) if row.check_in_id is not None), group[-1])
    along: dict[str, OutboxMessage] = {}
    for row in group:
        if row is carrier:
            continue
        if row.check_in_id is not None or row.template == carrier.template:
            _skip(db, row, "superseded", how)
            continue
        if row.template in along:
            _skip(db, along.pop(row.template), "superseded", how)
        along[row.template] = row
    kept = [row for row in along.values() if not row.content.get("qr")]
    return carrier, tuple(kept[-(_MERGED_AT_MOST - 1) :])


def _targets(db: Session, rows: Sequence[OutboxMessage]) -> dict[int | None, Target]:
    """By row id of an edit: the Telegram message it changes, found through edits of edits."""
    found: dict[int | None, Target] = {}
    looked_for = {row.id: row.edits_id for row in rows if row.edits_id is not None}
    while looked_for:
        originals = claims.by_ids(db, set(looked_for.values()))
        further: dict[int | None, int | None] = {}
        for row_id, target_id in looked_for.items():
            original = originals.get(target_id)
            if original is None:
                continue
            if original.edits_id is not None:
                further[row_id] = original.edits_id
            elif original.message_id is not None:
                found[row_id] = Target(original.message_id, bool(original.content.get("qr")))
        looked_for = {row_id: target_id for row_id, target_id in further.items() if target_id is not None}
    return found
