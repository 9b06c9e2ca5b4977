"""Whose a danger sign is: the patient's own, or that of somebody named beside them."""

from bot.domain.triage.scene import Scene, free
from bot.domain.triage.values import Hit

OTHER_REACH, NEAR = 20, 8


def somebody_else(scene: Scene, hit: Hit) -> bool:
    """True for "my neighbor fainted"; for a relative only where the writer tells of a life of their own."""
    if _about_the_patient(scene):
        return False
    own = scene.cues.get("own-life") or (scene.cues.get("own-turn") and hit.name not in scene.dangers)
    kinds = ("other", "kin") if own else ("other",)
    return any(_other_person(scene, cue, hit) for kind in kinds for cue in scene.cues.get(kind, ()))


def _about_the_patient(scene: Scene) -> bool:
    """True where somebody writes for the patient, and not about a session of somebody else's."""
    return bool(scene.cues.get("proxy")) and not scene.cues.get("not-proxy")


def _other_person(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where another person is named before the hit, in its part of the sentence or taken up by "she", "he"."""
    if cue.start >= hit.start:
        return _named_after(scene, cue, hit)
    if _self_between(scene, cue, hit):
        return False
    comma = scene.message.comma
    if scene.same_sentence(cue.start, hit.start) and comma[cue.start] == comma[hit.start]:
        loose = _joined(scene, cue, hit) or _far(cue, hit)
        return not (hit.name in scene.dangers and loose and not _turned_to_self(scene, hit))
    return _taken_up(scene, cue, hit) and (hit.name not in scene.dangers or bool(scene.cues.get("own-life")))


def _taken_up(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where "she", "he" behind a comma may be the person named before it."""
    if not 0 <= hit.start - cue.end <= OTHER_REACH or _self_between(scene, cue, hit):
        return False
    return any(cue.end <= they.start < hit.end for they in scene.cues.get("they", ()))


def _self_between(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where "I", "my" stands between the person named and the hit, or in the hit."""
    return any(cue.end <= s.start < hit.end and free(s, cue) for s in scene.cues.get("self", ()))


def _turned_to_self(scene: Scene, hit: Hit) -> bool:
    """True where the writer turns to their own life after the hit ("…, yo en cambio bien")."""
    return any(cue.start >= hit.end for cue in scene.cues.get("own-life", ()))


def _named_after(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True for the person named just behind the thing ("se desmayó mi jefa"), where nobody else is spoken of.

    So too for "le falta el aire a mi abuelo"; not so where they begin the next statement: "… la garganta mi vecina es
    enfermera".
    """
    between, comma, words = scene.between(hit.end, cue.start), scene.message.comma, scene.message.words
    near = 0 <= cue.start - hit.end <= 1 and comma[cue.start] == comma[hit.end - 1]
    begins = cue.end < len(words) and words[cue.end] in scene.words.restart
    if not near or begins:
        return False
    theirs = hit.start > 0 and words[hit.start - 1] in scene.words.dative
    if not theirs and any(word in scene.words.beside or word in scene.words.joiner for word in between):
        return False
    return not any(hit.start - 4 <= s.start < hit.end for s in scene.cues.get("self", ()))


def perhaps_another(scene: Scene, hit: Hit) -> bool:
    """True for a danger sign after "my neighbor … and", "…, she", or far behind the neighbor: theirs, or not.

    So too for "my mother fainted, should I …?" and "my wife has the flu, 39 fever, but I'm well": she is the patient,
    or the writer is.
    """
    if hit.name not in scene.dangers or _about_the_patient(scene):
        return False
    if _turned_to_self(scene, hit):
        return any(_before_self(scene, cue, hit) for kind in ("other", "kin") for cue in scene.cues.get(kind, ()))
    if scene.cues.get("own-turn") and any(_other_person(scene, cue, hit) for cue in scene.cues.get("kin", ())):
        return True
    comma = scene.message.comma
    return any(
        _joined(scene, cue, hit)
        or (_far(cue, hit) and comma[cue.start] == comma[hit.start])
        or _taken_up(scene, cue, hit)
        for cue in scene.cues.get("other", ())
    )


def _before_self(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True where the person is named before the hit, in its sentence, and no "I" or "my" stands between."""
    near = cue.end <= hit.start and scene.same_sentence(cue.start, hit.start)
    return near and not _self_between(scene, cue, hit)


def _far(cue: Hit, hit: Hit) -> bool:
    """True where so much lies between that, without a comma, the talk may have moved on from the person named."""
    return hit.start - cue.end > NEAR


def _joined(scene: Scene, cue: Hit, hit: Hit) -> bool:
    """True when "and" stands between the person and the hit in their part of the sentence, and no other complaint."""
    between, comma = range(cue.end, hit.start), scene.message.comma
    return (
        scene.same_sentence(cue.start, hit.start)
        and comma[cue.start] == comma[hit.start]
        and any(scene.message.words[i] in scene.words.joiner for i in between)
        and not any(cue.end <= h.start and h.end <= hit.start for h in scene.hits if h.name not in scene.good)
    )
