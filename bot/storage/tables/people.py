"""Tables of the people: the team, the patients, and the links that let them in."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.domain.status import Role
from bot.storage.tables.columns import key, one_of, refers_to, sealed, telegram_id


class Member(SQLModel, table=True):
    """Somebody of the clinic's team, with every role they were given."""

    id: int | None = key()
    telegram_id: int = telegram_id(unique=True)
    first_name: str = sealed("member.first_name")
    language: str | None = None
    therapist: bool = False
    staff: bool = False
    admin: bool = False
    joined_at: datetime
    removed_at: datetime | None = None

    def may(self, role: Role) -> bool:
        """Whether the member may do what the role does: therapists also what staff do, admins everything."""
        has = self.admin or bool(getattr(self, role.value)) or (role is Role.STAFF and self.therapist)
        return self.removed_at is None and has


class Patient(SQLModel, table=True):
    """One patient; `telegram_id` is empty until they have agreed."""

    id: int | None = key()
    code: str = Field(unique=True, max_length=8)
    name: str | None = sealed("patient.name", optional=True)
    telegram_id: int | None = telegram_id(unique=True, optional=True)
    language: str | None = None
    timezone: str | None = None
    """IANA name; empty: the clinic's."""
    baseline: int | None = None
    """Pain at the treated area before the newest session, 0 to 10; None until asked."""
    cold_is_fine: bool | None = None
    """Whether cold on the skin is no problem for them; None until they have said so."""
    consented_at: datetime | None = None
    """When they last agreed, also where they have withdrawn it since."""
    consent_version: str | None = None
    withdrawn_at: datetime | None = None
    unreachable_at: datetime | None = None
    """Since when the bot is blocked or the account gone."""
    created_at: datetime
    forgotten_at: datetime | None = None

    @property
    def agrees(self) -> bool:
        """Whether they have agreed and not withdrawn it."""
        return self.consented_at is not None and self.withdrawn_at is None


class Invitation(SQLModel, table=True):
    """A single-use link; only the hash of its code is kept."""

    __table_args__ = (one_of("role", Role),)

    id: int | None = key()
    code_hash: str = Field(unique=True, max_length=64)
    enrollment_id: int | None = refers_to("enrollment.id", optional=True, index=True)
    role: str | None = None
    """For the team: the role it gives. Empty: it joins a patient to `enrollment_id`."""
    created_by: int | None = refers_to("member.id", optional=True)
    created_at: datetime
    expires_at: datetime
    opened_by: int | None = telegram_id(optional=True)
    """The Telegram account that opened it first; nobody else may use it."""
    used_at: datetime | None = None
    revoked_at: datetime | None = None
