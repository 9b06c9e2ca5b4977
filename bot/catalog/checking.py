"""What `messages check` says: faults in wording, protocols and rules, and how the labelled examples come out."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.catalog import Catalog, load
from bot.catalog.proofreading import proofread
from bot.domain.plan import build_plan
from bot.domain.planned import Session
from bot.domain.protocol import REGIONS, RISKS, Protocol
from bot.domain.quiet_hours import parse_quiet_hours

RESTRICTIONS = (24, 36, 48)
_SESSION_ENDED_AT = datetime(2026, 3, 2, 17, tzinfo=UTC)


@dataclass(frozen=True)
class CheckReport:
    """Lines that inform, and faults that must be mended."""

    lines: list[str]
    faults: list[str]


def check(directory: Path) -> CheckReport:
    """Check everything under `directory`. Raises CatalogError for what cannot even be loaded."""
    catalog = load(directory)
    faults = proofread(directory)
    for protocol in catalog.protocols.values():
        faults += _plan_faults(catalog, protocol)
    return CheckReport([], faults)


def _plan_faults(catalog: Catalog, protocol: Protocol) -> list[str]:
    """Plans that cannot be built, and parts of plans that no sentence exists for."""
    faults: dict[str, None] = {}
    quiet = parse_quiet_hours("21:00-08:00")
    for region in REGIONS:
        for hours in RESTRICTIONS:
            for risks in (frozenset[str](), *(frozenset({risk}) for risk in RISKS)):
                session = Session(_SESSION_ENDED_AT, region, None, timedelta(hours=hours), risks)
                plan = build_plan(protocol, session, zone=ZoneInfo("UTC"), quiet=quiet, now=_SESSION_ENDED_AT)
                for step in plan.steps:
                    faults |= {
                        f"protocol {protocol.version}, {part.step}: no sentence {part.key}": None
                        for part in step.parts
                        if not catalog.wording.has(part.key)
                    }
    return list(faults)
