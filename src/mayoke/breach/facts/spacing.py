"""Spaces of the document that the flow no longer shows, and values without line breaks."""

import re
from collections.abc import Callable

from mayoke.breach.reading import Reading
from mayoke.records.incident import Located

_SPACE = re.compile(r"\s")
_BREAK = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")


def gaps(reading: Reading) -> Callable[[int], bool]:
    """``gap(i)``: did white space, but no line break, stand before ``reading.text[i]``?"""
    text, raw, span = reading.text, reading.notice.text, reading.span

    def gap(at: int) -> bool:
        if not 0 < at < len(text):
            return False
        if text[at - 1] in " \t":
            return True
        first, last = span(at - 1, at + 1)
        if not _SPACE.search(raw, first, last):
            return False
        between = raw[span(at - 1, at)[1] : span(at, at + 1)[0]]
        return bool(between) and between.isspace() and "\n" not in between

    return gap


def located(reading: Reading, start: int, end: int, value: str | None = None) -> Located:
    """The value as a reader sees it, on one line, with its quotation."""
    quote = reading.quote(start, end)
    return Located(one_line(quote.quote) if value is None else value, quote)


def one_line(words: str) -> str:
    """Words of the notice without the line breaks of the page."""
    return _BREAK.sub("", words).strip()
