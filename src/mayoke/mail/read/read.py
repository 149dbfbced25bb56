"""Reads one message: a mail's bytes, or text that someone pasted."""

from dataclasses import replace

from mayoke.mail.read import forward
from mayoke.mail.read.message import assemble
from mayoke.mail.read.mime import Mime, parse
from mayoke.mail.read.paste import from_text
from mayoke.mail.read.sources import MAX_MESSAGE, kind_of
from mayoke.records.errors import EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.gap import Gap
from mayoke.records.message import Message
from mayoke.text import charset

MAX_READ = 25 * 1024 * 1024
"""Bytes that are read of a message; what follows is a gap. Above ``MAX_MESSAGE`` it is refused."""
MAX_LEVELS = 5
"""Forwards within forwards that are opened."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(data: bytes | str) -> Message:
    """Read a mail (bytes) or pasted text (str), and open it when it is a forward.

    Raises ``EmptyInput``, ``TooLarge`` (above 50 MB) or ``UnsupportedInput`` (Outlook's .msg,
    or no text at all), and nothing else, whatever the bytes are.
    """
    if not data.strip():
        raise EmptyInput("nothing to read: the message is empty")
    if len(data) > MAX_MESSAGE:
        raise TooLarge(f"the message is larger than {MAX_MESSAGE // 1024 // 1024} MB")
    cut = len(data) > MAX_READ
    if isinstance(data, bytes) and data.startswith(_UTF16):
        data = data[:MAX_READ].decode("utf-16", "replace")
    part = data[:MAX_READ] if cut else data
    message = _open(from_text(part), None) if isinstance(part, str) else _read_bytes(part)
    gaps = [*message.gaps, Gap("parts", "limit-reached")] if cut else list(message.gaps)
    if not any(body.text.strip() for body in message.bodies):
        gaps.append(Gap("text", "no-body-text"))
    return replace(message, gaps=tuple(dict.fromkeys(gaps))) if gaps else message


def _read_bytes(data: bytes) -> Message:
    kind = kind_of(data[:8192])
    if kind == "msg":
        raise UnsupportedInput(
            "this is an Outlook .msg file; save the mail as .eml or forward it as an attachment"
        )
    if kind == "text":
        if _is_no_text(data[:4096]):
            raise UnsupportedInput(
                "this is neither a mail nor text; save the mail as .eml, or paste its words"
            )
        return _open(from_text(charset.decode(data, None).text), None)
    mime = parse(data)
    return _open(assemble(mime), mime)


def _is_no_text(start: bytes) -> bool:
    """Does a file begin like a program, a picture or a PDF: with many control characters?"""
    if start.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\x0b\x0c\r\x1b" for byte in start)
    return controls * 20 > len(start)


def _open(message: Message, mime: Mime | None) -> Message:
    """Open a forward, level by level; the carrier is who handed the outermost one on."""
    carrier = ""
    for level in range(MAX_LEVELS):
        attached = forward.attached(message, mime) if mime else None
        if attached:
            inner, more = attached
            mime = parse(inner)
            opened: Message | None = forward.carry(message, assemble(mime), more)
        else:
            mime = None
            opened = forward.inline(message)
        if opened is None:
            break
        carrier = carrier if level else opened.carrier
        message = opened
    return replace(message, carrier=carrier) if carrier else message
