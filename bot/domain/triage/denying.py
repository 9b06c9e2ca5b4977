"""What a "no" denies: how far it reaches, what ends it, and where it leaves a doubt."""

from bot.domain.triage.scene import Scene, bare, enumerated, free
from bot.domain.triage.values import Hit

DENY_REACH, LIST_REACH, NEXT = 5, 14, 2
COURTESIES = frozenset({"reassuring", "thanks", "list-no"})


def denied(scene: Scene, hit: Hit) -> bool:
    if hit.name in scene.good:
        return _not_good(scene, hit)
    if any(_denies(scene, cue, hit) for cue in scene.cues.get("deny", ())):
        return True
    return denied_later(scene, hit) or _denied_after(scene, hit)


def denied_later(scene: Scene, hit: Hit) -> bool:
    """True for a thing only named, where "none of these" follows."""
    return bare(scene, hit) and any(_closed(scene, cue) for cue in _denying_all(scene, hit))


def _denying_all(scene: Scene, hit: Hit) -> list[Hit]:
    """Each "none of these" behind a thing named that is not a no to something else named right behind it."""
    return [
        cue for cue in scene.cues.get("deny-all", ()) if cue.start >= hit.end and not _denies_what_follows(scene, cue)
    ]


def _denies_what_follows(scene: Scene, cue: Hit) -> bool:
    """True for "none of these painkillers", "por suerte nada de fiebre"."""
    comma, words = scene.message.comma, scene.message.words
    following = [i for i in range(cue.end, min(cue.end + NEXT, len(words))) if not words[i].isdigit()]
    return any(
        comma[i] == comma[cue.end - 1] and i in hit.words and hit.start >= cue.start and hit.name not in scene.good
        for i in following
        for hit in scene.hits
        if hit.name not in COURTESIES
    )


def _closed(scene: Scene, cue: Hit) -> bool:
    """True for "none of these, thanks", not for "none of these tablets help": nothing but a courtesy follows."""
    comma, words = scene.message.comma, scene.message.words
    after = (i for i in range(cue.end, len(words)) if comma[i] == comma[cue.end - 1])
    return all(words[i] in scene.words.closer or words[i].isdigit() for i in after)


def _not_good(scene: Scene, hit: Hit) -> bool:
    """True for "not fine", "chest not so good", "no respiro bien".

    A farther "no" has denied a complaint, and "no pain" is good itself.
    """
    cues = scene.cues.get("deny", ())
    if any(not free(cue, hit) for cue in cues):
        return False
    if any(hit.start < cue.start < hit.end for cue in cues):
        return True
    comma = scene.message.comma
    return any(
        0 <= hit.start - cue.end <= 1
        and comma[cue.start] == comma[hit.start]
        and scene.same_sentence(cue.start, hit.start)
        and not any(word in scene.words.joiner for word in scene.between(cue.end, hit.start))
        for cue in cues
    )


def _denies(scene: Scene, cue: Hit, hit: Hit) -> bool:
    if not free(cue, hit):
        return False
    if hit.start < cue.start < hit.end:
        return not scene.stopped(hit.start, cue.start) and not _negative(scene, cue, hit)
    if cue.end > hit.start or not scene.same_sentence(cue.start, hit.start) or _turned(scene, hit):
        return False
    between = scene.between(cue.end, hit.start)
    if any(word in scene.words.stopper or word in scene.words.deny_end for word in between) or _interjection(
        scene, cue, hit
    ):
        return False
    if between and scene.message.words[hit.start][0].isdigit():
        return False
    last = max((h.end for h in scene.hits if cue.end <= h.start and h.end <= hit.start), default=None)
    if last is not None:
        return len(between) <= LIST_REACH and not any(w in scene.words.restart for w in scene.between(last, hit.end))
    if len(between) > DENY_REACH:
        return False
    return not _restarted(scene, cue.end, hit)


def _turned(scene: Scene, hit: Hit) -> bool:
    """True for "no chest pain, just a pressure": what stands behind the "just" is there."""
    return any(word in scene.words.turn for word in scene.between(hit.start, hit.end))


