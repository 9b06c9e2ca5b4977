"""Runs the clinic from the first session until the bot has listened to the last patient's end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from tests.simulation.clinic import MADRID, SimulatedClinic, open_clinic
from tests.simulation.measuring import Figures, measure
from tests.simulation.patient import Patient
from tests.simulation.people import Profile, draw_patients
from tests.simulation.staff import Staff
from tests.simulation.world import World

FIRST_DAY = datetime(2026, 3, 2, tzinfo=MADRID)
"""A Monday; four weeks later the clocks change in Madrid."""
_OPENS, _LAST_ENDS = 8.5, 19.5
LISTENING_FOR = timedelta(days=16)


@dataclass(frozen=True)
class Plan:
    """How big a simulation is. The same seed draws the same patients."""

    patients: int = 2000
    seed: int = 7
    serious: int = 40
    a_day: int = 100


def sessions(plan: Plan) -> list[datetime]:
    """When each patient's session ends, on working days."""
    rng = Random(f"sessions:{plan.seed}")
    ends: list[datetime] = []
    day = FIRST_DAY
    while len(ends) < plan.patients:
        if day.weekday() < 5:
            today = min(plan.a_day, plan.patients - len(ends))
            ends += sorted(day + timedelta(hours=rng.uniform(_OPENS, _LAST_ENDS)) for _ in range(today))
        day += timedelta(days=1)
    return [end.astimezone(UTC) for end in ends]


def simulate(plan: Plan, tell: Callable[[str], None] = lambda _: None) -> Figures:
    """Everything that happens, and the figures of it."""
    ends = sessions(plan)
    profiles = draw_patients(plan.seed, plan.patients, plan.serious, ends)
    world = World(FIRST_DAY.astimezone(UTC))
    with open_clinic(world, plan.seed) as clinic:
        Staff(clinic, Random(f"staff:{plan.seed}")).begin()
        _expect(clinic, profiles, plan.seed)
        for day in range((ends[-1] + LISTENING_FOR - world.now).days + 1):
            world.run_until(FIRST_DAY.astimezone(UTC) + timedelta(days=day + 1))
            tell(f"day {day + 1}: {clinic.ledger.updates} updates, {clinic.post.sent} messages")
        return measure(clinic, profiles)


def _expect(clinic: SimulatedClinic, profiles: list[Profile], seed: int) -> None:
    for profile in profiles:
        patient = Patient(clinic, profile, Random(f"acts:{seed}:{profile.number}"))
        clinic.world.at(profile.ended_at, patient.arrives)
