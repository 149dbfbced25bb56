"""Bytes to text with plain line ends, within bounds."""

import re

from mayoke.text.charset import decode

BYTES_MAX = 6_000_000
_CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([a-zA-Z0-9_.:-]{2,30})", re.IGNORECASE)
_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINES_MAX = 4000
_PICTURE = re.compile(rb"base64,[A-Za-z0-9+/=]{200,}")


def decoded(data: bytes | str) -> tuple[str, bool]:
    r"""The text, line ends as ``\\n``; and was it cut?"""
    if isinstance(data, str):
        text, cut = data[:BYTES_MAX], len(data) > BYTES_MAX
    else:
        text, cut = _decoded(data)
    text = _ENDS.sub("\n", text.removeprefix("\ufeff"))
    return (_SURROGATE.sub("\ufffd", text) if not _encodes(text) else text), cut


def _decoded(data: bytes) -> tuple[str, bool]:
    cut = False
    if len(data) > BYTES_MAX:
        data = _PICTURE.sub(b"base64,", data)  # pictures written into a saved page
    if len(data) > BYTES_MAX:
        end = max(data.rfind(b"\n", 0, BYTES_MAX), data.rfind(b">", 0, BYTES_MAX)) + 1
        data, cut = data[: end if end > BYTES_MAX // 2 else BYTES_MAX], True
        if end <= BYTES_MAX // 2:
            while data and 0x80 <= data[-1] < 0xC0:
                data = data[:-1]
            data = data[:-1]
    head = data[:4000]
    declared = _CHARSET.search(head)
    label = declared[1].decode("ascii") if declared else _utf16(data)
    return decode(data, label).text, cut


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark of order: every other byte of what is ASCII is zero."""
    head = data[:4000]
    if b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 4 * even and odd > 2:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd and even > 2 else None


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def lines_within(text: str, limit: int) -> tuple[str, bool]:
    """The text within a number of code points and of lines; and was it cut?"""
    cut = len(text) > limit
    text = text[:limit].replace("\0", "")
    if text.count("\n") > _LINES_MAX:
        at, left = 0, _LINES_MAX
        for line in text.split("\n"):
            if line.strip():
                left -= 1
            if left < 0:
                return text[:at], True
            at += len(line) + 1
    return text, cut
