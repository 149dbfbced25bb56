"""The numbers with a counter in a reading, those of table columns too."""

import re
from dataclasses import replace

from mayoke.breach.reading import Number, Reading
from mayoke.records.incident import Qualifier
from mayoke.text.counts import Counted, find_counts, unit_of_label
from mayoke.text.numerals import NUMERAL_CHARS, read_numeral

_BARE = re.compile(rf"(?:(?:計|約|合計|最大|のべ|延べ) ?)?([{NUMERAL_CHARS}]{{1,20}})")
_QUALIFIERS: dict[str, Qualifier] = {
    "約": "about", "最大": "max", "のべ": "cumulative", "延べ": "cumulative",
}  # fmt: skip
_CELLS_MAX = 12
_BARE_MAX = 500
"""A table of more rows is a list of goods, not of the people concerned."""


def count(reading: Reading) -> Reading:
    """The reading with ``numbers`` filled, in order of place.

    A bare number in a cell counts where the head of its column or row names a counter (件数, 人数):
    §3 of the study, list tables.
    """
    found = {c.start: _number(c) for c in find_counts(reading.text)}
    ends = [n.end for n in found.values()]
    for bare in _bare_cells(reading):
        if bare.start not in found and bare.end not in ends:
            found[bare.start] = bare
    return replace(reading, numbers=tuple(found[at] for at in sorted(found)))


def _number(c: Counted) -> Number:
    return Number(c.start, c.end, c.value, c.unit, c.qualifier)


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a line stand, the first twelve."""
    found: list[tuple[int, int]] = []
    while len(found) < _CELLS_MAX:
        stop = text.find("\t", start, end)
        found.append((start, end if stop < 0 else stop))
        if stop < 0:
            break
        start = stop + 1
    return found


def _bare_cells(reading: Reading) -> list[Number]:
    found: list[Number] = []
    head: list[str | None] = []
    text = reading.text
    for line in reading.lines:
        if text.find("\t", line.start, line.end) < 0:
            head = []
            continue
        row = cells(text, line.start, line.end)
        units = [unit_of_label(text[a:b]) for a, b in row]
        if not head:
            head = units
        for (a, b), above in zip(row[1:], (head + [None] * _CELLS_MAX)[1:], strict=False):
            number = _bare(text, a, b, units[0] or above)
            if number is not None:
                found.append(number)
        if len(found) >= _BARE_MAX:
            break
    return found


def _bare(text: str, start: int, end: int, unit: str | None) -> Number | None:
    match = _BARE.fullmatch(text[start:end].strip()) if unit and end - start < 40 else None
    value = read_numeral(match[1]) if match else None
    if unit is None or match is None or value is None:
        return None
    first = text.index(match[0], start)
    word = match[0][: match.start(1) - match.start()].strip()
    qualifier = _QUALIFIERS.get(word, "exact")
    return Number(first, first + len(match[0]), value, unit, qualifier)
