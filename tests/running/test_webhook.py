"""`run` as a webhook server: it takes what Telegram delivers, and only from who knows the secret."""

import socket
from pathlib import Path

import httpx

from tests.running.process import bot_process
from tests.support.clinic import link_in
from tests.support.telegram import telegram_server


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def test_updates_come_by_webhook(tmp_path: Path) -> None:
    port = free_port()
    more = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_SECRET": "s3cret", "PORT": str(port)}
    async with telegram_server() as tg, bot_process(tg, tmp_path, **more) as bot:
        olga = tg.person("Olga")
        await olga.opens(link_in(await bot.says("t.me/")))
        await olga.hears("admin")

        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as stranger:
            update = {"update_id": 1, "message": {}}
            assert (await stranger.post("/telegram", json=update)).status_code == 403
            assert (await stranger.get("/health")).status_code == 200
            assert "aftercare_up 1" in (await stranger.get("/metrics")).text

        assert (await bot.is_told_to_stop())[0] == 0


async def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        async with telegram_server() as tg, bot_process(tg, tmp_path, PORT=port) as bot:
            code, out = await bot.ends()

    assert code == 1
    assert f"PORT {port}" in out
    assert "Traceback" not in out
