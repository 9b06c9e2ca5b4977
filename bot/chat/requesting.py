"""python-telegram-bot's requests over aiohttp: httpx slows down steeply with every further call in flight."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DEFAULT_NONE, DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""Causes of a failure that mean that the call surely did not reach Telegram."""

_IDLE_FOR = 15.0
"""Seconds after which an unused connection is closed: before the other side does it under a call's feet."""


class AiohttpRequest(BaseRequest):
    """Up to `connections` calls at once, each given up after `read_timeout` seconds without an answer."""

    def __init__(self, connections: int = 32, read_timeout: float = 25.0, connect_timeout: float = 10.0) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=_IDLE_FOR)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: float | DefaultValue[Any] | None = DEFAULT_NONE,
        write_timeout: float | DefaultValue[Any] | None = DEFAULT_NONE,
        connect_timeout: float | DefaultValue[Any] | None = DEFAULT_NONE,
        pool_timeout: float | DefaultValue[Any] | None = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """HTTP status and body. Raises TimedOut or NetworkError with aiohttp's error as the cause."""
        await self.initialize()
        assert self._session is not None
        timeout = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_or(connect_timeout, self._connect_timeout),
            sock_read=_or(read_timeout, self._read_timeout),
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, proxy=_proxy_for(url)
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            # Never the error's own text: it may hold the address, and the address holds the token.
            raise NetworkError(type(error).__name__) from error


def _proxy_for(url: str) -> str | None:
    """The proxy of the environment; aiohttp would read it, and a file of passwords besides, before every call."""
    parts = urlsplit(url)
    return _proxy(parts.scheme, parts.hostname or "")


@cache
def _proxy(scheme: str, host: str) -> str | None:
    return None if proxy_bypass(host) else getproxies().get(scheme)


def _or(given: float | DefaultValue[Any] | None, usual: float) -> float | None:
    return usual if isinstance(given, DefaultValue) else given


def _body(request_data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """The body and its headers."""
    if request_data is None:
        return None, {}
    if not request_data.contains_files:
        return request_data.json_payload, {"Content-Type": "application/json"}
    parts = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        parts.add_field(name, value)
    for name, (file_name, content, kind) in (request_data.multipart_data or {}).items():
        parts.add_field(name, content, filename=file_name, content_type=kind)
    return parts, {}
