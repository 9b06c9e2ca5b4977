"""How the treated area compares with before the session, −5 to +5: asked to learn from, unless it got much worse."""

from bot.domain.answers.values import AnswerRules, Judgement


def judge_change(rules: AnswerRules, change: int) -> Judgement:
    """The judgement of the answer by itself: nothing, or that a person should look."""
    worse = rules.worse
    return Judgement(worse.tier, (worse.id,), reply=rules.watch_reply) if change <= worse.at_most else Judgement()
