"""Single-use links: making them, and finding out whether one still opens."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.status import Role
from bot.services.practice import Practice
from bot.storage import facts, invitations
from bot.storage.tables import Invitation

LINK_FOR = timedelta(hours=48)
"""How long a link opens."""

_CODE_BYTES = 24
"""192 random bits: 32 letters, within the 64 that Telegram lets a start link carry."""


@dataclass(frozen=True)
class Link:
    """A link as it is handed out, once; only its hash is kept."""

    url: str
    expires_at: datetime


def team_link(db: Session, practice: Practice, role: Role, created_by: int | None, now: datetime) -> Link:
    """A link that makes whoever opens it first a member with `role`."""
    code = _keep(db, now, role=role, created_by=created_by)
    return Link(url_of(db, practice, code), now + LINK_FOR)


def patient_link(db: Session, practice: Practice, enrollment_id: int, created_by: int | None, now: datetime) -> Link:
    """A link that joins one Telegram account to an enrollment."""
    code = _keep(db, now, enrollment_id=enrollment_id, created_by=created_by)
    return Link(url_of(db, practice, code), now + LINK_FOR)


def claim_code(db: Session, now: datetime) -> str:
    """The code of a fresh link for the first admin; earlier ones stop opening."""
    invitations.revoke_claims(db, now)
    return _keep(db, now, role=Role.ADMIN)


def url_of(db: Session, practice: Practice, code: str) -> str:
    username = practice.clinic.bot_username or facts.get(db, facts.BOT_USERNAME) or ""
    return f"https://t.me/{username}?start={code}"


def find(db: Session, code: str) -> Invitation | None:
    """The invitation a code belongs to, whatever has become of it."""
    return invitations.by_hash(db, _hash(code)) if 0 < len(code) <= 64 else None


def _keep(
    db: Session,
    now: datetime,
    *,
    role: Role | None = None,
    enrollment_id: int | None = None,
    created_by: int | None = None,
) -> str:
    """Keep an invitation by its code's hash; the code itself is given back and kept nowhere."""
    code = secrets.token_urlsafe(_CODE_BYTES)
    invitation = Invitation(
        code_hash=_hash(code),
        role=role,
        enrollment_id=enrollment_id,
        created_by=created_by,
        created_at=now,
        expires_at=now + LINK_FOR,
    )
    invitations.add(db, invitation)
    return code


def _hash(code: str) -> str:
    # 192 random bits cannot be guessed from a plain hash, so no slow one is needed.
    return hashlib.sha256(code.encode()).hexdigest()
