"""Builds small PDF files by hand, without any font of the machine (ISO 32000-1)."""

import hashlib
from collections.abc import Sequence

Placed = tuple[float, float, str]
"""Left edge, baseline (points from the lower left corner), words."""

SIZE = 10
LEFT, TOP, STEP = 60, 780, 16
_CMAP = b"""/CIDInit /ProcSet findresource begin
12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
%s
endcmap CMapName currentdict /CMap defineresource pop end end"""
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(pages: Sequence[Sequence[str]], *, password: str = "") -> bytes:
    """A file whose pages hold these lines, one below the other."""
    return placed(
        [[(LEFT, TOP - STEP * i, line) for i, line in enumerate(lines)] for lines in pages],
        password=password,
    )


def placed(pages: Sequence[Sequence[Placed]], *, password: str = "") -> bytes:
    """A file whose pages hold words at these places; locked if there is a password."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>"
    )
    family = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 1000 /W [32 [500] 33 126 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor 5 0 R >>"
    )
    about = (
        b"<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 800]"
        b" /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    first = 7
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        font,
        family,
        about,
        _stream(_CMAP % _ranges()),
    ]
    for i, lines in enumerate(pages):
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                f"/Resources << /Font << /F1 3 0 R >> >> /Contents {first + 2 * i + 1} 0 R >>"
            ).encode(),
            _stream(_drawn(lines)),
        ]
    return _file(objects, _lock(password) if password else b"")


def _ranges() -> bytes:
    rows = [b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(256)]
    blocks = [rows[i : i + 100] for i in range(0, 256, 100)]
    return b"\n".join(
        b"%d beginbfrange\n%s\nendbfrange" % (len(block), b"\n".join(block)) for block in blocks
    )


def _drawn(lines: Sequence[Placed]) -> bytes:
    if not lines:
        return b"0 0 1 rg 100 100 300 300 re f"  # a picture and no words
    return (
        b"BT /F1 %d Tf\n" % SIZE
        + b"\n".join(
            b"1 0 0 1 %g %g Tm <%s> Tj" % (x, y, words.encode("utf-16-be").hex().encode())
            for x, y, words in lines
        )
        + b"\nET"
    )


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes], lock: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    if lock:
        objects = [*objects, lock]
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    extra = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects) if lock else b""
    out += b"trailer << /Size %d /Root 1 0 R%s >>\n" % (len(objects) + 1, extra)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % at)


def _lock(password: str) -> bytes:
    """The standard security handler, revision 2 (ISO 32000-1 §7.6.3)."""
    word = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(word).digest()[:5], word)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(word + owner + rights + b"\0").digest()[:5]
    user = _rc4(key, _PAD)
    return b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        owner.hex().encode(),
        user.hex().encode(),
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
