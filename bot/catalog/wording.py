"""Every sentence a person can read, from the Fluent files of each language."""

import html
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_skeleton, format_time, get_timezone_location
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import MAX_PART_LENGTH
from fluent.syntax import FluentParser, ast

from bot.catalog.entries import read_text
from bot.catalog.errors import CatalogError

REFERENCE = "en"
"""The language that has every sentence; the others are held against it."""


class WordingError(CatalogError):
    """A wording file is broken, or lacks a sentence or a value that was asked for."""


class Markup(str):
    """Text that is Telegram HTML already and is not escaped again."""


class Named(Markup):
    """A name that a sentence may also use with its article, as THE($region): “la pantorrilla izquierda”."""

    the: str

    def __new__(cls, bare: str, the: str) -> "Named":
        named = super().__new__(cls, bare)
        named.the = the
        return named


def _the(name: Any) -> Any:
    return name.the if isinstance(name, Named) else name


class Wording:
    """Sentences by language and key. What a language has no fit sentence for, is said in the reference.

    `bundles` are of each language the clinic's own and then the shipped ones, which stand in for what those lack.
    """

    def __init__(self, bundles: Mapping[str, Sequence[FluentBundle]], always: Mapping[str, str] | None = None) -> None:
        self._bundles = dict(bundles)
        self._always = {name: html.escape(value, quote=False) for name, value in (always or {}).items()}
        self._unvarying: dict[tuple[str, str], str] = {}
        """Sentences without arguments, as button labels are: each is formatted once."""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._bundles)

    def for_clinic(self, *, name: str, phone: str, emergency: str) -> "Wording":
        """The same sentences with $clinic, $phone and $emergency known in every one."""
        return Wording(self._bundles, {"clinic": name, "phone": phone, "emergency": emergency})

    def language_for(self, *wishes: str | None) -> str:
        """The first wish (“es-MX” counts as “es”) that there are sentences in, else the reference."""
        for wish in filter(None, wishes):
            short = wish.lower().replace("_", "-").split("-")[0]
            if short in self._bundles:
                return short
        return REFERENCE

    def has(self, key: str) -> bool:
        return any(bundle.has_message(key) for bundle in self._bundles[REFERENCE])

    def text(self, language: str, key: str, /, **args: Any) -> str:
        """The sentence as Telegram HTML; string arguments are escaped here, except Markup.

        Raises WordingError, which names key and fault and never an argument's value.
        """
        if args:
            return self._formatted(language, key, args)
        if (language, key) not in self._unvarying:
            self._unvarying[language, key] = self._formatted(language, key, args)
        return self._unvarying[language, key]

    def named(self, language: str, key: str, /, **args: Any) -> Named:
        """A name and, where the language has one for it (`.the`), the form with its article."""
        bare, bundle = self.text(language, key, **args), self._having(language, key)[0]
        the = bundle.get_message(key).attributes.get("the")
        return Named(bare, bare if the is None else self._filled(bundle, key, the, args))

    def _having(self, language: str, key: str) -> list[FluentBundle]:
        """Where the sentence stands, the best place first."""
        places = (*self._bundles.get(language, ()), *self._bundles[REFERENCE])
        return [bundle for bundle in places if bundle.has_message(key)]

    def _formatted(self, language: str, key: str, args: Mapping[str, Any]) -> str:
        fault = None
        for bundle in self._having(language, key):
            try:
                return self._filled(bundle, key, bundle.get_message(key).value, args)
            except WordingError as error:
                fault = fault or error
        raise fault or WordingError(f"{key}: no such sentence")

    def _filled(self, bundle: FluentBundle, key: str, value: Any, args: Mapping[str, Any]) -> str:
        if value is None:
            raise WordingError(f"{key}: the sentence is empty")
        known = {**self._always, **_escaped(args)}
        marks = _long_ones(known)
        text, errors = bundle.format_pattern(value, {name: marks.get(arg, arg) for name, arg in known.items()})
        if errors:
            fault = f"{type(errors[0]).__name__} {_name_in(errors[0])}".rstrip()
            raise WordingError(f"{key} ({bundle.locales[0]}): {fault}")
        for long, mark in marks.items():
            text = str(text).replace(mark, long)
        return str(text)

    def plain(self, language: str, key: str, /, **args: Any) -> str:
        """The sentence without markup, for button labels, toasts and the terminal."""
        return strip_markup(self.text(language, key, **args))


