"""Calls of the Bot API whose answers are wanted as they came, byte for byte."""

from typing import Any

import httpx

from bot.chat.receiver import Post


def poster(client: httpx.AsyncClient, api_url: str, token: str) -> Post:
    """Posts to the Bot API at `api_url` (without /bot…). The URL holds the token: httpx must not log at INFO."""
    base = f"{api_url.rstrip('/')}/bot{token}"

    async def post(method: str, parameters: dict[str, Any], read_timeout: float) -> tuple[int, bytes]:
        timeout = httpx.Timeout(10.0, read=read_timeout)
        answer = await client.post(f"{base}/{method}", json=parameters, timeout=timeout)
        return answer.status_code, answer.content

    return post
