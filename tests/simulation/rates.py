"""How often what happens: every number the simulated patients are drawn from, with where it comes from.

Sources are the keys of the clinical fact base; “assumed” marks what no source gives, with the reasoning.
"""


class Rate(float):
    """A number with its source."""

    source: str

    def __new__(cls, value: float, source: str) -> "Rate":
        made = super().__new__(cls, value)
        made.source = source
        return made


# ---------------------------------------------------------------- soreness
SORE_AT_ONCE = Rate(3.5, "IC15: mean right after, about 35 of 100")
SORE_SPREAD = Rate(1.8, "assumed: standard deviation between people")
HALVED_AFTER_HOURS = Rate(9.0, "DI21: steepest fall between 6 and 12 h")
SLOW_SHARE = Rate(0.36, "MY12: chosen so that about 29 % still notice it at 48 h")
SLOW_HALVED_AFTER_HOURS = Rate(36.0, "IC15: chosen so that the mean at 48 h is about 0.45 of 10")
HALVED_SPREAD = Rate(0.35, "assumed: log-normal spread between people")
FALL_STEEPNESS = Rate(2.6, "DI21, MPZ18: below 72 h on average")
SCORE_NOISE = Rate(0.6, "assumed: the same soreness is not given the same number every time")
AGGRAVATED = Rate(0.0088, "B14: symptom aggravation; rises after the first day")
AGGRAVATED_BY = Rate(3.0, "assumed: points on the 0-10 scale")
HAS_USUAL_PAIN = Rate(0.6, "assumed: came with pain of 2 to 8 at the treated area")
REPORTS_USUAL_PAIN = Rate(0.25, "assumed: of those, share who give the number of that pain, not of the needles")
FLARED = Rate(0.1, "SEED, DND: a flare of the usual pain for 1-2 days is described; share assumed")

# ---------------------------------------------------------------- ordinary side effects
ASKED_DIRECTLY = Rate(
    10.0, "B14 against NS20: pain after is 2.2 % where therapists log and 29-91 % where patients are asked"
)
BRUISED = Rate(0.076, "B14; BO20 has 7.7 %")
BLED = Rate(0.16, "BO20; B14 has 4.7 %")
DROWSY = Rate(0.0026, "B14, clinician-logged")
HEADACHE = Rate(0.0014, "B14, clinician-logged")
NAUSEA = Rate(0.0013, "B14, clinician-logged")
FATIGUED = Rate(0.0004, "B14, clinician-logged")
EMOTIONAL = Rate(0.0004, "B14, clinician-logged")
ITCHING = Rate(0.0001, "B14, clinician-logged")
NUMBNESS = Rate(0.0001, "B14, clinician-logged")
TINGLING = Rate(0.01, "JOT describes brief tingling; share assumed")
LIGHT_HEADED = Rate(0.01, "assumed; VVR25: a tenth of vasovagal reactions come after leaving")
TIRED_MUSCLE = Rate(0.47, "MY12: tired or weak muscle feeling")
TIRED_MUSCLE_PRESSED = Rate(0.2, "assumed: of those, share who press “tired”")
TIRED_MUSCLE_AS_WEAK = Rate(0.01, "assumed: of those, share who press “weak or numb”")
BLEEDING_AS_DANGER = Rate(0.02, "assumed: of those who bled a spot, share who press “bleeding, big swelling”")
SORENESS_PRESSED = Rate(0.15, "assumed: share who also press “more pain” while soreness is 5 or more")

# ---------------------------------------------------------------- serious harm
SERIOUS_IN_LIFE = Rate(1 / 1024, "BO20: about 1 in 1,024 treatments")
SERIOUS_ENRICHED = Rate(0.02, "the simulation's own: about twenty times life, so that flagging can be judged")

# ---------------------------------------------------------------- how people answer
NEVER_REACHED = Rate(0.075, "JNO21: neither replied nor answered the telephone")
CHECK_IN_ANSWERED = Rate(0.91, "ST21: replies to one well-timed message")
ANSWERED_AFTER_NUDGE = Rate(0.5, "NC18, EM20: reminders help some; share assumed")
ANSWER_MEDIAN_MINUTES = Rate(18.0, "assumed: median time to answer")
ANSWER_SPREAD = Rate(1.3, "assumed: log-normal spread")
LEFT_HALFWAY = Rate(0.03, "assumed: gives the number and goes on no further")
TYPES_NUMBERS = Rate(0.12, "assumed: types the number instead of pressing it")
WRITES_INSTEAD = Rate(0.06, "assumed: answers a check-in in words of their own")
PRESSED_TWICE = Rate(0.03, "assumed: double taps")
MISPRESSED_DANGER = Rate(0.002, "assumed: share of check-ins with a danger sign pressed by mistake and sent")
WRITES_UNASKED = Rate(0.35, "assumed: messages of their own per uneventful patient in 72 h")
WRITES_FOR_STAFF = Rate(0.25, "assumed: of those, share that only a person can answer")
WRITES_OTHER_LANGUAGE = Rate(0.05, "assumed: writes in the other language")
COLD_ANSWERED = Rate(0.8, "assumed: answers the question about cold at joining")
COLD_IS_FINE = Rate(0.9, "assumed: of those, share for whom cold is no problem")
PRESSES_DONE = Rate(0.3, "assumed")
PRESSES_LATER = Rate(0.04, "assumed")
OPTED_OUT = Rate(0.025, "KPCO: opted out of texts")
BLOCKED = Rate(0.005, "assumed: blocks the bot")
DECLINED = Rate(0.02, "assumed: says no to the consent card")
NEVER_OPENED = Rate(0.03, "assumed: never opens the link")
JOINED_LATE = Rate(0.15, "assumed: joins hours later or the next day")
SPEAKS_SPANISH = Rate(0.5, "the simulation's own: both languages equally")
FAR_ZONE = Rate(0.02, "assumed: patients in another time zone who say so")

REGIONS = {
    "neck": 0.2, "shoulder": 0.16, "upper-back": 0.12, "mid-back": 0.04, "chest": 0.01, "low-back": 0.15,
    "abdomen": 0.01, "hip": 0.03, "glute": 0.06, "thigh": 0.05, "knee": 0.03, "calf": 0.06, "foot": 0.02,
    "upper-arm": 0.01, "forearm": 0.03, "hand": 0.01, "jaw": 0.01,
}  # fmt: skip
"""Share of sessions by treated area. Assumed: neck, shoulder and back are what most people come with."""

RISKS = {
    "anticoagulant": 0.04, "bleeding": 0.004, "pregnant": 0.01, "diabetes": 0.06, "immune": 0.02, "lung": 0.04,
    "faint": 0.03, "no-ice": 0.03, "fluid-limit": 0.015,
}  # fmt: skip
"""Share of patients with each known risk. Assumed: roughly an adult clinic population."""


def published() -> dict[str, Rate]:
    """Every rate by name, in the order of this file."""
    return {name: value for name, value in globals().items() if isinstance(value, Rate)}
