"""The figures as a table that people read: results.md."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean, median

from bot.domain.tiers import Tier
from tests.simulation.ledger import Written
from tests.simulation.measuring import Figures, Serious
from tests.simulation.patient import UNSENT
from tests.simulation.rates import published
from tests.simulation.running import Plan

Row = tuple[str, str]
_LIMITS = (
    "## What these figures cannot show",
    "",
    "- The messages about serious events are this project's own labelled examples, which the triage was written "
    "against. That none is missed here says that what triage hears arrives, not how well it hears strangers.",
    "- Whoever has a serious event has joined and not declined; a patient who never opens the link is not counted.",
    "- The times are virtual: a call to Telegram is assumed to take 0.06 to 0.25 s and the bot's own work none. They "
    "show that nothing has to wait behind anything else at 100 patients a day, not how fast a machine is.",
    "- “Uneventful and answered in time” leaves out everybody who got a nudge or an extra check; those are the line "
    "below it and the chart.",
    "- Rates marked “assumed” have no source. How many report their usual pain as soreness, and how many do not "
    "answer, move the watch flags most.",
    "",
)


def table(figures: Figures) -> list[Row]:
    """Every figure with its name, in order."""
    return [
        *_people(figures),
        *_staff(figures),
        *_check_ins(figures),
        *_messages(figures),
        *_serious(figures),
        *_held(figures),
    ]


def markdown(figures: Figures, plan: Plan) -> str:
    """The whole report."""
    lines = [
        "# The simulated clinic",
        "",
        f"`python -m tests.simulation --patients {plan.patients} --seed {plan.seed} --serious {plan.serious}`: "
        f"{plan.patients:,} synthetic patients, {plan.serious} of them with a serious event (openly enriched: in life "
        "about 1 in 1,024), cared for by the real services, outbox, wording and triage in virtual time.",
        "",
        "![flags, messages and times](results.png)",
        "",
        "| | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in table(figures)),
        "",
        *_listing("Serious events that were told and missed", [_missed(one) for one in figures.missed]),
        *_listing("Serious events the patient never told of", [_silent(one) for one in figures.never_told]),
        *_listing("Harmless messages that alarmed", _alarmed(figures.false_alarms)),
        *_listing("Harmless messages that were asked about", _alarmed(figures.asked_needlessly)),
        *_listing("Rules that held in the check-ins that reached staff", _counted(figures.check_in_rules)),
        *_LIMITS,
        "## Drawn from",
        "",
        "| rate | value | source |",
        "|---|---|---|",
        *(f"| {name.lower().replace('_', ' ')} | {value:g} | {value.source} |" for name, value in published().items()),
        "",
    ]
    return "\n".join(lines)


def _people(figures: Figures) -> Iterator[Row]:
    yield "patients enrolled / joined", f"{figures.patients:,} / {figures.joined:,}"
    yield "updates handled / messages and edits delivered", f"{figures.updates:,} / {figures.messages:,}"


def _staff(figures: Figures) -> Iterator[Row]:
    for tier in reversed(Tier):
        if tier > Tier.EXPECTED:
            share = 100 * figures.flags[tier] / max(figures.ordinary, 1)
            yield f"{tier.word} flags per 100 patients without a serious event", f"{share:.1f}"
    yield "those flags began with", ", ".join(_counted(figures.began_with))
    yield (
        "flags of patients with a serious event",
        ", ".join(
            f"{tier.word} {figures.serious_flags[tier]}" for tier in reversed(Tier) if figures.serious_flags[tier]
        ),
    )


def _check_ins(figures: Figures) -> Iterator[Row]:
    yield "check-ins asked / answered to the end (no serious event)", f"{figures.asked:,} / {figures.answered:,}"
    yield (
        "answered check-ins that reach staff at all (watch or more; target ≤ 10 %)",
        _share(figures.watch_or_more, figures.answered),
    )
    yield (
        "answered check-ins that interrupt staff at once (urgent or more)",
        _share(figures.urgent_or_more, figures.answered),
    )
    yield "check-ins left unanswered (of them begun)", f"{figures.unanswered:,} ({figures.left_halfway:,})"
    yield "nudges sent / answered after the nudge", f"{figures.nudged:,} / {figures.answered_after_nudge:,}"
    yield (
        "check-ins whose answer or silence reaches staff, of all that were asked",
        _share(figures.watch_or_more + figures.silences_for_staff, figures.asked),
    )
    yield "what silence came to", ", ".join(_counted(figures.silence_rules)) or "–"


def _messages(figures: Figures) -> Iterator[Row]:
    yield "routine messages per patient in 72 h, mean / most", _mean_and_most(figures.routine)
    yield "the same, uneventful and answered in time (target ≤ 7)", _mean_and_most(figures.uneventful)
    yield "the same, uneventful with check-ins left open: nudges included", _mean_and_most(figures.with_nudges)
    yield "all messages in 72 h, answers included, mean / most", _mean_and_most(figures.everything)
    yield (
        "routine messages in quiet hours",
        f"{len(figures.at_night)} (summaries right after joining: {figures.at_once_at_night})",
    )
    yield "texts patients wrote / left unanswered", f"{figures.texts:,} / {len(figures.texts_unanswered)}"
    yield "harmless messages that alarmed", _share(len(figures.false_alarms), figures.harmless)
    yield "harmless messages that were asked about", _share(len(figures.asked_needlessly), figures.harmless)


def _serious(figures: Figures) -> Iterator[Row]:
    told = [one for one in figures.serious if one.told.at is not None]
    yield "serious events / told by the patient", f"{len(figures.serious)} / {len(told)}"
    yield "how they were told", ", ".join(_counted(Counter(one.told.how for one in told)))
    yield "told events missed (below urgent)", str(len(figures.missed))
    for tier in ("EMERGENCY", "URGENT"):
        of_tier = [one for one in told if one.wanted == tier]
        given = Counter(Tier(one.tier).word if one.tier is not None else "nothing" for one in of_tier)
        yield f"{tier.lower()} events were taken for", ", ".join(_counted(given)) or "–"
    sent = [one for one in told if one.told.how != UNSENT]
    unsent = [one for one in told if one.told.how == UNSENT]
    yield (
        "danger sign told → safety text, urgent text or closed question, median / longest",
        _times([one.safety_after for one in sent]),
    )
    yield "danger sign told → staff card, median / longest", _times([one.staff_after for one in sent])
    yield (
        "chosen and never sent → staff card (counts as sent after 10 min)",
        _times([one.staff_after for one in unsent]),
    )


def _held(figures: Figures) -> Iterator[Row]:
    yield (
        "messages that could not be said / sentences missing in Spanish",
        (f"{sum(figures.unsayable.values())} / {len(figures.untranslated)}"),
    )
    yield "faults", str(len(figures.faults))


def _counted(counter: Counter[str]) -> list[str]:
    return [f"{name} {times}" for name, times in counter.most_common()]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} % ({part} of {whole:,})"


def _mean_and_most(counts: Sequence[int]) -> str:
    return f"{mean(counts):.1f} / {max(counts)} ({len(counts):,} patients)" if counts else "–"


def _times(seconds: Sequence[float | None]) -> str:
    known = [one for one in seconds if one is not None]
    never = len(seconds) - len(known)
    return f"{median(known):.1f} s / {_long(max(known))}" + (f", never: {never}" if never else "") if known else "–"


def _long(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 120 else f"{seconds / 60:.1f} min"


def _listing(title: str, items: Sequence[str]) -> list[str]:
    return [f"## {title}", "", *(f"- {item}" for item in items or ["none"]), ""]


def _missed(one: Serious) -> str:
    given = Tier(one.tier).word if one.tier is not None else "nothing"
    return f"patient {one.number}, {one.kind}: {one.told.how}, taken for {given}: “{one.words}”"


def _silent(one: Serious) -> str:
    follow_up = (
        "flagged by their silence"
        if one.silence_flagged
        else "nobody knew: low risk, answered before or no check-in left"
    )
    return f"patient {one.number}, {one.kind}: {follow_up}"


def _alarmed(written: Sequence[Written]) -> list[str]:
    """Each text once, with the rules that were behind it."""
    rules = {one.text: one.rules for one in written}
    return [f"“{text}” ({', '.join(because)})" for text, because in rules.items()]
