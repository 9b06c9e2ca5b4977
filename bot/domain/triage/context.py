"""How a patient speaks of what a phrase names: as present, gone, denied, imagined, doubted, or somebody else's."""

from collections.abc import Callable, Iterable

from bot.domain.triage.denying import affirmed, denied, denied_later, loosely_denied
from bot.domain.triage.other_people import perhaps_another, somebody_else
from bot.domain.triage.quoting import DENIALS, counted_up_and_denied, read_out
from bot.domain.triage.scene import QUOTED, Scene, anew, apart, claimed, enumerated, free, interjected, leads, rejoined
from bot.domain.triage.values import Hit, State

GONE_REACH, SUBJECT_REACH, LED_REACH, IF_REACH, WHEN_REACH, DOUBT_REACH, TOLD_REACH = 12, 8, 4, 9, 7, 6, 40
JOKE, WORST_SCORE = 30, 10


def states_of(scene: Scene) -> list[tuple[Hit, State]]:
    """Each hit with the way the patient speaks of it; PRESENT where nothing says otherwise."""
    ways = [(state, speaks) for state, speaks, cues in _WAYS if not cues.isdisjoint(scene.cues)]
    return [(hit, _state(scene, hit, ways)) for hit in scene.hits]


def state_of(scene: Scene, hit: Hit) -> State:
    """The way the patient speaks of a hit that need not be one of the scene's."""
    return _state(scene, hit, [(state, speaks) for state, speaks, _ in _WAYS])


def _state(scene: Scene, hit: Hit, ways: Iterable[tuple[State, Callable[[Scene, Hit], bool]]]) -> State:
    return next((state for state, speaks in ways if speaks(scene, hit)), State.PRESENT)


def _told(scene: Scene, hit: Hit) -> bool:
    """True for a repeated instruction ("I'll call if my chest hurts"); what follows a comma may be news."""
    if _confirmed(scene, hit):
        return False
    if _taken_note_of(scene, hit):
        return True
    cues = scene.cues.get("told", ())
    if any(cue.start <= hit.start and hit.end <= cue.end for cue in (*cues, *scene.cues.get("told-within", ()))):
        return True
    return any(
        leads(scene, cue, hit, TOLD_REACH)
        and enumerated(scene, cue, hit, scene.words.lister)
        and not anew(scene, cue.end, hit.start)
        for cue in cues
    )


def only_planned(scene: Scene, hit: Hit) -> bool:
    """True for "if my chest hurts I call 112": what one does stands in the sentence of an "if"."""
    ifs = (cue for kind in ("if", "told", "told-within") for cue in scene.cues.get(kind, ()))
    return not _confirmed(scene, hit) and any(scene.same_sentence(cue.start, hit.start) for cue in ifs)


def _taken_note_of(scene: Scene, hit: Hit) -> bool:
    """True for a list of warning signs that is read out, and "noted", "it is on the fridge" behind it."""
    if claimed(scene, hit) or not any(cue.start >= hit.end for cue in scene.cues.get("heard", ())):
        return False
    sources = (cue for cue in scene.cues.get("leaflet", ()) if scene.same_sentence(cue.start, hit.start))
    return bool(scene.message.quote[hit.start]) or read_out(scene, hit) or any(one.end <= hit.start for one in sources)


def _confirmed(scene: Scene, hit: Hit) -> bool:
    """True where the patient goes on to say that it has happened ("call if I got breathless. Well I am")."""
    return any(cue.start >= hit.end for cue in scene.cues.get("confirm", ()))


def _imagined(scene: Scene, hit: Hit) -> bool:
    if _confirmed(scene, hit):
        return False
    ifs = (cue for cue in scene.cues.get("if", ()) if not interjected(scene, cue))
    if any(leads(scene, cue, hit, IF_REACH) and enumerated(scene, cue, hit, scene.words.lister) for cue in ifs):
        return True
    return any(hit.name not in scene.dangers or not _before(scene, cue, hit) for cue in _asked_about(scene, hit))


def _perhaps_imagined(scene: Scene, hit: Hit) -> bool:
    """True for "chest pain, could a needle hit a nerve": the question may be about what is named before it, or not."""
    return not _confirmed(scene, hit) and bool(_asked_about(scene, hit))


def _asked_about(scene: Scene, hit: Hit) -> list[Hit]:
    """The cues of a question in general ("how likely is", "can needling cause") in the sentence of the hit."""
    return [
        cue
        for cue in scene.cues.get("about", ())
        if scene.same_sentence(cue.start, hit.start)
        and not hit.start < cue.start < hit.end
        and not scene.stopped(cue.end, hit.start)
    ]


