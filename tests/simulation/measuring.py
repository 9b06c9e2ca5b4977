"""What came of it: figures from the clinic's database and from what arrived on the phones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.domain.quiet_hours import is_quiet
from bot.domain.status import CheckInState, Lane
from bot.domain.tiers import Tier
from bot.storage.tables import CheckIn, Enrollment, Flag, OutboxMessage, Patient, Report
from tests.simulation.clinic import SimulatedClinic
from tests.simulation.ledger import Arrival, Told, Written
from tests.simulation.people import Profile

BUDGET_FOR = timedelta(hours=72)
NUDGE = "nudge"


@dataclass(frozen=True)
class Serious:
    """One serious event and what became of it; times in seconds from the first telling."""

    number: int
    kind: str
    wanted: str
    told: Told
    words: str
    tier: int | None
    """The worst report about it that hangs on a flag; None: staff never heard of it."""
    safety_after: float | None
    staff_after: float | None
    silence_flagged: bool

    @property
    def is_missed(self) -> bool:
        """Told in some way, and not in front of staff as urgent or emergency."""
        return self.told.at is not None and (self.tier is None or self.tier < Tier.URGENT)


@dataclass
class Figures:
    """Everything the tables, the chart and the tests need."""

    patients: int = 0
    joined: int = 0
    ordinary: int = 0
    """Joined patients without a serious event: what shares are of."""
    updates: int = 0
    messages: int = 0
    flags: Counter[Tier] = field(default_factory=Counter)
    """Of ordinary patients, by the worst tier the flag had."""
    serious_flags: Counter[Tier] = field(default_factory=Counter)
    began_with: Counter[str] = field(default_factory=Counter)
    """What opened ordinary patients' flags: check-in, text, silence, button …"""
    asked: int = 0
    answered: int = 0
    watch_or_more: int = 0
    urgent_or_more: int = 0
    check_in_rules: Counter[str] = field(default_factory=Counter)
    unanswered: int = 0
    left_halfway: int = 0
    nudged: int = 0
    answered_after_nudge: int = 0
    silence_rules: Counter[str] = field(default_factory=Counter)
    silences_for_staff: int = 0
    """Unanswered check-ins that put the patient before staff."""
    routine: list[int] = field(default_factory=list)
    """Routine messages of each joined ordinary patient within 72 h of the session."""
    uneventful: list[int] = field(default_factory=list)
    """The most in any 72 h, for those who only press, answer in time, and never get an answer that asks for more."""
    with_nudges: list[int] = field(default_factory=list)
    """The same for an uneventful course with check-ins left unanswered, nudges included."""
    everything: list[int] = field(default_factory=list)
    """All messages, answers included."""
    at_night: list[Arrival] = field(default_factory=list)
    at_once_at_night: int = 0
    texts: int = 0
    texts_unanswered: list[Written] = field(default_factory=list)
    ordinary_texts: list[Written] = field(default_factory=list)
    serious: list[Serious] = field(default_factory=list)
    unsayable: Counter[str] = field(default_factory=Counter)
    untranslated: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    toasts: dict[str, int] = field(default_factory=dict)

    @property
    def false_alarms(self) -> list[Written]:
        """Harmless messages that alarmed."""
        return [one for one in self._harmless if (one.tier or 0) >= Tier.URGENT]

    @property
    def asked_needlessly(self) -> list[Written]:
        return [one for one in self._harmless if one.asked and (one.tier or 0) < Tier.URGENT]

    @property
    def _harmless(self) -> list[Written]:
        return [one for one in self.ordinary_texts if one.example is not None and one.example.tier == "EXPECTED"]

    @property
    def harmless(self) -> int:
        return len(self._harmless)

    @property
    def never_told(self) -> list[Serious]:
        return [one for one in self.serious if one.told.at is None]

    @property
    def missed(self) -> list[Serious]:
        return [one for one in self.serious if one.is_missed]


