"""Triage of free text: a small explainable engine over clinic-owned data."""

from bot.domain.triage.reading import read
from bot.domain.triage.rules import Question, TriageRules
from bot.domain.triage.values import Context, State, Verdict, worst

__all__ = ["Context", "Question", "State", "TriageRules", "Verdict", "read", "worst"]
