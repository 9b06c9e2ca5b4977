"""Enrolling: the line, the steps, and taking an enrollment back."""

from bot.chat.handlers.people import member, number, text
from bot.chat.turn import Toast, Turn
from bot.domain.status import Role
from bot.services import canceling, enrolling_by_line, enrolling_by_steps, patients_overview, sample_plan
from bot.services.saying import words


def enroll(turn: Turn) -> Toast | None:
    turn.answer(enrolling_by_line.enroll_line(turn.db, turn.practice, member(turn), turn.incoming.argument, turn.now))
    return None


def typed(turn: Turn) -> Toast | None:
    """What a therapist writes while a draft is open."""
    draft = enrolling_by_steps.current(turn.db, member(turn), turn.now)
    if draft is None:
        turn.answer(words("draft-over"))
        return None
    turn.answer(enrolling_by_steps.type_in(turn.db, turn.practice, draft, turn.incoming.text or ""))
    return None


def is_drafting(turn: Turn) -> bool:
    """Whether what the sender types now belongs to an enrollment they have begun."""
    return turn.member is not None and enrolling_by_steps.current(turn.db, turn.member, turn.now) is not None


def choose(turn: Turn) -> Toast | None:
    """draft-area, draft-side, draft-hours, draft-risk: an answer, or a risk switched on or off."""
    asked = turn.incoming.action.removeprefix("draft-")
    turn.redraw(enrolling_by_steps.choose(turn.db, member(turn), number(turn), asked, text(turn, 1)))
    return None


def finish(turn: Turn) -> Toast | None:
    card = enrolling_by_steps.finish(turn.db, turn.practice, member(turn), number(turn), turn.now)
    turn.redraw(words("draft-done"))
    turn.answer(card)
    return None


def abandon(turn: Turn) -> Toast | None:
    turn.redraw(enrolling_by_steps.abandon(turn.db, member(turn), number(turn)))
    return None


def cancel(turn: Turn) -> Toast | None:
    turn.answer(canceling.cancel_by_code(turn.db, turn.incoming.argument, turn.now))
    return None


def cancel_pressed(turn: Turn) -> Toast | None:
    turn.answer(canceling.cancel(turn.db, number(turn), turn.now))
    return None


def cancel_surely(turn: Turn) -> Toast | None:
    turn.redraw(canceling.cancel_surely(turn.db, number(turn), turn.now))
    return None


def cancel_not(turn: Turn) -> Toast | None:
    turn.redraw(words("cancel-kept"))
    return None


def patients(turn: Turn) -> Toast | None:
    turn.answer(patients_overview.recent(turn.db, member(turn)))
    return None


def patient(turn: Turn) -> Toast | None:
    """One patient; in a group without the name and without what only therapists may do."""
    code, private = turn.incoming.argument, turn.incoming.private
    may_cancel = private and turn.may(Role.THERAPIST)
    turn.answer(patients_overview.one(turn.db, code, turn.now, with_name=private, may_cancel=may_cancel))
    return None


def preview(turn: Turn) -> Toast | None:
    turn.answer(sample_plan.show(turn.practice, turn.incoming.argument, turn.now))
    return None
