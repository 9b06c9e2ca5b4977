"""What `messages check` says: faults in wording, protocols and rules, and how the labelled examples come out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.catalog import Catalog, answers, load, protocols
from bot.catalog.entries import parsed, read_text
from bot.catalog.proofreading import proofread
from bot.catalog.triage import load_examples
from bot.domain.tiers import Tier
from bot.domain.triage.scoring import Score, score

UNSIGNED = "not yet signed"
"""What `signed_by` holds, or is empty, until somebody answers for a file."""


@dataclass(frozen=True)
class Line:
    """A sentence of console.ftl."""

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class CheckReport:
    """Lines that inform, faults that must be mended, and how the examples come out."""

    lines: list[Line]
    faults: list[str]
    score: Score


def check(directory: Path) -> CheckReport:
    """Check everything under `directory`, in some seconds. Raises CatalogError for what cannot even be loaded."""
    catalog = load(directory)
    result = score(catalog.triage, load_examples(directory / "triage"))
    faults = [*proofread(directory), *_missing_sentences(catalog), *_missing_checks(catalog), *_missing_words(catalog)]
    return CheckReport([*_unsigned(directory), *_figures(result)], faults, result)


def _missing_sentences(catalog: Catalog) -> Iterator[str]:
    """Keys the data names without a sentence in the reference; what other languages lack, `proofread` says."""
    named = {f"protocol {protocol.id}": protocols.wording_keys(protocol) for protocol in catalog.protocols.values()}
    named["triage/dangers.toml"] = frozenset(danger.text for danger in catalog.dangers if danger.text)
    named["triage/answers.toml"] = answers.wording_keys(catalog.answers)
    for place, keys in named.items():
        yield from (f"{place}: no sentence {key}" for key in sorted(keys) if not catalog.wording.has(key))


def _missing_checks(catalog: Catalog) -> Iterator[str]:
    for protocol in catalog.protocols.values():
        there = {extra.id for extra in protocol.extras}
        for lacking in sorted(answers.follow_ups(catalog.answers) - there):
            yield f"protocol {protocol.id}: no [[extra]] {lacking}, which triage/answers.toml asks for"


def _missing_words(catalog: Catalog) -> Iterator[str]:
    """Languages there are sentences in that the reasons of the rules, or their questions, have no words in."""
    questions = {question.id: question.texts for question in catalog.triage.questions.values()}
    asked = {"triage": {**catalog.triage.reasons, **questions}, "triage/answers.toml": catalog.answers.reasons}
    for place, texts in asked.items():
        for language in catalog.wording.languages:
            if lacking := [name for name, words in texts.items() if not words.get(language)]:
                yield f"{place}: no words in {language} for {lacking[0]} ({len(lacking)} lack them)"


def _unsigned(directory: Path) -> Iterator[Line]:
    """The data files that say who signs them while nobody has."""
    for path in sorted(directory.rglob("*.toml")):
        if "signed_by" not in read_text(path):
            continue
        content = parsed(path)
        about = content.get("about", content)
        if str(about.get("signed_by", "")).lower().startswith(UNSIGNED) or not about.get("signed_by"):
            name = path.relative_to(directory).as_posix()
            yield Line("console-messages-unsigned", {"file": name, "version": about.get("version", "?")})


def _figures(result: Score) -> Iterator[Line]:
    if not result.count:
        return
    shares = {name: getattr(result, name) for name in ("caught", "emergencies", "alarmed", "asked")}
    yield Line("console-messages-examples", {"count": result.count, "misses": len(result.misses)})
    yield Line("console-messages-figures", {**shares, "even": result.macro_f1})
    missed = [outcome for outcome in result.misses if outcome.example.tier is Tier.EMERGENCY]
    unasked = [outcome for outcome in missed if outcome.verdict.tier < Tier.URGENT and outcome.verdict.ask is None]
    if missed:
        yield Line("console-messages-missed", {"count": len(missed), "silent": len(unasked)})
