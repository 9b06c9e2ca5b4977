"""What simulated patients write: the labelled examples of messages/triage/, by where they stand and what they are."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from bot.catalog.places import shipped

LANGUAGES = ("en", "es")
TYPED_IN_EVERY_WAY = (
    "phone-spelling", "buried-and-lists", "mixed-language", "negated", "sarcasm-and-doubt", "regional", "short-replies",
    "instructions", "hypothetical", "other-people", "past-resolved", "independent",
)  # fmt: skip
"""Files that are about how a thing is typed, not about one symptom."""
EVERYDAY = ("everyday", "pain", "idioms", "negated", "bleeding-bruise", "fever", "phone-spelling", "regional")
_ABOUT_ANOTHER_TIME = ("past-resolved", "hypothetical")


@dataclass(frozen=True)
class Example:
    """A message as typed, with the tier it is labelled with and the ones as good."""

    text: str
    language: str
    tier: str
    accepts: tuple[str, ...]
    file: str
    about: str


@cache
def every_example() -> tuple[Example, ...]:
    folder: Path = shipped() / "triage" / "examples"
    return tuple(example for path in sorted(folder.glob("*.toml")) for example in _of_file(path))


def _of_file(path: Path) -> Iterable[Example]:
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
        for language in LANGUAGES:
            for text in group.get(language, ()):
                yield Example(text, language, group["tier"], tuple(group.get("accepts", ())), path.stem, group["about"])


@cache
def pool(language: str, tier: str, files: tuple[str, ...] = (), accepting: bool = True) -> tuple[Example, ...]:
    """Examples of a language and tier, only those of `files` when any are named.

    Without `accepting`, only those whose label leaves no second choice.
    """
    return tuple(
        one
        for one in every_example()
        if one.language == language
        and one.tier == tier
        and (not files or one.file in files)
        and (accepting or not one.accepts)
    )


def danger(rng: Random, language: str, tier: str, file: str) -> Example:
    """How a patient with a serious event writes it: in the words of its kind, or in any of the difficult ways."""
    in_any_way = pool(language, tier, TYPED_IN_EVERY_WAY, accepting=False)
    in_its_words = pool(language, tier, (file,)) or in_any_way
    return rng.choice(in_its_words if rng.random() < 0.6 else in_any_way)


def ordinary(rng: Random, language: str, for_staff: bool) -> Example:
    """A message of an uneventful patient: small talk and soreness, look-alikes and idioms, or something for staff."""
    if for_staff:
        return rng.choice(pool(language, "WATCH", ("questions",)))
    files = EVERYDAY if rng.random() < 0.6 else ()
    return rng.choice(pool(language, "EXPECTED", files))


def everyday(rng: Random, language: str) -> Example:
    """What somebody writes where a check-in's button was meant."""
    return rng.choice(pool(language, "EXPECTED", ("everyday", "bleeding-bruise"), accepting=False))
