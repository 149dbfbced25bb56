"""Where URLs stand in plain text, as mail programs make links of them."""

import re

from mayoke.text.url import known_suffix

_START = re.compile(r"(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP]):[/\\]{1,4}")
_JAPANESE = "\u3001-\u9fff\uf900-\ufaff"
_HOST = re.compile(rf"[^\s\x00-\x2c/:;<=>?@\[\\\]^`{{|}}#{_JAPANESE}（）［］｛｝！？：；，｜＜＞]*")
_HOST_WITH_JAPANESE = re.compile(r"[A-Za-z0-9\-ぁ-ゖァ-ヺー々一-鿿]{1,63}(?=\.[A-Za-z])")
_USER = re.compile(r"[!#-.0-;=A-Z_a-z~]{1,200}@")
_IP6 = re.compile(r"\[[0-9a-fA-F:.]{2,45}\]")
_REST = re.compile(r"(?::[0-9]{1,5})?(?:[/?#\\][!#-;=?-~]{0,8000})?")
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{3,}")
_NOT_BEFORE_BARE = frozenset("@_/.-%=&+\\")
_TRAILING = ".,;:!?'*_~`|\\"
_CLOSING = {")": "(", "]": "[", "}": "{"}
_FILE_ENDINGS = frozenset(
    (
        *("ai", "app", "as", "be", "cc", "cs", "do", "id", "in", "is", "it", "la", "md", "me"),
        *("ml", "mov", "ms", "no", "pl", "pm", "ps", "py", "rs", "sh", "so", "to", "zip"),
    )
)
"""Top levels that are words or file endings more often than hosts; they need ``www.`` or a path."""


def find_urls(text: str, *, bare: bool) -> list[tuple[int, int]]:
    """Spans of URLs, in order, code points, end exclusive; linear in the length of the text.

    A URL begins with http, https or ftp. It ends before white space, Japanese, quotation marks and
    angle brackets; punctuation that closes the sentence is left out. With ``bare`` host names
    without a scheme (``www.example.com/a``, ``example.co.jp``) are found too.
    """
    spans: list[tuple[int, int]] = []
    done = 0
    for found in _START.finditer(text):
        if found.start() < done:
            continue
        end = _end(text, found.end())
        if end > found.end():
            if bare:
                spans.extend(_bare(text, done, found.start()))
            spans.append((found.start(), end))
            done = end
    if bare:
        spans.extend(_bare(text, done, len(text)))
    return spans


def _end(text: str, at: int) -> int:
    """Where a URL ends whose authority begins at ``at``; ``at`` itself when it is none."""
    user = _USER.match(text, at)
    begin = user.end() if user else at
    host = _IP6.match(text, begin) or _HOST_WITH_JAPANESE.match(text, begin)
    end = host.end() if host else begin
    plain = _HOST.match(text, end)
    if plain:
        end = plain.end()
    if end == begin:
        return at
    rest = _REST.match(text, end)
    return _trimmed(text, begin, rest.end() if rest else end)


def _trimmed(text: str, start: int, end: int) -> int:
    """Leave out what ends the sentence rather than the URL."""
    piece = text[start:end]
    size = len(piece)
    opened = {close: piece.count(open_) - piece.count(close) for close, open_ in _CLOSING.items()}
    while size:
        last = piece[size - 1]
        if last in _CLOSING and opened[last] < 0:
            opened[last] += 1
        elif last not in _TRAILING:
            break
        size -= 1
    return start + size


def _bare(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Host names without a scheme between two offsets; domains of mail addresses are none."""
    spans: list[tuple[int, int]] = []
    done = start
    for found in _BARE.finditer(text, start, end):
        at, stop = found.span()
        if at < done or "." not in found[0] or (at and text[at - 1] in _NOT_BEFORE_BARE):
            continue
        host = found[0].rstrip(".-")
        if text[stop : stop + 1] in ("@", "_") or not known_suffix(host.lower()):
            continue
        stop = at + len(host)
        rest = _REST.match(text, stop, end)
        whole = _trimmed(text, at, rest.end() if rest else stop)
        if _is_word(host, has_path=whole > stop):
            continue
        spans.append((at, whole))
        done = whole
    return spans


def _is_word(host: str, *, has_path: bool) -> bool:
    labels = host.lower().split(".")
    if labels[0] == "www" and len(labels) > 2:
        return False
    return "" in labels or (labels[-1] in _FILE_ENDINGS and not has_path)
