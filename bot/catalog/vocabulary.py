"""Loads messages/vocabulary/: the words people may type, of every language together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from bot.catalog.entries import Entry, parsed, place_of
from bot.catalog.errors import CatalogError
from bot.domain.protocol import REGIONS, RISKS, SIDES
from bot.domain.typed_words import without_signs
from bot.domain.vocabulary import TypedWords, Vocabulary, fold

__all__ = ["Vocabulary", "load_vocabulary"]


def load_vocabulary(directory: Path) -> Vocabulary:
    """All files of `directory` as one. Raises CatalogError naming file and fault."""
    read = {path.name: _read(path) for path in sorted(directory.glob("*.toml"))}
    if not read:
        raise CatalogError(f"{directory}: no vocabulary files")
    areas, sides, risks = (_meanings(heading, read) for heading in ("areas", "sides", "risks"))
    _no_word_twice(areas, sides, risks)
    _only_known({"areas": areas, "sides": sides, "risks": risks})
    return Vocabulary(
        areas=areas,
        sides=sides,
        risks=risks,
        vague=_plain("words", "vague", read),
        hours=_plain("words", "hours", read),
        days=_plain("words", "days", read),
        fillers=_plain("words", "fillers", read),
        cities=_meanings("cities", read),
        typed=_typed(read),
    )


def _typed(read: Mapping[str, dict[str, Any]]) -> TypedWords:
    """The words for buttons; none of the lists may be empty, or typed answers would silently be read as reports."""
    kinds = [field.name for field in fields(TypedWords) if field.name not in ("numbers", "signs")]
    lists = {kind: _plain("typed", kind, read, without_signs) for kind in kinds}
    numbers = {word: _score(number) for word, number in _meanings("numbers", read).items()}
    signs = _meanings("signs", read, without_signs)
    if missing := [name for name, known in (*lists.items(), ("numbers", numbers), ("signs", signs)) if not known]:
        raise CatalogError(f"vocabulary: no words for typed.{missing[0]} in any language")
    _no_word_twice(lists["yes"], lists["no"], lists["send"])
    return TypedWords(**lists, numbers=numbers, signs=signs)


def _score(number: str) -> int:
    if not number.isdigit() or int(number) > 10:
        raise CatalogError(f"vocabulary: numbers has no “{number}”, only 0 to 10")
    return int(number)


def _read(path: Path) -> dict[str, Any]:
    content = parsed(path)
    for heading, table in content.items():
        Entry(place_of(path), heading, table)
    return content


def _meanings(heading: str, read: Mapping[str, dict[str, Any]], folding: Callable[[str], str] = fold) -> dict[str, str]:
    """Folded word → id, for one heading of all files."""
    found: dict[str, str] = {}
    for name, content in read.items():
        for meant, typed in content.get(heading, {}).items():
            for word in _folded(typed, f"vocabulary/{name}, {heading}.{meant}", folding):
                if found.setdefault(word, meant) != meant:
                    raise CatalogError(f"vocabulary/{name}: “{word}” means both {found[word]} and {meant}")
    return found


def _plain(
    heading: str, kind: str, read: Mapping[str, dict[str, Any]], folding: Callable[[str], str] = fold
) -> frozenset[str]:
    return frozenset(
        word
        for name, content in read.items()
        for word in _folded(content.get(heading, {}).get(kind, []), f"vocabulary/{name}, {heading}.{kind}", folding)
    )


def _folded(typed: Any, place: str, folding: Callable[[str], str] = fold) -> Iterable[str]:
    if not isinstance(typed, list) or not all(isinstance(word, str) and fold(word) for word in typed):
        raise CatalogError(f"{place}: not a list of words")
    return map(folding, typed)


def _no_word_twice(*headings: Iterable[str]) -> None:
    seen: set[str] = set()
    for words in headings:
        for word in words:
            if word in seen:
                raise CatalogError(f"vocabulary: “{word}” stands under two headings")
            seen.add(word)


def _only_known(meanings: Mapping[str, Mapping[str, str]]) -> None:
    for heading, known in (("areas", REGIONS), ("sides", SIDES), ("risks", RISKS)):
        for meant in sorted(set(meanings[heading].values()) - set(known)):
            raise CatalogError(f"vocabulary: {heading} has no “{meant}”")
