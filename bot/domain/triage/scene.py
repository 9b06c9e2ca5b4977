"""One message with its cues, and how a cue and a thing said stand to each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.triage.message import Message
from bot.domain.triage.values import Hit

CUE, IDIOM = "cue:", "idiom:"
QUOTED = "quoted"
"""Stands among the cues of a message in which something is put in quotation marks."""
_OVERRULED = {
    "deny": ("not-deny", "gone", "gone-all", "no-longer"),
    "no": ("gone", "gone-all", "no-longer"),
    "if": ("not-if",),
    "doubt": ("not-doubt",),
    "history": ("not-history", "came"),
    "came": ("not-history",),
    "gone": ("not-gone",),
    "gone-all": ("not-gone", "not-deny"),
    "about": ("not-about",),
    "light": ("not-light",),
    "other": ("not-other",),
    "kin": ("not-other",),
    "confirm": ("not-confirm",),
    "told": ("not-told",),
    "told-within": ("not-told",),
    "no-longer": ("not-gone",),
    "deny-all": ("gone-all", "not-deny-all"),
}
_CONSUMED = frozenset({"deny", "gone", "no-longer", "history", "came", "if"})


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The small words that end a scope, join, claim or turn; one field for each class of words-scope.toml."""

    stopper: frozenset[str] = frozenset()
    deny_end: frozenset[str] = frozenset()
    turn: frozenset[str] = frozenset()
    restart: frozenset[str] = frozenset()
    joiner: frozenset[str] = frozenset()
    lister: frozenset[str] = frozenset()
    leader: frozenset[str] = frozenset()
    claim: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    negator: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    complaint: frozenset[str] = frozenset()
    closer: frozenset[str] = frozenset()
    determiner: frozenset[str] = frozenset()
    dative: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    elsewhere_lead: frozenset[str] = frozenset()


@dataclass(slots=True)
class Scene:
    """One message with its cues by kind and the small words that bound them."""

    message: Message
    cues: Mapping[str, Sequence[Hit]]
    hits: Sequence[Hit]
    dangers: frozenset[str]
    good: frozenset[str]
    words: ScopeWords

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """The words from `start` up to `end`."""
        return self.message.words[start:end]

    def same_sentence(self, a: int, b: int) -> bool:
        """True when two words stand in one sentence."""
        return self.message.sentence[a] == self.message.sentence[b]

    def stopped(self, start: int, end: int) -> bool:
        """True when a word like "but" stands between."""
        return any(word in self.words.stopper for word in self.between(start, end))


def scene(
    message: Message, hits: Iterable[Hit], words: ScopeWords, dangers: frozenset[str], good: frozenset[str]
) -> Scene:
    """The cues of a message sorted by kind; `good` are the concepts that say that something is well.

    Left out are those that a longer cue overrules ("not only") and those inside a danger sign ("can't breathe").
    """
    cues: dict[str, list[Hit]] = {}
    concepts: list[Hit] = []
    for hit in hits:
        if hit.name.startswith(CUE):
            cues.setdefault(hit.name[len(CUE) :], []).append(hit)
        else:
            concepts.append(hit)
    for kind in _OVERRULED.keys() & cues.keys():
        taken = {i for other in _OVERRULED[kind] for cue in cues.get(other, ()) for i in cue.words}
        if taken:
            cues[kind] = [cue for cue in cues[kind] if taken.isdisjoint(cue.words)]
    swallowing = _CONSUMED & cues.keys()
    if swallowing:
        consumed = {i for hit in concepts if hit.name in dangers for i in hit.words}
        for kind in swallowing if consumed else ():
            cues[kind] = [cue for cue in cues[kind] if not consumed.issuperset(cue.words)]
    left = {kind: sorted(found, key=_start) for kind, found in cues.items() if found}
    if any(message.quote):
        left[QUOTED] = []
    return Scene(message, left, sorted(concepts, key=_start), dangers, good, words)


def _start(hit: Hit) -> int:
    return hit.start


def free(cue: Hit, hit: Hit) -> bool:
    return not set(cue.words) & set(hit.words)


def leads(scene: Scene, cue: Hit, hit: Hit, reach: int) -> bool:
    """True when the cue stands before the hit in its sentence, near enough, with no turn between."""
    return (
        cue.end <= hit.words[-1]
        and cue.start < hit.start + 2
        and free(cue, hit)
        and hit.start - cue.end <= reach
        and scene.same_sentence(cue.start, hit.start)
        and not scene.stopped(cue.end, hit.start)
    )


def interjected(scene: Scene, cue: Hit) -> bool:
    """True for a cue that ends at a comma: "y sí, me duele" is a yes and no "if"."""
    comma = scene.message.comma
    return cue.end < len(comma) and comma[cue.end] != comma[cue.end - 1]


def claimed(scene: Scene, hit: Hit) -> bool:
    """True where the hit's part of the sentence has a word of one's own before its end ("my chest", "me duele")."""
    comma = scene.message.comma
    return any(scene.message.words[i] in scene.words.restart and comma[i] == comma[hit.start] for i in range(hit.end))


def bare(scene: Scene, hit: Hit) -> bool:
    """True for a thing only named, as in a list, not claimed ("falta de aire", not "me falta el aire")."""
    near = (*scene.between(max(0, hit.start - 3), hit.start), *scene.between(hit.start + 1, hit.end))
    return not any(word in scene.words.restart for word in near)


def enumerated(scene: Scene, cue: Hit, hit: Hit, listers: frozenset[str]) -> bool:
    """True where a lister joins the hit to the things that the cue counts up, or the hit stands right with it."""
    if not apart(scene, cue, hit):
        return True
    if rejoined(scene, cue, hit):
        return False
    message = scene.message
    return any(
        word in listers and following not in scene.words.restart and scene.same_sentence(cue.start, i)
        for i, (word, following) in enumerate(pairwise((*message.words, "")))
        if cue.end <= i and not hit.start <= i < hit.end and message.comma[i] >= message.comma[hit.start]
    )


def apart(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True when a comma stands between the cue and the hit, or a statement of one's own begins there.

    Behind the hit any "and" may lead on to something else.
    """
    comma = scene.message.comma
    if cue.start < hit.start:
        return comma[cue.end - 1] != comma[hit.start] or rejoined(scene, cue, hit)
    further = any(word in scene.words.joiner for word in scene.between(hit.end, cue.start))
    return further or comma[hit.end - 1] != comma[cue.start]


def rejoined(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where "and I have", "y me" stands between: the "if" or "last year" before it may not reach so far."""
    words = scene.message.words
    joints = [i for i in range(cue.end, min(hit.start, hit.end - 1)) if words[i] in scene.words.joiner]
    if not joints:
        return False
    opened = {start.start for start in scene.cues.get("opens", ())}
    denied = {deny.start for deny in scene.cues.get("deny", ())}
    for i in joints:
        first = i + 1 + (i + 1 in denied)
        if i + 1 in opened or (first < len(words) and words[first] in scene.words.restart):
            return True
    return False


def anew(scene: Scene, start: int, end: int) -> bool:
    """True when the patient turns to the present, or to another complaint, between two places.

    Complaints joined by "or", "nor", "and" are one list.
    """
    if any(start <= cue.start < end for cue in scene.cues.get("now", ())):
        return True
    others = [h.end for h in scene.hits if start <= h.start and h.end < end]
    return bool(others) and not any(word in scene.words.lister for word in scene.between(max(others), end))
