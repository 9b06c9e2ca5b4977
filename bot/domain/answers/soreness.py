"""Soreness 0 to 10 by hours since the session, trend, interference and what it was before (clinical §4.2)."""

from collections.abc import Iterable, Sequence

from bot.domain.answers.modifying import Context, modified
from bot.domain.answers.values import AnswerRules, Judgement, Score, SorenessRule, Trend
from bot.domain.tiers import Tier

UNKNOWN_INTERFERENCE = "unknown"


def judge_soreness(
    rules: AnswerRules,
    *,
    score: int,
    hours: float,
    earlier: Sequence[Score] = (),
    baseline: int | None = None,
    interference: str | None = None,
    context: Context,
    flagged: bool = False,
) -> Judgement:
    """The judgement of a number given `hours` after the session.

    `flagged`: the same answer, or an open flag, holds a danger sign, or the pain is at another place; then the
    pain the patient came with excuses nothing. Raises ValueError for a score outside 0 to 10.
    """
    if not 0 <= score <= 10:
        raise ValueError("a soreness score is 0 to 10")
    trend = trend_of(rules, score, earlier)
    rows = matching_rows(rules, score, hours, trend, interference)
    judged = _judgement(rules, rows)
    if not flagged:
        judged = _against_baseline(rules, judged, score, baseline, trend)
    return modified(rules, judged, "soreness", hours, context)


def trend_of(rules: AnswerRules, score: int, earlier: Sequence[Score]) -> Trend:
    """How `score` stands to the latest of the earlier ones."""
    if not earlier:
        return Trend.UNKNOWN
    change = score - max(earlier, key=lambda one: one.at).value
    if change >= rules.change_that_matters:
        return Trend.CLIMBING
    if change > 0:
        return Trend.RISING
    return Trend.FLAT if change == 0 else Trend.FALLING


def matching_rows(
    rules: AnswerRules, score: int, hours: float, trend: Trend, interference: str | None
) -> list[SorenessRule]:
    """The rows of the table that hold, the worst first."""
    hindered = interference or UNKNOWN_INTERFERENCE
    rows = [
        row
        for row in rules.soreness
        if row.hours.hold(hours)
        and row.lowest <= score <= row.highest
        and (not row.trends or trend in row.trends)
        and (not row.interferences or hindered in row.interferences)
    ]
    return sorted(rows, key=lambda row: -row.tier)


def _judgement(rules: AnswerRules, rows: Iterable[SorenessRule]) -> Judgement:
    held = list(rows)
    if not held:
        return Judgement(Tier.WATCH, (rules.unknown_sign_id,), (rules.follow_up_after_watch,), rules.watch_reply)
    tier = held[0].tier
    top = [row for row in held if row.tier == tier]
    reply = rules.watch_reply if tier == Tier.WATCH else next((row.reply for row in top if row.reply), None)
    return Judgement(
        tier=tier,
        rules=tuple(row.id for row in top),
        follow_ups=tuple(dict.fromkeys(row.follow_up for row in held if row.follow_up)),
        reply=reply,
    )


def _against_baseline(
    rules: AnswerRules, judged: Judgement, score: int, baseline: int | None, trend: Trend
) -> Judgement:
    """Row S20 and the cap below the table: pain no higher than before the session."""
    rule = rules.baseline
    if baseline is None or score > baseline:
        return judged
    if score < baseline and score <= rule.better_up_to and trend != Trend.CLIMBING:
        return Judgement(Tier.EXPECTED, (rule.better_id,), judged.follow_ups, rule.reply)
    if judged.tier <= rule.cap:
        return judged
    return Judgement(rule.cap, (rule.capped_id, *judged.rules), judged.follow_ups, rules.watch_reply)
