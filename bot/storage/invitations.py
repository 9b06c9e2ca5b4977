"""The single-use links' rows; codes are looked up by their hash and never kept."""

from datetime import datetime

from sqlmodel import Session, col, select, update

from bot.domain.status import Role
from bot.storage.tables import Invitation


def by_hash(db: Session, code_hash: str) -> Invitation | None:
    return db.exec(select(Invitation).where(Invitation.code_hash == code_hash)).first()


def by_id(db: Session, invitation_id: int) -> Invitation | None:
    return db.get(Invitation, invitation_id)


def add(db: Session, invitation: Invitation) -> Invitation:
    db.add(invitation)
    db.flush()
    return invitation


def revoke_for_enrollment(db: Session, enrollment_id: int, now: datetime) -> None:
    """No link of this enrollment opens any more."""
    db.exec(
        update(Invitation)
        .where(col(Invitation.enrollment_id) == enrollment_id, col(Invitation.revoked_at).is_(None))
        .values(revoked_at=now)
    )


def revoke_claims(db: Session, now: datetime) -> None:
    """No unused claim link of the first admin opens any more."""
    db.exec(
        update(Invitation)
        .where(
            col(Invitation.role) == Role.ADMIN,
            col(Invitation.created_by).is_(None),
            col(Invitation.used_at).is_(None),
            col(Invitation.revoked_at).is_(None),
        )
        .values(revoked_at=now)
    )


def bind(db: Session, invitation: Invitation, telegram_id: int) -> bool:
    """Keep the link for the first account that opens it; False when another one was first."""
    done = db.exec(
        update(Invitation)
        .where(
            col(Invitation.id) == invitation.id,
            col(Invitation.opened_by).is_(None) | (col(Invitation.opened_by) == telegram_id),
        )
        .values(opened_by=telegram_id)
    )
    db.refresh(invitation)
    return done.rowcount == 1


def opened_by(db: Session, telegram_id: int, now: datetime) -> Invitation | None:
    """The newest patient's link this account has opened, not used, and could still use."""
    return db.exec(
        select(Invitation)
        .where(
            Invitation.opened_by == telegram_id,
            col(Invitation.enrollment_id).is_not(None),
            col(Invitation.used_at).is_(None),
            col(Invitation.revoked_at).is_(None),
            col(Invitation.expires_at) > now,
        )
        .order_by(col(Invitation.id).desc())
    ).first()


def use(db: Session, invitation: Invitation, now: datetime) -> bool:
    """Use the link up; False when that has happened before."""
    done = db.exec(
        update(Invitation)
        .where(col(Invitation.id) == invitation.id, col(Invitation.used_at).is_(None))
        .values(used_at=now)
    )
    db.refresh(invitation)
    return done.rowcount == 1


def forget_opener(db: Session, telegram_id: int) -> None:
    """Unlink an account from every link it opened."""
    db.exec(update(Invitation).where(col(Invitation.opened_by) == telegram_id).values(opened_by=None))