def strip_markup(text: str) -> str:
    """What a reader sees of Telegram HTML."""
    if "<" not in text:
        return html.unescape(text)
    pieces, inside = [], False
    for character in text:
        if character == "<":
            inside = True
        elif character == ">" and inside:
            inside = False
        elif not inside:
            pieces.append(character)
    return html.unescape("".join(pieces))


def when(language: str, instant: datetime, zone: tzinfo) -> str:
    """Weekday, day and time on the reader's wall clock, e.g. “Mon 2 Mar, 16:00”."""
    local = instant.astimezone(zone)
    day = format_skeleton("MMMEd", local, locale=language)
    return f"{day}, {clock_time(language, instant, zone)}"


def in_words(language: str, instant: datetime, zone: tzinfo) -> dict[str, str]:
    """The weekday, the day with its month written out, and the time, for the language to put together."""
    local = instant.astimezone(zone)
    return {
        "weekday": format_date(local.date(), "EEEE", locale=language),
        "day": format_skeleton("MMMMd", local, locale=language),
        "time": clock_time(language, instant, zone),
    }


def clock_time(language: str, instant: datetime, zone: tzinfo) -> str:
    """Hours and minutes on the reader's wall clock, 24 h."""
    return format_time(instant.astimezone(zone), "HH:mm", locale=language)


def place(language: str, zone: str) -> str:
    """The city of an IANA zone as the language calls it; an offset is written as one, e.g. “UTC+2”."""
    if zone.startswith("Etc/GMT"):
        # POSIX turns the sign of these names around: Etc/GMT-2 is two hours east.
        return f"UTC{'-' if '+' in zone else '+'}{zone[8:]}"
    return get_timezone_location(zone, locale=language, return_city=True)


def listed(language: str, items: Iterable[str]) -> str:
    """“a, b and c” as the language joins it."""
    return format_list(list(items), locale=language)


def languages_under(directory: Path) -> list[str]:
    """The languages there are wording files in."""
    return sorted({path.parent.name for path in directory.glob("*/*.ftl")})


def load_wording(directory: Path, *besides: Path) -> Wording:
    """All languages under `directory` (one folder each); `besides` stand in for sentences it lacks.

    Raises CatalogError naming file, line and fault.
    """
    languages = languages_under(directory)
    if REFERENCE not in languages:
        raise WordingError(f"{directory}: no folder {REFERENCE}/ with wording files")
    places = [directory, *besides]
    return Wording({name: [_bundle(place / name) for place in places] for name in languages})


def _bundle(folder: Path) -> FluentBundle:
    # No isolation marks: invisible characters inside phone numbers and codes break copying them.
    bundle = FluentBundle([folder.name], use_isolating=False, functions={"THE": _the})
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        source = read_text(path)
        for entry in FluentParser().parse(source).body:
            _check_entry(entry, source, path, seen)
        bundle.add_resource(FluentResource(source))
    return bundle


def _check_entry(entry: ast.EntryType, source: str, path: Path, seen: dict[str, str]) -> None:
    place = f"{path.parent.name}/{path.name}"
    if isinstance(entry, ast.Junk):
        start = entry.span.start if entry.span else 0
        line = source.count("\n", 0, start) + 1
        fault = entry.annotations[0].message if entry.annotations else "not understood"
        raise WordingError(f"{place}, line {line}: {fault}")
    if isinstance(entry, ast.Message):
        if entry.id.name in seen:
            raise WordingError(f"{place}: {entry.id.name} stands in {seen[entry.id.name]} already")
        seen[entry.id.name] = place


def _escaped(args: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: html.escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Markup) else value
        for name, value in args.items()
    }


def _long_ones(args: Mapping[str, Any]) -> dict[str, str]:
    """Marks to stand in for texts longer than fluent.runtime takes (2,500 letters; people may write 4,096)."""
    long = (value for value in args.values() if isinstance(value, str) and len(value) > MAX_PART_LENGTH)
    return {value: f"\ue000{index}\ue001" for index, value in enumerate(long)}


def _name_in(error: Exception) -> str:
    """The unknown variable's name; a Fluent reference error says no more than that."""
    return str(error.args[0]) if isinstance(error, ReferenceError | LookupError) and error.args else ""
