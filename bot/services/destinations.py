"""Where staff are told: the group, or everybody privately while no group is bound."""

from sqlmodel import Session

from bot.domain.escalation import Circle
from bot.domain.status import Role
from bot.storage import facts, members
from bot.storage.tables import Member


def staff_chats(db: Session) -> tuple[int, ...]:
    """Chats that get a flag's first card: the staff group, else everybody of the team privately."""
    group = facts.staff_chat(db)
    return (group,) if group is not None else private_chats(db, Circle.EVERYBODY)


def escalation_chats(db: Session, circle: Circle) -> tuple[int, ...]:
    """Chats that are told again: the group once more, and this circle privately."""
    group = facts.staff_chat(db)
    private = private_chats(db, circle)
    return (group, *private) if group is not None else private


def private_chats(db: Session, circle: Circle) -> tuple[int, ...]:
    """A team member's private chat has the id of their account. Without staff, everybody is the first circle."""
    acting = [member for member in members.current(db) if member.may(Role.STAFF)]
    staff = [member for member in acting if member.staff]
    return _ids(staff if circle is Circle.STAFF and staff else acting)


def admin_chats(db: Session) -> tuple[int, ...]:
    return _ids([member for member in members.current(db) if member.may(Role.ADMIN)])


def _ids(chosen: list[Member]) -> tuple[int, ...]:
    return tuple(member.telegram_id for member in chosen)
