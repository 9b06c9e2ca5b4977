"""Loads and checks messages/triage/answers.toml: what pressed answers come to."""

from collections.abc import Mapping
from pathlib import Path

from bot.catalog.entries import ContentError, Entry, read_toml
from bot.catalog.wording import REFERENCE
from bot.domain.answers.values import (
    AnswerRules,
    BaselineRule,
    Hours,
    Modifier,
    RestrictionEnd,
    SevereLimb,
    SignRule,
    SorenessRule,
    Trend,
    WorseRule,
)
from bot.domain.protocol import REGIONS, RISKS
from bot.domain.silence import SILENCE_RULES
from bot.domain.tiers import Tier

TIERS = tuple(tier.word for tier in Tier)
TRENDS = tuple(trend.value for trend in Trend)
INTERFERENCES = ("not-at-all", "a-little", "somewhat", "quite-a-bit", "very-much", "unknown")
SORENESS = "soreness"

Reasons = dict[str, Mapping[str, str]]


def load_answers(directory: Path) -> AnswerRules:
    """`directory`/answers.toml as rules. Raises ContentError naming file, entry and fault."""
    file = read_toml(directory / "answers.toml")
    reasons: Reasons = {}
    signs = _signs(file.table("signs"))
    _silence(file.table("silence"), reasons)
    unknown = file.table("unknown")
    rules = AnswerRules(
        version=file.text("version"),
        signed_by=file.text("signed_by"),
        signs=signs,
        soreness=tuple(_soreness(entry, reasons) for entry in file.tables("soreness")),
        sign_rules=tuple(_sign(entry, signs, reasons) for entry in file.tables("sign")),
        modifiers=tuple(_modifier(entry, signs, reasons) for entry in file.tables("modifier")),
        baseline=_baseline(file.table("baseline"), reasons),
        usual=tuple(_usual(entry) for entry in file.tables("usual")),
        restriction_end=_restriction_end(file.table("restriction_end")),
        worse=_worse(file.table("worse"), reasons),
        severe_limb=_severe_limb(file.table("severe_limb")),
        change_that_matters=file.whole("change_that_matters"),
        unknown_sign_id=_id_with_reason(unknown, "id", "reason", reasons),
        unknown_sign_tier=Tier.of(unknown.one_of("tier", TIERS)),
        follow_up_after_watch=file.text("follow_up_after_watch"),
        watch_reply=file.text("watch_reply"),
        nothing_reply=file.text("nothing_reply"),
        reasons=reasons,
    )
    _in_every_language(file, reasons)
    _sourced(unknown)
    for source in ("change_source", "follow_up_source"):
        file.text(source)
    file.finish()
    _every_sign_has_a_rule(file, rules)
    return rules


def wording_keys(rules: AnswerRules) -> frozenset[str]:
    """Every wording key the rules name, so that `messages check` can ask for it in each language."""
    keys = {rules.watch_reply, rules.nothing_reply, rules.baseline.reply, *(key for _, key in rules.usual)}
    keys |= {row.reply for row in rules.soreness if row.reply}
    return frozenset(keys | {row.advice for row in rules.sign_rules if row.advice})


def follow_ups(rules: AnswerRules) -> frozenset[str]:
    """The extra checks the rules ask for; a protocol must have each."""
    rows: tuple[SorenessRule | SignRule | Modifier, ...] = (*rules.soreness, *rules.sign_rules, *rules.modifiers)
    return frozenset({rules.follow_up_after_watch, *(row.follow_up for row in rows if row.follow_up)})


def _signs(entry: Entry) -> frozenset[str]:
    signs = frozenset(entry.words("known", needed=True))
    _sourced(entry)
    return signs


def _silence(entry: Entry, reasons: Reasons) -> None:
    entry.text("source")
    for rule_id in entry.rest_keys():
        reasons[rule_id] = entry.mapping(rule_id)
    if missing := [rule_id for rule_id in SILENCE_RULES if rule_id not in reasons]:
        raise entry.fail(f"{', '.join(missing)} is missing")


def _soreness(entry: Entry, reasons: Reasons) -> SorenessRule:
    lowest, highest = _range_of_scores(entry)
    row = SorenessRule(
        id=_id_with_reason(entry, "id", "reason", reasons),
        hours=_hours(entry),
        lowest=lowest,
        highest=highest,
        tier=Tier.of(entry.one_of("tier", TIERS)),
        trends=frozenset(entry.words("trends", TRENDS)),
        interferences=frozenset(entry.words("interference", INTERFERENCES)),
        follow_up=_text_if_any(entry, "follow_up"),
        reply=_text_if_any(entry, "reply"),
    )
    if row.tier == Tier.EXPECTED and row.reply is None:
        raise entry.fail("is expected and has no reply for the patient")
    _sourced(entry)
    return row


