"""The refusals of the Bot API, in Telegram's own words."""

import math


class ApiError(Exception):
    """An answer with `"ok": false`; `parameters` is what Telegram adds for programs to read."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str, **parameters: int) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> ApiError:
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    return ApiError(409, f"Conflict: {reason}")


def flood(seconds: float) -> ApiError:
    """429 with the whole seconds to wait, at least one."""
    wait = max(1, math.ceil(seconds))
    return ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


UNAUTHORIZED = (401, "Unauthorized")
NOT_FOUND = (404, "Not Found")
