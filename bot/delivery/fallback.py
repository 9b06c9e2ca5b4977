"""Brings an alert to the clinic by e-mail or webhook when Telegram will not: no name and no word of the patient's."""

import asyncio
import json
import smtplib
import ssl
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from sqlmodel import Session

from bot.delivery.recording import CARRY_ALERT
from bot.domain.tiers import Tier
from bot.storage import flags, timers

_TIMEOUT = 20.0
STUCK_AFTER = timedelta(minutes=2)
"""Clinic time after which an alert that Telegram has not confirmed goes by the other way as well."""


@dataclass(frozen=True)
class Alert:
    """What may leave the program unencrypted: patient code, tier word, when it was raised (ISO 8601, UTC)."""

    code: str
    tier: str
    raised_at: str


Carrier = Callable[[Alert], Awaitable[None]]
"""Raises OSError or smtplib.SMTPException when it did not get through."""


def alert_of(db: Session, row_id: int) -> Alert | None:
    """What the alert in this outbox row is about; None when the flag is gone or closed."""
    found = flags.alerted_by(db, row_id)
    if found is None:
        return None
    flag, patient = found
    return Alert(patient.code, Tier(flag.tier).word, flag.raised_at.isoformat(timespec="seconds"))


def plan_for_stuck(db: Session, now: datetime) -> None:
    """Give every alert to the team that has been on its way too long to the other way as well, once."""
    for row_id in flags.stuck_alerts(db, now - STUCK_AFTER):
        timers.start(db, CARRY_ALERT, row_id, now)


def by_all(carriers: list[Carrier]) -> Carrier:
    """Every carrier; it got through when one of them did."""

    async def carry(alert: Alert) -> None:
        results = await asyncio.gather(*(carrier(alert) for carrier in carriers), return_exceptions=True)
        failures = [result for result in results if isinstance(result, BaseException)]
        if len(failures) == len(carriers) and failures:
            raise failures[0]

    return carry


def by_webhook(url: str) -> Carrier:
    """A POST of the alert as JSON, {"code", "tier", "raised_at"}; anything but 2xx is a failure."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError("the alert webhook is an http or https address")

    def post(alert: Alert) -> None:
        request = urllib.request.Request(
            url, json.dumps(asdict(alert)).encode(), {"Content-Type": "application/json"}, method="POST"
        )
        with urllib.request.urlopen(request, timeout=_TIMEOUT):
            pass

    return lambda alert: asyncio.to_thread(post, alert)


def by_email(smtp_url: str, to: str, subject: Callable[[Alert], str], body: Callable[[Alert], str]) -> Carrier:
    """An e-mail over `smtp[s]://user:password@host:port`; plain SMTP uses STARTTLS where the server offers it."""
    parts = urlsplit(smtp_url)
    host, secure = parts.hostname or "localhost", parts.scheme == "smtps"

    def deliver(alert: Alert) -> None:
        message = EmailMessage()
        message["To"] = to
        message["From"] = unquote(parts.username) if parts.username and "@" in unquote(parts.username) else to
        message["Subject"] = subject(alert)
        message.set_content(body(alert))
        with _connection(host, parts.port, secure) as connection:
            if parts.username and parts.password:
                connection.login(unquote(parts.username), unquote(parts.password))
            connection.send_message(message)

    return lambda alert: asyncio.to_thread(deliver, alert)


def _connection(host: str, port: int | None, secure: bool) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if secure:
        return smtplib.SMTP_SSL(host, port or 465, timeout=_TIMEOUT, context=context)
    connection = smtplib.SMTP(host, port or 25, timeout=_TIMEOUT)
    connection.ehlo()
    if connection.has_extn("starttls"):
        connection.starttls(context=context)
    return connection
