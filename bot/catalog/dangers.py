"""Loads messages/triage/dangers.toml: which rules tell of the same danger."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from bot.catalog.entries import ContentError, read_toml
from bot.domain.dangers import Danger

FILE = "dangers.toml"


def load_dangers(directory: Path, rules: Collection[str]) -> tuple[Danger, ...]:
    """The dangers in the order of the file, made of these `rules`. Raises ContentError naming entry and fault."""
    whole = read_toml(directory / FILE)
    found = []
    for entry in whole.tables("danger"):
        text = entry.text("text") if entry.has("text") else None
        found.append(Danger(entry.text("id"), frozenset(entry.words("rules", rules, needed=True)), text))
        entry.finish()
    whole.finish()
    named = Counter(rule for danger in found for rule in danger.rules)
    if twice := sorted(rule for rule, times in named.items() if times > 1):
        raise ContentError(whole.file, "danger", f"{', '.join(twice)} stands in two dangers")
    return tuple(found)
