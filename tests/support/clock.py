"""The fixed Monday on which the tests take place."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=MADRID).astimezone(UTC)
"""Monday, 2 March 2026, 10:00 at the clinic."""