@dataclass(frozen=True)
class _Known:
    """One joined patient's rows."""

    profile: Profile
    patient: Patient
    enrollment: Enrollment


def measure(clinic: SimulatedClinic, profiles: Sequence[Profile]) -> Figures:
    """The figures of a simulation that has run."""
    with clinic.database.transaction() as db:
        known = _known(db, profiles)
        ordinary = {one.patient.id for one in known if one.profile.course.harm is None}
        figures = Figures(
            patients=len(profiles),
            joined=len(known),
            ordinary=len(ordinary),
            updates=clinic.ledger.updates,
            messages=clinic.post.sent,
            unsayable=Counter(clinic.post.unsayable),
            untranslated=sorted(clinic.ledger.untranslated),
            faults=[*clinic.ledger.faults, *clinic.post.faults],
            toasts=dict(clinic.ledger.toasts),
        )
        reports = list(db.exec(select(Report).order_by(col(Report.id))))
        _count_flags(db, figures, reports, ordinary)
        _count_check_ins(db, figures, reports, {one.enrollment.id for one in known if one.patient.id in ordinary})
        _count_messages(clinic, figures, known)
        _count_texts(clinic, figures, known)
        _follow_harm(clinic, figures, known, reports)
    return figures


def _known(db: Session, profiles: Sequence[Profile]) -> list[_Known]:
    by_chat = {one.telegram_id: one for one in db.exec(select(Patient).where(col(Patient.telegram_id).is_not(None)))}
    of_patient = {one.patient_id: one for one in db.exec(select(Enrollment).order_by(col(Enrollment.id)))}
    found = [(profile, by_chat.get(profile.chat_id)) for profile in profiles]
    return [_Known(profile, patient, of_patient[patient.id or 0]) for profile, patient in found if patient]


def _count_flags(db: Session, figures: Figures, reports: list[Report], ordinary: set[int | None]) -> None:
    first: dict[int | None, Report] = {}
    for report in reports:
        first.setdefault(report.flag_id, report)
    for flag in db.exec(select(Flag)):
        is_ordinary = flag.patient_id in ordinary
        (figures.flags if is_ordinary else figures.serious_flags)[Tier(flag.tier)] += 1
        if is_ordinary:
            figures.began_with[first[flag.id].source] += 1


def _count_check_ins(db: Session, figures: Figures, reports: list[Report], enrollments: set[int | None]) -> None:
    sent_nudges = select(OutboxMessage).where(OutboxMessage.kind == NUDGE, col(OutboxMessage.sent_at).is_not(None))
    nudges = {row.check_in_id: row.sent_at for row in db.exec(sent_nudges)}
    for check_in in db.exec(select(CheckIn).where(col(CheckIn.asked_at).is_not(None))):
        if check_in.enrollment_id not in enrollments:
            continue
        figures.asked += 1
        nudged_at = nudges.get(check_in.id)
        figures.nudged += nudged_at is not None
        if check_in.state == CheckInState.ANSWERED:
            figures.answered += 1
            figures.watch_or_more += (check_in.tier or 0) >= Tier.WATCH
            figures.urgent_or_more += (check_in.tier or 0) >= Tier.URGENT
            late = nudged_at is not None and check_in.answered_at is not None and check_in.answered_at > nudged_at
            figures.answered_after_nudge += late
        else:
            figures.unanswered += 1
            figures.left_halfway += bool(check_in.answers)
    for report in reports:
        if (
            report.enrollment_id in enrollments
            and report.source == "silence"
            and "doubt-unanswered" not in report.rules
        ):
            figures.silence_rules.update(report.rules)
            figures.silences_for_staff += report.tier >= Tier.WATCH
        if report.enrollment_id in enrollments and report.source == "check-in" and report.tier >= Tier.WATCH:
            figures.check_in_rules.update(report.rules)


