"""What a therapist reads after enrolling: the link with its QR code, the patient's code, the plan in short."""

from datetime import datetime

from bot.domain.tiers import Tier
from bot.services import planning
from bot.services.inviting import Link
from bot.services.practice import Practice
from bot.services.saying import Argument, Button, Buttons, Words, area, at, lines, listing, phrase
from bot.storage.tables import Enrollment, Flag, Patient


def invitation_card(
    practice: Practice, patient: Patient, enrollment: Enrollment, link: Link, namesake: Patient | None, now: datetime
) -> Words:
    """A photo of the QR code; its caption (at most 1,024 letters) holds the link, the code and the plan."""
    facts = _facts(practice, patient, enrollment, now)
    args = {
        **facts,
        "link": link.url,
        "link_until": at(link.expires_at),
        "namesake": namesake.code if namesake else "none",
    }
    return Words("enrolled", args, buttons=_buttons(enrollment), qr=link.url)


def again_card(
    practice: Practice,
    patient: Patient,
    enrollment: Enrollment,
    earlier: Enrollment | None,
    flag: Flag | None,
    now: datetime,
) -> Words:
    """The same without a link: the patient's plan has begun."""
    args: dict[str, Argument] = {
        **_facts(practice, patient, enrollment, now),
        "reachable": "yes" if patient.unreachable_at is None else "no",
        "earlier": "yes" if earlier else "no",
        "earlier_area": area(earlier.region, earlier.side) if earlier else "",
        "flag": Tier(flag.tier).word if flag else "none",
    }
    return Words("enrolled-again", args, buttons=_buttons(enrollment))


def _buttons(enrollment: Enrollment) -> Buttons:
    return [[Button("button-cancel-enrollment", f"cancel-enrollment:{enrollment.id}")]]


def _facts(practice: Practice, patient: Patient, enrollment: Enrollment, now: datetime) -> dict[str, Argument]:
    plan = planning.forecast(practice, enrollment, planning.zone_of(practice, patient), now, patient=patient)
    checks = [phrase("enrolled-check", at=at(step.due_at)) for step in plan.steps if step.asks]
    risks: list[Argument] = [phrase(f"risk-{risk}") for risk in enrollment.risks]
    return {
        "name": patient.name or patient.code,
        "code": patient.code,
        "area": area(enrollment.region, enrollment.side),
        "hours": enrollment.restriction_hours,
        "until": at(planning.session_of(enrollment).restriction_ends_at),
        "at_risk": "yes" if risks else "no",
        "risks": listing(*risks),
        "messages": len(plan.steps),
        "checks": lines(*checks),
    }
