"""Looks for faults in the wording files that loading them does not find."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from bot.catalog.entries import read_text, read_toml
from bot.catalog.places import shipped
from bot.catalog.wording import REFERENCE, languages_under, strip_markup

LONGEST = 4096 - 1024
"""Telegram takes 4,096 characters of text; a quarter is left for what is filled in."""
LONGEST_LABEL = 34
TAGS = frozenset({"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"})
ALWAYS = frozenset({"clinic", "phone", "emergency"})
"""Known in every sentence, so one language may name them where another does not."""


def proofread(directory: Path) -> list[str]:
    """Every fault as “language/file, key: what is wrong”; none when all is well."""
    read = {language: _read(directory / language) for language in languages_under(directory)}
    came = _read(shipped() / REFERENCE)
    own = read.get(REFERENCE, {})
    rules = read_toml(directory / "wording.toml")
    never, excepted = rules.table("never"), rules.table("except").words("keys")
    faults: list[str] = []
    for language, sentences in read.items():
        faults += _against_reference(language, sentences, {**came, **own}, {**own, **came})
        unsaid = never.words(language)
        for key, (place, message) in sentences.items():
            found = _faults(key, message, () if key in excepted else unsaid)
            faults += (f"{place}, {key}: {fault}" for fault in found)
    return faults


Sentences = dict[str, tuple[str, ast.Message]]


def _read(folder: Path) -> Sentences:
    return {
        entry.id.name: (f"{folder.name}/{path.name}", entry)
        for path in sorted(folder.glob("*.ftl"))
        for entry in FluentParser().parse(read_text(path)).body
        if isinstance(entry, ast.Message)
    }


def _against_reference(language: str, sentences: Sentences, reference: Sentences, filled: Sentences) -> Iterator[str]:
    """Faults beside the `reference`; `filled` are the sentences whose values the program is known to give."""
    for key in sorted(reference.keys() - sentences.keys()):
        yield f"{language}: {key} is missing (it stands in {reference[key][0]})"
    for key in sorted(sentences.keys() - reference.keys()):
        yield f"{sentences[key][0]}, {key}: {REFERENCE} has no such sentence"
    for key in sorted(sentences.keys() & reference.keys()):
        named = _variables(sentences[key][1])
        if unknown := named - _variables(filled[key][1]) - ALWAYS:
            yield f"{sentences[key][0]}, {key}: nothing fills in {_named(unknown)}"
        if lacking := _variables(reference[key][1]) - named - ALWAYS:
            yield f"{sentences[key][0]}, {key}: lacks {_named(lacking)}, which {REFERENCE} has"


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names))


def _faults(key: str, message: ast.Message, never: Iterable[str]) -> Iterator[str]:
    for text in _texts(message):
        visible = strip_markup(text)
        longest = LONGEST_LABEL if key.startswith("button-") else LONGEST
        if len(visible) > longest:
            yield f"{len(visible)} characters, at most {longest}"
        if fault := _markup_fault(text):
            yield fault
        for word in never:
            if re.search(rf"\b{re.escape(word)}\b", visible, re.IGNORECASE):
                yield f"“{word}” is never said (wording.toml)"


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def _variables(message: ast.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


def _texts(message: ast.Message) -> Iterator[str]:
    """The sentence once for every variant of its selectors, with values left as {$name}."""
    if message.value is not None:
        yield from _unfolded(message.value)


def _unfolded(pattern: ast.Pattern) -> list[str]:
    texts = [""]
    for element in pattern.elements:
        endings = _endings(element)
        texts = [text + ending for text in texts for ending in endings][:200]
    return texts


def _endings(element: ast.TextElement | ast.Placeable) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    if isinstance(element.expression, ast.SelectExpression):
        return [text for variant in element.expression.variants for text in _unfolded(variant.value)]
    if isinstance(element.expression, ast.StringLiteral):
        return [element.expression.value]
    return [FluentSerializer().serialize_entry(ast.Message(ast.Identifier("x"), ast.Pattern([element])))[4:].strip()]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fault: str | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in TAGS:
            self.fault = f"<{tag}> is not known to Telegram"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.fault = f"</{tag}> closes nothing"


def _markup_fault(text: str) -> str | None:
    tags = _Tags()
    tags.feed(text)
    return tags.fault or (f"<{tags.open[-1]}> is not closed" if tags.open else None)
