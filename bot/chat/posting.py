"""Calls of the Bot API whose answers are wanted as they came, byte for byte."""

from typing import Any

from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.chat.receiver import Post


def poster(request: BaseRequest, api_url: str, token: str) -> Post:
    """Posts to the Bot API at `api_url` (without /bot…)."""
    base = f"{api_url.rstrip('/')}/bot{token}"

    async def post(method: str, parameters: dict[str, Any], read_timeout: float) -> tuple[int, bytes]:
        data = RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])
        return await request.do_request(f"{base}/{method}", "POST", data, read_timeout=read_timeout)

    return post
