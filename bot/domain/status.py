"""The states that rows may be in, and which moves between them are allowed."""

from enum import IntEnum, StrEnum


class Lane(IntEnum):
    """The order of sending: a lower lane always goes first."""

    ALERT = 0
    ANSWER = 1
    REMINDER = 2


class OutboxState(StrEnum):
    PLANNED = "planned"
    """Waiting for its `due_at`, or for another try."""
    SENDING = "sending"
    """Claimed under a lease; the network call may be under way."""
    SENT = "sent"
    FAILED = "failed"
    """Telegram refused it for good."""
    UNCERTAIN = "uncertain"
    """Sent or not, nobody knows, and the lane's policy does not allow another try."""
    SKIPPED = "skipped"
    """No longer useful when its turn came; `reason` says why."""
    CANCELED = "canceled"


class InboxState(StrEnum):
    PENDING = "pending"
    DONE = "done"
    DEAD = "dead"


class FlagState(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a flag ended; interface.md names the buttons."""

    REASSURED = "reassured"
    SELF_CARE = "self-care"
    BOOKED_IN = "booked-in"
    SENT_TO_EMERGENCY = "sent-to-emergency"
    COULD_NOT_REACH = "could-not-reach"


class EnrollmentState(StrEnum):
    INVITED = "invited"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"
    CANCELED = "canceled"
    DECLINED = "declined"


LISTENING = (
    EnrollmentState.ACTIVE,
    EnrollmentState.PAUSED,
    EnrollmentState.COMPLETED,
    EnrollmentState.STOPPED,
)
"""Enrollments whose patient may still write and be heard."""


class CheckInState(StrEnum):
    PLANNED = "planned"
    ASKED = "asked"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    CANCELED = "canceled"


class Role(StrEnum):
    THERAPIST = "therapist"
    STAFF = "staff"
    ADMIN = "admin"


MOVES: dict[OutboxState, frozenset[OutboxState]] = {
    OutboxState.PLANNED: frozenset(
        {OutboxState.SENDING, OutboxState.SKIPPED, OutboxState.CANCELED, OutboxState.FAILED}
    ),
    OutboxState.SENDING: frozenset(
        {
            OutboxState.SENT,
            OutboxState.FAILED,
            OutboxState.UNCERTAIN,
            OutboxState.PLANNED,
            OutboxState.SKIPPED,
        }
    ),
    OutboxState.UNCERTAIN: frozenset({OutboxState.SENT}),
    OutboxState.SENT: frozenset(),
    OutboxState.FAILED: frozenset(),
    OutboxState.SKIPPED: frozenset(),
    OutboxState.CANCELED: frozenset(),
}
"""Where an outbox row may go next. Uncertain becomes sent when a press on its buttons proves it arrived."""
