"""How a patient speaks of what a phrase names: as present, gone, denied, imagined, doubted, or somebody else's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.triage.message import Message
from bot.domain.triage.values import Hit, State

CUE = "cue:"
DENY_REACH, LIST_REACH, GONE_REACH, IF_REACH, WHEN_REACH, OTHER_REACH, DOUBT_REACH = 5, 14, 12, 9, 7, 20, 6
_OVERRULED = {
    "deny": ("not-deny", "gone", "gone-all", "no-longer"),
    "no": ("gone", "gone-all", "no-longer"),
    "if": ("not-if",),
    "doubt": ("not-doubt",),
    "history": ("not-history",),
    "gone": ("not-gone",),
    "gone-all": ("not-gone", "not-deny"),
    "other": ("not-other",),
    "kin": ("not-other",),
}
_CONSUMED = ("deny", "gone", "no-longer", "history", "if")


@dataclass(frozen=True)
class Scene:
    """One message with its cues by kind and the word lists that end a scope."""

    message: Message
    cues: Mapping[str, Sequence[Hit]]
    hits: Sequence[Hit]
    dangers: frozenset[str]
    stoppers: frozenset[str]
    deny_ends: frozenset[str]
    restarts: frozenset[str]
    joiners: frozenset[str]

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """The words from `start` up to `end`."""
        return self.message.words[start:end]

    def same_sentence(self, a: int, b: int) -> bool:
        """True when two words stand in one sentence."""
        return self.message.sentence[a] == self.message.sentence[b]

    def stopped(self, start: int, end: int) -> bool:
        """True when a word like "but" stands between."""
        return any(word in self.stoppers for word in self.between(start, end))


def scene(message: Message, hits: Iterable[Hit], words: Mapping[str, frozenset[str]], dangers: frozenset[str]) -> Scene:
    """The cues of a message sorted by kind.

    Left out are those that a longer cue overrules ("not only") and those inside a danger sign ("can't breathe").
    """
    cues: dict[str, list[Hit]] = {}
    concepts: list[Hit] = []
    for hit in hits:
        if hit.name.startswith(CUE):
            cues.setdefault(hit.name[len(CUE) :], []).append(hit)
        else:
            concepts.append(hit)
    for kind, stronger in _OVERRULED.items():
        taken = {i for other in stronger for cue in cues.get(other, ()) for i in cue.words}
        cues[kind] = [cue for cue in cues.get(kind, ()) if taken.isdisjoint(cue.words)]
    consumed = {i for hit in concepts if hit.name in dangers for i in hit.words}
    for kind in _CONSUMED:
        cues[kind] = [cue for cue in cues.get(kind, ()) if not consumed.issuperset(cue.words)]
    for found in cues.values():
        found.sort(key=lambda cue: cue.start)
    empty: frozenset[str] = frozenset()
    return Scene(
        message,
        cues,
        sorted(concepts, key=lambda hit: hit.start),
        dangers,
        words.get("stopper", empty),
        words.get("stopper", empty) | words.get("deny-end", empty),
        words.get("restart", empty),
        words.get("joiner", empty),
    )


def state_of(scene: Scene, hit: Hit) -> State:
    """The way the patient speaks of this hit; PRESENT where nothing says otherwise."""
    if _affirmed(scene, hit):
        return State.PRESENT
    for state, speaks in _WAYS:
        if speaks(scene, hit):
            return state
    return State.PRESENT


def _free(cue: Hit, hit: Hit) -> bool:
    return not set(cue.words) & set(hit.words)


def _told(scene: Scene, hit: Hit) -> bool:
    if any(cue.start >= hit.end for cue in scene.cues.get("confirm", ())):
        return False
    return any(
        _leads(scene, cue, hit, 40) or (cue.start <= hit.start and hit.end <= cue.end)
        for cue in scene.cues.get("told", ())
    )


def _leads(scene: Scene, cue: Hit, hit: Hit, reach: int) -> bool:
    """True when the cue stands before the hit in its sentence, near enough, with no turn between."""
    return (
        cue.end <= hit.words[-1]
        and cue.start < hit.start + 2
        and _free(cue, hit)
        and hit.start - cue.end <= reach
        and scene.same_sentence(cue.start, hit.start)
        and not scene.stopped(cue.end, hit.start)
    )


def _imagined(scene: Scene, hit: Hit) -> bool:
    if any(_leads(scene, cue, hit, IF_REACH) for cue in scene.cues.get("if", ())):
        return True
    return any(scene.same_sentence(cue.start, hit.start) for cue in scene.cues.get("about", ()))


def _somebody_else(scene: Scene, hit: Hit) -> bool:
    if scene.cues.get("proxy"):
        return False
    kinds = ("other", "kin") if scene.cues.get("own-life") else ("other",)
    return any(_other_person(scene, cue, hit) for kind in kinds for cue in scene.cues.get(kind, ()))


def _other_person(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where another person is named before the hit, in its part of the sentence or taken up by "she", "he"."""
    if cue.start >= hit.start:
        return _named_after(scene, cue, hit)
    if any(cue.end <= s.start < hit.end and _free(s, cue) for s in scene.cues.get("self", ())):
        return False
    comma = scene.message.comma
    if scene.same_sentence(cue.start, hit.start) and comma[cue.start] == comma[hit.start]:
        return True
    return hit.start - cue.end <= OTHER_REACH and any(
        cue.end <= they.start < hit.end for they in scene.cues.get("they", ())
    )


