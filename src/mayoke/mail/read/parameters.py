"""Values with parameters: Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2231)."""

import re

from mayoke.mail.read import encoded_word
from mayoke.text import charset

_MAX_PARAMETERS = 200
_MARK = re.compile(r'[;"]')
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_SECTION = re.compile(r"([^*]+)\*(\d{1,3})?(\*)?")


def parse(value: str) -> tuple[str, dict[str, str]]:
    """Split ``value`` into the word before the first ``;`` and its parameters, names lower case.

    Continued and percent-encoded values are put together (RFC 2231 §3, §4); encoded words inside
    quotation marks, forbidden but usual in Japan, are decoded. A ``name*`` form wins over the
    plain one (RFC 6266 §4.3). Never raises.
    """
    pieces = _split(value)
    plain: dict[str, str] = {}
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    for piece in pieces[1:]:
        key, equals, raw = piece.partition("=")
        key = key.strip().lower()
        if not equals or not key:
            continue
        content = _unquote(raw.strip())
        section = _SECTION.fullmatch(key)
        if section:
            entry = (int(section[2] or 0), bool(section[3]) or not section[2], content)
            sections.setdefault(section[1], []).append(entry)
        else:
            plain.setdefault(key, encoded_word.decode(content))
    for key, parts in sections.items():
        plain[key] = _join(parts)
    return pieces[0].strip(), plain


def _split(value: str) -> list[str]:
    """Split at semicolons that stand outside quotation marks."""
    if '"' not in value:
        return value.split(";", _MAX_PARAMETERS)
    pieces: list[str] = []
    start = at = 0
    quotes = True
    while (mark := _MARK.search(value, at)) and len(pieces) < _MAX_PARAMETERS:
        at = mark.start()
        if mark[0] == ";":
            pieces.append(value[start:at])
            start = at + 1
        elif quotes:
            end = _closing(value, at)
            quotes = end > at  # one that never closes makes the later ones ordinary, too
            at = end
        at += 1
    pieces.append(value[start:])
    return pieces


def _closing(value: str, opening: int) -> int:
    """Where the quotation ends; ``opening`` itself when it never does."""
    at = value.find('"', opening + 1)
    if at < 0 or "\\" not in value:
        return max(at, opening)
    at = opening + 1
    while at < len(value):
        if value[at] == '"':
            return at
        at += 2 if value[at] == "\\" else 1
    return opening


def _unquote(raw: str) -> str:
    if not raw.startswith('"'):
        return raw
    end = _closing(raw, 0)
    inner = raw[1:end] if end else raw[1:]
    if "\\" not in inner:
        return inner
    # Only \" and \\ are taken as escapes: Windows paths are sent unescaped.
    return inner.replace("\\\\", "\0").replace('\\"', '"').replace("\0", "\\")


def _join(parts: list[tuple[int, bool, str]]) -> str:
    """Put the sections of one parameter together, as bytes where they are percent-encoded."""
    parts.sort(key=lambda part: part[0])
    declared = ""
    chunks = []
    for index, (_, extended, content) in enumerate(parts):
        text = content
        if extended and index == 0 and text.count("'") >= 2:
            declared, _, text = text.split("'", 2)
        chunk = text.encode("utf-8", "replace")
        chunks.append(_ESCAPE.sub(_byte, chunk) if extended else chunk)
    data = b"".join(chunks)
    return encoded_word.decode(charset.decode(data, declared or None).text)


def _byte(match: re.Match[bytes]) -> bytes:
    return bytes((int(match[1], 16),))
