"""Loads the clinic's triage data (`messages/triage/*.toml`) into frozen rules, or says which entry is at fault."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.tiers import Tier
from bot.domain.triage.context import CUE
from bot.domain.triage.grammar import Compiler, Pattern, PhraseError, Range, expand_classes
from bot.domain.triage.matching import Matcher, matcher
from bot.domain.triage.message import Spelling, plain
from bot.domain.triage.numbers import number_words
from bot.domain.triage.reading import IDIOM
from bot.domain.triage.rules import Concept, Question, Raise, Rule, TriageRules, Unplaced
from bot.domain.triage.spelling import speller
from bot.domain.triage.values import State

LANGUAGES = ("en", "es")
NOT_OURS = frozenset({"answers.toml"})
Entry = Mapping[str, Any]


class TriageDataError(ValueError):
    """Triage data that cannot be used; the text names the file, the entry and the fault."""


@dataclass(frozen=True)
class _Part:
    """One entry of the data with the place it came from."""

    file: str
    id: str
    entry: Entry

    def fault(self, what: object) -> TriageDataError:
        return TriageDataError(f"{self.file}, {self.id}: {what}")

    def phrases(self) -> Iterator[str]:
        for language in ("both", *LANGUAGES):
            yield from self.entry.get(language, ())


class _Data:
    """All files read, their entries sorted by kind."""

    def __init__(self, directory: Path) -> None:
        self.tables: dict[str, list[_Part]] = {}
        self.plain: dict[str, Any] = {}
        files = [f for f in sorted(directory.glob("*.toml")) if f.name not in NOT_OURS]
        if not files:
            raise TriageDataError(f"{directory}: no triage data (*.toml) in this folder")
        for file in files:
            self._take(file)

    def _take(self, file: Path) -> None:
        try:
            content = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise TriageDataError(f"{file.name}: not readable as TOML: {error}") from error
        for key, value in content.items():
            if key not in _KINDS:
                raise TriageDataError(f"{file.name}: unknown table {key!r}")
            if isinstance(value, list):
                for entry in value:
                    part = _Part(file.name, f"{key} {entry.get('id', '(without id)')}", entry)
                    self._add(key, part)
            elif key in _NAMED:
                for name, entry in value.items():
                    self._add(key, _Part(file.name, f"{key}.{name}", {**entry, "id": name}))
            else:
                self.plain.setdefault(key, {}).update(value if isinstance(value, dict) else {key: value})

    def _add(self, kind: str, part: _Part) -> None:
        if not part.entry.get("id"):
            raise part.fault("needs an id")
        unknown = set(part.entry) - _KINDS[kind]
        if unknown:
            raise part.fault(f"unknown key {sorted(unknown)[0]!r}; known: {', '.join(sorted(_KINDS[kind]))}")
        if any(part.entry["id"] == other.entry["id"] for other in self.tables.get(kind, ())):
            raise part.fault("this id is there twice")
        self.tables.setdefault(kind, []).append(part)

    def all(self, kind: str) -> list[_Part]:
        return self.tables.get(kind, [])


_LISTS = {"id", "source", "both", "en", "es"}
_WHEN = {"regions", "risks", "hours"}
_KINDS: dict[str, set[str]] = {
    "about": set(),
    "class": _LISTS,
    "number": {"id", "source", "from", "to", "decimal"},
    "concept": _LISTS | {"risk", "longest", "derived"},
    "cue": _LISTS,
    "idiom": _LISTS | {"hides"},
    "rule": {"id", "source", "any", "all", "unless", "tier", "states", "asks", "reason_en", "reason_es"} | _WHEN,
    "raise": {"id", "source", "concepts", "by", "to", "reason_en", "reason_es"} | _WHEN,
    "question": {"id", "source", "en", "es", "yes", "no"},
    "state": {"id", "en", "es"},
    "default": {"id"} | {state.value for state in State},
    "shorthand": set(),
    "emoji": set(),
    "units": set(),
    "number_words": set(),
    "contractions": set(),
    "correct": set(),
    "everyday": set(),
    "unplaced": set(),
}
_NAMED = {"class", "number", "question", "state", "default"}


def load_triage(directory: Path) -> TriageRules:
    """The rules in a folder; TriageDataError names the file, the entry and the fault."""
    data = _Data(directory)
    about = data.plain.get("about", {})
    for key in ("version", "signed_by"):
        if not about.get(key):
            raise TriageDataError(f"{directory}: [about] needs {key!r}")
    classes = _classes(data)
    ranges = {p.entry["id"]: _range(p) for p in data.all("number")}
    shorthand = _shorthand(data)
    compiler = Compiler(classes, ranges, shorthand)
    patterns = _patterns(data, compiler)
    scope_words = {name: frozenset(classes.get(name, ())) for name in ("stopper", "deny-end", "restart", "joiner")}
    found = matcher(compiler, patterns, classes.get("filler", ()), scope_words["stopper"])
    everyday = frozenset(_everyday(data, classes))
    concepts = {p.entry["id"]: _concept(p) for p in data.all("concept")}
    rules = tuple(_rule(p, data, concepts) for p in data.all("rule"))
    raises = tuple(_raise(p, concepts) for p in data.all("raise"))
    return TriageRules(
        version=str(about["version"]),
        signed_by=str(about["signed_by"]),
        matcher=found,
        spelling=_spelling(data, found, everyday, shorthand),
        scope_words=scope_words,
        everyday=everyday,
        dangers=frozenset(
            c for r in rules for c in r.any_of if r.tiers.get(State.PRESENT, Tier.EXPECTED) >= Tier.URGENT
        ),
        idioms={p.entry["id"]: frozenset(_named(p, p.entry.get("hides", ()), concepts)) for p in data.all("idiom")},
        concepts=concepts,
        rules=rules,
        raises=raises,
        questions={p.entry["id"]: _question(p) for p in data.all("question")},
        unplaced=_unplaced(data, classes),
        reasons=_reasons(data),
    )


def _classes(data: _Data) -> dict[str, tuple[str, ...]]:
    try:
        return expand_classes({p.entry["id"]: tuple(p.phrases()) for p in data.all("class")})
    except PhraseError as error:
        raise TriageDataError(f"word classes: {error}") from error


def _range(part: _Part) -> Range:
    try:
        return Range(float(part.entry["from"]), float(part.entry["to"]), bool(part.entry.get("decimal")))
    except (KeyError, TypeError, ValueError) as error:
        raise part.fault("needs numbers `from` and `to`") from error


def _patterns(data: _Data, compiler: Compiler) -> list[Pattern]:
    patterns: list[Pattern] = []
    for kind, prefix in (("concept", ""), ("cue", CUE), ("idiom", IDIOM)):
        for part in data.all(kind):
            name = prefix + part.entry["id"]
            for phrase in part.phrases():
                try:
                    patterns += compiler.compile(name, phrase)
                except PhraseError as error:
                    raise part.fault(f"phrase {phrase!r}: {error}") from error
    return patterns


def _everyday(data: _Data, classes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for words in data.plain.get("everyday", {}).values():
        yield from _word_list(words)
    for name in ("filler", "stopper", "deny-end", "restart", "joiner"):
        yield from classes.get(name, ())


def _shorthand(data: _Data) -> dict[str, tuple[str, ...]]:
    return {
        plain(typed).replace("'", ""): tuple(plain(meant).replace("'", "").split())
        for typed, meant in data.plain.get("shorthand", {}).items()
    }


def _spelling(
    data: _Data, found: Matcher, everyday: frozenset[str], shorthand: Mapping[str, tuple[str, ...]]
) -> Spelling:
    table = data.plain.get("correct", {})
    targets, glue, never = (_word_list(table.get(key, "")) for key in ("words", "glue", "never"))
    known = everyday | never | targets | frozenset(_phrase_words(found))
    return Spelling(
        speller(lambda w: w in known or found.knows(w), shorthand, targets, glue),
        lambda w: w in known,
        {typed: tuple(meant.split()) for typed, meant in data.plain.get("contractions", {}).items()},
        {sign: name for name, signs in data.plain.get("emoji", {}).items() for sign in signs},
        {form: unit for unit, forms in data.plain.get("units", {}).items() for form in forms},
        number_words(data.plain.get("number_words", {})),
    )


def _word_list(text: str) -> frozenset[str]:
    return frozenset(word.replace("'", "") for word in plain(text).split())


def _phrase_words(found: Matcher) -> Iterator[str]:
    nodes = [found.trie]
    while nodes:
        node = nodes.pop()
        for word, (deeper, _) in node.items():
            yield word
            nodes.append(deeper)


def _concept(part: _Part) -> Concept:
    if not part.entry.get("derived") and not any(True for _ in part.phrases()):
        raise part.fault("has no phrases")
    return Concept(
        part.entry["id"],
        str(part.entry.get("source", "")),
        part.entry.get("risk"),
        int(part.entry.get("longest", 10_000)),
    )


def _tier(part: _Part, word: object) -> Tier:
    try:
        return Tier.of(str(word))
    except ValueError as error:
        raise part.fault(error) from error


def _tiers(part: _Part, data: _Data) -> dict[State, Tier]:
    """The tier for each way of speaking: the rule's own where given, else the defaults of its tier."""
    own = _tier(part, part.entry.get("tier", ""))
    tiers = {State.PRESENT: own}
    for default in data.all("default"):
        if default.entry["id"] == own.word and not part.entry.get("all"):
            tiers |= {State(k): _tier(default, v) for k, v in default.entry.items() if k != "id"}
    for state, word in part.entry.get("states", {}).items():
        if word == "none":
            tiers.pop(_state(part, state), None)
        else:
            tiers[_state(part, state)] = _tier(part, word)
    return tiers


