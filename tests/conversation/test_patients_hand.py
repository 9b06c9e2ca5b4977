"""The patient's own hand on the messages, over real HTTP."""

from tests.support.clinic import ClinicBot


async def test_status_shows_what_comes_next(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/status")
    status = await clinic.ada.hears("What comes next (left calf)")
    assert "Mon, Mar 2, 14:00: check-in" in status.text
    assert "until Wednesday, March 4, 10:00" in status.text


async def test_nothing_comes_during_a_pause_and_what_is_useful_comes_after_it(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.passes(minutes=20)
    await clinic.ada.hears("What to expect")
    await clinic.ada.says("/pause")
    await clinic.ada.hears("Paused")
    heard = len(clinic.ada.heard)
    await clinic.passes(hours=22)
    await clinic.ada.says("/resume")
    await clinic.ada.hears("Welcome back")
    assert len(clinic.ada.heard) == heard + 1
    await clinic.passes(hours=6)
    await clinic.ada.hears("One day on")


async def test_after_stop_nothing_routine_is_sent_and_words_are_still_heard(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/stop")
    await clinic.ada.hears("You will get no more messages")
    await clinic.tessa.hears("has stopped the messages")
    heard = len(clinic.ada.heard)
    await clinic.passes(hours=80)
    await clinic.ada.says("I cannot breathe")
    await clinic.ada.hears("112")
    await clinic.staff.hears_button("Acknowledge")
    assert len(clinic.ada.heard) >= heard + 1


async def test_stop_with_an_open_flag_names_the_emergency_number_and_staff_are_told(clinic: ClinicBot) -> None:
    code = await clinic.enrolled()
    await clinic.ada.says("my chest hurts when I breathe in")
    await clinic.staff.hears_button("Acknowledge")
    await clinic.ada.says("/stop")
    await clinic.ada.hears("at most one more message asks if you have got help")
    await clinic.staff.hears(f"{code} has stopped the messages")
    await clinic.staff.hears_button("Acknowledge")


async def test_the_language_changes_at_once(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/language")
    await clinic.ada.taps("Español")
    await clinic.ada.hears("le escribo en este idioma (Español)")
    await clinic.passes(minutes=20)
    await clinic.ada.hears("llame")
    await clinic.ada.says("/status")
    await clinic.ada.hears("Lo que viene (pantorrilla izquierda)")


async def test_the_app_speaks_the_language_of_the_phone(clinic: ClinicBot) -> None:
    eva = clinic.tg.person("Eva", language="es")
    await eva.says("/start")
    await eva.hears("servicio automático de seguimiento")


async def test_a_new_time_zone_moves_what_is_to_come(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("/timezone New York")
    await clinic.ada.hears("It is 04:00 where you are (New York)")
    await clinic.ada.says("/status")
    status = await clinic.ada.hears("What comes next")
    assert "Mon, Mar 2, 08:00: check-in" in status.text


async def test_everything_kept_is_shown_and_erased(clinic: ClinicBot) -> None:
    await clinic.enrolled()
    await clinic.ada.says("it is a bit sore")
    await clinic.tg.updates_taken()
    await clinic.ada.says("/mydata")
    data = await clinic.ada.hears("Everything that is kept about you")
    assert "Ada Lovelace" in data.text
    assert "it is a bit sore" in data.text
    await clinic.ada.says("/forget")
    await clinic.ada.taps("Yes, erase everything")
    await clinic.ada.hears("everything about you has been erased")
    await clinic.ada.says("/mydata")
    await clinic.ada.hears("You are not enrolled here")


async def test_strangers_learn_what_this_is_and_whom_to_call(clinic: ClinicBot) -> None:
    ben = clinic.tg.person("Ben")
    await ben.says("/start")
    said = await ben.hears("automated aftercare service of Riverside Physio")
    assert "112" in said.text
    assert "+34 600 000 000" in said.text
