"""Reads a call's parameters from a query, a form, JSON or multipart, and each one by its type."""

import json
from dataclasses import dataclass
from email.message import Message as Header
from typing import Any
from urllib.parse import parse_qsl

from bot.demo.server.errors import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    content: bytes


Parameters = dict[str, Any]
"""Name to text, upload, or (from JSON) any value."""


def read_parameters(query: bytes, content_type: str, body: bytes) -> Parameters:
    """All parameters of a call, the body's winning over the query's."""
    found: Parameters = dict(parse_qsl(query.decode(), keep_blank_values=True)) if query else {}
    if not body:
        return found
    if content_type.startswith("application/json"):
        found |= _from_json(body)
    elif content_type.startswith("multipart/form-data"):
        found |= _from_multipart(content_type, body)
    else:
        found |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return found


def _from_json(body: bytes) -> Parameters:
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise bad_request("object expected as request body")
    return found


def _from_multipart(content_type: str, body: bytes) -> Parameters:
    boundary = _header_parameter(content_type, "boundary")
    if not boundary:
        raise bad_request("can't find boundary in multipart/form-data")
    found: Parameters = {}
    for part in body.split(b"--" + boundary.encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        disposition = _disposition(head.decode("utf-8", "replace"))
        name = _header_parameter(disposition, "name")
        file_name = _header_parameter(disposition, "filename")
        content = content.removesuffix(b"\r\n")
        if name:
            found[name] = Upload(file_name, content) if file_name else content.decode("utf-8", "replace")
    return found


def _disposition(head: str) -> str:
    lines = (line.partition(":") for line in head.split("\r\n"))
    return next((value for name, _, value in lines if name.lower() == "content-disposition"), "")


def _header_parameter(value: str, name: str) -> str:
    header = Header()
    header["content-disposition"] = value.strip()
    found = header.get_param(name, header="content-disposition")
    return found if isinstance(found, str) else ""


def text_of(found: Parameters, name: str) -> str:
    value = found.get(name, "")
    return value if isinstance(value, str) else ""


def number_of(found: Parameters, name: str) -> int | None:
    """A whole number, or None when it was not given. Raises ApiError for anything else."""
    value = found.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        return int(str(value))
    except ValueError:
        raise bad_request(f"parameter {name} must be a number") from None


def flag_of(found: Parameters, name: str) -> bool:
    value = found.get(name, False)
    return value if isinstance(value, bool) else str(value).lower() in {"true", "1", "yes"}


def object_of(found: Parameters, name: str, kind: type[dict[str, Any]] | type[list[Any]]) -> Any:
    """A JSON object or list, or None when it was not given. Raises ApiError for anything else."""
    value = found.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
    if not isinstance(value, kind):
        raise bad_request(f"can't parse {name} JSON object")
    return value
