"""The course so far as staff read it: soreness numbers in a line, and what a check-in was answered."""

from collections.abc import Mapping

from sqlmodel import Session

from bot.services.saying import Argument, listing, phrase
from bot.storage import check_ins
from bot.storage.tables import CheckIn, Enrollment, Report


def soreness_line(db: Session, enrollment: Enrollment) -> str | None:
    """“3 → 5 → 8” of the check-ins so far; None before there are two numbers."""
    assert enrollment.id is not None
    asked = check_ins.of_enrollment(db, enrollment.id)
    scores = [str(check_in.answers["soreness"]) for check_in in asked if "soreness" in check_in.answers]
    return " → ".join(scores) if len(scores) > 1 else None


def answered(db: Session, report: Report) -> tuple[str, Mapping[str, Argument]]:
    """What a check-in was answered, as a paragraph of a staff card."""
    check_in = db.get_one(CheckIn, report.check_in_id)
    signs: list[Argument] = [phrase("card-sign", sign=sign) for sign in signs_of(check_in)]
    return "card-answered", {
        "source": report.source,
        "soreness": check_in.answers.get("soreness", -1),
        "asked_signs": "yes" if "symptoms" in check_in.answers or signs else "no",
        "signs": listing(*signs) if signs else "",
        "some": "yes" if signs else "no",
    }


def signs_of(check_in: CheckIn) -> list[str]:
    """The symptoms chosen: as sent, else as toggled so far."""
    chosen = check_in.answers.get("symptoms", check_in.answers.get("toggled", []))
    return list(chosen)
