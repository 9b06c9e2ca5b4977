"""Loads and checks messages/protocols/*.toml."""

from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path

from bot.catalog.entries import ContentError, Entry, read_toml
from bot.domain.protocol import (
    KINDS,
    QUESTIONS,
    REGIONS,
    RISKS,
    STANDARD,
    BreathingFirst,
    Condition,
    Extra,
    Protocol,
    Question,
    SilenceRules,
    Step,
    Tapering,
)

_ALWAYS_ASKED = {"soreness", "symptoms"}
"""Questions that typed answers and danger signs are read by, whether a step asks them or not."""


def load_protocols(directory: Path) -> dict[str, Protocol]:
    """All protocols under `directory`, by id. Raises ContentError at the first fault."""
    protocols: dict[str, Protocol] = {}
    for path in sorted(directory.glob("*.toml")):
        protocol = load_protocol(path)
        if protocol.id in protocols:
            raise ContentError(f"{path.parent.name}/{path.name}", "", f"another file has the id {protocol.id!r}")
        protocols[protocol.id] = protocol
    if STANDARD not in protocols:
        raise ContentError(directory.name, "", f"no file has the id {STANDARD!r}")
    return protocols


def load_protocol(path: Path) -> Protocol:
    """One protocol file, checked whole. Raises ContentError naming file, entry and fault."""
    file = read_toml(path)
    restriction, messages = file.table("restriction"), file.table("messages")
    protocol = Protocol(
        id=file.text("id"),
        version=file.text("version"),
        signed_by=file.text("signed_by"),
        shortest_restriction=restriction.hours("shortest_hours"),
        longest_restriction=restriction.hours("longest_hours"),
        default_restriction=restriction.hours("default_hours"),
        merge_within=messages.hours("merge_within_hours"),
        late_after=messages.hours("late_after_hours"),
        after_summary=messages.hours("after_summary_hours"),
        later_for=messages.hours("later_hours"),
        most_messages=messages.whole("most"),
        counted_for=messages.hours("within_hours"),
        listening_for=timedelta(days=messages.whole("listening_days")),
        importance=messages.words("importance", KINDS, needed=True),
        steps=tuple(_step(entry) for entry in file.tables("step")),
        extras=tuple(_extra(entry) for entry in file.tables("extra")),
        questions=tuple(_question(entry) for entry in file.tables("question")),
        breathing=_breathing(file.table("breathing")),
        silence=_silence(file.table("silence")),
        tapering=_tapering(file.table("tapering")),
        areas=_areas(file.table("areas")),
    )
    for entry in (restriction, messages):
        _sourced(entry)
    file.finish()
    _check(file, protocol)
    return protocol


def wording_keys(protocol: Protocol) -> frozenset[str]:
    """Every wording key the protocol names, or makes out of the ids it names."""
    keys = {step.key for step in protocol.steps} | {extra.key for extra in protocol.extras}
    keys |= {key for step in protocol.steps for key in step.key_for_risk.values()}
    keys |= {question.key for question in protocol.questions}
    for question in protocol.questions:
        if question.form == "choice":
            words = (choice for choice in question.choices if not choice.lstrip("-").isdigit())
            keys |= {f"choice-{question.id}-{choice}" for choice in words}
    return frozenset(keys | {f"reply-follow-up-{extra.id}" for extra in protocol.extras})


def _sourced(entry: Entry) -> str:
    source = entry.text("source")
    if not source.strip():
        raise entry.fail("source is empty; say where the numbers come from")
    entry.finish()
    return source


def _condition(entry: Entry) -> Condition:
    return Condition(
        only_risks=frozenset(entry.words("only_risks", RISKS)),
        never_risks=frozenset(entry.words("never_risks", RISKS)),
        never_regions=frozenset(entry.words("never_regions", REGIONS)),
        restriction_from=entry.hours_if_any("restriction_from_hours"),
        restriction_until=entry.hours_if_any("restriction_until_hours"),
    )


def _day(entry: Entry) -> tuple[int | None, time | None]:
    return (entry.whole("day"), entry.clock("time")) if entry.has("day") else (None, None)


def _step(entry: Entry) -> Step:
    day, day_time = _day(entry)
    after, at_end = entry.hours_if_any("after_hours"), entry.flag("at_restriction_end")
    if sum((after is not None, day is not None, at_end)) != 1:
        raise entry.fail("needs exactly one of after_hours, day (with time) and at_restriction_end")
    return Step(
        id=entry.text("id"),
        kind=entry.one_of("kind", KINDS),
        key=entry.text("key"),
        useful_for=entry.hours("useful_hours"),
        after=after,
        day=day,
        day_time=day_time,
        at_restriction_end=at_end,
        asks=entry.words("asks", QUESTIONS),
        joins=entry.text("joins") if entry.has("joins") else None,
        only_while_restricted=entry.flag("only_while_restricted"),
        at_once=entry.flag("at_once"),
        condition=_condition(entry),
        key_for_risk=entry.mapping("key_for_risk"),
        source=_sourced(entry),
    )


