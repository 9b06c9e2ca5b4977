"""A flag's card for staff: what it says in each state, where its copies hang, and keeping them true.

A card never holds a name: it names the patient by code. Patients' words stand only in the sealed content of its row.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache

from sqlmodel import Session

from bot.domain.dangers import Danger, dangers_of
from bot.domain.status import FlagState, Lane, Outcome
from bot.domain.tiers import Tier
from bot.services import course
from bot.services.elsewhere import other_sessions
from bot.services.practice import Practice
from bot.services.reasons import reasons
from bot.services.saying import (
    About,
    Argument,
    Button,
    Buttons,
    Paragraph,
    When,
    Words,
    area,
    at,
    lines,
    listing,
    phrase,
    rewrite,
    say,
)
from bot.storage import flags, outbox, reports
from bot.storage.tables import Enrollment, Flag, Member, OutboxMessage, Patient, Report

_QUOTED = 280
_LONG_WORD = 30
_SHOWN = 5
"""How many things said stand on the card: the worst, the newest, the first of each danger, the worst of the rest."""
_REPLIES_SHOWN = 3
_TOLD_IN_HOURS = 120
"""Minutes from which on it is told in hours how long nobody has taken a flag."""
_NOT_BY_CHAT = Tier.EMERGENCY
"""Flags of this tier are not closed by chat alone (clinical fact base 3.4)."""


def post(
    db: Session,
    practice: Practice,
    flag: Flag,
    chats: Iterable[int],
    when: When,
    *,
    waited: timedelta = timedelta(),
    key: str | None = None,
    lane: Lane = Lane.ALERT,
) -> None:
    """Put the card into these chats; a chat that has it under `key` does not get it twice."""
    for chat_id in chats:
        say(
            db,
            chat_id,
            card(db, practice, flag, waited=waited // timedelta(minutes=1)),
            when=when,
            lane=lane,
            about=About(patient_id=flag.patient_id, enrollment_id=flag.enrollment_id, flag_id=flag.id, kind=flags.CARD),
            unique_key=f"{key}:{chat_id}" if key else None,
        )


def refresh(db: Session, practice: Practice, flag: Flag, now: datetime) -> None:
    """Make every copy of the card say how things stand now.

    Once somebody has taken the flag, all but the newest copy in a chat say no more than that.
    """
    assert flag.id is not None
    rows = flags.cards(db, flag.id)
    newest = {row.chat_id: row for row in rows}

    @cache
    def now_says(waited: int) -> Words:
        return card(db, practice, flag, waited=waited)

    for row in reversed(rows):  # whoever has just pressed the newest must not wait for the older ones
        if flag.state == FlagState.OPEN:
            show(db, row, now_says(row.content["args"].get("waited", 0)), now)
        else:
            show(db, row, now_says(0) if row is newest[row.chat_id] else _older(db, flag), now)


def _older(db: Session, flag: Flag) -> Words:
    """A copy that a newer one in the same chat has taken the place of."""
    patient = db.get_one(Patient, flag.patient_id)
    return Words("card-older", {"tier": Tier(flag.tier).word, "code": patient.code}, (_state(db, flag),))


def show(db: Session, row: OutboxMessage, said: Words, now: datetime) -> None:
    """Change one copy: in place while it waits for its turn, else by rewriting the message."""
    if not outbox.reword(db, row, said.content()):
        rewrite(db, row, said, when=When(now), lane=Lane.ANSWER)


def card(
    db: Session,
    practice: Practice,
    flag: Flag,
    *,
    waited: int = 0,
    buttons: Buttons | None = None,
    warn: bool = False,
) -> Words:
    """What the card says now; `waited` is how many minutes nobody has taken it, as told on it.

    With `warn` it says that an emergency is not closed by chat alone.
    """
    patient = db.get_one(Patient, flag.patient_id)
    enrollment = db.get(Enrollment, flag.enrollment_id) if flag.enrollment_id else None
    head: dict[str, Argument] = {
        "tier": Tier(flag.tier).word,
        "code": patient.code,
        "waited": waited,
        "hours_waited": waited // 60 if waited >= _TOLD_IN_HOURS else 0,
        **_session(enrollment, flag),
    }
    paragraphs = [
        *_elsewhere(db, practice, enrollment, flag),
        *_said(db, practice, flag),
        ("card-why", {"reasons": lines(*(phrase("card-reason", reason=why) for why in reasons(practice, flag.rules)))}),
        *_course(db, enrollment),
        *_with_help(flag),
        *_replies(db, flag),
        _state(db, flag),
        *([("card-not-by-chat", {})] if warn else []),
    ]
    return Words("card", head, paragraphs, _buttons(flag) if buttons is None else buttons)


def show_button(flag: Flag, patient: Patient) -> Button:
    """Shows the card, wherever it is asked for."""
    return Button("button-show-flag", f"flag:{flag.id}", {"code": patient.code, "tier": Tier(flag.tier).word})


def outcome_buttons(flag: Flag) -> Buttons:
    """The outcomes to choose from, and the way back."""
    rows = [[Button(f"button-outcome-{outcome}", f"outcome:{flag.id}:{outcome}")] for outcome in Outcome]
    return [*rows, [Button("button-back", f"unclose:{flag.id}")]]


def sure_buttons(flag: Flag, outcome: Outcome) -> Buttons:
    return [
        [Button("button-close-sure", f"outcome-sure:{flag.id}:{outcome}")],
        [Button("button-back", f"unclose:{flag.id}")],
    ]


def needs_a_voice(flag: Flag) -> bool:
    """Whether closing takes more than a chat: a second, confirming press."""
    return flag.tier >= _NOT_BY_CHAT


def shortened(words: str, limit: int = _QUOTED) -> str:
    """The first `limit` letters, cut between words where there is a gap near the end."""
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    cut = words[:limit]
    return (cut.rsplit(" ", 1)[0] if " " in cut[-_LONG_WORD:] else cut) + " …"


def _session(enrollment: Enrollment | None, flag: Flag) -> dict[str, Argument]:
    if enrollment is None:
        return {"known": "no", "area": "", "hours": 0, "at_risk": "no", "risks": ""}
    risks: list[Argument] = [phrase("card-risk", risk=risk) for risk in enrollment.risks]
    return {
        "known": "yes",
        "area": area(enrollment.region, enrollment.side),
        "hours": max(int((flag.raised_at - enrollment.ended_at) / timedelta(hours=1)), 0),
        "at_risk": "yes" if risks else "no",
        "risks": listing(*risks) if risks else "",
    }


def _elsewhere(db: Session, practice: Practice, enrollment: Enrollment | None, flag: Flag) -> list[Paragraph]:
    others = other_sessions(db, practice, enrollment, flag.raised_at) if enrollment else []
    return [("card-elsewhere", {"area": area(one.region, one.side), "at": at(one.ended_at)}) for one in others]


def _said(db: Session, practice: Practice, flag: Flag) -> list[Paragraph]:
    assert flag.id is not None
    said = reports.of_flag(db, flag.id)
    once = list({report.check_in_id or -(report.id or 0): report for report in said}.values())
    shown = [said_in(db, report) for report in _telling(practice, once)]
    more = len(once) - len(shown)
    return [*shown, ("card-said-more", {"count": more})] if more else shown


def _telling(practice: Practice, once: Sequence[Report]) -> list[Report]:
    """Of many things said those to read, in order."""
    by_weight = [*sorted(once, key=lambda report: -report.tier)[:1], *once[-1:]]
    seen: set[Danger] = set()
    for report in once:
        named = set(dangers_of(practice.catalog.dangers, report.rules))
        by_weight += [report] if named - seen else []
        seen |= named
    by_weight += sorted(reversed(once[:-1]), key=lambda report: -report.tier)
    shown = {report.id for report in list({report.id: report for report in by_weight}.values())[:_SHOWN]}
    return [report for report in once if report.id in shown]


def said_in(db: Session, report: Report) -> Paragraph:
    """What was said in one report, as a paragraph for staff."""
    if report.check_in_id is not None:
        return course.answered(db, report)
    if db.get_one(Patient, report.patient_id).forgotten_at is not None:
        return "card-erased", {}
    if report.words:
        return "card-said", {"source": report.source, "words": shortened(report.words)}
    return "card-sent", {"source": report.source, "sign": phrase("card-sign", sign=(report.concepts or ["none"])[0])}


def _course(db: Session, enrollment: Enrollment | None) -> list[Paragraph]:
    line = course.soreness_line(db, enrollment) if enrollment else None
    return [("card-course", {"course": line})] if line else []


def _with_help(flag: Flag) -> list[Paragraph]:
    return [("card-with-help", {"at": at(flag.with_help_at)})] if flag.with_help_at else []


def _replies(db: Session, flag: Flag) -> list[Paragraph]:
    assert flag.id is not None
    return [
        (
            "card-replied",
            {
                "who": row.content["args"]["who"],
                "words": shortened(row.content["args"]["words"], 80),
                "fate": row.state,
            },
        )
        for row in flags.relays(db, flag.id)[-_REPLIES_SHOWN:]
        if row.content["args"]  # erased with everything else of a patient who asked for it
    ]


def _state(db: Session, flag: Flag) -> Paragraph:
    if flag.state == FlagState.CLOSED and flag.closed_at:
        return "card-closed", {
            "who": _name(db, flag.closed_by),
            "at": at(flag.closed_at),
            "outcome": phrase(f"button-outcome-{flag.outcome}"),
        }
    if flag.state == FlagState.ACKNOWLEDGED and flag.acknowledged_at:
        patient = db.get_one(Patient, flag.patient_id)
        return "card-taken", {
            "who": _name(db, flag.acknowledged_by),
            "at": at(flag.acknowledged_at),
            "reachable": "no" if patient.telegram_id is None else "yes",
        }
    assert flag.id is not None
    before = next(reversed(flags.events(db, flag.id, "acknowledged")), None)
    return "card-open", {"at": at(flag.raised_at), "before": _name(db, before.member_id) if before else "nobody"}


def _name(db: Session, member_id: int | None) -> str:
    member = db.get(Member, member_id) if member_id else None
    return member.first_name if member else "?"


def _buttons(flag: Flag) -> Sequence[Sequence[Button]]:
    if flag.state == FlagState.OPEN:
        return [[Button("button-acknowledge", f"acknowledge:{flag.id}")]]
    if flag.state == FlagState.ACKNOWLEDGED:
        return [[Button("button-close", f"close:{flag.id}")]]
    return ()