def _state(part: _Part, word: str) -> State:
    try:
        return State(word)
    except ValueError as error:
        raise part.fault(f"no such way of speaking: {word!r}") from error


def _asks(part: _Part, data: _Data) -> dict[State, tuple[str, Tier]]:
    known = {p.entry["id"] for p in data.all("question")}
    asks = {}
    for state, (question, doubt) in part.entry.get("asks", {}).items():
        if question not in known:
            raise part.fault(f"no such question: {question!r}")
        asks[_state(part, state)] = (question, _tier(part, doubt))
    return asks


def _named(part: _Part, names: Iterable[str], concepts: Mapping[str, Concept]) -> tuple[str, ...]:
    for name in names:
        if name.partition("@")[0] not in concepts:
            raise part.fault(f"no such concept: {name!r}")
    return tuple(names)


def _hours(part: _Part) -> tuple[float, float] | None:
    hours = part.entry.get("hours")
    if hours is None:
        return None
    if not isinstance(hours, list) or len(hours) != 2:
        raise part.fault("hours is a list of two numbers, from and to")
    return float(hours[0]), float(hours[1])


def _rule(part: _Part, data: _Data, concepts: Mapping[str, Concept]) -> Rule:
    entry = part.entry
    for key in ("source", "reason_en", "reason_es"):
        if not entry.get(key):
            raise part.fault(f"needs {key}")
    if not entry.get("any") and not entry.get("all"):
        raise part.fault("needs `any` or `all`")
    return Rule(
        id=entry["id"],
        source=entry["source"],
        any_of=_named(part, entry.get("any", ()), concepts),
        all_of=_named(part, entry.get("all", ()), concepts),
        tiers=_tiers(part, data),
        asks=_asks(part, data),
        regions=frozenset(entry.get("regions", ())),
        risks=frozenset(entry.get("risks", ())),
        hours=_hours(part),
        unless=_named(part, entry.get("unless", ()), concepts),
        reason={"en": entry["reason_en"], "es": entry["reason_es"]},
    )


