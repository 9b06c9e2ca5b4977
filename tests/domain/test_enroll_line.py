"""What a therapist may type behind /enroll, and how it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.places import shipped
from bot.catalog.vocabulary import load_vocabulary
from bot.domain.enroll_line import Details, Fault, Line, LineError, read_details, read_line
from bot.domain.person_name import LONGEST_NAME, clean_name
from bot.domain.protocol import REGIONS, RISKS

VOCABULARY = load_vocabulary(shipped() / "vocabulary")
MARIA = "Maria Lopez"


@pytest.mark.parametrize(
    ("typed", "details"),
    [
        ("Maria Lopez, left calf, 48h", Details("calf", "left", 48)),
        ("Maria Lopez left calf 48h", Details("calf", "left", 48)),
        ("Maria Lopez, 48 hours, calf left", Details("calf", "left", 48)),
        ("Maria Lopez, CALF (LEFT), 48", Details("calf", "left", 48)),
        ("Maria Lopez; neck; 24 h", Details("neck", None, 24)),
        ("Maria Lopez\nneck\n36h", Details("neck", None, 36)),
        ("Maria Lopez, neck, 2 days", Details("neck", None, 48)),
        ("Maria Lopez, calf", Details("calf")),
        ("Maria Lopez, pantorrilla izquierda, 24 horas", Details("calf", "left", 24)),
        ("Maria Lopez, hombro dcho.", Details("shoulder", "right")),
        ("Maria Lopez, gluteo IZQ", Details("glute", "left")),
        ("Maria Lopez, parte alta de la espalda, lado derecho", Details("upper-back", "right")),
        ("Maria Lopez, left and right calf", Details("calf", "both")),
        ("Maria Lopez, both calves, 48h", Details("calf", "both", 48)),
        ("Maria Lopez, low back, no-ice, anticoagulant", Details("low-back", risks=("no-ice", "anticoagulant"))),
        ("Maria Lopez, lumbar, embarazada, sin hielo", Details("low-back", risks=("pregnant", "no-ice"))),
        ("Maria Lopez, neck, blood thinner, anticoagulante", Details("neck", risks=("anticoagulant",))),
        ("Maria Lopez", Details()),
        ("Maria Lopez, back", Details()),
        ("Maria Lopez, 36h", Details(hours=36)),
    ],
)
def test_a_line_is_read_in_either_language_and_any_order(typed: str, details: Details) -> None:
    assert read_line(typed, VOCABULARY) == Line(details, name=MARIA)


@pytest.mark.parametrize("typed", ["K7F2, neck, 24h", "k7f2 neck 24h", "#K7F2, 24, cuello"])
def test_a_known_patient_is_named_by_code(typed: str) -> None:
    assert read_line(typed, VOCABULARY) == Line(Details("neck", None, 24), code="K7F2")


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", Fault.NAME_MISSING),
        (", left calf", Fault.NAME_MISSING),
        ("\u202e\u200b, calf", Fault.NAME_MISSING),
        ("x" * 4096, Fault.NAME_TOO_LONG),
        ("a " * 2048, Fault.NAME_TOO_LONG),
        ("12345, calf", Fault.NAME_WITHOUT_LETTERS),
        ("💪, calf", Fault.NAME_WITHOUT_LETTERS),
        ("Maria Lopez, banana", Fault.UNKNOWN_WORDS),
        ("Maria Lopez, calf, 💪", Fault.UNKNOWN_WORDS),
        ("Maria Lopez, calf, thigh", Fault.TWO_AREAS),
        ("Maria Lopez, calf, 23h", Fault.HOURS_RANGE),
        ("Maria Lopez, calf, 49", Fault.HOURS_RANGE),
        ("Maria Lopez, calf, 0", Fault.HOURS_RANGE),
        ("Maria Lopez, calf, -30h", Fault.HOURS_RANGE),
        ("Maria Lopez, calf, 3 days", Fault.HOURS_RANGE),
        ("Maria Lopez, calf, 99999999999999999999", Fault.HOURS_RANGE),
        ("Maria Lopez calf 99h", Fault.HOURS_RANGE),
        ("Maria Lopez, calf, 24h, 48h", Fault.TWO_HOURS),
        ("Maria Lopez, calf, 24-48h", Fault.TWO_HOURS),
    ],
)
def test_each_fault_is_named(typed: str, fault: Fault) -> None:
    with pytest.raises(LineError) as raised:
        read_line(typed, VOCABULARY)
    assert raised.value.fault is fault
    assert len(raised.value.typed) <= 40


@pytest.mark.parametrize(
    "typed",
    [
        "left calf, 48h", "left calf 48h", "calf", "Calf, left, 48h", "left, calf, 48h", "pantorrilla izquierda, 48h",
        "pantorrilla izquierda", "gemelo izq.", "48h, left calf", "back, 24h", "left calf, 48h, anticoagulant",
        "left and right calf", "the left calf", "upper back", "calf 99h", "left calf, calf", "left calf, right thigh",
    ],
)  # fmt: skip
def test_a_line_that_tells_all_but_the_name_lacks_the_name(typed: str) -> None:
    with pytest.raises(LineError) as raised:
        read_line(typed, VOCABULARY)
    assert raised.value.fault is Fault.NAME_MISSING


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Maria Left, neck", Line(Details("neck"), name="Maria Left")),
        ("Maria Left, 48h", Line(Details(hours=48), name="Maria Left")),
        ("Juan Izquierdo, left calf", Line(Details("calf", "left"), name="Juan Izquierdo")),
        ("Juan Izquierdo", Line(Details(), name="Juan Izquierdo")),
        ("Izquierdo, right calf", Line(Details("calf", "right"), name="Izquierdo")),
        ("Hand, calf", Line(Details("calf"), name="Hand")),
        ("R, left calf", Line(Details("calf", "left"), name="R")),
        ("Asma, left calf", Line(Details("calf", "left"), name="Asma")),
        ("L2R4, neck", Line(Details("neck"), code="L2R4")),
        ("L2R4 neck", Line(Details("neck"), code="L2R4")),
        ("On, left calf", Line(Details("calf", "left"), name="On")),
        ("Delgado Pie, right foot", Line(Details("foot", "right"), name="Delgado Pie")),
        ("Peter Hand left calf", Line(Details("calf", "left"), name="Peter Hand")),
    ],
)
def test_a_name_may_hold_such_a_word(typed: str, line: Line) -> None:
    assert read_line(typed, VOCABULARY) == line


def test_a_name_that_is_also_an_area_stays_a_name_where_the_area_is_given() -> None:
    assert read_line("Peter Hand, calf", VOCABULARY) == Line(Details("calf"), name="Peter Hand")


def test_markup_in_a_name_is_left_for_the_wording_to_escape() -> None:
    assert read_line("<b>Maria</b>, calf", VOCABULARY).name == "<b>Maria</b>"


@pytest.mark.parametrize("region", REGIONS)
def test_every_area_is_known_by_its_own_name(region: str) -> None:
    assert read_details(region.replace("-", " "), VOCABULARY).region == region


@pytest.mark.parametrize("risk", RISKS)
def test_every_risk_is_known_by_its_own_name(risk: str) -> None:
    assert read_details(risk, VOCABULARY).risks == (risk,)


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_or_refused_with_a_named_fault(typed: str) -> None:
    try:
        line = read_line(typed, VOCABULARY)
    except LineError:
        return
    assert (line.name is None) != (line.code is None)
    assert line.details.hours is None or 24 <= line.details.hours <= 48


@given(st.text(max_size=200))
def test_a_kept_name_has_no_control_characters_and_one_blank_at_a_time(typed: str) -> None:
    name = clean_name(typed)
    assert name.isprintable()
    assert name == name.strip()
    assert "  " not in name
    assert clean_name(name) == name
    assert LONGEST_NAME == 60
