"""The patient's own commands."""

from bot.chat.handlers.people import number, patient, text
from bot.chat.turn import Toast, Turn
from bot.services import languages, looking_ahead, pausing, privacy, stopping, timezones
from bot.services.saying import Words, words


def status(turn: Turn) -> Toast | None:
    turn.answer(looking_ahead.status(turn.db, patient(turn), turn.now))
    return None


def pause(turn: Turn) -> Toast | None:
    turn.answer(pausing.pause(turn.db, patient(turn)))
    return None


def resume(turn: Turn) -> Toast | None:
    turn.answer(pausing.resume(turn.db, turn.practice, patient(turn), turn.now))
    return None


def stop(turn: Turn) -> Toast | None:
    turn.answer(stopping.stop(turn.db, patient(turn), turn.now))
    return None


def language(turn: Turn) -> Toast | None:
    if turn.incoming.argument:
        turn.answer(_chosen_language(turn, turn.incoming.argument))
    else:
        turn.answer(languages.ask(turn.practice))
    return None


def language_pressed(turn: Turn) -> Toast | None:
    turn.redraw(_chosen_language(turn, text(turn, 0)))
    return None


def timezone(turn: Turn) -> Toast | None:
    if turn.incoming.argument:
        turn.answer(timezones.choose(turn.db, turn.practice, patient(turn), turn.incoming.argument, turn.now))
    else:
        turn.answer(timezones.ask(turn.practice, patient(turn), turn.now))
    return None


def timezone_pressed(turn: Turn) -> Toast | None:
    turn.redraw(timezones.choose(turn.db, turn.practice, patient(turn), text(turn, 0), turn.now))
    return None


def about_privacy(turn: Turn) -> Toast | None:
    turn.answer(privacy.explain(turn.practice))
    return None


def mydata(turn: Turn) -> Toast | None:
    for said in privacy.everything_kept(turn.db, turn.practice, patient(turn)):
        turn.answer(said)
    return None


def forget(turn: Turn) -> Toast | None:
    turn.answer(privacy.ask_to_forget(turn.db, patient(turn)))
    return None


def forget_surely(turn: Turn) -> Toast | None:
    turn.answer(privacy.forget(turn.db, turn.patient, number(turn), turn.now))
    return None


def forget_not(turn: Turn) -> Toast | None:
    turn.redraw(words("forget-not"))
    return None


def _chosen_language(turn: Turn, typed: str) -> Words:
    return languages.choose(turn.db, turn.practice, (turn.patient, turn.member), typed, turn.now)