def _raise(part: _Part, concepts: Mapping[str, Concept]) -> Raise:
    entry = part.entry
    return Raise(
        id=entry["id"],
        source=entry.get("source", ""),
        concepts=frozenset(_named(part, entry["concepts"], concepts)),
        regions=frozenset(entry.get("regions", ())),
        risks=frozenset(entry.get("risks", ())),
        hours=_hours(part),
        by=int(entry.get("by", 0)),
        floor=_tier(part, entry.get("to", "expected")),
        reason={"en": entry.get("reason_en", ""), "es": entry.get("reason_es", "")},
    )


def _question(part: _Part) -> Question:
    entry = part.entry
    texts = {language: entry.get(language, "") for language in LANGUAGES}
    if not all(texts.values()):
        raise part.fault("needs a text in en and es")
    return Question(entry["id"], texts, _tier(part, entry.get("yes")), _tier(part, entry.get("no")))


def _unplaced(data: _Data, classes: Mapping[str, tuple[str, ...]]) -> Unplaced:
    raw = data.plain.get("unplaced", {})
    return Unplaced(
        strange_share=float(raw.get("strange_share", 0.5)),
        strange_words=int(raw.get("strange_words", 1)),
        worrying=frozenset(classes.get("worrying", ())),
        ask=str(raw.get("ask", "")),
        regions=frozenset(raw.get("regions", ())),
    )


def _reasons(data: _Data) -> dict[str, Mapping[str, str]]:
    reasons: dict[str, Mapping[str, str]] = {}
    for part in (*data.all("rule"), *data.all("raise")):
        reasons[part.entry["id"]] = {lang: part.entry.get(f"reason_{lang}", "") for lang in LANGUAGES}
    for part in data.all("state"):
        reasons[f"state-{part.entry['id']}"] = {lang: part.entry[lang] for lang in LANGUAGES}
    raw = data.plain.get("unplaced", {})
    for name in ("everyday", "unplaced"):
        reasons[name] = {lang: str(raw.get(f"{name}_{lang}", "")) for lang in LANGUAGES}
    return reasons
