"""Which group is the staff group: the setting's, until somebody says otherwise in Telegram."""

from bot.app import wiring
from bot.services.practice import Practice
from bot.storage import facts
from tests.support.desk import Desk, Person

FIRST, SECOND, THIRD = -100_501, -100_502, -100_503


def started_with(desk: Desk, practice: Practice, staff_chat_id: int | None) -> int | None:
    """Start the bot with this setting; the group that staff are told in then."""
    with desk.looking() as db:
        wiring.prepare(db, practice, staff_chat_id, desk.now)
    desk.passes(seconds=1)
    with desk.looking() as db:
        return facts.staff_chat(db)


def test_a_setting_that_changes_takes_effect_at_the_next_start(desk: Desk, practice: Practice) -> None:
    assert started_with(desk, practice, FIRST) == FIRST
    assert started_with(desk, practice, SECOND) == SECOND
    assert started_with(desk, practice, None) == SECOND


def test_a_group_that_was_chosen_in_telegram_stays_chosen_while_the_setting_is_the_same(
    desk: Desk, practice: Practice, olga: Person
) -> None:
    started_with(desk, practice, FIRST)
    olga.says("/staffhere", THIRD)
    assert started_with(desk, practice, FIRST) == THIRD


def test_the_group_before_is_told(desk: Desk, practice: Practice) -> None:
    started_with(desk, practice, FIRST)
    started_with(desk, practice, SECOND)
    assert "Another group" in desk.chat(FIRST)[-1].text