def _before(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where the hit stands before the cue, with a comma or an "and" between."""
    return hit.end <= cue.start and apart(scene, cue, hit)


def _past(scene: Scene, hit: Hit) -> bool:
    """True for "last year I fainted", "the pain I came with", if nothing says that it is still there or worse.

    What a comma parts from it may be news, if it is a danger sign.
    """
    danger = hit.name in scene.dangers
    back = (cue for cue in scene.cues.get("back", ()) if cue.start >= hit.end)
    if danger and any(scene.same_sentence(cue.start, hit.start) for cue in back):
        return False
    cues = _long_ago(scene, hit, "history")
    if not danger or _scored(scene, hit) or _over(scene, hit):
        cues += _long_ago(scene, hit, "came")
    return any(not danger or not apart(scene, cue, hit) for cue in cues)


def _over(scene: Scene, hit: Hit) -> bool:
    """True where the patient goes on to say that what brought them is over, or that they are well."""
    ends = (cue for kind in ("gone", "gone-all") for cue in scene.cues.get(kind, ()))
    return any(end.start >= hit.end - 1 for end in (*ends, *(hit for hit in scene.hits if hit.name in scene.good)))


def _perhaps_past(scene: Scene, hit: Hit) -> bool:
    """True for "years ago I had asthma, fainted": then or now, but not for "… and I have chest pain"."""
    there = _there_now(scene, hit)
    return any(not (there and rejoined(scene, cue, hit)) for cue in _long_ago(scene, hit, "history"))


def _perhaps_brought(scene: Scene, hit: Hit) -> bool:
    """True for "I came with my neck and chest pain", without a word of its being over: it may well be there now."""
    return any(not apart(scene, cue, hit) for cue in _long_ago(scene, hit, "came"))


def _new_since(scene: Scene, hit: Hit) -> bool:
    """True for "I didn't have chest pain before the session" and "…, now I do": denied of the past, not of now."""
    if hit.name not in scene.dangers or denied_later(scene, hit) or not denied(scene, hit):
        return False
    if any(cue.start >= hit.end for cue in scene.cues.get("turned", ())):
        return True
    comma = scene.message.comma
    return any(
        free(cue, hit) and scene.same_sentence(cue.start, hit.start) and comma[cue.start] == comma[hit.start]
        for cue in scene.cues.get("history", ())
    )


def _long_ago(scene: Scene, hit: Hit, kind: str) -> list[Hit]:
    """The cues of a kind that may place the hit in the past."""
    found = []
    for cue in scene.cues.get(kind, ()):
        if not free(cue, hit) or not scene.same_sentence(cue.start, hit.start):
            continue
        start, end = min(cue.end, hit.end), max(cue.start, hit.start)
        inside = hit.start <= cue.start < hit.end
        near = end - start <= WHEN_REACH and not scene.stopped(start, end)
        if inside or (near and not anew(scene, start, end + 1)):
            found.append(cue)
    return found


def _gone(scene: Scene, hit: Hit) -> bool:
    if any(leads(scene, cue, hit, 3) and not apart(scene, cue, hit) for cue in scene.cues.get("no-longer", ())):
        return True
    if any(_within(cue, hit) for cue in scene.cues.get("ceased", ())):
        return True
    there = _there_now(scene, hit)
    return any(not there or not apart(scene, cue, hit) for cue in _endings(scene, hit))


def _within(cue: Hit, hit: Hit) -> bool:
    """True for "the bruise no longer grows": the cue stands between the words of the hit, right before the last."""
    return free(cue, hit) and hit.start < cue.start and cue.end == hit.words[-1]


def _there_now(scene: Scene, hit: Hit) -> bool:
    """True for a danger sign that a word like "I have", "tengo" before it places in the present."""
    comma = scene.message.comma
    claims = (i for i in range(hit.end) if scene.message.words[i] in scene.words.claim)
    return hit.name in scene.dangers and any(comma[i] == comma[hit.start] for i in claims)


def _endings(scene: Scene, hit: Hit) -> list[Hit]:
    """The cues behind the hit that say that it is over."""
    if any(back.start >= hit.end for back in scene.cues.get("back", ())):
        return []
    behind = {
        kind: [
            cue
            for cue in scene.cues.get(kind, ())
            if cue.start >= hit.end - 1 and free(cue, hit) and not _elsewhere(scene, cue, hit)
        ]
        for kind in ("gone", "gone-all")
    }
    return [*behind["gone-all"], *(cue for cue in behind["gone"] if _ends_it(scene, cue, hit))]


def _elsewhere(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True for a danger sign followed by "my neck is fine now", "no trace of the knot": something else is over."""
    if hit.name not in scene.dangers:
        return False
    comma, words, small = scene.message.comma, scene.message.words, scene.words
    led = cue.end < len(words) and words[cue.end] in small.elsewhere_lead
    if led and any(word in small.elsewhere for word in scene.between(cue.end, cue.end + LED_REACH)):
        return True
    for i in range(cue.start - 1, max(hit.end, cue.start - SUBJECT_REACH) - 1, -1):
        if comma[i] != comma[cue.start] or words[i] in small.stopper:
            return False
        if words[i] in small.elsewhere:
            return True
    return False


def _ends_it(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True for a cue that speaks of this hit: it is near, and no other complaint is nearer."""
    if cue.start - hit.end > GONE_REACH:
        return False
    nearest = max((h.end for h in scene.hits if h.end <= cue.start), default=hit.end)
    return nearest - hit.end <= 2


def _perhaps_told(scene: Scene, hit: Hit) -> bool:
    """True for a danger sign only named after "understood", "call if it changes, …": part of an instruction, or not."""
    if hit.name not in scene.dangers:
        return False
    if denied_later(scene, hit) or _confirmed(scene, hit):
        return False
    led = [cue for cue in scene.cues.get("told", ()) if leads(scene, cue, hit, TOLD_REACH)]
    heard = [cue for cue in scene.cues.get("heard", ()) if leads(scene, cue, hit, TOLD_REACH)]
    return (bool(led or heard) and not claimed(scene, hit)) or any(
        leads(scene, cue, hit, IF_REACH) and not interjected(scene, cue) for cue in scene.cues.get("if", ())
    )


def _measured(scene: Scene, hit: Hit) -> bool:
    return any(scene.message.words[i][0].isdigit() for i in hit.words)


def _scored(scene: Scene, hit: Hit) -> bool:
    said = (scene.message.words[i] for i in hit.words)
    return any(word.isdigit() and int(word) <= WORST_SCORE for word in said)


def _doubted(scene: Scene, hit: Hit) -> bool:
    comma = scene.message.comma
    return any(
        leads(scene, cue, hit, DOUBT_REACH) and comma[cue.end - 1] == comma[hit.start]
        for cue in scene.cues.get("doubt", ())
    )


def _light(scene: Scene, hit: Hit) -> bool:
    """True for a danger sign said before "neck fine": a figure of speech, or not; a question will tell.

    Who jokes is brief: in a long story the danger sign is meant. So is what was measured ("38.6, hip fine").
    """
    joking = len(scene.message.words) <= JOKE and not _measured(scene, hit)
    return joking and hit.name in scene.dangers and any(cue.start >= hit.end for cue in scene.cues.get("light", ()))


_WAYS = (
    (State.PRESENT, affirmed, frozenset({"yes"})),
    (State.DENIED, counted_up_and_denied, DENIALS),
    (State.TOLD, _told, frozenset({"told", "told-within", "heard"})),
    (State.IF, _imagined, frozenset({"if", "about"})),
    (State.OTHER, somebody_else, frozenset({"other", "kin"})),
    (State.DOUBT, _doubted, frozenset({"doubt"})),
    (State.DOUBT, _perhaps_imagined, frozenset({"about"})),
    (State.DOUBT, _perhaps_told, frozenset({"told", "heard", "if"})),
    (State.DOUBT, perhaps_another, frozenset({"other", "kin"})),
    (State.DOUBT, loosely_denied, frozenset({"deny", "deny-all"})),
    (State.DOUBT, _new_since, frozenset({"history", "turned"})),
    (State.DENIED, denied, frozenset({"deny", "deny-all", "no"})),
    (State.HISTORY, _past, frozenset({"history", "came"})),
    (State.DOUBT, _perhaps_past, frozenset({"history"})),
    (State.GONE, _gone, frozenset({"gone", "gone-all", "no-longer", "ceased"})),
    (State.DOUBT, read_out, frozenset({"leaflet", QUOTED})),
    (State.DOUBT, _perhaps_brought, frozenset({"came"})),
    (State.DOUBT, _light, frozenset({"light"})),
)
"""The ways of speaking in the order in which they are tried, each with the cues without which it cannot be."""
