"""Loads the clinic's triage data (`messages/triage/`) into frozen rules, and the labelled examples beside it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from bot.catalog.entries import ContentError, parsed, place_of, read_text
from bot.catalog.shapes import WORDS
from bot.catalog.triage_entries import ABOUT, Entries, Part, languages_of, tables
from bot.catalog.triage_rules import concept_of, named, raise_of, rule_of, rules_by_concept
from bot.domain.tiers import Tier
from bot.domain.triage.grammar import Compiler, Pattern, PhraseError, Range, expand_classes
from bot.domain.triage.matching import Matcher, matcher
from bot.domain.triage.message import Spelling, plain
from bot.domain.triage.numbers import number_words
from bot.domain.triage.rules import Question, Rule, TriageRules, Unplaced
from bot.domain.triage.scene import CUE, IDIOM, ScopeWords
from bot.domain.triage.scoring import Example
from bot.domain.triage.second_reader import SecondReader
from bot.domain.triage.spelling import speller
from bot.domain.triage.values import State

SECOND_READER = "second-reader.json"
LONG_ENOUGH = 7
"""Letters of a danger sign's word that is recognized with a slip in it; in shorter ones other words are too near."""
_SCOPES = {field.name: field.name.replace("_", "-") for field in fields(ScopeWords)}
Classes = Mapping[str, tuple[str, ...]]


def load_triage(directory: Path) -> TriageRules:
    """The rules in a folder; ContentError names the file, the entry and the fault."""
    data = Entries(directory)
    about = data.table("about")
    for key in ("version", "signed_by"):
        if not about.get(key):
            raise ContentError(place_of(directory / ABOUT), "about", f"needs {key!r}")
    classes = _classes(data)
    shorthand = {" ".join(_words(typed)): tuple(_words(meant)) for typed, meant in data.table("shorthand").items()}
    compiler = Compiler(classes, {part.id: _range(part) for part in data.all("number")}, shorthand)
    patterns = _patterns(data, compiler)
    scopes = ScopeWords(**{field: frozenset(classes.get(name, ())) for field, name in _SCOPES.items()})
    everyday = frozenset(_everyday(data, classes))
    found = matcher(compiler, patterns, classes, classes.get("filler", ()), scopes.stopper, everyday)
    concepts = {part.id: concept_of(part) for part in data.all("concept")}
    rules = tuple(rule_of(part, data, concepts) for part in data.all("rule"))
    dangers = frozenset(name for rule in rules if _alarms(rule, Tier.URGENT) for name in rule.any_of)
    telling = frozenset(compiler.spelled(pattern for pattern in patterns if pattern.name in dangers))
    return TriageRules(
        version=str(about["version"]),
        signed_by=str(about["signed_by"]),
        matcher=found,
        spelling=_spelling(data, found, telling - everyday, everyday, shorthand, scopes.restart),
        scope_words=scopes,
        everyday=everyday,
        details=frozenset(concepts) - {name for rule in rules for name in rule.any_of},
        dangers=dangers,
        asked=frozenset(name for rule in rules if _is_asked(rule) for name in rule.any_of),
        good=frozenset(name for name, concept in concepts.items() if concept.good),
        idioms={p.id: frozenset(named(p, p.entry.get("hides", ()), concepts)) for p in data.all("idiom")},
        concepts=concepts,
        rules=rules,
        rules_of=rules_by_concept(rules),
        raises=tuple(raise_of(part, concepts) for part in data.all("raise")),
        questions={part.id: _question(part) for part in data.all("question")},
        unplaced=_unplaced(data, classes),
        second_reader=load_second_reader(directory),
        reasons=_reasons(data),
    )


def _alarms(rule: Rule, least: Tier) -> bool:
    return rule.tiers.get(State.PRESENT, Tier.EXPECTED) >= least


def _is_asked(rule: Rule) -> bool:
    return _alarms(rule, Tier.EMERGENCY) and State.DOUBT in rule.asks


def load_examples(directory: Path) -> list[Example]:
    """The labelled messages of `examples/` in a triage folder; ContentError where a label is wrong."""
    languages = languages_of(directory)
    files = sorted((directory / "examples").glob("*.toml"))
    return [example for file in files for example in _examples(file, languages)]


