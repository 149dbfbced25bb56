"""Columns that the notice sets apart by wide space, which the flow no longer shows."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

from mayoke.breach.reading import Line, Reading

_GAP = re.compile("[^\\s　](?P<gap>　+|[ 　]{2,8}|\\t+)(?=[^\\s　])")
_LONGEST = 240
_MOST = 6


def columns(reading: Reading, line: Line) -> list[str]:
    """The cells of a line, divided by tabs and by wide space of the notice; one if undivided."""
    if line.end - line.start > _LONGEST:
        return [reading.text[line.start : line.end]]
    starts = [line.start, *gaps(reading, line), line.end]
    cells = []
    for first, last in pairwise(starts):
        cells.extend(reading.text[first:last].split("\t"))
    return [cell for cell in cells if cell]


def gaps(reading: Reading, line: Line) -> list[int]:
    """Where in the flow a new column begins behind wide space (at most six)."""
    if line.end - line.start > _LONGEST:
        return []
    wide = _wide(reading.notice.text)
    if not wide:
        return []
    first, last = reading.span(line.start, line.end)
    found: list[int] = []
    at, before = line.start, first
    one = bisect_left(wide, (first, 0))
    for start, end in wide[one : one + _MOST]:
        if end >= last:
            break
        # Mostly the gap alone is missing in the flow, or one sign stands for it.
        at = _offset(reading, line, end, at + (start + 1 - before))
        before = end
        found.append(at)
    return found


@lru_cache(maxsize=2)
def _wide(text: str) -> list[tuple[int, int]]:
    """Every wide space of a notice: from the character before it to its end."""
    return [match.span() for match in _GAP.finditer(text)]


def _offset(reading: Reading, line: Line, place: int, guess: int) -> int:
    """The offset of the flow that stands at a place of the notice, tried first at ``guess``."""
    low, high = line.start, line.end
    if low < guess < high:
        if reading.span(guess, guess + 1)[0] < place:  # the gap stands there as one sign
            low = guess + 1
            if low < high and reading.span(low, low + 1)[0] >= place:
                return low
        elif reading.span(guess - 1, guess)[0] < place:
            return guess
        else:
            high = guess
    while low < high:
        middle = (low + high) // 2
        if reading.span(middle, middle + 1)[0] < place:
            low = middle + 1
        else:
            high = middle
    return low
