"""Lets hooks run for many rows in one transaction, and finds the one that fails when one does."""

import logging
from collections.abc import Callable

from sqlmodel import Session

from bot.delivery.claiming import Guard
from bot.domain.delivery_policy import backoff
from bot.domain.status import Lane, OutboxState
from bot.logs import place_of
from bot.storage.claims import Moment
from bot.storage.tables import OutboxMessage

_TRIES = 5
_log = logging.getLogger(__name__)


def trusting(_db: Session, _row: OutboxMessage, hook: Callable[[], object]) -> bool:
    """The quick way: a failing hook undoes the whole transaction, which is then done again carefully."""
    hook()
    return True


def careful(moment: Moment) -> Guard:
    """The slow way: each hook in a savepoint of its own, so that a failing one costs only its own row."""

    def guard(db: Session, row: OutboxMessage, hook: Callable[[], object]) -> bool:
        try:
            with db.begin_nested():
                hook()
        except Exception as error:  # noqa: BLE001 - one message's fault must not hold up all the others
            _log.error("message %s: %s", row.id, place_of(error))
            db.refresh(row)
            _put_off(row, moment)
            return False
        return True

    return guard


def _put_off(row: OutboxMessage, moment: Moment) -> None:
    """Only a row that is still planned can wait; what has been sent stays recorded as sent."""
    if row.state != OutboxState.PLANNED:
        return
    row.attempts += 1
    row.reason = "fault"
    row.retry_at = moment.real_now + backoff(row.attempts, 0)
    if row.attempts >= _TRIES and row.lane != Lane.ALERT:
        row.state, row.retry_at = OutboxState.FAILED, None
