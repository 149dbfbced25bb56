"""Encoded words in headers (RFC 2047, with the language tags of RFC 2231 §5)."""

import binascii
import re

from mayoke.mail.read import transfer
from mayoke.text import charset

_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,60})?\?([bBqQ])\?([^?]*)\?=")
_BREAKS = str.maketrans({"\r": " ", "\n": " ", "\0": None})


def decode(text: str) -> str:
    """Replace the encoded words of an unfolded header value; never raises.

    Neighbouring words of one charset are joined as bytes before they are decoded, because many
    senders cut inside a character (forbidden by RFC 2047 §5, common in Japanese mail). White space
    between neighbours is dropped (§6.2). Words need not be set off by spaces.
    """
    if "=?" not in text:
        return text
    out: list[str] = []
    run: list[tuple[str, str]] = []
    name = ""
    end = 0
    for word in _WORD.finditer(text):
        between = text[end : word.start()]
        if between.strip(" \t\r\n") or end == 0:
            out += (_decode_run(name, run), between)
            run = []
        elif name != word[1].lower():
            out.append(_decode_run(name, run))
            run = []
        name = word[1].lower()
        run.append((word[2].lower(), word[3]))
        end = word.end()
    out += (_decode_run(name, run), text[end:])
    return "".join(out)


def _decode_run(name: str, words: list[tuple[str, str]]) -> str:
    """Decode words that stand beside each other in one charset."""
    if not words:
        return ""
    pieces: list[bytes] = []
    pending = ""  # base64 that was cut elsewhere than at four characters
    for form, payload in words:
        if form == "b":
            pending += payload
            if payload.endswith("=") or len(pending) % 4 == 0:
                pieces.append(_base64(pending))
                pending = ""
            continue
        pieces += (_base64(pending), _q(payload))
        pending = ""
    pieces.append(_base64(pending))
    return charset.decode(b"".join(pieces), name).text.translate(_BREAKS)


def _base64(payload: str) -> bytes:
    return transfer.base64(payload.encode("ascii", "ignore")) if payload else b""


def _q(payload: str) -> bytes:
    return binascii.a2b_qp(payload.encode("utf-8", "replace"), header=True)
