"""Keeps a group's id right when Telegram gives it a new one."""

from sqlmodel import Session, col, update

from bot.domain.status import OutboxState
from bot.storage import facts
from bot.storage.tables import OutboxMessage


def move(db: Session, old_id: int, new_id: int) -> None:
    """The group `old_id` is `new_id` from now on: the staff chat's id and everything still to be said follow."""
    if facts.staff_chat(db) == old_id:
        facts.put(db, facts.STAFF_CHAT, str(new_id))
    db.exec(
        update(OutboxMessage)
        .where(col(OutboxMessage.chat_id) == old_id, col(OutboxMessage.state) == OutboxState.PLANNED)
        .values(chat_id=new_id)
        .execution_options(synchronize_session=False)
    )
