"""The MIME structure (RFC 2045, 2046) of hostile bytes: bounded, and never raising."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mayoke.mail.read import parameters, transfer
from mayoke.mail.read.headers import MAX_BLOCK, Block, Field, read_block, skip_blank

MAX_DEPTH = 30
"""Levels of multiparts and attached messages that are opened; deeper ones stay closed."""
MAX_PARTS = 1000
"""Parts of one message, containers included; later ones are not read."""

_MAX_PART_HEADERS = 1024 * 1024  # of all parts together
_MAX_FALSE_DELIMITERS = 20_000
_MAX_BOUNDARY = 1000
_SNIFFED = 64 * 1024
_DELIMITER = re.compile(rb"(?im)^--([^\r\n]{1,200})\r?\n(?=content-)")
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}")
_MESSAGE = frozenset({"message/rfc822", "message/global", "message/news"})


@dataclass(frozen=True, slots=True)
class Part:
    """One MIME part. ``source[start:end]`` is its body as sent, still transfer-encoded.

    ``number`` is the IMAP section number (RFC 9051 §6.4.5.1): ``1``, ``2``, ``2.1`` …; the parts
    inside an attached message count on below its own number. ``name`` is the file name.
    """

    number: str
    fields: tuple[Field, ...]
    content_type: str
    parameters: Mapping[str, str]
    disposition: str
    name: str
    encoding: str
    source: bytes
    start: int
    end: int
    children: tuple["Part", ...] = ()

    @property
    def is_message(self) -> bool:
        """Is this an attached message?"""
        return self.content_type in _MESSAGE

    def content(self) -> bytes:
        """The body with its transfer encoding undone."""
        return transfer.decode(self.source[self.start : self.end], self.encoding)

    def leaves(self) -> Iterator["Part"]:
        """The parts that contain no others, in order, those of attached messages included."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


@dataclass(frozen=True, slots=True)
class Mime:
    """A message's root part; ``limited`` tells that a bound cut something off."""

    root: Part
    limited: bool