def _count_messages(clinic: SimulatedClinic, figures: Figures, known: list[_Known]) -> None:
    for one in known:
        arrivals = [arrival for arrival in clinic.ledger.arrivals[one.profile.chat_id] if not arrival.is_edit]
        _look_at_night(clinic, figures, one, arrivals)
        if one.profile.course.harm is not None:
            continue
        until = one.enrollment.ended_at + BUDGET_FOR + timedelta(minutes=5)
        early = [arrival for arrival in arrivals if arrival.at <= until]
        routine = [arrival for arrival in arrivals if arrival.lane == Lane.REMINDER]
        figures.everything.append(len(early))
        figures.routine.append(sum(arrival.at <= until for arrival in routine))
        if one.profile.course.is_uneventful and not any(_is_extra(arrival) for arrival in routine):
            nudged = any(arrival.kind == NUDGE for arrival in routine)
            (figures.with_nudges if nudged else figures.uneventful).append(_most_in_any_72_hours(routine))


def _is_extra(arrival: Arrival) -> bool:
    """Something that an answer asked for, or the patient by **Later**."""
    return arrival.template.startswith("reminder-extra") or arrival.is_put_off


def _most_in_any_72_hours(arrivals: list[Arrival]) -> int:
    times = [arrival.at for arrival in arrivals]
    return max((sum(at <= other <= at + BUDGET_FOR for other in times) for at in times), default=0)


def _look_at_night(clinic: SimulatedClinic, figures: Figures, one: _Known, arrivals: list[Arrival]) -> None:
    zone = ZoneInfo(one.patient.timezone) if one.patient.timezone else clinic.practice.clinic.zone
    for arrival in arrivals:
        if arrival.lane == Lane.REMINDER and is_quiet(arrival.at, clinic.practice.clinic.quiet, zone):
            if arrival.at_once:
                figures.at_once_at_night += 1
            else:
                figures.at_night.append(arrival)


def _count_texts(clinic: SimulatedClinic, figures: Figures, known: list[_Known]) -> None:
    harmed = {one.profile.number for one in known if one.profile.course.harm is not None}
    reached = {arrival.row_id for of_chat in clinic.ledger.arrivals.values() for arrival in of_chat}
    figures.texts = len(clinic.ledger.written)
    for written in clinic.ledger.written:
        if not reached.intersection(written.answers):
            figures.texts_unanswered.append(written)
        if written.number not in harmed and written.example is not None:
            figures.ordinary_texts.append(written)


def _follow_harm(clinic: SimulatedClinic, figures: Figures, known: list[_Known], reports: list[Report]) -> None:
    for one in known:
        harm, told = one.profile.course.harm, clinic.ledger.told.get(one.profile.number)
        if harm is None or told is None:
            continue
        about = [report for report in reports if report.patient_id == one.patient.id and report.flag_id is not None]
        since = told.at or told.begins_at
        heard = [report for report in about if since <= report.received_at <= since + timedelta(hours=1)]
        alerts = [
            one for one in clinic.ledger.arrivals[one.profile.chat_id] if one.lane == Lane.ALERT and not one.is_edit
        ]
        to_staff = clinic.ledger.staff_arrivals[one.patient.id or 0]
        figures.serious.append(
            Serious(
                one.profile.number,
                harm.kind.name,
                harm.kind.tier,
                told,
                _words(clinic, one.profile.number, since),
                max((report.tier for report in heard), default=None),
                _after(told.at, alerts),
                _after(told.at, to_staff),
                any(report.source == "silence" and report.received_at >= told.begins_at for report in about),
            )
        )


def _words(clinic: SimulatedClinic, number: int, since: datetime) -> str:
    told = (one for one in clinic.ledger.written if one.number == number and one.at >= since and one.example)
    return next((one.text for one in told), "")


def _after(since: datetime | None, arrivals: Sequence[Arrival]) -> float | None:
    """Seconds until the first that arrived since."""
    times = [(arrival.at - since).total_seconds() for arrival in arrivals if since is not None and arrival.at >= since]
    return min(times, default=None)
