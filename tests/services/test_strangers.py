"""What somebody is told who is not, or not yet, a patient here."""

import pytest

from tests.support.desk import Person


def test_strangers_are_told_what_this_is_and_whom_to_call(ben: Person) -> None:
    for said in ("/start", "/help", "/status", "/pause", "/mydata", "/enroll x, calf", "/nonsense"):
        ben.says(said)
        assert ben.last.text
    ben.says("/status")
    assert "You are not enrolled here" in ben.last.text
    assert "112" in ben.last.text


@pytest.mark.parametrize("said", ["/mydata", "/forget"])
def test_a_stranger_who_asks_is_told_that_nothing_is_kept(ben: Person, said: str) -> None:
    ben.says(said)
    assert "Nothing about you is kept here" in ben.last.text
    assert "112" in ben.last.text


@pytest.mark.parametrize("said", ["/start", "/help", "/status", "/whatever", "hello, anybody there?"])
def test_whoever_has_not_chosen_yet_is_shown_the_invitation_again(ben: Person, link: str, said: str) -> None:
    ben.opens(link)
    ben.says(said)
    assert "waits for your answer" in ben.last.text
    ben.taps("I agree")
    assert "you are all set" in ben.last.text


def test_danger_before_agreeing_gets_the_number_and_the_truth(ben: Person, link: str) -> None:
    ben.opens(link)
    ben.says("/report I can't breathe")
    assert "call 112" in ben.last.text
    assert "you have not agreed to it yet, so nobody at the clinic is told" in ben.last.text


def test_the_whole_invitation_is_read_once_and_then_only_pointed_to(ben: Person, link: str) -> None:
    ben.opens(link)
    ben.says("hello, anybody there?")
    assert "What is kept" not in ben.last.text
    ben.says("/start")
    assert "What is kept" in ben.last.text


@pytest.mark.parametrize("said", ["/stop", "/forget"])
def test_stopping_before_it_has_begun_is_a_no(ben: Person, tessa: Person, link: str, said: str) -> None:
    ben.opens(link)
    ben.says(said)
    assert "you will get no messages" in ben.last.text
    assert "not kept" in ben.last.text
    assert "has said No thanks" in tessa.last.text
    ben.says("/help")
    assert "You are not enrolled here" in ben.last.text


@pytest.mark.parametrize(
    ("said", "told"),
    [("I want to die", "talk to a person right now"), ("I took 30 paracetamol", "Say what you took")],
)
def test_a_crisis_before_agreeing_gets_the_words_for_it(ben: Person, link: str, said: str, told: str) -> None:
    ben.opens(link)
    ben.says(said)
    assert told in ben.last.text
    assert "112" in ben.last.text
    assert "nobody at the clinic is told" in ben.last.text
