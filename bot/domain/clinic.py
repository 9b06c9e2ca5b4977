"""What the services know of the clinic: values from the settings, checked once at the start."""

from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.clinic_hours import ClinicHours
from bot.domain.quiet_hours import QuietHours


@dataclass(frozen=True)
class Clinic:
    """The clinic as its patients and staff meet it."""

    name: str
    phone: str
    emergency_number: str
    zone: ZoneInfo
    hours: ClinicHours
    quiet: QuietHours | None
    default_language: str
    retention_for: timedelta
    admin_ids: frozenset[int] = field(default_factory=frozenset)
    bot_username: str = ""
