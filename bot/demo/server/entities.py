"""Telegram's HTML: markup in, plain text and entities out, with Telegram's complaints about bad markup."""

import re
from dataclasses import dataclass
from typing import Any

from bot.demo.server.errors import ApiError, bad_request

_KIND_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*("[^"]*"|'[^']*'|\S+))?""")
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str]


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Plain text, trimmed as Telegram trims it, and its entities. Raises ApiError on bad markup."""
    if "<" not in source and "&" not in source:
        return source.strip(), []
    text, entities = _Parser(source).run()
    return _trim(text, entities)


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def run(self) -> tuple[str, list[dict[str, Any]]]:
        at = 0
        while at < len(self.source):
            character = self.source[at]
            if character == "<":
                at = self._tag(at)
            elif character == "&":
                at = self._character(at)
            else:
                end = self._plain_end(at)
                self._write(self.source[at:end])
                at = end
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.out), self.entities

    def _plain_end(self, at: int) -> int:
        ends = [end for mark in "<&" if (end := self.source.find(mark, at)) >= 0]
        return min(ends, default=len(self.source))

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.length += utf16_length(text)

    def _character(self, at: int) -> int:
        end = self.source.find(";", at, at + 12)
        decoded = _decode(self.source[at + 1 : end]) if end > 0 else None
        self._write(decoded or "&")
        return end + 1 if decoded else at + 1

    def _tag(self, at: int) -> int:
        end = self.source.find(">", at)
        if end < 0:
            raise _unparsable("Unclosed start tag at byte offset " + self._byte(at))
        inside = self.source[at + 1 : end]
        if inside.startswith("/"):
            self._close(inside[1:].strip().lower(), at)
        else:
            self._start(inside, at)
        return end + 1

    def _start(self, inside: str, at: int) -> None:
        name, _, rest = inside.partition(" ")
        tag = name.strip().lower()
        attributes = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(rest)}
        if tag not in _KIND_OF_TAG or (tag == "span" and attributes.get("class") != "tg-spoiler"):
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {self._byte(at)}')
        self.open.append(_Open(tag, self.length, attributes))

    def _close(self, tag: str, at: int) -> None:
        if not self.open:
            raise _unparsable(f"Unexpected end tag at byte offset {self._byte(at)}")
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise _unparsable(
                f'Unmatched end tag at byte offset {self._byte(at)}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.length > opened.offset:
            self._entity(opened)

    def _entity(self, opened: _Open) -> None:
        entity: dict[str, Any] = {
            "type": _KIND_OF_TAG[opened.tag],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        attributes = opened.attributes
        if opened.tag == "a":
            if "href" not in attributes:
                return
            entity["url"] = _decode_all(attributes["href"])
        elif opened.tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-time" and attributes.get("unix", "").isdigit():
            entity |= {"unix_time": int(attributes["unix"]), "date_time_format": attributes.get("format", "")}
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        self.entities.append(entity)

    def _byte(self, at: int) -> str:
        return str(len(self.source[:at].encode()))


def _decode(name: str) -> str | None:
    if name.startswith("#"):
        digits, base = (name[2:], 16) if name[1:2] in {"x", "X"} else (name[1:], 10)
        try:
            code = int(digits, base)
            return chr(code) if 0 < code < 0x110000 else None
        except ValueError:
            return None
    return _CHARACTERS.get(name)


def _decode_all(text: str) -> str:
    for name, character in _CHARACTERS.items():
        text = text.replace(f"&{name};", character)
    return text


def _trim(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    body = text.strip()
    if body == text:
        return text, entities
    cut = utf16_length(text) - utf16_length(text.lstrip())
    length = utf16_length(body)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, length)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return body, kept


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