def _named_after(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True for the person named just behind the thing ("se desmayó mi jefa"), where nobody else is spoken of."""
    near = 0 <= cue.start - hit.end <= 1 and scene.message.comma[cue.start] == scene.message.comma[hit.end - 1]
    return near and not any(hit.start - 4 <= s.start < hit.end for s in scene.cues.get("self", ()))


def _affirmed(scene: Scene, hit: Hit) -> bool:
    """True for "chest pain: yes", "ahogo sí"."""
    comma = scene.message.comma
    for cue in scene.cues.get("yes", ()):
        ends = cue.end >= len(comma) or comma[cue.end] != comma[cue.start]
        if ends and hit.end <= cue.start <= hit.end + 1:
            return True
    return False


def _denied(scene: Scene, hit: Hit) -> bool:
    if any(_denies(scene, cue, hit) for cue in scene.cues.get("deny", ())):
        return True
    if any(cue.start >= hit.end and _bare(scene, hit) for cue in scene.cues.get("deny-all", ())):
        return True
    return _denied_after(scene, hit)


def _denies(scene: Scene, cue: Hit, hit: Hit) -> bool:
    if not _free(cue, hit):
        return False
    if hit.start < cue.start < hit.end:
        return not scene.stopped(hit.start, cue.start)
    if cue.end > hit.start or not scene.same_sentence(cue.start, hit.start):
        return False
    between = scene.between(cue.end, hit.start)
    if any(word in scene.deny_ends for word in between) or _interjection(scene, cue):
        return False
    if between and scene.message.words[hit.start][0].isdigit():
        return False
    last = max((h.end for h in scene.hits if cue.end <= h.start and h.end <= hit.start), default=None)
    if last is not None:
        return len(between) <= LIST_REACH and not any(w in scene.restarts for w in scene.between(last, hit.end))
    if len(between) > DENY_REACH:
        return False
    return not _restarted(scene, cue.end, hit)


def _interjection(scene: Scene, cue: Hit) -> bool:
    """True for a "no" that ends before a comma ("No, …", "I'm not, …", "no tengo, …"): it denies nothing after."""
    message, after = scene.message, cue.end
    if after < len(message.words) and message.words[after] in scene.restarts:
        after += 1
    return after < len(message.words) and message.comma[after] != message.comma[after - 1]


def _restarted(scene: Scene, start: int, hit: Hit) -> bool:
    """True when a new statement begins between a negator and the hit ("no fever, my chest hurts")."""
    comma = scene.message.comma
    for i in range(start, hit.start):
        joined = scene.message.words[i] in scene.joiners or (i > start and comma[i] != comma[i - 1])
        if joined and any(w in scene.restarts for w in scene.between(i, hit.end)):
            return True
    if hit.start > start and comma[hit.start] != comma[hit.start - 1]:
        return any(w in scene.restarts for w in scene.between(hit.start, hit.end))
    return False


def _bare(scene: Scene, hit: Hit) -> bool:
    """True for a thing only named, as in a list, not claimed ("chest pain", not "my chest hurts")."""
    near = scene.between(max(0, hit.start - 3), hit.end)
    return not any(word in scene.restarts for word in near)


def _denied_after(scene: Scene, hit: Hit) -> bool:
    """True for "fever: no", "dolor de pecho no", "Chest pain? No."."""
    message = scene.message
    for cue in scene.cues.get("no", ()):
        if not hit.end <= cue.start <= hit.end + 1:
            continue
        asked = message.sentence[cue.start] != message.sentence[hit.start]
        if asked and message.sentence[hit.start] not in message.questions:
            continue
        after = cue.end
        ends = after >= len(message.words) or message.comma[after] != message.comma[cue.start]
        if not asked and not _bare(scene, hit):
            continue
        if ends or (asked and cue.end - cue.start > 1):
            return True
    return False


def _past(scene: Scene, hit: Hit) -> bool:
    for cue in scene.cues.get("history", ()):
        if not _free(cue, hit) or not scene.same_sentence(cue.start, hit.start):
            continue
        start, end = min(cue.end, hit.end), max(cue.start, hit.start)
        inside = hit.start <= cue.start < hit.end
        near = end - start <= WHEN_REACH and not scene.stopped(start, end)
        if inside or (near and not _anew(scene, start, end + 1)):
            return True
    return False


def _anew(scene: Scene, start: int, end: int) -> bool:
    """True when the patient turns to the present, or to another complaint, between two places."""
    if any(start <= cue.start < end for cue in scene.cues.get("now", ())):
        return True
    return any(start <= h.start and h.end < end for h in scene.hits)


def _gone(scene: Scene, hit: Hit) -> bool:
    if any(_leads(scene, cue, hit, 3) for cue in scene.cues.get("no-longer", ())):
        return True
    for kind in ("gone", "gone-all"):
        for cue in scene.cues.get(kind, ()):
            if cue.start >= hit.end - 1 and _free(cue, hit) and _ends_it(scene, cue, hit, kind):
                return True
    return False


def _ends_it(scene: Scene, cue: Hit, hit: Hit, kind: str) -> bool:
    if any(back.start >= hit.end for back in scene.cues.get("back", ())):
        return False
    if kind == "gone-all":
        return True
    if cue.start - hit.end > GONE_REACH:
        return False
    nearest = max((h.end for h in scene.hits if h.end <= cue.start), default=hit.end)
    return nearest - hit.end <= 2


def _doubted(scene: Scene, hit: Hit) -> bool:
    comma = scene.message.comma
    return any(
        _leads(scene, cue, hit, DOUBT_REACH) and comma[cue.end - 1] == comma[hit.start]
        for cue in scene.cues.get("doubt", ())
    )


def _light(scene: Scene, hit: Hit) -> bool:
    """True for a danger sign said before "neck fine": a figure of speech, or not; a question will tell."""
    return hit.name in scene.dangers and any(cue.start >= hit.end for cue in scene.cues.get("light", ()))


_WAYS = (
    (State.TOLD, _told),
    (State.IF, _imagined),
    (State.OTHER, _somebody_else),
    (State.DOUBT, _doubted),
    (State.DENIED, _denied),
    (State.HISTORY, _past),
    (State.GONE, _gone),
    (State.DOUBT, _light),
)
