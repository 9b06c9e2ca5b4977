"""What a patient's risks do to a judgement: they raise it or ask for another check (clinical §4.5)."""

from dataclasses import dataclass, replace

from bot.domain.answers.values import AnswerRules, Judgement, Modifier
from bot.domain.tiers import Tier


@dataclass(frozen=True)
class Context:
    """Where the needles were, in this session and shortly before it, and what is known of the patient."""

    region: str
    risks: frozenset[str] = frozenset()
    needled_before: frozenset[str] = frozenset()

    @property
    def regions(self) -> frozenset[str]:
        return self.needled_before | {self.region}


def modified(rules: AnswerRules, judged: Judgement, sign: str, hours: float, context: Context) -> Judgement:
    """The judgement of one sign (or of `soreness`) after the risk modifiers; never lower than before."""
    applying = [one for one in rules.modifiers if _applies(one, judged.tier, sign, hours, context)]
    tier = max((_raised(one, judged.tier) for one in applying), default=judged.tier)
    raising = tuple(one.id for one in applying if _raised(one, judged.tier) > judged.tier)
    follow_ups = [*judged.follow_ups, *(one.follow_up for one in applying if one.follow_up)]
    if tier >= Tier.WATCH:
        follow_ups.append(rules.follow_up_after_watch)
    return replace(
        judged,
        tier=tier,
        rules=(*judged.rules, *raising),
        follow_ups=tuple(dict.fromkeys(follow_ups)),
        reply=_reply(rules, judged, tier),
    )


def _applies(one: Modifier, tier: Tier, sign: str, hours: float, context: Context) -> bool:
    return (
        bool(one.risks & context.risks)
        and sign in one.signs
        and (not one.regions or bool(one.regions & context.regions))
        and one.hours.hold(hours)
        and tier >= one.only_from
    )


def _raised(one: Modifier, tier: Tier) -> Tier:
    return max(Tier(min(tier + one.raises_by, Tier.EMERGENCY)), one.at_least, tier)


def _reply(rules: AnswerRules, judged: Judgement, tier: Tier) -> str | None:
    if tier >= Tier.URGENT:
        return None
    return rules.watch_reply if tier == Tier.WATCH else judged.reply