def _sign(entry: Entry, signs: frozenset[str], reasons: Reasons) -> SignRule:
    row = SignRule(
        id=_id_with_reason(entry, "id", "reason", reasons),
        signs=frozenset(entry.words("signs", signs, needed=True)),
        hours=_hours(entry),
        tier=Tier.of(entry.one_of("tier", TIERS)),
        regions=frozenset(entry.words("regions", REGIONS)),
        never_regions=frozenset(entry.words("never_regions", REGIONS)),
        risks=frozenset(entry.words("risks", RISKS)),
        beside=frozenset(entry.words("beside", signs)),
        follow_up=_text_if_any(entry, "follow_up"),
        advice=_text_if_any(entry, "advice"),
    )
    if row.tier == Tier.EXPECTED and row.advice is None:
        raise entry.fail("is expected and has no advice for the patient")
    _sourced(entry)
    return row


def _modifier(entry: Entry, signs: frozenset[str], reasons: Reasons) -> Modifier:
    modifier = Modifier(
        id=_id_with_reason(entry, "id", "reason", reasons),
        risks=frozenset(entry.words("risks", RISKS, needed=True)),
        signs=frozenset(entry.words("signs", signs | {SORENESS}, needed=True)),
        regions=frozenset(entry.words("regions", REGIONS)),
        hours=_hours(entry),
        only_from=Tier.of(entry.one_of("only_from", TIERS, "expected")),
        raises_by=entry.whole("raises_by", 0),
        at_least=Tier.of(entry.one_of("at_least", TIERS, "expected")),
        follow_up=_text_if_any(entry, "follow_up"),
    )
    if modifier.raises_by < 0:
        raise entry.fail("raises_by is negative; a risk can lower nothing")
    _sourced(entry)
    return modifier


def _baseline(entry: Entry, reasons: Reasons) -> BaselineRule:
    rule = BaselineRule(
        better_id=_id_with_reason(entry, "better_id", "reason", reasons),
        capped_id=_id_with_reason(entry, "capped_id", "capped_reason", reasons),
        better_up_to=entry.whole("better_up_to"),
        cap=Tier.of(entry.one_of("cap", TIERS)),
        reply=entry.text("reply"),
    )
    _sourced(entry)
    return rule


def _usual(entry: Entry) -> tuple[Hours, str]:
    usual = _hours(entry), entry.text("key")
    _sourced(entry)
    return usual


def _restriction_end(entry: Entry) -> RestrictionEnd:
    rule = RestrictionEnd(clear_at_most=entry.whole("clear_at_most"))
    _sourced(entry)
    return rule


def _worse(entry: Entry, reasons: Reasons) -> WorseRule:
    rule = WorseRule(
        id=_id_with_reason(entry, "id", "reason", reasons),
        at_most=entry.whole("at_most"),
        tier=Tier.of(entry.one_of("tier", TIERS)),
    )
    _sourced(entry)
    return rule


def _severe_limb(entry: Entry) -> SevereLimb:
    rule = SevereLimb(
        from_score=entry.whole("from_score"),
        regions=frozenset(entry.words("regions", REGIONS, needed=True)),
        asks=entry.text("asks"),
        unanswered=Tier.of(entry.one_of("unanswered", TIERS)),
    )
    _sourced(entry)
    return rule


def _hours(entry: Entry) -> Hours:
    values = entry.numbers("hours") if entry.has("hours") else (0.0,)
    if len(values) not in (1, 2) or list(values) != sorted(set(values)) or values[0] < 0:
        raise entry.fail("hours must be [from] or [from, until], rising")
    return Hours(values[0], values[1] if len(values) == 2 else None)


def _range_of_scores(entry: Entry) -> tuple[int, int]:
    values = entry.numbers("score")
    if len(values) != 2 or not 0 <= values[0] <= values[1] <= 10:
        raise entry.fail("score must be [lowest, highest], from 0 to 10")
    return int(values[0]), int(values[1])


def _id_with_reason(entry: Entry, id_key: str, reason_key: str, reasons: Reasons) -> str:
    rule_id = entry.text(id_key)
    if rule_id in reasons:
        raise entry.fail(f"the id {rule_id!r} is used twice")
    reasons[rule_id] = entry.mapping(reason_key)
    return rule_id


def _in_every_language(file: Entry, reasons: Reasons) -> None:
    languages = file.words("languages", needed=True)
    if REFERENCE not in languages:
        raise file.fail(f"languages has no {REFERENCE!r}")
    for rule_id, reason in reasons.items():
        if missing := [language for language in languages if not reason.get(language, "").strip()]:
            raise ContentError(file.file, rule_id, f"reason has no words in {', '.join(missing)}")


def _text_if_any(entry: Entry, key: str) -> str | None:
    return entry.text(key) if entry.has(key) else None


def _sourced(entry: Entry) -> None:
    if not entry.text("source").strip():
        raise entry.fail("source is empty; say where the rule comes from")
    entry.finish()


def _every_sign_has_a_rule(file: Entry, rules: AnswerRules) -> None:
    ruled = {sign for row in rules.sign_rules for sign in row.signs}
    if missing := sorted(rules.signs - ruled):
        raise ContentError(file.file, "signs", f"{', '.join(missing)}: no [[sign]] says what it means")
