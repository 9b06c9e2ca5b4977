"""The team, over real HTTP: claiming, inviting, binding the staff group, and who is not staff."""

import contextlib
from collections.abc import AsyncIterator

from bot.app.running import running_bot
from bot.services import team
from bot.storage import facts, members
from bot.storage.database import Database
from tests.support.clinic import ClinicBot, link_in, quiet_tell, settings_for
from tests.support.databases import Databases
from tests.support.telegram import TelegramServer, telegram_server


@contextlib.asynccontextmanager
async def empty_clinic(databases: Databases, **settings: object) -> AsyncIterator[tuple[TelegramServer, Database, str]]:
    """A bot nobody has claimed yet, and its claim code."""
    async with (
        telegram_server() as tg,
        running_bot(settings_for(tg, databases.sqlite(), **settings), quiet_tell) as bot,
    ):
        code = await bot.database.run(team.claim_link_code, bot.clock.now())
        yield tg, bot.database, code or ""


async def test_whoever_opens_the_claim_link_first_is_the_admin(databases: Databases) -> None:
    async with empty_clinic(databases) as (tg, _, code):
        olga, ben = tg.person("Olga"), tg.person("Ben")
        await olga.opens(f"https://t.me/{tg.username}?start={code}")
        await olga.hears("You are the admin")
        await ben.opens(f"https://t.me/{tg.username}?start={code}")
        await ben.hears("used already")


async def test_a_clinic_is_set_up_from_nothing_to_the_first_enrollment(databases: Databases) -> None:
    async with empty_clinic(databases) as (tg, database, code):
        olga, tessa = tg.person("Olga"), tg.person("Tessa")
        await olga.opens(f"https://t.me/{tg.username}?start={code}")
        await olga.hears("You are the admin")
        group = tg.group("Clinic staff", [olga, tessa])
        await group.hears("/staffhere")
        await olga.says_in(group, "/staffhere")
        await group.hears("This is now the staff group")
        assert await database.run(facts.staff_chat) == group.id
        await olga.says("/invite therapist")
        await tessa.opens(link_in((await olga.hears("t.me/")).text))
        await tessa.hears("Welcome to the team, Tessa")
        await olga.hears("Tessa has opened your link")
        await tessa.says("/enroll Maria Lopez, left calf, 48h")
        assert (await tessa.hears("Maria Lopez")).photo


async def test_whoever_joins_sees_the_commands_of_their_role_until_they_are_removed(clinic: ClinicBot) -> None:
    await clinic.olga.says("/invite staff")
    link = link_in((await clinic.olga.hears("t.me/")).text)
    ben = clinic.tg.person("Ben")
    await ben.opens(link)
    await ben.hears("Welcome to the team, Ben")
    await ben.sees(lambda _: "flags" in ben.commands, what="the commands of staff")
    assert "enroll" not in ben.commands
    await ben.says("/language es")
    await ben.sees(lambda _: "Avisos" in ben.commands["flags"], what="them in Spanish")
    await clinic.olga.says("/remove")
    await clinic.olga.taps("Ben")
    await clinic.olga.taps("Yes, take out")
    await ben.sees(lambda _: not ben.commands, what="the commands gone")


async def test_being_in_the_group_is_not_being_staff(clinic: ClinicBot) -> None:
    ben = clinic.tg.person("Ben")
    clinic.tg.join(clinic.staff, ben)
    await ben.says_in(clinic.staff, "/flags")
    await clinic.staff.hears("Nothing was changed")
    await ben.says_in(clinic.staff, "/staffhere")
    await clinic.staff.hears("This is for Riverside Physio's team")


async def test_the_group_keeps_working_when_telegram_gives_it_a_new_id(clinic: ClinicBot) -> None:
    old = clinic.staff.id
    clinic.tg.upgrade(clinic.staff)
    await clinic.olga.says_in(clinic.staff, "/help")
    await clinic.staff.hears("This is the staff group")
    assert clinic.staff.id != old
    assert await clinic.read(facts.staff_chat) == clinic.staff.id


async def test_admins_are_told_when_the_bot_is_put_out_of_the_staff_group(clinic: ClinicBot) -> None:
    clinic.tg.kick_bot(clinic.staff)
    await clinic.olga.hears("taken out of the staff group")


async def test_a_stranger_who_adds_the_bot_to_a_group_learns_whose_it_is(clinic: ClinicBot) -> None:
    ben = clinic.tg.person("Ben")
    group = clinic.tg.group("Ben's friends", [ben])
    await group.hears("I only work in Riverside Physio's staff group")


async def test_a_member_is_taken_out_by_buttons(clinic: ClinicBot) -> None:
    await clinic.olga.says("/remove")
    await clinic.olga.taps("Tessa")
    await clinic.olga.taps("Yes, take out")
    await clinic.olga.hears("Tessa is no longer in the team")
    await clinic.tessa.hears("no longer in Riverside Physio's team")
    await clinic.tessa.says("/enroll Maria Lopez, calf")
    await clinic.tessa.hears("This is for Riverside Physio's team")
    assert [member.first_name for member in await clinic.read(members.current)] == ["Nora", "Olga"]


async def test_the_only_admin_stays(clinic: ClinicBot) -> None:
    await clinic.olga.says("/remove")
    await clinic.olga.taps("Olga")
    await clinic.olga.sees_toast("only admin")


async def test_commands_of_the_team_change_nothing_for_others(clinic: ClinicBot) -> None:
    for command in ("/invite staff", "/team", "/remove", "/enroll Maria, calf", "/patients"):
        await clinic.ada.says(command)
        await clinic.ada.hears("This is for Riverside Physio's team")
