"""Columns that the notice sets apart by wide space, which the flow no longer shows."""

import re
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
    quote = reading.quote(line.start, line.end)
    found: list[int] = []
    for match in _GAP.finditer(quote.quote):
        place = quote.start + match.end()
        found.append(_offset(reading, line, place))
        if len(found) >= _MOST:
            break
    return found


def _offset(reading: Reading, line: Line, place: int) -> int:
    """The offset of the flow that stands at a place of the notice."""
    low, high = line.start, line.end
    while low < high:
        middle = (low + high) // 2
        if reading.span(middle, middle + 1)[0] < place:
            low = middle + 1
        else:
            high = middle
    return low