def parse(data: bytes) -> Mime:
    """Read a whole message; never raises."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    return _Reader().read(data)


class _Reader:
    """The counters of one message."""

    def __init__(self) -> None:
        self.parts = 0
        self.false_delimiters = 0
        self.header_room = _MAX_PART_HEADERS
        self.limited = False

    def read(self, data: bytes) -> Mime:
        start = skip_blank(data, 3 if data.startswith(b"\xef\xbb\xbf") else 0)
        block = read_block(data, start, len(data))
        root = self._part(data, block, len(data), ("1", ""), "text/plain")
        return Mime(root, self.limited)

    def _part(
        self, data: bytes, block: Block, end: int, place: tuple[str, str], default: str
    ) -> Part:
        """Build one part; ``place`` is its number and the prefix of its children's numbers."""
        number, prefix = place
        self.parts += 1
        self.limited = self.limited or block.limited
        kind, given = _content_type(block.raw("content-type"), default)
        disposition, shown_as = parameters.parse(block.raw("content-disposition"))
        encoding = transfer.encoding_of(block.raw("content-transfer-encoding"))
        children: tuple[Part, ...] = ()
        depth = prefix.count(".")
        if kind.startswith("multipart/"):
            children = self._children(data, block.body, end, (prefix, kind, given.get("boundary")))
            kind = kind if children else "text/plain"
        elif kind in _MESSAGE and depth < MAX_DEPTH:
            children = self._inner(data, (block.body, end), f"{number}.", encoding)
        elif kind in _MESSAGE:
            self.limited = True
        name = shown_as.get("filename") or given.get("name", "")
        return Part(
            number, tuple(block.fields), kind, given, disposition.lower(), name, encoding,
            data, block.body, end, children,
        )  # fmt: skip

    def _children(
        self, data: bytes, start: int, end: int, what: tuple[str, str, str | None]
    ) -> tuple[Part, ...]:
        """The parts of a multipart; none when no delimiter stands in it."""
        prefix, kind, boundary = what
        if prefix.count(".") >= MAX_DEPTH:
            self.limited = True
            return ()
        spans = self._split(data, start, end, (boundary or "").rstrip().encode("utf-8", "replace"))
        if not spans:
            # No such delimiter: many programs then use the one that does stand there.
            found = _DELIMITER.search(data, start, min(end, start + _SNIFFED))
            spans = self._split(data, start, end, found[1].rstrip()) if found else []
        default = "message/rfc822" if kind == "multipart/digest" else "text/plain"
        children = []
        for index, (first, last) in enumerate(spans, 1):
            if self._is_full():
                break
            block = self._block(data, first, last)
            number = f"{prefix}{index}"
            children.append(self._part(data, block, last, (number, f"{number}."), default))
        return tuple(children)

    def _inner(
        self, data: bytes, span: tuple[int, int], prefix: str, encoding: str
    ) -> tuple[Part, ...]:
        """The root of an attached message, as the only child."""
        start, end = span
        if self._is_full():
            return ()
        if encoding:  # forbidden (RFC 2046 §5.2.1), but sent
            data = transfer.decode(data[start:end], encoding)
            start, end = 0, len(data)
        start = min(skip_blank(data, start), end)
        block = self._block(data, start, end)
        return (self._part(data, block, end, (f"{prefix}1", prefix), "text/plain"),)

    def _is_full(self) -> bool:
        full = self.parts >= MAX_PARTS or self.header_room <= 0
        self.limited = self.limited or full
        return full

    def _block(self, data: bytes, start: int, end: int) -> Block:
        """The header of an inner part."""
        block = read_block(data, start, end, min(MAX_BLOCK, self.header_room))
        self.header_room -= min(block.body - start, MAX_BLOCK)
        return block

    def _split(self, data: bytes, start: int, end: int, boundary: bytes) -> list[tuple[int, int]]:
        """The spans between the delimiter lines (RFC 2046 §5.1.1); a last one may lack its end.

        What stands before the first and after the closing delimiter is shown by no mail program.
        """
        if not boundary or len(boundary) > _MAX_BOUNDARY:
            return []
        mark = b"--" + boundary
        spans: list[tuple[int, int]] = []
        opened = -1
        at = data.find(mark, start, end)
        while at >= 0 and len(spans) <= MAX_PARTS:
            line_end = data.find(b"\n", at, end)
            line_end = end if line_end < 0 else line_end
            tail = data[at + len(mark) : line_end].rstrip(b" \t\r")
            if tail in (b"", b"--") and (at == start or data[at - 1 : at] == b"\n"):
                if opened >= 0:
                    spans.append((opened, _before_break(data, opened, at)))
                opened = -1 if tail else min(line_end + 1, end)
                if tail:
                    break
            else:
                self.false_delimiters += 1
                if self.false_delimiters > _MAX_FALSE_DELIMITERS:
                    self.limited = True
                    break
            at = data.find(mark, max(line_end, at + 1), end)
        if opened >= 0:
            spans.append((opened, end))
        return spans


def _before_break(data: bytes, start: int, at: int) -> int:
    """The end of a body: the line break before a delimiter belongs to the delimiter."""
    at -= 1
    if data[at - 1 : at] == b"\r":
        at -= 1
    return max(at, start)


def _content_type(raw: str, default: str) -> tuple[str, Mapping[str, str]]:
    """Type and parameters; ``text`` alone and other broken values mean plain text."""
    if not raw:
        return default, {}
    word, given = parameters.parse(raw)
    head, _, rest = word.partition(" ")
    if rest and not given:  # "text/html charset=utf-8"
        given = parameters.parse(f";{rest}")[1]
    kind = head.strip("\"'<>, \t").lower()
    if _TYPE.fullmatch(kind):
        return kind, given
    return ("text/html" if kind == "html" else "text/plain"), given
