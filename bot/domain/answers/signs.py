"""Side effects, breathing and chest as pressed on buttons, by hours, region and risk (clinical §4.3, §4.4)."""

from bot.domain.answers.modifying import Context, modified
from bot.domain.answers.values import AnswerRules, Judgement, SignRule, worst
from bot.domain.tiers import Tier


def judge_symptoms(
    rules: AnswerRules,
    *,
    symptoms: frozenset[str],
    hours: float,
    context: Context,
) -> Judgement:
    """The judgement of all the signs together: the worst of them, each raised by the patient's risks.

    No signs at all is the patient's “none of these”; an unanswered question must not be passed here.
    A sign the data does not know is never expected.
    """
    if not symptoms:
        return Judgement(reply=rules.nothing_reply)
    return worst(*(_judge(rules, sign, symptoms, hours, context) for sign in sorted(symptoms)))


def judge_infection(rules: AnswerRules, *, answer: str, hours: float, context: Context) -> Judgement:
    """The judgement of the infection question: “no”, or “yes” (or anything else, which counts as yes)."""
    signs = frozenset() if answer == "no" else frozenset({"infection"})
    return judge_symptoms(rules, symptoms=signs, hours=hours, context=context)


def _judge(
    rules: AnswerRules,
    sign: str,
    symptoms: frozenset[str],
    hours: float,
    context: Context,
) -> Judgement:
    rows = [row for row in rules.sign_rules if _holds(row, sign, symptoms, hours, context)]
    if not rows:
        unknown = Judgement(rules.unknown_sign_tier, (rules.unknown_sign_id,))
        return modified(rules, unknown, sign, hours, context)
    tier = max(row.tier for row in rows)
    judged = Judgement(
        tier=tier,
        rules=tuple(row.id for row in rows if row.tier == tier),
        follow_ups=tuple(dict.fromkeys(row.follow_up for row in rows if row.follow_up)),
        reply=rules.nothing_reply if tier == Tier.EXPECTED else None,
        advice=tuple(dict.fromkeys(row.advice for row in rows if row.advice)),
    )
    return modified(rules, judged, sign, hours, context)


def _holds(
    row: SignRule,
    sign: str,
    symptoms: frozenset[str],
    hours: float,
    context: Context,
) -> bool:
    demands = (
        sign in row.signs,
        row.hours.hold(hours),
        not row.regions or bool(row.regions & context.regions),
        context.region not in row.never_regions,
        not row.risks or bool(row.risks & context.risks),
        not row.beside or bool(row.beside & (symptoms - {sign})),
    )
    return all(demands)
