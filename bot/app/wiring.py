"""Joins the services to the delivery that calls them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.catalog.places import shipped
from bot.catalog.wording import load_wording
from bot.chat.incoming import parse
from bot.chat.routing import handle
from bot.chat.turn import Toast
from bot.delivery import fallback
from bot.delivery.fallback import Alert, Carrier
from bot.delivery.hooks import Hooks
from bot.services import digest, elapsing, outcomes, staff_group, team, upkeep
from bot.services.inviting import url_of
from bot.services.practice import Practice
from bot.settings import Settings
from bot.storage import facts


def hooks() -> Hooks:
    """What the services want to do when messages and timers come of age."""
    return Hooks(
        still_wanted=outcomes.still_wanted,
        sent=outcomes.sent,
        failed=outcomes.failed,
        skipped=outcomes.skipped,
        elapse=elapsing.elapse,
        dead_letter=upkeep.tell_of_dead_letter,
        returned=outcomes.returned,
    )


def handler(practice: Practice) -> Callable[[Session, str, datetime], Toast | None]:
    """Acts on an update's JSON, inside its transaction."""

    def act(db: Session, raw: str, now: datetime) -> Toast | None:
        return handle(db, practice, parse(raw), now)

    return act


def prepare(db: Session, practice: Practice, staff_chat_id: int | None, now: datetime) -> None:
    """What must be so before the bot runs: the configured staff group bound, the daily upkeep planned."""
    if staff_chat_id is not None and facts.get(db, facts.STAFF_CHAT_SET) != str(staff_chat_id):
        # Once for each value: /staffhere, or the group's becoming a supergroup, may have moved it since.
        staff_group.bind(db, staff_chat_id, now)
        facts.put(db, facts.STAFF_CHAT_SET, str(staff_chat_id))
    facts.put(db, facts.BOT_USERNAME, practice.clinic.bot_username)
    upkeep.plan(db, practice, now)
    digest.plan_next(db, practice, now)


def claim_link(db: Session, practice: Practice, now: datetime) -> str | None:
    """The link that makes its opener the first admin; none once there is an admin."""
    code = team.claim_link_code(db, now) if not practice.clinic.admin_ids else None
    return url_of(db, practice, code) if code else None


def carrier(settings: Settings, practice: Practice) -> Carrier | None:
    """The second way for alerts, where one is set."""

    def subject(alert: Alert) -> str:
        return sentence(practice, "alert-mail-subject", code=alert.code, tier=alert.tier)

    def body(alert: Alert) -> str:
        return sentence(practice, "alert-mail-body", code=alert.code, tier=alert.tier, at=alert.raised_at)

    carriers: list[Carrier] = []
    if settings.alert_email and settings.smtp_url:
        carriers.append(fallback.by_email(settings.smtp_url, settings.alert_email, subject, body))
    if settings.alert_webhook_url:
        carriers.append(fallback.by_webhook(settings.alert_webhook_url))
    return fallback.by_all(carriers) if carriers else None


def sentence(practice: Practice, key: str, /, **args: Any) -> str:
    """A sentence for the person who runs the program, in the clinic's language."""
    return practice.catalog.wording.plain(practice.clinic.default_language, key, **args)


def shipped_sentence(key: str, /, **args: Any) -> str:
    """A sentence in English from the messages that came with the program, before any settings are known."""
    return load_wording(shipped()).plain("en", key, **args)
