"""The team: claiming, inviting, joining, leaving, the staff group."""

import pytest
from sqlmodel import select

from bot.services import team
from bot.storage import facts, members
from bot.storage.tables import Patient
from tests.services.conftest import link_in
from tests.support.desk import Desk, Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is stored is shown on both databases by test_patients_hand and test_privacy."""

GROUP = -100500


def claim(desk: Desk) -> str | None:
    with desk.looking() as db:
        return team.claim_link_code(db, desk.now)


def names(desk: Desk) -> list[str]:
    with desk.looking() as db:
        return [member.first_name for member in members.current(db)]


def test_the_first_admin_claims_the_bot_by_a_link_that_works_once(desk: Desk, ben: Person) -> None:
    code = claim(desk)
    ben.says(f"/start {code}")
    assert "You are the admin" in ben.last.text
    late = desk.person("Late", 77)
    late.says(f"/start {code}")
    assert "used already" in late.last.text
    assert claim(desk) is None


def test_a_second_claim_link_makes_the_first_worthless(desk: Desk, ben: Person) -> None:
    first = claim(desk)
    claim(desk)
    ben.says(f"/start {first}")
    assert "no longer valid" in ben.last.text
    assert names(desk) == []


def test_somebody_named_in_the_settings_is_admin_from_the_first_word_on(olga: Person) -> None:
    olga.says("/team")
    assert "Olga: admin" in olga.last.text


@pytest.mark.parametrize("typed", ["therapist", "Therapist", "terapeuta"])
def test_a_link_makes_one_person_a_therapist(desk: Desk, olga: Person, typed: str) -> None:
    olga.says(f"/invite {typed}")
    tessa = desk.person("Tessa", 2)
    tessa.opens(link_in(olga))
    assert "Welcome to the team, Tessa" in tessa.last.text
    assert "Tessa has opened your link and joined as therapist" in olga.last.text
    tessa.says("/enroll Ada Byron, calf")
    assert tessa.last.qr


def test_a_team_link_opened_twice_by_the_same_person_says_so(desk: Desk, olga: Person, tessa: Person) -> None:
    tessa.opens(link_in(olga))
    assert "You belong to the team already" in tessa.last.text


def test_a_team_link_does_not_work_for_a_second_person(olga: Person, tessa: Person, ben: Person) -> None:
    ben.opens(link_in(olga))
    assert "used already" in ben.last.text


def test_a_team_link_runs_out_after_two_days(desk: Desk, olga: Person, ben: Person) -> None:
    olga.says("/invite staff")
    desk.passes(hours=48)
    ben.opens(link_in(olga))
    assert "run out" in ben.last.text


@pytest.mark.parametrize("typed", ["/invite", "/invite admin", "/invite <b>", "/invite therapist Ben"])
def test_an_invitation_for_no_role_is_explained(olga: Person, typed: str) -> None:
    olga.says(typed)
    assert "/invite therapist or /invite staff" in olga.last.text


@pytest.mark.parametrize("command", ["/invite staff", "/team", "/remove"])
def test_only_admins_manage_the_team(tessa: Person, ben: Person, command: str) -> None:
    tessa.says(command)
    assert "Your role does not include this" in tessa.last.text
    ben.says(command)
    assert "This is for Kinito Therapy's team" in ben.last.text


def test_a_removed_member_can_do_nothing_any_more_and_is_told(desk: Desk, olga: Person, tessa: Person) -> None:
    olga.says("/remove")
    olga.taps("Tessa")
    assert "Take Tessa (therapist) out of the team?" in olga.last.text
    olga.taps("Yes, take out")
    assert "Tessa is no longer in the team" in olga.last.text
    assert "no longer in Kinito Therapy's team" in tessa.last.text
    tessa.says("/enroll Ada Byron, calf")
    assert "This is for Kinito Therapy's team" in tessa.last.text


def test_removing_can_be_thought_better_of(desk: Desk, olga: Person, tessa: Person) -> None:
    olga.says("/remove")
    olga.taps("Tessa")
    olga.taps("Nobody")
    assert "Nobody was removed" in olga.last.text
    assert "Tessa" in names(desk)


def test_the_only_admin_stays(desk: Desk, ben: Person) -> None:
    ben.says(f"/start {claim(desk)}")
    ben.says("/remove")
    assert "only admin" in ben.taps("Ben")
    assert names(desk) == ["Ben"]


def test_an_admin_of_the_settings_cannot_be_removed_by_chat(desk: Desk, olga: Person) -> None:
    olga.says("/remove")
    assert "ADMIN_IDS" in olga.taps("Olga")


def test_a_press_on_a_removal_by_somebody_else_changes_nothing(desk: Desk, olga: Person, tessa: Person) -> None:
    olga.says("/remove")
    with desk.looking() as db:
        member = members.by_telegram_id(db, tessa.id)
        assert member is not None
    assert "Your role" in tessa.sends_data(olga.last, f"remove-yes:{member.id}")
    assert "Tessa" in names(desk)


def test_a_name_that_reads_backward_is_shown_clean(desk: Desk, olga: Person) -> None:
    olga.says("/invite staff")
    odd = desk.person("\u202eevil\u202c\n<b>", 88)
    odd.opens(link_in(olga))
    olga.says("/team")
    assert "evil <b>: staff" in olga.last.text


def test_an_admin_binds_the_staff_group(desk: Desk, olga: Person) -> None:
    olga.says("/staffhere", GROUP)
    assert "This is now the staff group" in desk.chat(GROUP)[-1].text
    olga.says("/staffhere", GROUP)
    assert "already" in desk.chat(GROUP)[-1].text


def test_the_group_before_is_told_when_another_one_is_bound(desk: Desk, olga: Person) -> None:
    olga.says("/staffhere", GROUP)
    olga.says("/staffhere", GROUP - 1)
    assert "Another group" in desk.chat(GROUP)[-1].text


def test_nobody_but_an_admin_binds_a_group(desk: Desk, tessa: Person, ben: Person) -> None:
    for person in (tessa, ben):
        person.says("/staffhere", GROUP)
    with desk.looking() as db:
        assert facts.staff_chat(db) is None
    assert len(desk.chat(GROUP)) == 2


def test_an_admin_who_writes_as_the_group_is_asked_to_show_themselves(desk: Desk, olga: Person) -> None:
    olga.says("/staffhere", GROUP, anonymous=True)
    assert "cannot tell who you are" in desk.chat(GROUP)[-1].text


def test_staffhere_in_private_says_where_it_belongs(olga: Person) -> None:
    olga.says("/staffhere")
    assert "in the group itself" in olga.last.text


def test_commands_with_names_are_not_answered_in_a_group(desk: Desk, olga: Person, tessa: Person) -> None:
    olga.says("/staffhere", GROUP)
    tessa.says("/patients", GROUP)
    assert "private chat" in desk.chat(GROUP)[-1].text
    tessa.says("/unknown", GROUP)
    tessa.says("lunch?", GROUP)
    assert "private chat" in desk.chat(GROUP)[-1].text


def test_a_command_to_another_bot_is_left_to_that_one(desk: Desk, olga: Person) -> None:
    olga.says("/staffhere@other_bot", GROUP)
    olga.says("/patients@other_bot", GROUP)
    assert desk.chat(GROUP) == []
    olga.says("/staffhere@Kinito_Bot", GROUP)
    assert "This is now the staff group" in desk.chat(GROUP)[-1].text


def test_help_shows_each_role_what_is_theirs(olga: Person, tessa: Person, nora: Person) -> None:
    for person, theirs, not_theirs in (
        (tessa, "/enroll", "/invite"),
        (nora, "Acknowledge", "/enroll"),
        (olga, "/invite", "nothing that is missing"),
    ):
        person.says("/help")
        assert theirs in person.last.text
        assert not_theirs not in person.last.text


def test_only_those_who_may_cancel_are_offered_to(
    desk: Desk, olga: Person, tessa: Person, nora: Person, ada: Person
) -> None:
    with desk.looking() as db:
        code = db.exec(select(Patient)).one().code
    tessa.says(f"/patient {code}")
    assert list(tessa.last.buttons) == ["Cancel enrollment"]
    nora.says(f"/patient {code}")
    assert not nora.last.buttons
    olga.says("/staffhere", GROUP)
    tessa.says(f"/patient {code}", GROUP)
    assert not desk.chat(GROUP)[-1].buttons
