"""ISO-2022-JP as mail programs write it: with NEC and IBM characters and half-width kana.

No codec of Python reads this (Microsoft calls it code page 50221), so the bytes are cut at their
escapes, and every double-byte character goes to its place in Shift_JIS, which ``cp932`` reads.
"""

import re

_TOKEN = re.compile(rb"\x1b(?:\([ABHIJ]|\$\(?[@BDOPQA]|\.[AF]|&@)")
_WIDE = frozenset(
    (b"\x1b$@", b"\x1b$B", b"\x1b$(B", b"\x1b$(@", b"\x1b$(O", b"\x1b$(Q", b"\x1b$(P")
)
_DEVIATING = (
    ("〜", "～"),
    ("−", "－"),
    ("‖", "∥"),
    ("—", "―"),
    ("¢", "￠"),
    ("£", "￡"),
    ("¬", "￢"),
)


def decode_iso_2022_jp(data: bytes) -> tuple[str, int]:
    """Text, and how many places could not be read. RFC 1468, read as code page 50221."""
    if b"\x1b(J" in data:  # JIS Roman: programs show its two signs as ASCII
        data = data.replace(b"\x1b(J", b"\x1b(B")
    if data.isascii() and b"\x1b(I" not in data:
        try:
            text = data.decode("iso2022_jp")
        except UnicodeDecodeError:
            pass
        else:
            for jis, microsoft in _DEVIATING:
                text = text.replace(jis, microsoft)
            return text, 0
    return _piecewise(data)


def _piecewise(data: bytes) -> tuple[str, int]:
    out: list[str] = []
    bad = start = 0
    mode = b"\x1b(B"
    for escape in _TOKEN.finditer(data):
        bad += _segment(data[start : escape.start()], mode, out)
        mode, start = escape[0], escape.end()
    bad += _segment(data[start:], mode, out)
    return "".join(out), bad


def _segment(piece: bytes, mode: bytes, out: list[str]) -> int:
    if not piece:
        return 0
    if mode == b"\x1b(I":
        text = piece.translate(_UPPER_KANA).decode("cp932", "replace")
    elif mode in _WIDE:
        text = _wide(piece)
    elif mode == b"\x1b$(D":
        text = _supplementary(piece)
    else:
        text = piece.decode("cp932", "replace")  # raw half-width kana between the escapes
    out.append(text)
    return text.count("\ufffd")


_UPPER_KANA = bytes(code | 0x80 if 0x21 <= code <= 0x5F else code for code in range(256))


def _wide(piece: bytes) -> str:
    """JIS X 0208 with the rows of NEC and IBM, by way of Shift_JIS (JIS X 0208:1997 annex 1)."""
    first, *lines = re.split(rb"(?=[\r\n])", piece)
    shifted = bytearray()
    i = 0
    while i < len(first):
        row = first[i] & 0x7F
        if row < 0x21 or i + 1 >= len(first):
            shifted.append(row if row < 0x21 else 0x3F)
            i += 1
            continue
        cell = first[i + 1] & 0x7F
        lead = (row - 0x21) // 2
        shifted.append(lead + (0x81 if lead < 0x1F else 0xC1))
        if row & 1:
            shifted.append(cell + (0x1F if cell < 0x60 else 0x20))
        else:
            shifted.append(cell + 0x7E)
        i += 2
    # A line ends the double-byte state (RFC 1468): what follows is single-byte again.
    return shifted.decode("cp932", "replace") + b"".join(lines).decode("cp932", "replace")


def _supplementary(piece: bytes) -> str:
    """JIS X 0212, by way of EUC-JP."""
    pairs = [piece[i : i + 2] for i in range(0, len(piece), 2)]
    return b"".join(
        b"\x8f" + bytes(byte | 0x80 for byte in pair) if min(pair) > 0x20 else pair
        for pair in pairs
    ).decode("euc_jp", "replace")
