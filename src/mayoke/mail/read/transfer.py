"""Content-Transfer-Encoding (RFC 2045 §6), read as leniently as mail programs do."""

import binascii
import re

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_ALPHABET) - {ord("=")})
_BASE64_OR_BREAK = _ALPHABET + b"=\r\n"
_FOOTERS = (b"\n____", b"\n-- \n", b"\n-- \r\n")
_SOFT_BREAK_WITH_SPACE = re.compile(rb"=[ \t]+\r?\n")
_MAX_SEGMENTS = 10_000
_MAX_UU = 2_000_000


def encoding_of(value: str) -> str:
    """The encoding that a header value means: ``base64``, ``qp``, ``uu`` or empty for none."""
    word = value.strip().strip("\"';").lower()
    if word.startswith(("base64", "base-64")):
        return "base64"
    if word.startswith("quoted") and "printable" in word:
        return "qp"
    if word in ("uuencode", "x-uuencode", "x-uue", "uue"):
        return "uu"
    return ""


def decode(raw: bytes, encoding: str) -> bytes:
    """The bytes behind ``encoding`` (a result of ``encoding_of``); never raises."""
    if encoding == "base64":
        return base64(raw)
    if encoding == "qp":
        return quoted_printable(raw)
    if encoding == "uu":
        return uuencode(raw)
    return raw


def base64(raw: bytes) -> bytes:
    """Base64 with foreign characters, missing padding or several padded runs behind one another.

    Text that a mailing list appended after the end is left out: it is no base64.
    """
    for footer in _FOOTERS:
        at = raw.find(footer)
        if at > 0:
            raw = raw[:at]
    end = raw.find(b"=")
    head, rest = (raw, b"") if end < 0 else (raw[:end], raw[end:])
    rest = rest.strip(b"= \t\r\n")
    if not rest or rest.translate(None, _BASE64_OR_BREAK):
        return _run(head)
    runs = raw.translate(None, _NOT_BASE64).split(b"=", _MAX_SEGMENTS)
    return b"".join(_run(run) for run in runs)


def _run(run: bytes) -> bytes:
    """One run without padding."""
    clean = run.translate(None, _NOT_BASE64 + b"=")
    spare = len(clean) % 4
    if spare == 1:
        clean = clean[:-1]
    elif spare:
        clean += b"=" * (4 - spare)
    return binascii.a2b_base64(clean)


def quoted_printable(raw: bytes) -> bytes:
    """Quoted-printable; what is no valid escape stays as it is written."""
    if b"\r" in raw:
        # The decoder below skips from "=\r" to the next "\n", which would hide text.
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"= " in raw or b"=\t" in raw:
        raw = _SOFT_BREAK_WITH_SPACE.sub(b"", raw)
    return binascii.a2b_qp(raw)


def uuencode(raw: bytes) -> bytes:
    """Uuencoded data between ``begin`` and ``end``; broken lines are left out.

    Only the first 2 MB are read: the form is extinct, and slow to undo.
    """
    out = []
    started = False
    for line in raw[:_MAX_UU].split(b"\n"):
        if not started:
            started = line.startswith(b"begin ")
            continue
        if line.strip() in (b"end", b"`"):
            break
        try:
            out.append(binascii.a2b_uu(line.rstrip(b"\r")))
        except binascii.Error:
            continue
    return b"".join(out)
