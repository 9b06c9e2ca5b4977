"""Reports, flags and outcomes of a span of days, without names or words."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.domain.tiers import Tier
from bot.storage import exports
from bot.storage.tables import Enrollment, Flag, Report

Row = dict[str, Any]
COLUMNS = (
    "record", "at", "code", "region", "side", "hours_since_session", "source", "tier", "concepts", "rules",
    "rules_version", "state", "acknowledged_at", "closed_at", "outcome",
)  # fmt: skip


def export_rows(db: Session, first: date, last: date, zone: ZoneInfo) -> list[Row]:
    """One row per report and per flag of these days (clinic time, both included), in order of time."""
    since = datetime.combine(first, time.min, zone)
    until = datetime.combine(last + timedelta(days=1), time.min, zone)
    reports = [_report(*found) for found in exports.reports_between(db, since, until)]
    flags = [_flag(*found) for found in exports.flags_between(db, since, until)]
    return sorted(reports + flags, key=lambda row: str(row["at"]))


def written(rows: Iterable[Row], as_format: str) -> str:
    """The rows as CSV with a heading, or as JSON."""
    if as_format == "json":
        return json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n"
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows({key: " ".join(value) if isinstance(value, list) else value for key, value in row.items()}
                     for row in rows)  # fmt: skip
    return out.getvalue()


def _report(report: Report, code: str, enrollment: Enrollment | None) -> Row:
    return {
        "record": "report",
        **_course(report.received_at, code, enrollment),
        "source": report.source,
        "tier": Tier(report.tier).word,
        "concepts": report.concepts,
        "rules": report.rules,
        "rules_version": report.rules_version,
    }


def _flag(flag: Flag, code: str, enrollment: Enrollment | None) -> Row:
    return {
        "record": "flag",
        **_course(flag.opened_at, code, enrollment),
        "tier": Tier(flag.tier).word,
        "rules": flag.rules,
        "state": flag.state,
        "acknowledged_at": flag.acknowledged_at.isoformat() if flag.acknowledged_at else "",
        "closed_at": flag.closed_at.isoformat() if flag.closed_at else "",
        "outcome": flag.outcome or "",
    }


def _course(at: datetime, code: str, enrollment: Enrollment | None) -> Row:
    return {
        "at": at.isoformat(),
        "code": code,
        "region": enrollment.region if enrollment else "",
        "side": (enrollment.side or "") if enrollment else "",
        "hours_since_session": round((at - enrollment.ended_at) / timedelta(hours=1), 1) if enrollment else "",
    }
