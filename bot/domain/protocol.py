"""A protocol: what is sent and asked, how long after the session, for whom. All of it is read from messages/."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta

REGIONS = (
    "neck", "shoulder", "upper-back", "mid-back", "chest", "low-back", "abdomen", "hip", "glute",
    "thigh", "knee", "calf", "foot", "upper-arm", "forearm", "hand", "jaw",
)  # fmt: skip
RISKS = (
    "anticoagulant", "bleeding", "pregnant", "diabetes", "immune", "lung", "faint", "no-ice", "fluid-limit",
)  # fmt: skip
SIDES = ("left", "right", "both")
STANDARD = "standard"
"""The id of the protocol that is followed where an enrollment names none that is still kept."""
KINDS = ("hydration", "stretching", "ice", "activity", "check_in", "summary", "closing", "tail")
QUESTIONS = ("soreness", "symptoms", "interference", "infection", "change", "baseline")


@dataclass(frozen=True)
class Condition:
    """For whom a step is. Empty sets and None demand nothing."""

    only_risks: frozenset[str] = frozenset()
    """The patient has at least one of these."""
    never_risks: frozenset[str] = frozenset()
    never_regions: frozenset[str] = frozenset()
    restriction_from: timedelta | None = None
    restriction_until: timedelta | None = None

    def holds(self, region: str, risks: frozenset[str], restriction_for: timedelta) -> bool:
        if region in self.never_regions or risks & self.never_risks:
            return False
        if self.only_risks and not risks & self.only_risks:
            return False
        if self.restriction_from is not None and restriction_for < self.restriction_from:
            return False
        return self.restriction_until is None or restriction_for <= self.restriction_until


@dataclass(frozen=True)
class Step:
    """One thing that is sent or asked, before it is given a date."""

    id: str
    kind: str
    key: str
    """The wording key of its text."""
    useful_for: timedelta
    """How long after its own time it is still worth sending."""
    after: timedelta | None = None
    """Elapsed time since the session's end; None for a step at a wall time or at the restriction's end."""
    day: int | None = None
    """Calendar days after the session, on the patient's wall clock, at `day_time`."""
    day_time: time | None = None
    at_restriction_end: bool = False
    asks: tuple[str, ...] = ()
    joins: str | None = None
    """Goes out inside this step's message; by itself only if that message is not sent."""
    only_while_restricted: bool = False
    at_once: bool = False
    """Answers what the patient just did: sent in quiet hours too, never merged, never late."""
    condition: Condition = Condition()
    key_for_risk: Mapping[str, str] = field(default_factory=dict)
    """Another wording for patients with a risk."""
    source: str = ""


@dataclass(frozen=True)
class Extra:
    """A check that an answer asks for, beyond the plan."""

    id: str
    kind: str
    key: str
    asks: tuple[str, ...]
    useful_for: timedelta
    after_answer: timedelta | None = None
    after_session: timedelta | None = None
    day: int | None = None
    day_time: time | None = None
    source: str = ""


@dataclass(frozen=True)
class BreathingFirst:
    """Where a lung is near the needles: breathing is asked first, the first check comes earlier."""

    regions: frozenset[str]
    risks: frozenset[str]
    first_check: str
    first_check_after: timedelta
    soonest_after: timedelta
    """The first check is brought forward before quiet hours only if at least this long after the session."""
    before_quiet_for: timedelta
    """How long before quiet hours a check that is brought forward goes out."""
    evening_time: time
    """Sessions that end at or after this wall time get the breathing warning first, whatever the region."""

    def applies(self, regions: frozenset[str], risks: frozenset[str]) -> bool:
        return bool(regions & self.regions or risks & self.risks)


@dataclass(frozen=True)
class SilenceRules:
    """What happens when a check-in stays unanswered."""

    nudge_after: timedelta
    silent_after: timedelta
    """After the nudge, or after the check-in where no nudge could be sent."""
    phone_regions: frozenset[str]
    phone_risks: frozenset[str]


@dataclass(frozen=True)
class Tapering:
    """What is left out when the answers are good."""

    at_most_score: int
    drops: frozenset[str]
    closing: str
    closing_asks: tuple[str, ...]
    """All that the last check-in asks when the answers are good."""
    closing_from: timedelta
    """Since the session: answers given earlier do not shorten it."""


@dataclass(frozen=True)
class Question:
    """A question a check-in may ask: `form` is scale, toggles or choice."""

    id: str
    form: str
    key: str
    choices: tuple[str, ...]
    only_from_score: int | None = None
    """Asked only when the soreness just given is at least this."""
    joins_soreness_from: timedelta | None = None
    joins_soreness_until: timedelta | None = None
    """Asked in every check-in that asks for soreness and falls between these times after the session."""
    dangers: frozenset[str] = frozenset()
    """Those of the choices that are danger signs."""
    at_once: frozenset[str] = frozenset()
    """Danger signs that do not wait for **Send**, whatever they come to."""

    @property
    def is_signed(self) -> bool:
        """Whether one number is chosen of a scale that goes below zero."""
        return self.form == "choice" and all(choice.lstrip("-").isdigit() for choice in self.choices)

    def joins_soreness(self, since_session: timedelta) -> bool:
        since, until = self.joins_soreness_from, self.joins_soreness_until
        return since is not None and until is not None and since <= since_session < until


@dataclass(frozen=True)
class Protocol:
    """Everything of one protocol file, checked when it was loaded."""

    id: str
    version: str
    signed_by: str
    """The clinician who answers for these numbers; empty while nobody has signed."""
    shortest_restriction: timedelta
    longest_restriction: timedelta
    default_restriction: timedelta
    merge_within: timedelta
    late_after: timedelta
    """A message later than this loses its content and keeps its safety question."""
    after_summary: timedelta
    """What a late join finds overdue waits this long after the summary."""
    later_for: timedelta
    """How far the Later button moves a reminder."""
    most_messages: int
    counted_for: timedelta
    listening_for: timedelta
    importance: tuple[str, ...]
    """Kinds, the most important first: a merged message is of the first kind it holds."""
    steps: tuple[Step, ...]
    extras: tuple[Extra, ...]
    questions: tuple[Question, ...]
    breathing: BreathingFirst
    silence: SilenceRules
    tapering: Tapering
    areas: Mapping[str, str]
    """Region to the group of regions that shares warning signs (thorax, trunk, limb, jaw)."""

    def question(self, question_id: str) -> Question:
        """The question with that id; KeyError if the protocol has none."""
        return {question.id: question for question in self.questions}[question_id]

    def extra(self, extra_id: str) -> Extra:
        """The extra check with that id; KeyError if the protocol has none."""
        return {extra.id: extra for extra in self.extras}[extra_id]

    @property
    def reminding_keys(self) -> frozenset[str]:
        """Wording keys of the steps that ask nothing and end nothing: worth reading whatever has been answered."""
        steps = [step for step in self.steps if not step.asks and not step.at_restriction_end]
        return frozenset(key for step in steps for key in (step.key, *step.key_for_risk.values()))

    @property
    def ending_keys(self) -> frozenset[str]:
        """Wording keys of the steps that tell the restriction's end."""
        return frozenset(step.key for step in self.steps if step.at_restriction_end)

    def rank(self, kind: str) -> int:
        """0 for the most important kind."""
        return self.importance.index(kind)