def _extra(entry: Entry) -> Extra:
    day, day_time = _day(entry)
    after_answer = entry.hours_if_any("after_answer_hours")
    after_session = entry.hours_if_any("after_session_hours")
    if sum(value is not None for value in (after_answer, after_session, day)) != 1:
        raise entry.fail("needs exactly one of after_answer_hours, after_session_hours and day (with time)")
    return Extra(
        id=entry.text("id"),
        kind=entry.one_of("kind", KINDS),
        key=entry.text("key"),
        asks=entry.words("asks", QUESTIONS, needed=True),
        useful_for=entry.hours("useful_hours"),
        after_answer=after_answer,
        after_session=after_session,
        day=day,
        day_time=day_time,
        source=_sourced(entry),
    )


def _question(entry: Entry) -> Question:
    choices = entry.words("choices", needed=True)
    question = Question(
        id=entry.one_of("id", QUESTIONS),
        form=entry.one_of("form", ("scale", "toggles", "choice")),
        key=entry.text("key"),
        choices=choices,
        only_from_score=entry.whole("only_from_score") if entry.has("only_from_score") else None,
        joins_soreness_from=entry.hours_if_any("joins_soreness_from_hours"),
        joins_soreness_until=entry.hours_if_any("joins_soreness_until_hours"),
        dangers=frozenset(entry.words("dangers", choices)),
        at_once=frozenset(entry.words("at_once", choices)),
    )
    _sourced(entry)
    return question


def _breathing(entry: Entry) -> BreathingFirst:
    rules = BreathingFirst(
        regions=frozenset(entry.words("regions", REGIONS, needed=True)),
        risks=frozenset(entry.words("risks", RISKS)),
        first_check=entry.text("first_check"),
        first_check_after=entry.hours("first_check_hours"),
        soonest_after=entry.hours("soonest_hours"),
        before_quiet_for=timedelta(minutes=entry.number("before_quiet_minutes")),
        evening_time=entry.clock("evening_time"),
    )
    _sourced(entry)
    return rules


def _silence(entry: Entry) -> SilenceRules:
    rules = SilenceRules(
        nudge_after=entry.hours("nudge_hours"),
        silent_after=entry.hours("silent_hours"),
        phone_regions=frozenset(entry.words("phone_regions", REGIONS, needed=True)),
        phone_risks=frozenset(entry.words("phone_risks", RISKS, needed=True)),
    )
    _sourced(entry)
    return rules


def _tapering(entry: Entry) -> Tapering:
    rules = Tapering(
        at_most_score=entry.whole("at_most_score"),
        drops=frozenset(entry.words("drops")),
        closing=entry.text("closing"),
        closing_asks=entry.words("closing_asks", QUESTIONS, needed=True),
        closing_from=entry.hours("closing_from_hours"),
    )
    _sourced(entry)
    return rules


def _areas(entry: Entry) -> dict[str, str]:
    entry.text("source")
    areas: dict[str, str] = {}
    for group in tuple(entry.rest_keys()):
        areas.update(dict.fromkeys(entry.words(group, REGIONS), group))
    if missing := [region for region in REGIONS if region not in areas]:
        raise entry.fail(f"{', '.join(missing)} is in no group")
    return areas


def _check(file: Entry, protocol: Protocol) -> None:
    """What holds between entries: ids are unique and those that are named exist, kinds have a rank."""
    steps = [step.id for step in protocol.steps]
    _unique(file, "step", steps)
    _unique(file, "extra", steps + [extra.id for extra in protocol.extras])
    _unique(file, "question", [question.id for question in protocol.questions])
    named = [protocol.breathing.first_check, protocol.tapering.closing, *protocol.tapering.drops]
    named += [step.joins for step in protocol.steps if step.joins]
    for name in named:
        if name not in steps:
            raise file.fail(f"names the step {name!r}, which does not exist")
    asked = {ask for step in protocol.steps for ask in step.asks}
    asked |= {ask for extra in protocol.extras for ask in extra.asks}
    for needed in sorted((asked | _ALWAYS_ASKED) - {question.id for question in protocol.questions}):
        raise file.fail(f"needs a [[question]] {needed}")
    for step in protocol.steps:
        if step.kind not in protocol.importance:
            raise ContentError(file.file, f"step {step.id}", f"importance does not list the kind {step.kind!r}")
    if not protocol.shortest_restriction <= protocol.default_restriction <= protocol.longest_restriction:
        raise ContentError(file.file, "restriction", "default_hours is not between shortest and longest")


def _unique(file: Entry, what: str, ids: Sequence[str]) -> None:
    for name in ids:
        if ids.count(name) > 1:
            raise ContentError(file.file, f"{what} {name}", "the id is used twice")
