"""Warning signs that a patient only counts up: "the sheet says: fever, fainting, chest pain. None so far"."""

from bot.domain.triage.denying import COURTESIES
from bot.domain.triage.scene import Scene
from bot.domain.triage.values import Hit

DENIALS = frozenset({"deny", "no", "deny-all", "gone-all"})
"""The cues that may say that nothing of a list is there; “fine since” does of what is quoted only."""
LISTED, LISTED_AND_DENIED, UNKNOWN = 3, 2, 1
"""How many danger signs make a list, how many a list that is denied or stands in quotation marks; how many words other
than courtesies a denial of what is read out may have."""


def read_out(scene: Scene, hit: Hit) -> bool:
    """True for a danger sign in a list of them that a leaflet or the clinic is named for, and that nobody claims."""
    least = LISTED_AND_DENIED if scene.message.quote[hit.start] else LISTED
    return _listed(scene, hit, least) and _has_source(scene, hit)


def _listed(scene: Scene, hit: Hit, least: int) -> bool:
    if hit.name not in scene.dangers or not _unclaimed(scene, hit) or scene.cues.get("confirm"):
        return False
    return _counted(_list_of(scene, hit)) >= least


def _has_source(scene: Scene, hit: Hit) -> bool:
    if scene.message.quote[hit.start]:
        return True
    sentence = scene.message.sentence
    return any(sentence[cue.start] <= sentence[hit.start] for cue in scene.cues.get("leaflet", ()))


def _unclaimed(scene: Scene, hit: Hit) -> bool:
    """True where no word of one's own ("I", "me", "tengo") stands in its part of the sentence up to its end.

    What is itself a "no" ("sin orinar") is no item of a list that a "nada" behind it could deny.
    """
    words, comma = scene.message.words, scene.message.comma
    if any(words[i] in scene.words.negator for i in hit.words):
        return False
    if any(cue.start in hit.words for cue in (*scene.cues.get("deny", ()), *scene.cues.get("no", ()))):
        return False
    start = max((cue.end for cue in scene.cues.get("leaflet", ()) if cue.end <= hit.start), default=0)
    before = (i for i in range(start, hit.end) if comma[i] == comma[hit.start] and i not in hit.words[:1])
    return not any(words[i] in scene.words.restart for i in before)


def counted_up_and_denied(scene: Scene, hit: Hit) -> bool:
    """True where a list is followed by a bare "none", "ninguno", or, where it is read out, by "nope x 4", "no hay".

    A "no temperature" behind it says nothing of the others.
    """
    if not _listed(scene, hit, LISTED_AND_DENIED):
        return False
    is_quoted = _has_source(scene, hit)
    most = UNKNOWN if is_quoted else 0
    comma, words = scene.message.comma, scene.message.words
    last = max(comma[one.end - 1] for one in _list_of(scene, hit))
    for kind in DENIALS if scene.message.quote[hit.start] else DENIALS - {"gone-all"}:
        for cue in scene.cues.get(kind, ()):
            part = [i for i in range(cue.start, len(words)) if comma[i] == comma[cue.start]]
            opens = all(words[i] in scene.words.closer for i in _before(scene, cue))
            follows = comma[cue.start] > last and (is_quoted or _words_between(scene, last, cue) == 0)
            unknown = [i for i in part if i not in cue.words and words[i] not in scene.words.closer]
            names_one = any(i in one.words for one in scene.hits if one.name not in COURTESIES for i in unknown)
            if follows and opens and len(unknown) <= most and not names_one:
                return True
    return False


def _before(scene: Scene, cue: Hit) -> range:
    """The words of the cue's comma-separated part before it ("por ahora nada")."""
    comma = scene.message.comma
    return range(next(i for i in range(len(comma)) if comma[i] == comma[cue.start]), cue.start)


def _words_between(scene: Scene, last: int, cue: Hit) -> int:
    """How many words stand between the comma-separated part `last` and that of the cue."""
    return sum(last < part < scene.message.comma[cue.start] for part in scene.message.comma)


def _list_of(scene: Scene, hit: Hit) -> list[Hit]:
    """The unclaimed danger signs of the hit's sentence."""
    return [
        other
        for other in scene.hits
        if other.name in scene.dangers and scene.same_sentence(other.start, hit.start) and _unclaimed(scene, other)
    ]


def _counted(hits: list[Hit]) -> int:
    """The most of them that do not overlap."""
    count, end = 0, 0
    for hit in sorted(hits, key=lambda one: one.end):
        if hit.start >= end:
            count, end = count + 1, hit.end
    return count
