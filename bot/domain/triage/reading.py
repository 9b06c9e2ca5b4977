"""Reading one text: from words to concepts, from concepts and context to a verdict with its reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.domain.tiers import Tier
from bot.domain.triage.choosing import outdone
from bot.domain.triage.context import only_planned, state_of, states_of
from bot.domain.triage.message import Message, cut
from bot.domain.triage.rules import Raise, Rule, TriageRules
from bot.domain.triage.running_on import parted, seams
from bot.domain.triage.said import Said
from bot.domain.triage.scene import CUE, IDIOM, scene
from bot.domain.triage.second_reader import SecondReader
from bot.domain.triage.values import Context, Hit, State, Verdict

TREND = "trend"
_STRENGTH = (
    State.PRESENT,
    State.DOUBT,
    State.GONE,
    State.HISTORY,
    State.IF,
    State.OTHER,
    State.TOLD,
)
_STATES = tuple(State)
NOWHERE = Context()


@dataclass(frozen=True, slots=True)
class _Finding:
    """A rule that fits: its id with the state, what it says, and the concepts it rests on."""

    rule: str
    tier: Tier
    concepts: tuple[str, ...]
    ask: str | None
    doubt: Tier


def read(rules: TriageRules, text: str, context: Context = NOWHERE) -> Verdict:
    """The verdict on one text, in whichever language it is written. Known context only raises it."""
    message = cut(text, rules.spelling)
    heard = concepts_said(rules, message)
    said = heard.states
    candidates = {rule.id: rule for name in said for rule in rules.rules_of.get(name, ())}
    findings = [f for rule in candidates.values() if (f := _apply(rule, said, context)) is not None]
    if all(f.tier is Tier.EXPECTED for f in findings):
        findings.append(_unplaced(rules, message, heard.worrying, context))
    if rules.second_reader is not None and all(f.tier < Tier.URGENT and f.ask is None for f in findings):
        findings += _second_look(rules, rules.second_reader, message, heard, context)
    findings += list(_raised(rules, findings, said, context))
    return _verdict(findings, said)


def concepts_said(rules: TriageRules, message: Message) -> Said:
    """Each concept in the message with the ways it is spoken of.

    Denied concepts are among them, those inside a figure of speech are not.
    """
    found = rules.matcher.hits(message)
    message = parted(message, seams(message, found, rules.good, rules.scope_words))
    masks = [hit for hit in found if hit.name.startswith(IDIOM)]
    kept = [hit for hit in found if hit.name.startswith(CUE) or _counts(rules, message, masks, hit)]
    figurative = {hit for hit in kept if hit.name in rules.asked and _masked(rules, message, masks, hit, whole=False)}
    alike: dict[str, list[Hit]] = {}
    for hit in kept:
        alike.setdefault(hit.name, []).append(hit)
    kept = [hit for hit in kept if not outdone(rules, message, alike[hit.name], found, hit)]
    stage = scene(message, kept, rules.scope_words, rules.dangers, rules.good)
    spoken = states_of(stage)
    said: dict[str, set[State]] = {}
    named: list[tuple[int, str, State]] = []
    for hit, state in spoken:
        if rules.concepts[hit.name].mention:
            state = _of_statement(rules, spoken, hit) or state
        if rules.concepts[hit.name].plan and state is State.PRESENT and only_planned(stage, hit):
            state = State.IF
        if hit in figurative and state is State.PRESENT:
            state = State.DOUBT
        named.append((hit.start, _trend(message, hit), state))
        said.setdefault(named[-1][1], set()).add(state)
    placed = {i for hit in (*masks, *stage.hits) if hit.name not in rules.details for i in hit.words}
    loose = [
        word
        for i, word in enumerate(message.words)
        if word in rules.unplaced.worrying
        and i not in placed
        and state_of(stage, Hit(word, i, i + 1, (i,))) is State.PRESENT
    ]
    well = _is_all_well(rules, message, spoken, stage.cues)
    return Said({name: frozenset(states) for name, states in said.items()}, bool(loose), found, named, well)


def _is_all_well(
    rules: TriageRules, message: Message, spoken: Iterable[tuple[Hit, State]], cues: Mapping[str, Sequence[Hit]]
) -> bool:
    """True for a message that denies danger signs, or calls them well, in so many words and says nothing else."""
    small, said = rules.scope_words, tuple(spoken)
    well = [
        hit
        for hit, state in said
        if (hit.name in rules.dangers and state is State.DENIED) or (hit.name in rules.good and state is State.PRESENT)
    ]
    placed = {i for hit in (*well, *cues.get("deny", ()), *cues.get("no", ())) for i in hit.words}
    words = message.words
    return bool(well) and all(
        i in placed or words[i] in rules.matcher.fillers or words[i] in small.having or words[i] in small.lister
        for i in range(len(words))
    )


def _of_statement(rules: TriageRules, spoken: Iterable[tuple[Hit, State]], mention: Hit) -> State | None:
    """A thing named inside a statement is spoken of as the statement is: the chest in "my chest doesn't hurt"."""
    words = set(mention.words)
    states = {state for hit, state in spoken if hit.name in rules.dangers and words < set(hit.words)}
    return _strongest(frozenset(states)) or (State.DENIED if states else None)


def _trend(message: Message, hit: Hit) -> str:
    """The name of a hit; of two scores, the older first, whether they rise or fall."""
    if hit.name != TREND:
        return hit.name
    scores = [float(message.words[i]) for i in hit.words if message.words[i][0].isdigit()]
    if len(scores) < 2 or scores[0] == scores[-1]:
        return hit.name
    return f"{TREND}-rising" if scores[-1] > scores[0] else f"{TREND}-falling"


def _counts(rules: TriageRules, message: Message, masks: list[Hit], hit: Hit) -> bool:
    """True for a concept in a message short enough for it, and in no figure of speech.

    A sign of an emergency that is only in part inside of one ("numb … cold" in "foot numb and cold") counts: it is
    asked about.
    """
    concept = rules.concepts.get(hit.name)
    if concept is None or len(message.words) > concept.longest:
        return False
    return not _masked(rules, message, masks, hit, whole=hit.name in rules.asked)


def _masked(rules: TriageRules, message: Message, masks: list[Hit], hit: Hit, whole: bool) -> bool:
    """True when a figure of speech is made of at least half the words of this hit.

    `whole` asks for all of them, unless the figure of speech was written for this very concept.

    One that goes on over a comma ("seeing double: my twins") must begin with all of them, and none goes on over an
    "and" that the hit stands on one side of ("my chest is tight and the neck is well").
    """
    words, comma, joiners = set(hit.words), message.comma, rules.scope_words.joiner
    for mask in masks:
        if words.isdisjoint(mask.words):
            continue
        hides = rules.idioms[mask.name[len(IDIOM) :]]
        beyond = {*range(mask.start, hit.start), *range(hit.end, mask.end)} - {*mask.words}
        apart = hit.name in rules.dangers and any(message.words[i] in joiners for i in beyond)
        if apart or (hides and hit.name not in hides):
            continue
        if comma[mask.start] == comma[mask.end - 1]:
            share = 1.0 if whole and not hides else 0.5
            if len(words.intersection(mask.words)) >= share * len(words):
                return True
        elif words.issubset(mask.words) and comma[hit.end - 1] == comma[mask.start]:
            return True
    return False


def _strongest(states: frozenset[State]) -> State | None:
    return next((state for state in _STRENGTH if state in states), None)


def _spoken(item: str, said: dict[str, frozenset[State]]) -> bool:
    """True when a condition holds: `concept` (present), `concept@state`, or `concept@any` (unless denied)."""
    name, _, way = item.partition("@")
    states = said.get(name, frozenset())
    if way == "any":
        return _strongest(states) is not None
    return State(way or "present") in states


def _apply(rule: Rule, said: dict[str, frozenset[State]], context: Context) -> _Finding | None:
    if any(not _spoken(item, said) for item in rule.all_of) or any(_spoken(item, said) for item in rule.unless):
        return None
    if not _known(rule, context, said):
        return None
    if not rule.any_of:
        return _finding(rule, State.PRESENT, tuple(item.partition("@")[0] for item in rule.all_of))
    best: _Finding | None = None
    for name in rule.any_of:
        states = said.get(name, frozenset())
        for state in filter(states.__contains__, _STATES):
            found = _finding(rule, state, (name,))
            if found is not None and (best is None or (found.tier, found.doubt) > (best.tier, best.doubt)):
                best = found
    return best


def _finding(rule: Rule, state: State, concepts: tuple[str, ...]) -> _Finding | None:
    tier = rule.tiers.get(state)
    if tier is None:
        return None
    ask, doubt = rule.asks.get(state, (None, tier))
    name = rule.id if state is State.PRESENT else f"{rule.id}@{state}"
    return _Finding(name, tier, concepts, ask, max(doubt, tier))


def _known(rule: Rule | Raise, context: Context, said: dict[str, frozenset[State]]) -> bool:
    if rule.regions and rule.regions.isdisjoint(context.regions):
        return False
    if rule.risks and rule.risks.isdisjoint(context.risks):
        return False
    if rule.hours is None:
        return True
    return context.hours is not None and rule.hours[0] <= context.hours <= rule.hours[1]


def _raised(
    rules: TriageRules, findings: list[_Finding], said: dict[str, frozenset[State]], context: Context
) -> Iterable[_Finding]:
    for change in rules.raises:
        if not _known(change, context, said):
            continue
        for finding in findings:
            if change.concepts.isdisjoint(finding.concepts):
                continue
            tier = max(min(finding.tier + change.by, Tier.EMERGENCY), change.floor)
            if tier > finding.tier:
                yield _Finding(change.id, Tier(tier), finding.concepts, None, Tier(tier))


def _second_look(
    rules: TriageRules, reader: SecondReader, message: Message, heard: Said, context: Context
) -> list[_Finding]:
    """A doubt where the learned reader finds worrying what the rules did not."""
    if heard.well:
        return []
    seen = chain([heard.features(rules, message)], heard.features_by_sentence(rules, message))
    if not any(map(reader.doubts, seen)):
        return []
    return [_Finding("second-reader", Tier.EXPECTED, (), rules.unplaced.ask, _doubt_tier(rules, context))]


def _doubt_tier(rules: TriageRules, context: Context) -> Tier:
    """What an unanswered question about an unclear text counts as (4.1): worse near lung and spine, or with a risk."""
    return Tier.URGENT if context.regions & rules.unplaced.regions or context.risks else Tier.WATCH


def _unplaced(rules: TriageRules, message: Message, worrying: bool, context: Context) -> _Finding:
    """What a text means that no rule raised: plainly everyday, or not to be placed and so asked about."""
    words = [w for w in message.words if w.isalpha()]
    strange = [w for w in words if w not in rules.everyday and not rules.matcher.knows(w)]
    limits = rules.unplaced
    many = len(strange) >= limits.strange_words and len(strange) >= limits.strange_share * len(words)
    many = many or (bool(words) and len(strange) == len(words))
    if message.words and not many and not worrying:
        return _Finding("everyday", Tier.EXPECTED, (), None, Tier.EXPECTED)
    return _Finding("unplaced", Tier.WATCH, (), limits.ask, _doubt_tier(rules, context))


def _verdict(findings: list[_Finding], said: dict[str, frozenset[State]]) -> Verdict:
    ranked = sorted(findings, key=lambda f: f.tier, reverse=True)
    tier = ranked[0].tier
    asking = max((f for f in findings if f.ask), key=lambda f: f.doubt, default=None)
    asks = asking is not None and (asking.doubt > tier or asking.rule in ("unplaced", "second-reader"))
    named = [c for f in ranked for c in f.concepts]
    rest = [name for name, states in said.items() if _strongest(states) is not None]
    return Verdict(
        tier=tier,
        concepts=tuple(dict.fromkeys(named + rest)),
        rules=tuple(dict.fromkeys(f.rule for f in ranked if f.tier == tier or f.ask)),
        ask=asking.ask if asking is not None and asks else None,
        doubt_tier=max(f.doubt for f in findings),
    )
