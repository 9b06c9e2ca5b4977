"""Nonsense gets one clear answer and changes nothing."""

from sqlmodel import Session, func, select

from bot.storage.tables import Enrollment, Patient
from tests.support.clinic import ClinicBot


def rows(db: Session) -> tuple[int, int]:
    return (
        db.exec(select(func.count()).select_from(Patient)).one(),
        db.exec(select(func.count()).select_from(Enrollment)).one(),
    )


NONSENSE = {
    "/enroll Maria Lopez, banana": "I do not understand “banana”",
    "/enroll Maria Lopez, calf, 72h": "24 to 48 hours",
    "/enroll Maria Lopez, calf, -1": "24 to 48 hours",
    "/enroll Maria Lopez, calf, thigh": "second area",
    "/enroll Z9Z9, calf": "no patient Z9Z9",
    "/enroll " + "x" * 4088: "too long",
    "/enroll <script>, <b>": "I do not understand “<b>”",
    "/enroll 💪, calf": "is not a name",
    "/patient Z9Z9": "no patient Z9Z9",
    "/patient": "Which patient?",
    "/cancel <i>": "no patient",
    "/preview banana": "I do not understand",
    "/invite king": "/invite therapist",
    "/nonsense": "do not know this command",
    "what now?": "I did not act on that",
}


async def test_a_therapists_nonsense_gets_one_answer_each_and_changes_nothing(clinic: ClinicBot) -> None:
    for number, (typed, answer) in enumerate(NONSENSE.items(), start=1):
        person = clinic.olga if typed.startswith("/invite") else clinic.tessa
        await person.says(typed)
        await person.hears(answer)
        assert len(clinic.tessa.heard) + len(clinic.olga.heard) == number
    assert await clinic.read(rows) == (0, 0)


async def test_a_name_with_markup_is_shown_as_typed_everywhere(clinic: ClinicBot) -> None:
    await clinic.tessa.says("/enroll <b>Bobby</b> & <a href='x'>Co, calf")
    await clinic.tessa.hears("<b>Bobby</b> & <a href='x'>Co")
    await clinic.tessa.says("/patients")
    await clinic.tessa.hears("<b>Bobby</b> & <a href='x'>Co")


async def test_a_name_that_would_read_backward_is_cleaned(clinic: ClinicBot) -> None:
    await clinic.tessa.says("/enroll \u202eMaria\u2066 Lopez\u0007, calf")
    await clinic.tessa.hears("Maria Lopez ·")


async def test_made_up_button_data_is_answered_and_changes_nothing(clinic: ClinicBot) -> None:
    await clinic.ada.says("/start")
    shown = await clinic.ada.hears("automated aftercare service")
    made_up = ["nonsense", "agree", "agree:", "agree:999999999999999999999", "agree:-1", "a:b:c", "cancel-yes:1"]
    for count, data in enumerate(made_up, start=1):
        await clinic.ada.sends_data(shown, data)
        await clinic.ada.sees(lambda ada, count=count: len(ada.toasts) == count, what="a note")  # type: ignore[misc]
    assert await clinic.read(rows) == (0, 0)
    assert len(clinic.ada.heard) == 1
