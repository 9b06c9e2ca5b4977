"""Decides what a message's fate on the way to Telegram means for its row: done, again, or given up."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.deliveries import Delivery, Migrated, NotSent, Refused, RetryAfter, Sent, Unknown
from bot.domain.status import Lane, OutboxState

FIRST_WAIT = timedelta(seconds=1)
_LONGEST_WAIT = timedelta(seconds=60)
_EDIT_REPEATS = 5
_ONE_REPEAT = 1


@dataclass(frozen=True)
class Attempt:
    """What the decision depends on.

    `tries` counts this attempt and those before it, 429 excepted; `unconfirmed` those before it that may have
    arrived. A `question` expects an answer; an `edit` says the same however often it is said.
    """

    lane: Lane
    question: bool = False
    edit: bool = False
    tries: int = 1
    unconfirmed: int = 0


@dataclass(frozen=True)
class Verdict:
    """The row's next state. `retry_after` is real time from now; `counted` whether this try used one up."""

    state: OutboxState
    reason: str | None = None
    retry_after: timedelta | None = None
    counted: bool = True
    unconfirmed: bool = False


def judge(attempt: Attempt, delivery: Delivery, jitter: float, first_wait: timedelta = FIRST_WAIT) -> Verdict:
    """What follows from `delivery`; `jitter` in [0, 1) spreads the waits so that not all come back at once."""
    match delivery:
        case Sent():
            return Verdict(OutboxState.SENT)
        case Refused(why):
            return Verdict(OutboxState.FAILED, why.value)
        case Migrated():
            return Verdict(OutboxState.PLANNED, "migrated", timedelta(0), counted=False)
        case RetryAfter(seconds):
            wait = timedelta(seconds=seconds + jitter / 2)
            return Verdict(OutboxState.PLANNED, "too-many-requests", wait, counted=False)
        case NotSent(why):
            return Verdict(OutboxState.PLANNED, why, backoff(attempt.tries, jitter, first_wait))
        case Unknown(why):
            return _after_silence(attempt, why, backoff(attempt.unconfirmed + 1, jitter, first_wait))


def _after_silence(attempt: Attempt, why: str, wait: timedelta) -> Verdict:
    if attempt.unconfirmed < repeats_allowed(attempt):
        return Verdict(OutboxState.PLANNED, why, wait, unconfirmed=True)
    return Verdict(OutboxState.UNCERTAIN, why, unconfirmed=True)


def repeats_allowed(attempt: Attempt) -> float:
    """How often a message may go out again after attempts of unknown fate.

    Telegram has no key that would make sending twice harmless, so each lane takes the lesser harm. An alert that is
    read twice costs a glance, one that is lost can cost a patient: it is repeated until confirmed. A question
    is asked once more, since both copies write the same answer. An answer to something a person just did is repeated
    once: without it they are left hanging, perhaps with a safety question unsaid. A routine reminder is never
    repeated: one too few does no harm, and a bot that says everything twice gets muted. An edit changes nothing the
    second time.
    """
    if attempt.edit:
        return _EDIT_REPEATS
    if attempt.lane is Lane.ALERT:
        return float("inf")
    if attempt.question or attempt.lane is Lane.ANSWER:
        return _ONE_REPEAT
    return 0


def backoff(tries: int, jitter: float, first_wait: timedelta = FIRST_WAIT) -> timedelta:
    """1, 2, 4 … times the first wait, up to 60 seconds, and up to a quarter more."""
    doubled: timedelta = first_wait * 2 ** min(max(tries, 1) - 1, 10)
    return min(doubled, _LONGEST_WAIT) * (1 + jitter / 4)
