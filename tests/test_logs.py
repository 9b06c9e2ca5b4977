"""What the log and the database keep of an error: its kind and place, never its text."""

import logging

import pytest

from bot import logs
from bot.domain.clinic_hours import parse_clinic_hours


def failed() -> BaseException:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is what must not be passed on
        parse_clinic_hours("Xyz 08:00-18:00")
    return raised.value


def test_an_error_is_told_by_kind_and_place() -> None:
    place = logs.place_of(failed())
    assert place.startswith("ValueError in domain/clinic_hours.py:")
    assert "Mon" not in place


def test_an_error_of_unknown_place_is_told_by_its_kind() -> None:
    assert logs.place_of(KeyError("Maria Lopez")) == "KeyError"


def test_the_log_shows_the_way_an_error_came_and_not_its_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging, "root", logging.RootLogger(logging.WARNING))
    logs.set_up("INFO")
    logging.root.error("oh", exc_info=failed())
    shown = capsys.readouterr().err
    assert "ValueError in domain/clinic_hours.py:" in shown
    assert " < " in shown
    assert "Mon" not in shown
