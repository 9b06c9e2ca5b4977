"""Hears the commas that dictation leaves out: where a new statement opens without one ("no fever my chest hurts")."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.triage.message import Message
from bot.domain.triage.scene import CUE
from bot.domain.triage.values import Hit


def seams(message: Message, hits: Iterable[Hit], good: frozenset[str], joiners: frozenset[str]) -> set[int]:
    """The words at which a new statement opens inside what was written as one.

    A statement does not open behind a word that leads on to it ("that my chest hurts", "if I can't breathe"). One
    that says that something is well is over where a "no" is joined to it ("respiro bien y no me duele").
    """
    found = list(hits)
    words, comma = message.words, message.comma
    led = {hit.end for hit in found if hit.name == f"{CUE}goes-on"}
    begins = {hit.start for hit in found if hit.name == f"{CUE}opens"} - led
    begins |= {hit.end for hit in found if hit.name == f"{CUE}closes"}
    denied = {hit.start - 1 for hit in found if hit.name == f"{CUE}deny"}
    begins |= {end for hit in found if hit.name in good and (end := hit.end) in denied and words[end] in joiners}
    return {start for start in begins if 1 < start < len(words) and comma[start - 1] == comma[start]}


def parted(message: Message, at: set[int]) -> Message:
    """The message with a comma before each of these words."""
    if not at:
        return message
    comma: list[int] = []
    further = 0
    for i, number in enumerate(message.comma):
        further += i in at
        comma.append(number + further)
    return replace(message, comma=tuple(comma))
