"""The patient's time zone: finding it from what they type, and dating their plan by it."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from sqlmodel import Session

from bot.domain.status import EnrollmentState
from bot.domain.vocabulary import Vocabulary, fold
from bot.services import planning
from bot.services.mistakes import Mistake
from bot.services.practice import Practice
from bot.services.saying import Button, Words, city, words
from bot.storage import enrollments
from bot.storage.tables import Patient

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?:[:.]?(00|30|45))?", re.IGNORECASE)
ASKING = "timezone-"
"""What the wording keys begin with after which a city is expected."""
_WEST, _EAST = 12, 14
"""The hours that whole-hour zones reach from UTC."""
_PARTS_OF_HOURS = {
    "+330": "Asia/Tehran", "+430": "Asia/Kabul", "+530": "Asia/Kolkata", "+545": "Asia/Kathmandu",
    "+630": "Asia/Yangon", "+845": "Australia/Eucla", "+930": "Australia/Darwin", "-930": "Pacific/Marquesas",
}  # fmt: skip
"""Only places that keep their offset all year: Newfoundland's clock (-3:30) would be an hour off in summer."""


def ask(practice: Practice, patient: Patient, now: datetime) -> Words:
    """Which zone is used now, how to name any other, and the clinic's to press where that is another."""
    zone = planning.zone_of(practice, patient)
    offered = {practice.clinic.zone.key} - {zone.key}
    rows = [[Button("button-zone", f"timezone:{name}", {"name": city(name)})] for name in offered]
    return words("timezone-ask", zone=city(zone.key), time=_time(now, zone), buttons=rows)


def choose(db: Session, practice: Practice, patient: Patient, typed: str, now: datetime) -> Words:
    """Use the zone that `typed` names, and date anew what has not gone out. Raises Mistake for an unknown one."""
    name = find_zone(practice.catalog.vocabulary, typed)
    if name is None:
        shown = " ".join(typed.split())[:40]
        if _is_part_of_an_hour(typed):
            raise Mistake("timezone-needs-city", typed=shown)
        raise Mistake("timezone-unknown", typed=shown)
    patient.timezone = name
    db.add(patient)
    db.flush()
    assert patient.id is not None
    enrollment = enrollments.latest(db, patient.id, EnrollmentState.ACTIVE)
    if enrollment is not None:
        planning.replan(db, practice, enrollment, patient, now)
    return words("timezone-chosen", zone=city(name), time=_time(now, ZoneInfo(name)))


def find_zone(vocabulary: Vocabulary, typed: str) -> str | None:
    """The IANA name of a city (“Paris, France”), a country the vocabulary knows, an offset (“+2”), or an IANA name."""
    offset = _OFFSET.fullmatch(typed.strip())
    if offset:
        return _zone_at(offset[1], int(offset[2]), offset[3] or "00")
    known = {**_places(), **vocabulary.cities}
    return known.get(fold(typed)) or known.get(fold(typed.partition(",")[0]))


def _is_part_of_an_hour(typed: str) -> bool:
    offset = _OFFSET.fullmatch(typed.strip())
    return offset is not None and (offset[3] or "00") != "00"


def _zone_at(sign: str, hours: int, minutes: str) -> str | None:
    east = sign == "+"
    if minutes != "00":
        return _PARTS_OF_HOURS.get(f"{'+' if east else '-'}{hours}{minutes}")
    if hours == 0:
        return "UTC"
    return f"Etc/GMT{'-' if east else '+'}{hours}" if hours <= (_EAST if east else _WEST) else None


@cache
def _places() -> Mapping[str, str]:
    """Folded city names and folded whole names of all zones that carry a place's name."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    cities = {fold(name.rsplit("/", 1)[-1]): name for name in reversed(names)}
    return cities | {fold(name): name for name in names}


def _time(now: datetime, zone: ZoneInfo) -> str:
    return now.astimezone(zone).strftime("%H:%M")
