"""The header block: where it ends, its fields, and their text (RFC 5322 §2.2, §3.6)."""

import re
from functools import lru_cache
from typing import NamedTuple

from mayoke.mail.read import encoded_word
from mayoke.records.message import Header
from mayoke.text import charset

MAX_BLOCK = 256 * 1024
"""Bytes of one header block that are read."""
MAX_FIELDS = 1000

_MAILBOX_LINES = ("From ", ">From ")
_BLANK = re.compile(rb"[\r\n\t ]*")
_NAME = re.compile(r"[!-9;-~]{1,76}")
_CHARSET = re.compile(rb"(?i)charset[ \t]*=[ \t]*[\"']?([A-Za-z0-9_.:-]{1,40})")
_SPELT = {
    "message-id": "Message-ID",
    "mime-version": "MIME-Version",
    "dkim-signature": "DKIM-Signature",
    "content-id": "Content-ID",
    "received-spf": "Received-SPF",
    "arc-authentication-results": "ARC-Authentication-Results",
}
_KNOWN = frozenset(
    [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "received",
        "return-path",
        "reply-to",
        "sender",
        "message-id",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "content-disposition",
        "delivered-to",
        "dkim-signature",
        "authentication-results",
        "in-reply-to",
        "references",
    ]
)


class Field(NamedTuple):
    """A field as sent: ``raw`` is unfolded text whose encoded words are still encoded."""

    name: str
    raw: str


class Block(NamedTuple):
    """A header block and the offset where the body begins."""

    fields: list[Field]
    body: int
    limited: bool

    def raw(self, name: str) -> str:
        """The raw value of the first field of that name (lower case), or empty."""
        return next((field.raw for field in self.fields if field.name.lower() == name), "")


def skip_blank(data: bytes, start: int) -> int:
    """Where the first line with content begins: some senders put empty lines first."""
    match = _BLANK.match(data, start)
    return match.end() if match else start


def read_block(data: bytes, start: int, end: int, limit: int = MAX_BLOCK) -> Block:
    """Read the fields of ``data[start:end]`` up to the first empty line; never raises.

    Lines that are no field (``From `` of a mailbox, a stray line between fields) are left out; when
    no known field follows them, the body begins there. At most ``limit`` bytes of fields are read.
    """
    stop, body = _find_end(data, start, end)
    limited = stop - start > limit
    cut = data.rfind(b"\n", start, start + limit) if limited else stop
    block = data[start : max(cut, start)]
    lines = _lines(block)
    fields: list[Field] = []
    offset = start
    for index, (line, size) in enumerate(lines):
        name, colon, value = line.partition(":")
        name = name.rstrip(" \t")
        if colon and _NAME.fullmatch(name):
            if len(fields) == MAX_FIELDS:
                return Block(fields, body, limited=True)
            fields.append(Field(name, value.strip().replace("\0", "")))
        elif line and not line.startswith(_MAILBOX_LINES) and not _fields_follow(lines, index):
            return Block(fields, offset, limited)
        offset += size
    return Block(fields, body, limited)


def _find_end(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Where the block stops and where the body begins."""
    if data.startswith(b"\n", start, end):
        return start, start + 1
    if data.startswith(b"\r\n", start, end):
        return start, start + 2
    stop = data.find(b"\n\n", start, end)
    other = data.find(b"\n\r\n", start, stop if stop >= 0 else end)
    if other >= 0:
        return other, other + 3
    return (stop, stop + 2) if stop >= 0 else (end, end)


def _lines(block: bytes) -> list[tuple[str, int]]:
    """The unfolded lines as text, each with the bytes it took up."""
    plain = block.isascii() and b"\x1b" not in block
    found = None if plain else _CHARSET.search(block)
    declared = found[1].decode("ascii") if found else None
    out: list[tuple[str, int]] = []
    parts: list[bytes] = []
    for line in block.split(b"\n"):
        if line[:1] in (b" ", b"\t") and parts:
            parts.append(line)
            continue
        if parts:
            out.append(_unfolded(parts, declared))
        parts = [line]
    out.append(_unfolded(parts, declared))
    return out


def _unfolded(parts: list[bytes], declared: str | None) -> tuple[str, int]:
    line = parts[0] if len(parts) == 1 else b" ".join(part.strip(b" \t\r") for part in parts)
    size = sum(map(len, parts)) + len(parts)
    if line.isascii() and b"\x1b" not in line:
        return line.decode("ascii").rstrip("\r"), size
    return charset.decode(line, declared).text.rstrip("\r"), size


def _fields_follow(lines: list[tuple[str, int]], index: int) -> bool:
    """Does a known field stand within the next lines after a line that is none?"""
    following = (line.partition(":")[0].strip().lower() for line, _ in lines[index + 1 : index + 4])
    return any(is_known(name) for name in following)


def is_known(name: str) -> bool:
    """Is this (in any case) the name of a field that mails usually carry?"""
    name = name.lower()
    return name in _KNOWN or name.startswith(("x-", "arc-", "list-"))


def records(fields: list[Field]) -> tuple[Header, ...]:
    """The fields as decoded ``Header`` records, each addressable by its ``part``."""
    seen: dict[str, int] = {}
    out = []
    for name, raw in fields:
        spelt = spell(name)
        number = seen[spelt] = seen.get(spelt, 0) + 1
        part = f"header:{spelt}" if number == 1 else f"header:{spelt}:{number}"
        out.append(Header(name, encoded_word.decode(raw), part))
    return tuple(out)


@lru_cache(maxsize=1024)
def spell(name: str) -> str:
    """The usual spelling of a field name, so that ``SUBJECT`` is addressed as ``Subject``."""
    name = name.lower()
    return _SPELT.get(name) or "-".join(word.capitalize() for word in name.split("-"))
