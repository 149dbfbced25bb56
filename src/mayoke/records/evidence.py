"""Where in a message something was read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation and its place.

    ``part`` names a decoded text of the message: ``header:Subject``, ``1.2:text`` (the visible
    text of MIME part 1.2), ``1.2:link:3`` (the target of its third link), ``3:name`` (a file
    name). ``start`` and ``end`` are code-point offsets into that text, end exclusive, before any
    normalisation, so that ``text[start:end] == quote``.
    """

    part: str
    start: int
    end: int
    quote: str
