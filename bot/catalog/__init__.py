"""Loads and checks messages/ once: wording, protocols and rules, as frozen objects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.catalog.answers import load_answers
from bot.catalog.dangers import load_dangers
from bot.catalog.errors import CatalogError
from bot.catalog.places import shipped
from bot.catalog.protocols import load_protocols
from bot.catalog.triage import load_triage
from bot.catalog.vocabulary import load_vocabulary
from bot.catalog.wording import Wording, load_wording
from bot.domain.answers import AnswerRules
from bot.domain.dangers import Danger
from bot.domain.protocol import STANDARD, Protocol
from bot.domain.triage import TriageRules
from bot.domain.vocabulary import Vocabulary


@dataclass(frozen=True)
class Catalog:
    """Everything in messages/, loaded and checked."""

    wording: Wording
    protocols: Mapping[str, Protocol]
    triage: TriageRules
    answers: AnswerRules
    dangers: tuple[Danger, ...]
    vocabulary: Vocabulary

    def protocol(self, protocol_id: str | None = None) -> Protocol:
        """The protocol with this id, or the standard one where none is named or it is no longer kept."""
        return self.protocols.get(protocol_id or STANDARD) or self.protocols[STANDARD]

    def with_wording(self, wording: Wording) -> "Catalog":
        """The same catalog with sentences that know the clinic."""
        return replace(self, wording=wording)


def load(directory: Path) -> Catalog:
    """Load everything under `directory`. Raises CatalogError naming file, entry and fault."""
    triage, answers = load_triage(directory / "triage"), load_answers(directory / "triage")
    protocols, vocabulary = load_protocols(directory / "protocols"), load_vocabulary(directory / "vocabulary")
    _check_typed_signs(vocabulary, protocols.values())
    if answers.severe_limb.asks not in triage.questions:
        raise CatalogError(f"triage/answers.toml, severe_limb: no question “{answers.severe_limb.asks}”")
    return Catalog(
        wording=load_wording(*dict.fromkeys((directory, shipped()))),
        protocols=protocols,
        triage=triage,
        answers=answers,
        dangers=load_dangers(directory / "triage", {*triage.reasons, *answers.reasons}),
        vocabulary=vocabulary,
    )


def _check_typed_signs(vocabulary: Vocabulary, protocols: Iterable[Protocol]) -> None:
    """A typed word may tick only what every check-in asks."""
    named = set(vocabulary.typed.signs.values())
    for symptoms in (protocol.question("symptoms") for protocol in protocols):
        if unknown := sorted(named - set(symptoms.choices)):
            raise CatalogError(f"vocabulary: signs has no “{unknown[0]}”")


def load_rules(directory: Path) -> TriageRules:
    """Only the triage rules, which load in a fraction of a second. Raises CatalogError."""
    return load_triage(directory / "triage")


__all__ = ["Catalog", "CatalogError", "load", "load_rules"]
