"""Drives a headless Chromium through its debugging port: just enough to click, type and look."""

import asyncio
import base64
import contextlib
import json
import re
import shutil
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

PATIENCE = 10.0
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
]
_ADDRESS = re.compile(r"DevTools listening on (ws://\S+)")


def chromium() -> str | None:
    """The path of a Chromium on this machine."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Tab:
    """One page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, session: str) -> None:
        self._socket = socket
        self._session = session
        self._number = 0
        self.problems: list[str] = []

    async def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        order = {"id": self._number, "method": method, "params": parameters, "sessionId": self._session}
        await self._socket.send_json(order)
        while True:
            answer: dict[str, Any] = await self._socket.receive_json(timeout=PATIENCE)
            self._note(answer)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                return dict(answer["result"])

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(event["params"]["exceptionDetails"])[:500])

    async def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        answer = await self.command("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    async def until(self, script: str, within: float = PATIENCE) -> Any:
        """Wait until the expression is truthy and return it."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        while loop.time() < deadline:
            if value := await self.run(script):
                return value
            await asyncio.sleep(0.05)
        raise AssertionError(f"never true within {within} s: {script}; problems: {self.problems}")

    async def click(self, selector: str, text: str = "") -> None:
        """Click the last element of the selector whose text contains `text`, waiting for it."""
        find = (
            f"[...document.querySelectorAll({json.dumps(selector)})]"
            f".filter(e => e.textContent.includes({json.dumps(text)}) && !e.disabled).at(-1)"
        )
        await self.until(f"!!{find}")
        await self.run(f"({find}).click()")

    async def type(self, selector: str, text: str) -> None:
        """Put the caret into a field, type, and press Enter."""
        await self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        await self.command("Input.insertText", text=text)
        for kind in ("keyDown", "keyUp"):
            await self.command(
                "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r"
            )

    async def resize(self, width: int, height: int) -> None:
        await self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    async def picture(self) -> bytes:
        """What is seen, as a PNG."""
        answer = await self.command("Page.captureScreenshot", format="png")
        return base64.b64decode(answer["data"])


@contextlib.asynccontextmanager
async def open_page(url: str, width: int = 1360, height: int = 860) -> AsyncIterator[Tab]:
    """A fresh browser that shows `url`."""
    program = chromium()
    assert program, "no Chromium on this machine"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = await asyncio.create_subprocess_exec(
            program, *_FLAGS, f"--user-data-dir={profile}", "about:blank", stderr=PIPE
        )
        try:
            address = await asyncio.wait_for(_address(browser), 30)
            async with (
                aiohttp.ClientSession() as http,
                http.ws_connect(address, max_msg_size=0) as socket,
            ):
                yield await _tab(socket, url, width, height)
        finally:
            browser.kill()
            await browser.wait()


async def _address(browser: asyncio.subprocess.Process) -> str:
    assert browser.stderr
    async for line in browser.stderr:
        if found := _ADDRESS.search(line.decode("utf-8", "replace")):
            return found.group(1)
    raise AssertionError("Chromium ended before it was ready")


async def _tab(socket: aiohttp.ClientWebSocketResponse, url: str, width: int, height: int) -> Tab:
    await socket.send_json({"id": 0, "method": "Target.createTarget", "params": {"url": "about:blank"}})
    target = (await _result(socket))["targetId"]
    attach = {"targetId": target, "flatten": True}
    await socket.send_json({"id": 0, "method": "Target.attachToTarget", "params": attach})
    tab = Tab(socket, str((await _result(socket))["sessionId"]))
    await tab.command("Runtime.enable")
    await tab.resize(width, height)
    await tab.command("Page.navigate", url=url)
    return tab


async def _result(socket: aiohttp.ClientWebSocketResponse) -> dict[str, Any]:
    while True:
        answer: dict[str, Any] = await socket.receive_json(timeout=PATIENCE)
        if answer.get("id") == 0:
            return dict(answer["result"])
