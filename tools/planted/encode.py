"""Words, parts and pictures as mail carries them."""

import base64
import binascii
import struct
import zlib
from collections.abc import Iterable

from tools.planted.data import LABELS
from tools.planted.draw import holds
from tools.planted.people import Pen


def word(text: str, pen: Pen) -> str:
    """An encoded word of RFC 2047, as senders write it: any length."""
    charset = pen.charset if holds(pen.charset, text) else "utf-8"
    data = text.encode(charset)
    if pen.rng.random() < 0.3:
        return f"=?{LABELS[charset]}?Q?{''.join(f'={byte:02X}' for byte in data)}?="
    return f"=?{LABELS[charset]}?B?{base64.b64encode(data).decode()}?="


def part(pen: Pen, text: str, *, markup: bool) -> bytes:
    """A text part with its headers, in a transfer encoding that fits."""
    charset = pen.charset if holds(pen.charset, text) else "utf-8"
    data = text.encode(charset)
    way = pen.rng.choice(
        ("7bit" if charset == "iso-2022-jp" else "8bit", "base64", "quoted-printable")
    )
    if way == "base64":
        data = base64.encodebytes(data).replace(b"\n", b"\r\n")
    elif way == "quoted-printable":
        data = binascii.b2a_qp(data, istext=True)
    kind = "html" if markup else "plain"
    head = (
        f"Content-Type: text/{kind}; charset={LABELS[charset]}\r\nContent-Transfer-Encoding: {way}"
    )
    return head.encode() + b"\r\n\r\n" + data + b"\r\n"


def several(parts: Iterable[bytes], subtype: str, mark: str) -> bytes:
    """Parts together (RFC 2046 §5.1)."""
    body = b"".join(b"--" + mark.encode() + b"\r\n" + part + b"\r\n" for part in parts)
    head = f'Content-Type: multipart/{subtype}; boundary="{mark}"\r\n\r\n'
    return head.encode() + body + f"--{mark}--\r\n".encode()


def png(author: str) -> bytes:
    """A picture of one grey point with an author (iTXt, PNG specification 11.3.4.5)."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"iTXt", b"Author\0\0\0\0\0" + author.encode()),
        (b"IDAT", zlib.compress(b"\0\x80")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
