"""The patient's time zone: asked for, found from what people type, and dating the plan anew."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.catalog.wording import place
from bot.domain.status import CheckInState, OutboxState
from bot.services import outcomes
from bot.services.practice import Practice
from bot.services.timezones import find_zone
from bot.storage.tables import CheckIn, OutboxMessage
from tests.services.test_patients_hand import plan
from tests.support.desk import Desk, Person

GROUP = -100500


def test_a_new_time_zone_dates_anew_what_has_not_been_said(desk: Desk, ada: Person) -> None:
    desk.passes(hours=1)
    said = len(plan(desk, ada, OutboxState.SENT))
    ada.says("/timezone Auckland")
    assert "It is 23:00 where you are (Auckland)" in ada.last.text
    zone = ZoneInfo("Pacific/Auckland")
    coming = plan(desk, ada)
    assert coming
    assert all(8 <= row.due_at.astimezone(zone).hour < 21 for row in coming)
    assert len(plan(desk, ada, OutboxState.SENT)) == said
    steps = [row.step for row in coming]
    assert len(steps) == len(set(steps))
    assert "summary" not in steps


def test_the_time_zone_is_asked_with_examples_and_the_clinics_to_press(desk: Desk, ada: Person) -> None:
    ada.says("/timezone")
    assert "Your time zone is Madrid" in ada.last.text
    assert not ada.last.buttons
    ada.says("/timezone Lisbon")
    ada.says("/timezone")
    assert list(ada.last.buttons) == ["Madrid"]
    ada.taps("Madrid")
    assert "where you are (Madrid)" in ada.last.text
    ada.says("/timezone Middle of Nowhere")
    assert "I do not know the time in “Middle of Nowhere”" in ada.last.text
    assert "/timezone Lisbon" in ada.last.text


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Lisbon", "Europe/Lisbon"),
        ("Paris, France", "Europe/Paris"),
        ("CET", None),
        ("lisboa", "Europe/Lisbon"),
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("europe/lisbon", "Europe/Lisbon"),
        ("New York", "America/New_York"),
        ("nueva york", "America/New_York"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Canarias", "Atlantic/Canary"),
        ("Ciudad de México", "America/Mexico_City"),
        ("+2", "Etc/GMT-2"),
        ("UTC+2", "Etc/GMT-2"),
        ("gmt -5", "Etc/GMT+5"),
        ("+05:30", "Asia/Kolkata"),
        ("-3:30", None),
        ("St. John's", "America/St_Johns"),
        ("newfoundland", "America/St_Johns"),
        ("UTC", "UTC"),
        ("+0", "UTC"),
        ("+15", None),
        ("-13", None),
        ("+1:45", None),
        ("2", None),
        ("", None),
        ("Etc/GMT+5", None),
        ("../../etc/passwd", None),
        ("x" * 4000, None),
    ],
)
def test_zones_are_found_by_city_country_offset_and_name(practice: Practice, typed: str, zone: str | None) -> None:
    assert find_zone(practice.catalog.vocabulary, typed) == zone


@pytest.mark.parametrize("typed", ["UTC-3:30", "-3:30", "+10:30", "GMT+12:45"])
def test_an_offset_no_place_keeps_all_year_asks_for_a_city_and_changes_nothing(
    desk: Desk, ada: Person, typed: str
) -> None:
    before = [row.due_at for row in plan(desk, ada)]
    ada.says(f"/timezone {typed}")
    assert f"“{typed}”" in ada.last.text
    assert "write a city" in ada.last.text
    assert "/timezone +2" not in ada.last.text
    assert [row.due_at for row in plan(desk, ada)] == before
    ada.says("/timezone")
    assert "Your time zone is Madrid" in ada.last.text


@pytest.mark.parametrize("typed", ["+3:30", "+4:30", "+5:30", "+5:45", "+6:30", "+8:45", "+9:30", "-9:30"])
def test_a_part_of_an_hour_is_the_same_all_year(practice: Practice, typed: str) -> None:
    zone = ZoneInfo(find_zone(practice.catalog.vocabulary, typed) or "")
    hours, minutes = typed[1:].split(":")
    offset = (1 if typed[0] == "+" else -1) * timedelta(hours=int(hours), minutes=int(minutes))
    year = (datetime(2026, month, 1, tzinfo=UTC).astimezone(zone) for month in range(1, 13))
    assert {day.utcoffset() for day in year} == {offset}


def test_an_offset_is_shown_as_people_write_it() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert noon.astimezone(ZoneInfo("Etc/GMT-2")).hour == 14
    assert place("en", "Etc/GMT-2") == "UTC+2"
    assert place("en", "Etc/GMT+5") == "UTC-5"


def test_a_city_is_called_as_the_readers_language_calls_it() -> None:
    assert place("en", "America/Argentina/Buenos_Aires") == "Buenos Aires"
    assert place("en", "Europe/London") == "London"
    assert place("es", "Europe/London") == "Londres"


@pytest.mark.parametrize("turn", [("/timezone America/New_York",), ("/pause", "/resume")])
def test_a_promised_extra_check_survives_a_change_of_the_plan(desk: Desk, ada: Person, turn: tuple[str, ...]) -> None:
    desk.passes(hours=24, minutes=1)
    with desk.looking() as db:
        row = db.exec(select(OutboxMessage).where(OutboxMessage.step == "check-24h")).one()
        outcomes.sent(db, desk.practice, row, desk.now)
    for answer in ("1", "Tingling", "Send", "2"):
        ada.taps(answer)
    promised = [row for row in plan(desk, ada) if (row.unique_key or "").startswith("extra:")]
    assert promised
    for said in turn:
        ada.says(said)
    still = [row for row in plan(desk, ada) if (row.unique_key or "").startswith("extra:")]
    assert [row.step for row in still] == [row.step for row in promised]
    with desk.looking() as db:
        check_in = db.get(CheckIn, promised[0].check_in_id)
        assert check_in is not None
        assert check_in.state == CheckInState.PLANNED
