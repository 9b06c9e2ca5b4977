"""The buttons a reminder carries: **Done** and **Later** for what can be done, always **Report a problem**."""

from dataclasses import replace

from bot.services.saying import Button, Buttons, Words

ASKS_TO_DO = ("hydration", "stretching", "ice", "activity")
"""Kinds of reminder that can be done, and put off."""


def with_buttons(said: Words, enrollment_id: int, step: str, kind: str) -> Words:
    """A reminder's words with the buttons its kind has."""
    return replace(said, buttons=buttons_of(enrollment_id, step, kind))


def buttons_of(enrollment_id: int, step: str, kind: str, *, again: bool = False, ticked: bool = False) -> Buttons:
    """Done and Later for what can be done; `again`: it was put off once; `ticked`: it is done."""
    problem = [Button("button-problem", f"problem:{enrollment_id}")]
    if kind not in ASKS_TO_DO or ticked:
        return [problem]
    first = [Button("button-done", f"done:{enrollment_id}:{step}")]
    if not again:
        first.append(Button("button-later", f"later:{enrollment_id}:{step}"))
    return [first, problem]
