"""`triage --lang`: only languages that the rules give their reasons in."""

from tests.cli.conftest import Command


def test_triage_refuses_a_language_it_has_no_reasons_in(command: Command) -> None:
    done = command("triage", "--lang", "fr", "chest pain")
    assert done.code == 2
    assert "none of en, es" in done.err
