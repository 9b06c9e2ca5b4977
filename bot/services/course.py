"""The course so far as staff read it: soreness numbers in a line, and what a check-in was answered."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session

from bot.services.saying import Argument, dotted, listing, phrase
from bot.storage import check_ins, reports
from bot.storage.tables import CheckIn, Enrollment, Report


def soreness_line(db: Session, enrollment: Enrollment) -> str | None:
    """“3 → 5 → 8” of the check-ins so far; None before there are two numbers."""
    assert enrollment.id is not None
    asked = check_ins.of_enrollment(db, enrollment.id)
    scores = [str(check_in.answers["soreness"]) for check_in in asked if "soreness" in check_in.answers]
    return " → ".join(scores) if len(scores) > 1 else None


def answered(db: Session, report: Report) -> tuple[str, Mapping[str, Argument]]:
    """What a check-in was answered, as a paragraph of a staff card; nothing of what it did not ask."""
    check_in = db.get_one(CheckIn, report.check_in_id)
    given, now = check_in.answers, signs_of(check_in)
    back = [sign for sign in told_signs(db, check_in) if sign not in now]
    parts: list[Argument] = []
    if "soreness" in check_in.asks or "soreness" in given:
        parts.append(phrase("answered-soreness", soreness=given.get("soreness", -1)))
    if "interference" in given:
        parts.append(phrase("answered-interference", choice=phrase(f"choice-interference-{given['interference']}")))
    if now:
        parts.append(phrase("answered-signs", signs=_listed(now)))
    elif "symptoms" in check_in.asks:
        parts.append(phrase("answered-no-signs", given="yes" if "symptoms" in given else "no"))
    if "infection" in check_in.asks:
        parts.append(phrase("answered-infection", given=given.get("infection", "open")))
    if "change" in given:
        parts.append(phrase("answered-change", change=signed_label(str(given["change"]))))
    if back:
        parts.append(phrase("answered-taken-back", signs=_listed(back)))
    return "card-answered", {"answers": dotted(*parts)}


def _listed(signs: Iterable[str]) -> Argument:
    return listing(*(phrase("card-sign", sign=sign) for sign in signs))


def told_signs(db: Session, check_in: CheckIn) -> list[str]:
    """Every sign that was reported from this check-in, also what has been taken back since."""
    told = dict.fromkeys(sign for report in reports.of_check_in(db, check_in.id) for sign in report.concepts)
    return [sign for sign in told if not sign.startswith("soreness-") and sign != "infection"]


def signs_of(check_in: CheckIn) -> list[str]:
    """The symptoms chosen: those sent, and those toggled since."""
    return list(dict.fromkeys([*check_in.answers.get("symptoms", []), *check_in.answers.get("toggled", [])]))


def signed_label(choice: str) -> str:
    """“+4” or “−2”, as the buttons write it."""
    return f"+{choice}" if int(choice) > 0 else choice.replace("-", "−")
