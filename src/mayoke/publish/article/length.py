"""How long a manuscript is as Japanese editors count it, and what it would earn."""

import unicodedata
from dataclasses import dataclass
from typing import Final

PER: Final = 200
"""Characters that the rate is for (ペラ, a half sheet of 200 squares)."""
RATE: Final = 3_000
"""Yen for so many."""
SHEET: Final = 400
"""Squares of a sheet of manuscript paper (400字詰め原稿用紙)."""


@dataclass(frozen=True, slots=True)
class Length:
    """``characters``: squares; ``sheets`` of 400, the last one counting whole; ``fee`` in yen."""

    characters: int
    sheets: int
    fee: int


def squares(text: str) -> float:
    """Squares a text fills: one for a full-width character, half for a half-width one.

    Line breaks and blanks at the end of a line fill none; a combining mark goes with its letter.
    """
    return sum(_width(ch) for line in text.splitlines() for ch in line.rstrip() if ch.isprintable())


def length(text: str, *, rate: int = RATE, per: int = PER) -> Length:
    """The length, and the fee at ``rate`` yen for ``per`` characters: an estimate, in proportion."""
    characters = round(squares(text) + 1e-9)
    return Length(characters, -(-characters // SHEET), round(characters * rate / per))


def _width(ch: str) -> float:
    if unicodedata.combining(ch):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(ch) in "WFA" else 0.5
