"""Judging what patients press: pure functions of the answer, its hour and the patient, over the clinic's data."""

from bot.domain.answers.change import judge_change
from bot.domain.answers.modifying import Context
from bot.domain.answers.restriction import restriction_verdict
from bot.domain.answers.signs import judge_infection, judge_symptoms
from bot.domain.answers.soreness import judge_soreness, trend_of
from bot.domain.answers.values import AnswerRules, Judgement, Score, Trend, reply_keys, with_usual, worst

__all__ = [
    "AnswerRules",
    "Context",
    "Judgement",
    "Score",
    "Trend",
    "judge_change",
    "judge_infection",
    "judge_soreness",
    "judge_symptoms",
    "reply_keys",
    "restriction_verdict",
    "trend_of",
    "with_usual",
    "worst",
]