def load_second_reader(directory: Path) -> SecondReader | None:
    """The learned weights in a folder; None where the clinic has none."""
    file = directory / SECOND_READER
    if not file.exists():
        return None
    try:
        raw = json.loads(read_text(file))
        weights = {name: value / 1000 for name, value in raw["weights"].items()}
        return SecondReader(weights, float(raw["bias"]), float(raw["threshold"]))
    except (ValueError, LookupError, TypeError, AttributeError):
        raise ContentError(place_of(file), "", "is not what `python -m bot.catalog.training` writes") from None


def _words(text: str) -> Iterator[str]:
    """The words of a list, however long it is, as they stand in a message."""
    return (plain(word).replace("'", "") for word in text.split())


def _examples(file: Path, languages: tuple[str, ...]) -> Iterator[Example]:
    for entry in tables(place_of(file), "group", parsed(file).get("group", [])):
        part = Part(place_of(file), f"group {entry.get('about', '(without about)')}", entry, languages)
        part.check(dict.fromkeys(("accepts", *languages), WORDS))
        tier = part.tier(entry.get("tier"))
        accepts = frozenset(part.tier(word) for word in entry.get("accepts", ()))
        for language in languages:
            for text in entry.get(language, ()):
                yield Example(text, language, tier, accepts, str(entry.get("about", "")))


def _classes(data: Entries) -> dict[str, tuple[str, ...]]:
    try:
        return expand_classes({part.id: tuple(part.phrases()) for part in data.all("class")})
    except PhraseError as error:
        raise ContentError("triage", "class", str(error)) from error


def _range(part: Part) -> Range:
    if not {"from", "to"} <= part.entry.keys():
        raise part.fault("needs `from` and `to`")
    return Range(part.entry["from"], part.entry["to"], bool(part.entry.get("decimal")))


def _patterns(data: Entries, compiler: Compiler) -> list[Pattern]:
    patterns: list[Pattern] = []
    for kind, prefix in (("concept", ""), ("cue", CUE), ("idiom", IDIOM)):
        for part in data.all(kind):
            for phrase in part.phrases():
                try:
                    patterns += compiler.compile(prefix + part.id, phrase)
                except PhraseError as error:
                    raise part.fault(f"phrase {phrase!r}: {error}") from error
    return patterns


def _everyday(data: Entries, classes: Classes) -> Iterator[str]:
    for words in data.table("everyday").values():
        yield from _words(words)
    for name in ("filler", *_SCOPES.values()):
        yield from classes.get(name, ())


def _spelling(
    data: Entries,
    found: Matcher,
    telling: frozenset[str],
    everyday: frozenset[str],
    shorthand: Mapping[str, tuple[str, ...]],
    starters: frozenset[str],
) -> Spelling:
    """`telling`: the words of the danger signs; a slip in a longer one of them is forgiven."""
    table = data.table("correct")
    targets, glue, never = (frozenset(_words(table.get(key, ""))) for key in ("words", "glue", "never"))
    targets |= {word for word in telling - never if len(word) >= LONG_ENOUGH}
    known = everyday | never | targets | found.vocabulary()
    return Spelling(
        speller(lambda word: word in known or found.knows(word), shorthand, targets, glue),
        known.__contains__,
        {typed: tuple(meant.split()) for typed, meant in data.table("contractions").items()},
        {sign: name for name, signs in data.table("emoji").items() for sign in signs},
        {form: unit for unit, forms in data.table("units").items() for form in forms},
        number_words(data.table("number_words")),
        starters,
    )


def _question(part: Part) -> Question:
    return Question(part.id, part.texts(), part.tier(part.entry.get("yes")), part.tier(part.entry.get("no")))


def _unplaced(data: Entries, classes: Classes) -> Unplaced:
    raw = data.table("unplaced")
    ask = raw.get("ask", "")
    if ask and ask not in {question.id for question in data.all("question")}:
        raise ContentError("triage", "unplaced", f"no such question: {ask!r}")
    return Unplaced(
        strange_share=raw.get("strange_share", 0.5),
        strange_words=raw.get("strange_words", 1),
        worrying=frozenset(classes.get("worrying", ())),
        ask=ask,
        regions=frozenset(raw.get("regions", ())),
    )


def _reasons(data: Entries) -> dict[str, Mapping[str, str]]:
    reasons: dict[str, Mapping[str, str]] = {p.id: p.reason() for p in (*data.all("rule"), *data.all("raise"))}
    reasons |= {f"state-{part.id}": part.texts() for part in data.all("state")}
    raw = data.table("unplaced")
    for name in ("everyday", "unplaced", "second-reader"):
        reasons[name] = {language: str(raw.get(f"{name}_{language}", "")) for language in data.languages}
    return reasons
