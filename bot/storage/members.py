"""The team's rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from bot.domain.status import Role
from bot.storage.tables import Member


def by_telegram_id(db: Session, telegram_id: int) -> Member | None:
    """The current member with this Telegram account; removed members are not found."""
    return db.exec(select(Member).where(Member.telegram_id == telegram_id, col(Member.removed_at).is_(None))).first()


def by_id(db: Session, member_id: int) -> Member | None:
    """The member with this id, removed or not."""
    return db.get(Member, member_id)


def current(db: Session) -> Sequence[Member]:
    """Everybody of the team, in the order they joined."""
    return db.exec(select(Member).where(col(Member.removed_at).is_(None)).order_by(col(Member.id))).all()


def accounts(db: Session) -> Sequence[int]:
    """The Telegram accounts of everybody who is or was of the team."""
    return db.exec(select(Member.telegram_id)).all()


def admins(db: Session) -> Sequence[Member]:
    return [member for member in current(db) if member.admin]


def give(db: Session, telegram_id: int, first_name: str, language: str | None, role: Role, now: datetime) -> Member:
    """Make this account a member with `role`, beside whatever roles it has; somebody removed starts afresh."""
    _add(db, Member(telegram_id=telegram_id, first_name=first_name, language=language, joined_at=now))
    member = db.exec(select(Member).where(Member.telegram_id == telegram_id)).one()
    if member.removed_at is not None:
        member.removed_at, member.joined_at = None, now
        member.therapist = member.staff = member.admin = False
    member.first_name = first_name or member.first_name
    setattr(member, role.value, True)
    db.add(member)
    db.flush()
    return member


def _add(db: Session, member: Member) -> None:
    """Left alone where the account is known: two chats of somebody new, private and staff's, may be heard at once."""
    insert = postgresql.insert if db.get_bind().dialect.name == "postgresql" else sqlite.insert
    values = member.model_dump(exclude={"id"})
    db.exec(insert(Member).values(**values).on_conflict_do_nothing(index_elements=["telegram_id"]))


def remove(db: Session, member: Member, now: datetime) -> None:
    member.removed_at = now
    db.add(member)
    db.flush()