def _negative(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where the hit is itself a "cannot" before the cue: "no aguanto ni la sábana", "can't speak without air"."""
    return any(scene.message.words[i] in scene.words.negator for i in hit.words if i < cue.start)


def _interjection(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True for a "no" that ends before a comma ("No, …", "I'm not, …", "no tengo, …"): it denies nothing after."""
    words, comma, after = scene.message.words, scene.message.comma, cue.end
    if after < hit.start and comma[after] == comma[cue.end - 1] and words[after] in scene.words.restart:
        after += 1
    return after < len(words) and comma[after] != comma[after - 1]


def _restarted(scene: Scene, start: int, hit: Hit) -> bool:
    """True when a new statement begins between a negator and the hit ("no fever, my chest hurts")."""
    comma, words = scene.message.comma, scene.message.words
    for i in (*range(start, hit.start), *hit.words):
        joined = words[i] in scene.words.joiner or (start < i < hit.start and comma[i] != comma[i - 1])
        if joined and any(w in scene.words.restart for w in scene.between(i, hit.end)):
            return True
    if hit.start > start and comma[hit.start] != comma[hit.start - 1]:
        return any(w in scene.words.restart for w in scene.between(hit.start, hit.end))
    return False


def _denied_after(scene: Scene, hit: Hit) -> bool:
    """True for "fever: no", "dolor de pecho no", "Chest pain? No."."""
    message = scene.message
    for cue in scene.cues.get("no", ()):
        if not hit.end <= cue.start <= hit.end + 1:
            continue
        if _negative(scene, cue, hit) and message.comma[cue.start] == message.comma[hit.end - 1]:
            continue
        asked = message.sentence[cue.start] != message.sentence[hit.start]
        if asked and message.sentence[hit.start] not in message.questions:
            continue
        after = cue.end
        ends = after >= len(message.words) or message.comma[after] != message.comma[cue.start]
        ends = ends or _begins_item(scene, after)
        if not asked and not bare(scene, hit):
            continue
        if ends or (asked and cue.end - cue.start > 1):
            return True
    return False


def _begins_item(scene: Scene, at: int) -> bool:
    """True for the next number of a counted list: "1. pain: 3 2. fever: no 3. breathing …"."""
    words = scene.message.words
    word = words[at] if at < len(words) else ""
    return word.isdigit() and str(int(word) - 1) in words[:at]


def loosely_denied(scene: Scene, hit: Hit) -> bool:
    """True for "no fever, chest pain" and "no fever chest pain": a list of what is not there, or what is?

    So too for "chest pain, none of these …": what follows may deny it, or tell what does not help.
    """
    if hit.name not in scene.dangers or _denied_after(scene, hit):
        return False
    if _denying_all(scene, hit) and bare(scene, hit) and not denied_later(scene, hit):
        return True
    cues = scene.cues.get("deny", ())
    if any(cue.start < hit.start and not free(cue, hit) for cue in cues):
        return False
    denying = [cue for cue in cues if _denies(scene, cue, hit)]
    return bool(denying) and not any(_surely(scene, cue, hit) for cue in denying)


def _surely(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where the cue stands inside the hit, right before it, or before a list joined by "or" or "nor".

    An "and" joins what is denied and what is there: "no fever, chest pain and sweats"; and "the" names what is there:
    "nothing takes the chest pain away".
    """
    if hit.start < cue.start < hit.end:
        return not _negative(scene, cue, hit)
    if any(word in scene.words.joiner and word in scene.words.lister for word in scene.between(cue.end, hit.start)):
        return False
    if cue.end < hit.start - 1 and scene.message.words[hit.start - 1] in scene.words.determiner:
        return False
    return not _pushed(scene, cue, hit) and enumerated(scene, cue, hit, scene.words.lister - scene.words.joiner)


def _pushed(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where another complaint stands between the "no" and the hit, and nothing parts or joins the two."""
    comma = scene.message.comma
    before = [h.end for h in scene.hits if cue.end <= h.start and h.end <= hit.start]
    return (
        bool(before)
        and comma[max(before) - 1] == comma[hit.start]
        and not any(word in scene.words.lister for word in scene.between(max(before), hit.start))
    )


def affirmed(scene: Scene, hit: Hit) -> bool:
    """True for "chest pain: yes", "ahogo sí"."""
    comma = scene.message.comma
    for cue in scene.cues.get("yes", ()):
        ends = cue.end >= len(comma) or comma[cue.end] != comma[cue.start]
        if ends and hit.end <= cue.start <= hit.end + 1:
            return True
    return False
