"""Which of several readings of the same words stands."""

from collections.abc import Iterable, Sequence

from bot.domain.triage.message import Message
from bot.domain.triage.rules import TriageRules
from bot.domain.triage.scene import CUE
from bot.domain.triage.values import Hit

NEAR = 3
"""How many words may stand between a "no" and the danger sign that it denies."""


def outdone(rules: TriageRules, message: Message, alike: Iterable[Hit], found: Sequence[Hit], hit: Hit) -> bool:
    """True for a reading beside a better one `alike`, of the same thing.

    The better one stays within the commas ("pain when breathing", not "breathing, … sore") or is whole ("tightness in
    my chest", not "tightness"). Nor is there pain of the breath in "chest pain or shortness of breath", or a dead leg
    in "no weakness in my legs".
    """
    if hit.name.startswith(CUE):
        return False
    if _of_two(rules, message, found, hit) or _takes_a_no(rules, message, found, hit):
        return True
    comma, words = message.comma, set(hit.words)
    over = comma[hit.start] != comma[hit.end - 1]
    if over and (_half_well(rules, message, found, hit) or _half_denied(rules, message, found, hit)):
        return True
    if _denied_and_well(rules, message, found, hit):
        return True
    for other in alike:
        if comma[other.start] != comma[other.end - 1]:
            continue
        more = set(other.words)
        if (over and len(more) > 1 and not more.isdisjoint(words)) or (words < more and _close(other)):
            return True
    return False


def _half_denied(rules: TriageRules, message: Message, hits: Sequence[Hit], hit: Hit) -> bool:
    """True for "no shortness of breath, just sore": before the comma stands another danger sign, and it is denied."""
    comma, stoppers = message.comma, rules.scope_words.stopper
    first = _first_part(message, hit)
    denials = [other for other in hits if other.name == f"{CUE}deny" and comma[other.end - 1] == comma[hit.start]]
    wholes = [
        other
        for other in hits
        if other.name in rules.dangers and other.name != hit.name and first <= set(other.words)
        if comma[other.start] == comma[other.end - 1]
    ]
    return any(
        0 <= whole.start - deny.end <= NEAR and stoppers.isdisjoint(message.words[deny.end : whole.start])
        for deny in denials
        for whole in wholes
    )


def _denied_and_well(rules: TriageRules, message: Message, hits: Sequence[Hit], hit: Hit) -> bool:
    """True for "pain … breathing" in "no chest pain and I am breathing normally"."""
    words, small = message.words, rules.scope_words
    at = next((i for i in range(hit.start, hit.end) if words[i] in small.joiner & small.lister), None)
    if at is None or not {i for i in hit.words if i > at}:
        return False
    after = {i for i in hit.words if i > at}
    well = any(one.name in rules.good and one.start > at and after <= set(one.words) for one in hits)
    denies = [one for one in hits if one.name == f"{CUE}deny" and one.end <= hit.start]
    return well and any(
        hit.start - deny.end <= NEAR and message.comma[deny.start] == message.comma[at] for deny in denies
    )


def _half_well(rules: TriageRules, message: Message, hits: Iterable[Hit], hit: Hit) -> bool:
    """True for "breathing's perfect, … sore" and "duele al pisar, respiro bien": a side of the comma is whole.

    Also for "sin hormigueo, con fuerza": before the comma is only a "no".
    """
    comma, first = message.comma, _first_part(message, hit)
    if len(first) == 1 and any(other.name == f"{CUE}deny" and first == set(other.words) for other in hits):
        return True
    said_no = {i for other in hits if other.name == f"{CUE}deny" for i in other.words}
    return any(
        other.name in rules.good
        and comma[other.start] == comma[other.end - 1]
        and not (first if len(other.words) == 1 else set(hit.words)).isdisjoint(other.words)
        and said_no.isdisjoint(set(range(other.start, other.end)) - set(other.words))
        for other in hits
    )


def _first_part(message: Message, hit: Hit) -> set[int]:
    """The words of a hit that stand in the comma-separated part in which it begins."""
    return {i for i in hit.words if message.comma[i] == message.comma[hit.start]}


def _close(hit: Hit) -> bool:
    """True for a hit that leaves out at most two words within."""
    return hit.end - hit.start - len(hit.words) <= 2


def _of_two(rules: TriageRules, message: Message, found: Sequence[Hit], hit: Hit) -> bool:
    """True for a hit made of the end of one danger sign and the beginning of the next in a list of them."""
    if len(hit.words) < 2 or hit.name not in rules.dangers:
        return False
    whole = [
        other for other in found if len(other.words) > 1 and other.name in rules.dangers and other.name != hit.name
    ]
    before = [other for other in whole if other.start < hit.start < other.end <= hit.words[-1] and _close(other)]
    after = [other for other in whole if hit.words[0] < other.start <= hit.words[-1] < other.end and _close(other)]
    return any(
        one.end <= two.start and _listed(rules, message, one, two) and set(hit.words) <= {*one.words, *two.words}
        for one in before
        for two in after
    )


def _listed(rules: TriageRules, message: Message, one: Hit, two: Hit) -> bool:
    """True where a comma, an "or" or an "and" stands between them, and nothing else."""
    between = message.words[one.end : two.start]
    parted = bool(between) or message.comma[one.end - 1] != message.comma[two.start]
    return parted and all(word in rules.scope_words.lister or word in rules.scope_words.joiner for word in between)


def _takes_a_no(rules: TriageRules, message: Message, found: Iterable[Hit], hit: Hit) -> bool:
    """True for "no … legs" in "no weakness in my legs": the "no" denies what stands right behind it."""
    if hit.name not in rules.dangers or len(hit.words) < 2:
        return False
    words, comma, small = message.words, message.comma, rules.scope_words
    noes = {i for cue in found if cue.name == f"{CUE}deny" and len(cue.words) == 1 for i in cue.words if i in hit.words}
    for no in noes:
        at = next((i for i in range(no + 1, len(words)) if words[i] not in small.having), no)
        if words[at] not in small.complaint:
            continue
        rest = {i for i in hit.words if i not in noes and words[i] not in small.having}
        if all(words[i] in small.having for i in hit.words if no < i) and comma[at] == comma[no] and no < hit.words[-1]:
            return True
        wholes = (other for other in found if other.name in rules.dangers and noes.isdisjoint(other.words))
        if any(at in one.words and rest <= set(one.words) and _in_one_part(comma, no, one) for one in wholes):
            return True
    return False


def _in_one_part(comma: Sequence[int], no: int, hit: Hit) -> bool:
    return comma[hit.start] == comma[hit.end - 1] == comma[no]
