"""What kind of file it is, and the messages of a mailbox file."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Literal

from mayoke.mail.read import headers

Kind = Literal["mbox", "mail", "msg", "text"]

MAX_MESSAGE = 50 * 1024 * 1024
"""Bytes of one message; anything larger is refused."""

COPIED = frozenset({"from", "to", "cc", "subject", "date", "sent", "reply-to"})
"""Fields that mail programs copy into texts, too."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FROM_LINE = re.compile(rb"From [^\r\n]{0,300}[0-9]{1,2}:[0-9]{2}[^\r\n]{0,60}[0-9]{4}")
_QUOTED_FROM = re.compile(rb">{1,100}From ")
_NAME = re.compile(rb"([!-9;-~]{1,76})[ \t]*:")
_MAX_LOOKED_AT = 60
_CHUNK = 64 * 1024


def kind_of(first_bytes: bytes) -> Kind:
    """Tell from its first bytes (4 KB are enough) what a file is.

    ``mbox``: a mailbox with a ``From `` line (RFC 4155); ``msg``: Outlook's own format; ``mail``:
    a header block; ``text``: anything else.
    """
    if first_bytes.startswith(_OLE[:4]):
        return "msg"
    start = headers.skip_blank(first_bytes, 3 if first_bytes.startswith(b"\xef\xbb\xbf") else 0)
    if _FROM_LINE.match(first_bytes, start):
        return "mbox"
    text = first_bytes[start:].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    first, *others = text.split(b"\n", _MAX_LOOKED_AT)
    names = [_field_name(first)]
    if headers.is_known(names[0]):
        return "mail"
    for line in others[:_MAX_LOOKED_AT]:
        if not line.strip():
            break
        names.append(_field_name(line))
    known = [name for name in names if headers.is_known(name)]
    if names[0]:
        return "mail" if known else "text"
    # A stray first line does not hide a mail, but copied header lines in a text are no mail.
    return "mail" if len(known) >= 3 and any(name not in COPIED for name in known) else "text"


def _field_name(line: bytes) -> str:
    match = _NAME.match(line)
    return match[1].decode("ascii").lower() if match else ""


def split_mbox(stream: BinaryIO, limit: int = MAX_MESSAGE) -> Iterator[tuple[int, bytes]]:
    """The messages of a mailbox as (number from 1, bytes), one in memory at a time.

    A message begins at a ``From `` line with a date (RFC 4155) that stands at the beginning or
    after an empty line; ``>From `` is unquoted once (the mboxrd form). Of a message above ``limit``
    bytes only ``limit`` + 1 are kept, so that whoever reads it refuses it as too large.
    """
    number = 0
    kept: list[bytes] = []
    size = 0
    started = False
    blank = True
    whole = True  # does the chunk begin a line?
    while line := stream.readline(_CHUNK):
        if whole and blank and _FROM_LINE.match(line):
            if started:
                number += 1
                yield number, _message(kept)
            kept, size, started = [], 0, True
            blank, whole = False, line.endswith(b"\n")
            continue
        if whole:
            blank = line in (b"\n", b"\r\n")
            if line.startswith(b">") and _QUOTED_FROM.match(line):
                line = line[1:]
        whole = line.endswith(b"\n")
        started = started or not blank
        if size <= limit:
            kept.append(line[: limit + 1 - size])
            size += len(line)
    if started:
        yield number + 1, _message(kept)


def _message(kept: list[bytes]) -> bytes:
    """One message, without the empty line that ends it in the mailbox."""
    if kept and kept[-1] in (b"\n", b"\r\n"):
        kept.pop()
    return b"".join(kept)
