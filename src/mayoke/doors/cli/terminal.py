"""Strangers' text made fit for a terminal: nothing steers it, no link is live, lines have a width."""

import re
import unicodedata

from mayoke.text.invisible import INVISIBLE

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SCHEME = re.compile(r"(?i)tt(?=ps?:)|(?<=f)t(?=ps?:)")
_HOST = re.compile(r"(?i)(?<=://)[^\s/?#「」（）()]+|(?<![a-z0-9])(?:www|ftp)\.[^\s/?#「」（）()]+")

_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー」』）】〕〉》］｝ァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ%％,.;:!?)]}…‥〜～"
)
_NOT_LAST = frozenset("「『（【〔〈《［｛([{")


def plain(text: str) -> str:
    """The text on one line, without anything a terminal obeys or a reader cannot see.

    White space becomes one space. Escape and other control characters and those that turn the
    direction of writing are shown by number (``‹U+202E›``), other invisible ones are left out.
    """
    return " ".join("".join(map(_shown, text)).split())


def _shown(ch: str) -> str:
    if ch.isspace():
        return " "
    if ch in _BIDI or unicodedata.category(ch) == "Cc":
        return f"‹U+{ord(ch):04X}›"
    if unicodedata.category(ch) == "Cs":
        return "\ufffd"
    return "" if ch in INVISIBLE else ch


def defang(text: str) -> str:
    """URLs nobody can click: ``https://a.example/`` → ``hxxps://a[.]example/``."""
    cut = _HOST.sub(lambda match: match[0].replace(".", "[.]"), text)
    return _SCHEME.sub(lambda match: "x" * len(match[0]), cut)


def defang_host(text: str) -> str:
    """As ``defang``, for a text that may be a bare host."""
    done = defang(text)
    return done.replace(".", "[.]") if done == text and "/" not in text else done


def width(text: str) -> int:
    """Columns on a terminal (Unicode Standard Annex 11)."""
    return sum(map(_columns, text))


def _columns(ch: str) -> int:
    if unicodedata.combining(ch):
        return 0
    return 2 if unicodedata.east_asian_width(ch) in "WFA" else 1


def wrap(text: str, first: str = "", rest: str = "", columns: int = 78) -> str:
    """Break a paragraph into lines of at most ``columns``, the first begun with ``first``.

    Breaks at spaces and next to any wide character, but keeps closing marks off the beginning and
    opening marks off the end of a line (JIS X 4051 kinsoku); a longer word is cut.
    """
    lines: list[str] = []
    line, begin = first, first
    for piece in _words(text):
        word = piece
        if line != begin and width(line) + width(word.rstrip()) > columns:
            lines.append(line.rstrip())
            line = begin = rest
        while width(begin) + width(word.rstrip()) > columns and line == begin:
            head = _head(word, max(columns - width(begin), 10))
            lines.append(line + head)
            word = word[len(head) :]
            line = begin = rest
        line += word
    return "\n".join([*lines, line.rstrip()])


def _head(word: str, room: int) -> str:
    used = 0
    for at, ch in enumerate(word):
        used += _columns(ch)
        if used > room:
            return word[: max(at, 1)]
    return word


def _words(text: str) -> list[str]:
    """Pieces that must stay together; spaces stay at the end of theirs."""
    words: list[str] = []
    for ch in text:
        before = words[-1][-1] if words else ""
        together = before and before != " " and not _breaks(before, ch)
        if together or (before and ch == " "):
            words[-1] += ch
        else:
            words.append(ch)
    return words


def _breaks(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return _columns(before) == 2 or _columns(after) == 2
