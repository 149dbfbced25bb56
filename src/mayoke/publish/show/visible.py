"""What a reader cannot see, or what would turn their screen round, made visible by its number."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from mayoke.records.shown import Segment
from mayoke.text.invisible import INVISIBLE

_BREAKS: Final = frozenset("\n\x0b\x0c\r\x85\u2028\u2029")
_SURROGATES: Final = frozenset(map(chr, range(0xD800, 0xE000)))
_CONTROLS: Final = frozenset(ch for ch in map(chr, range(0xA0)) if unicodedata.category(ch) == "Cc")
_TOKENS: Final = (INVISIBLE | _CONTROLS) - _BREAKS - {"\t"}
_ODD: Final = _TOKENS | _SURROGATES | (_BREAKS - {"\n"})
_SELECTORS: Final = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_JOINER: Final = "\u200d"
_STOPS: Final = _TOKENS | _BREAKS
_MANY: Final = 4
"""So many line breaks in a row are counted instead of shown."""


def visible(text: str) -> str:
    """The text on one line, with every hidden or direction-turning character as ``‹U+202E›``."""
    found = "".join(segment.shown or " " for segment in pieces(text))
    return " ".join(found.split())


def pieces(text: str) -> Iterator[Segment]:
    """The text as segments whose ``shown`` can be put on a page; line breaks are kept.

    A run of hidden characters is one token. Selectors of a character's form, and joiners within
    one emoji, are no disguise and stay.
    """
    start = at = 0
    while at < len(text):
        if text[at] not in _STOPS:
            at += 1
            continue
        end, made = _special(text, at)
        if made is None:
            at = end
            continue
        if start < at:
            yield _text(text[start:at])
        yield made
        start = at = end
    if start < at:
        yield _text(text[start:at])


def _special(text: str, at: int) -> tuple[int, Segment | None]:
    """Where what begins at ``at`` ends, and the segment it needs, if it is no ordinary text."""
    ch = text[at]
    if ch in _TOKENS and not _belongs(text, at):
        end = at + 1
        while end < len(text) and text[end] in _TOKENS:
            end += 1
        run = text[at:end]
        return end, Segment("token", run, _token(run), len(run))
    if ch in _BREAKS:
        end, lines = at, 0
        last = at
        while end < len(text) and text[end].isspace():
            if text[end] in _BREAKS:
                lines += text[end] != "\n" or text[end - 1 : end] != "\r"
                last = end + 1
            end += 1
        if lines >= _MANY:
            return last, Segment("blank_lines", text[at:last], "", lines - 1)
        return last, None
    return at + 1, None


def _belongs(text: str, at: int) -> bool:
    """Does a selector choose the form of the character before, or a joiner make one emoji?"""
    before = text[at - 1] if at else " "
    if text[at] in _SELECTORS:
        return not before.isspace() and before not in _TOKENS
    if text[at] != _JOINER or at + 1 >= len(text):
        return False
    if before in _SELECTORS and at > 1:
        before = text[at - 2]
    return unicodedata.category(before) in {"So", "Sk"} and (
        unicodedata.category(text[at + 1]) == "So"
    )


def _token(run: str) -> str:
    names = list(dict.fromkeys(f"U+{ord(ch):04X}" for ch in run))
    told = " ".join(names[:3]) + (" …" if len(names) > 3 else "")
    return f"‹{told}›" if len(run) == 1 else f"‹{told} ×{len(run)}›"


def _text(text: str) -> Segment:
    if _ODD.isdisjoint(text):
        return Segment("text", text, text)
    shown = text.replace("\r\n", "\n")
    shown = "".join(
        "\n" if ch in _BREAKS else "\ufffd" if ch in _SURROGATES else ch for ch in shown
    )
    return Segment("text", text, shown)
