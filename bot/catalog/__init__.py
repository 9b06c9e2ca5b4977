"""Loads and checks messages/ once: wording, protocols and rules, as frozen objects."""

from dataclasses import dataclass
from pathlib import Path

from bot.catalog.errors import CatalogError
from bot.catalog.vocabulary import Vocabulary, load_vocabulary
from bot.catalog.wording import Wording, load_wording
from bot.catalog_protocols import load_answers, load_protocols
from bot.catalog_triage import load_triage
from bot.domain.answers import AnswerRules
from bot.domain.protocol import Protocol
from bot.domain.triage import TriageRules


@dataclass(frozen=True)
class Catalog:
    """Everything in messages/, loaded and checked."""

    wording: Wording
    protocol: Protocol
    triage: TriageRules
    answers: AnswerRules
    vocabulary: Vocabulary


__all__ = ["Catalog", "CatalogError", "load", "load_rules"]
