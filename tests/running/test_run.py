"""`run` as a process: it starts, lets the first admin in, stops cleanly, resumes, and is alone on its database."""

from pathlib import Path

import pytest

from bot.domain.data_key import written
from tests.running.process import bot_process
from tests.support.clinic import link_in
from tests.support.telegram import telegram_server


async def test_the_first_admin_comes_in_by_the_printed_link_once(tmp_path: Path) -> None:
    async with telegram_server() as tg, bot_process(tg, tmp_path) as bot:
        olga, ben = tg.person("Olga"), tg.person("Ben")
        link = link_in(await bot.says("t.me/"))

        await olga.opens(link)
        await olga.hears("admin")
        await ben.opens(link)
        await ben.hears("Riverside Physio")

        await ben.says("/team")
        await ben.sees(lambda chat: len(chat.heard) == 2, what="an answer")
        assert "Olga" not in ben.last.text


async def test_it_stops_cleanly_and_goes_on_where_it_was(tmp_path: Path) -> None:
    async with telegram_server() as tg:
        olga = tg.person("Olga")
        async with bot_process(tg, tmp_path) as bot:
            await olga.opens(link_in(await bot.says("t.me/")))
            await olga.hears("admin")
            code, _ = await bot.is_told_to_stop()
        assert code == 0

        await olga.says("/invite therapist")
        async with bot_process(tg, tmp_path) as bot:
            await bot.says("is running")
            await olga.hears("t.me/")
            code, out = await bot.is_told_to_stop()

        assert code == 0
        assert "Traceback" not in out
        assert tg.token not in out


async def test_a_second_process_on_the_same_database_says_so_and_ends(tmp_path: Path) -> None:
    async with telegram_server() as tg, bot_process(tg, tmp_path) as first:
        await first.says("is running")

        async with bot_process(tg, tmp_path) as second:
            code, out = await second.ends()

        assert code == 1
        assert "Another process" in out
        assert "Traceback" not in out
        assert (await first.is_told_to_stop())[0] == 0


@pytest.mark.parametrize("url", ["sqlite:////proc/aftercare.db", "postgresql://root:hunter2@127.0.0.1:1/aftercare"])
async def test_a_database_that_cannot_be_used_is_one_clear_line(tmp_path: Path, url: str) -> None:
    async with telegram_server() as tg, bot_process(tg, tmp_path, DATABASE_URL=url) as bot:
        code, out = await bot.ends()

    assert code == 1
    assert out.startswith("DATABASE_URL")
    assert "hunter2" not in out
    assert len(out.splitlines()) == 1, out


async def test_another_program_with_the_same_token_is_told_in_words(tmp_path: Path) -> None:
    async with telegram_server() as tg:
        tg.faults.next("refuse", "getUpdates", code=409, description="Conflict: terminated by other getUpdates request")
        async with bot_process(tg, tmp_path) as bot:
            assert "same token" in await bot.says("other-poller)")


async def test_a_wrong_token_is_one_clear_line(tmp_path: Path) -> None:
    wrong = "987654321:AAF-not-the-token-of-this-bot-00000000"
    async with telegram_server() as tg, bot_process(tg, tmp_path, TELEGRAM_BOT_TOKEN=wrong) as bot:
        code, out = await bot.ends()

    assert code == 1
    assert "BotFather" in out
    assert wrong not in out
    assert len(out.splitlines()) == 1, out


async def test_a_data_key_that_does_not_open_the_database_is_one_clear_line(tmp_path: Path) -> None:
    async with telegram_server() as tg:
        olga = tg.person("Olga")
        async with bot_process(tg, tmp_path) as bot:
            await olga.opens(link_in(await bot.says("t.me/")))
            await olga.hears("admin")
            await bot.is_told_to_stop()

        async with bot_process(tg, tmp_path, DATA_KEY=written(b"n" * 32)) as bot:
            code, out = await bot.ends()

    assert code == 1
    assert out.startswith("DATA_KEY")
    assert len(out.splitlines()) == 1, out


async def test_three_days_pass_in_seconds_with_a_faster_clock(tmp_path: Path) -> None:
    async with telegram_server() as tg:
        tessa, ada = tg.person("Tessa"), tg.person("Ada")
        async with bot_process(tg, tmp_path, CLOCK_SPEED="12000", ADMIN_IDS=str(tessa.id)) as bot:
            await bot.says("is running")
            await tessa.says("/enroll Ada Lovelace, left calf, 24h")
            card = await tessa.hears("t.me/")
            await ada.opens(link_in(card.text))
            await ada.taps("I agree")

            await ada.hears("Three days on", within=90)

            code, _ = await bot.is_told_to_stop()
        assert code == 0


async def test_a_rehearsed_database_is_refused_on_telegram_itself(tmp_path: Path) -> None:
    async with telegram_server() as tg:
        async with bot_process(tg, tmp_path, CLOCK_SPEED="60") as bot:
            await bot.says("is running")
            await bot.is_told_to_stop()

        async with bot_process(tg, tmp_path, TELEGRAM_API_URL="https://api.telegram.org") as bot:
            code, out = await bot.ends()

    assert code == 1
    assert "CLOCK_SPEED" in out
