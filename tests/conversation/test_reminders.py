"""Reminders: Done, Later and Report a problem do what they say, whenever and however often they are pressed."""

import pytest

from tests.support.clinic import ClinicBot
from tests.support.transcript import Line


@pytest.fixture
async def ice(clinic: ClinicBot) -> Line:
    """A reminder Ada has received: ice, eight hours after her session."""
    await clinic.enrolled()
    await clinic.ada.taps("No problem")
    await clinic.ada.hears("cold is no problem for you")
    await clinic.passes(minutes=20)
    await clinic.ada.hears("What to expect")
    await clinic.passes(hours=4)
    await clinic.ada.hears_button("10")
    await clinic.passes(hours=4)
    return await clinic.ada.hears_button("Later")


def ice_messages(clinic: ClinicBot) -> int:
    return sum(line.says("Ice is optional") for line in clinic.ada.heard)


async def test_done_ticks_the_message_and_leaves_only_report_a_problem(clinic: ClinicBot, ice: Line) -> None:
    await clinic.ada.taps_on(ice, "Done")
    await clinic.ada.sees(lambda ada: ice.says("✅ Done") and ice.buttons == ["Report a problem"], what="a tick")


async def test_done_pressed_twice_ticks_once(clinic: ClinicBot, ice: Line) -> None:
    await clinic.ada.taps_on(ice, "Done")
    await clinic.ada.sees(lambda ada: ice.says("✅ Done"), what="a tick")
    await clinic.ada.taps_on(ice, "Done")
    await clinic.tg.updates_taken()
    await clinic.ada.sees_toast("Done")
    assert ice.text.count("Done") == 1


async def test_later_says_when_and_comes_again_once(clinic: ClinicBot, ice: Line) -> None:
    await clinic.ada.taps_on(ice, "Later")
    await clinic.ada.sees(lambda ada: ice.says("comes again"), what="when it comes again")
    await clinic.passes(hours=2, minutes=5)
    await clinic.ada.sees(lambda ada: ice_messages(clinic) == 2, what="the reminder once more")
    assert clinic.ada.last.buttons == ["Done", "Report a problem"]


async def test_later_pressed_twice_comes_again_once(clinic: ClinicBot, ice: Line) -> None:
    await clinic.ada.taps_on(ice, "Later")
    await clinic.ada.taps_on(ice, "Later")
    await clinic.ada.sees_toast("set already")
    await clinic.passes(hours=2, minutes=5)
    await clinic.ada.sees(lambda ada: ice_messages(clinic) == 2, what="the reminder once more")
    await clinic.passes(hours=2, minutes=5)
    await clinic.ada.says("thanks")
    await clinic.ada.hears("welcome")
    assert ice_messages(clinic) == 2


async def test_later_is_refused_kindly_when_it_would_come_too_late(clinic: ClinicBot, ice: Line) -> None:
    await clinic.passes(hours=14)
    await clinic.ada.taps_on(ice, "Later")
    await clinic.ada.sees_toast("too late")


async def test_what_is_done_does_not_come_again(clinic: ClinicBot, ice: Line) -> None:
    await clinic.ada.taps_on(ice, "Later")
    await clinic.ada.sees(lambda ada: ice.says("comes again"), what="when it comes again")
    await clinic.ada.taps_on(ice, "Done")
    await clinic.ada.sees(lambda ada: ice.says("✅ Done"), what="a tick")
    await clinic.passes(hours=3)
    await clinic.ada.says("hello")
    await clinic.ada.hears("noted")
    assert ice_messages(clinic) == 1


async def test_later_after_stop_changes_nothing(clinic: ClinicBot, ice: Line) -> None:
    await clinic.ada.says("/stop")
    await clinic.ada.hears("stop")
    await clinic.ada.taps_on(ice, "Later")
    await clinic.ada.sees_toast("off just now")


async def test_another_persons_press_changes_nothing(clinic: ClinicBot, ice: Line) -> None:
    ben = clinic.tg.person("Ben")
    await ben.says("hello")
    greeting = await ben.hears("automated aftercare")
    done = ice.data_of("Done")
    assert done is not None
    await ben.sends_data(greeting, done)
    await ben.sees_toast("somebody else")
    assert not ice.says("✅ Done")


async def test_report_a_problem_asks_for_words_and_names_the_emergency_number(clinic: ClinicBot, ice: Line) -> None:
    await clinic.ada.taps_on(ice, "Report a problem")
    invited = await clinic.ada.hears("just write it here")
    assert invited.says("112")
