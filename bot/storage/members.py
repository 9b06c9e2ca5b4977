"""The team's rows."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.storage.tables import Member


def by_telegram_id(db: Session, telegram_id: int) -> Member | None:
    """The current member with this Telegram account; removed members are not found."""
    return db.exec(select(Member).where(Member.telegram_id == telegram_id, col(Member.removed_at).is_(None))).first()


def current(db: Session) -> Sequence[Member]:
    """Everybody of the team, in the order they joined."""
    return db.exec(select(Member).where(col(Member.removed_at).is_(None)).order_by(col(Member.id))).all()
