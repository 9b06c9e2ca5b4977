"""Hears the commas that dictation leaves out: where a new statement opens without one ("no fever my chest hurts")."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.triage.message import Message
from bot.domain.triage.scene import CUE, ScopeWords
from bot.domain.triage.values import Hit

OPENS, CLOSES, DENY = f"{CUE}opens", f"{CUE}closes", f"{CUE}deny"


def seams(message: Message, hits: Iterable[Hit], good: frozenset[str], scope: ScopeWords) -> set[int]:
    """The words at which a new statement opens inside what was written as one.

    A statement does not open behind a word that leads on to it ("that my chest hurts", "if I can't breathe"). One
    that says that something is well is over where a "no" is joined to it ("respiro bien y no me duele").
    """
    words, comma = message.words, message.comma
    begins: set[int] = set()
    denied: set[int] = set()
    well: set[int] = set()
    for hit in hits:
        if hit.name == OPENS and hit.start and words[hit.start - 1] not in scope.leader:
            begins.add(hit.start)
        elif hit.name == CLOSES:
            begins.add(hit.end)
        elif hit.name == DENY:
            denied.add(hit.start - 1)
        elif hit.name in good:
            well.add(hit.end)
            if len(hit.words) > 1 and hit.end < len(words) and words[hit.end] in scope.joiner:
                begins.add(hit.end)
    begins |= {end for end in well & denied if words[end] in scope.joiner}
    return {start for start in begins if 1 < start < len(words) and comma[start - 1] == comma[start]}


def parted(message: Message, at: set[int]) -> Message:
    """The message with a comma before each of these words."""
    at = {i for i in at if message.comma[i - 1] == message.comma[i]}
    if not at:
        return message
    comma: list[int] = []
    further = 0
    for i, number in enumerate(message.comma):
        further += i in at
        comma.append(number + further)
    return replace(message, comma=tuple(comma))
