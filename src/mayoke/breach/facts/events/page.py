"""Lines, sentences, labels and headings of a reading, found by offset."""

import re
from bisect import bisect_right

from mayoke.breach.facts.events.anchors import Anchor
from mayoke.breach.reading import Line, Reading

_ROWS = 8
_ROW = 2000
_HEAD = re.compile(r"期間|日時|時期|[発覚知生見]日|年月日")
_HEADING = 60


class Page:
    """Where things stand.

    ``lines`` and ``text`` are those of the reading; ``titles`` holds for each line the heading
    above it; ``told`` is where the date of the notice begins, -1 if nowhere. ``day_lines``: how many
    lines hold nothing but a date; ``firsts``: the first date of a line, by the line's start.
    """

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.lines = reading.lines
        self.starts = [line.start for line in reading.lines]
        self.sentences = [sentence.start for sentence in reading.sentences]
        self.ends = [sentence.end for sentence in reading.sentences]
        self.titles = _titles(reading)
        self.told = reading.told.span[0] if reading.told.span else -1
        self.day_lines = 0
        self.firsts: dict[int, Anchor] = {}

    def first_date(self, line: Line) -> Anchor | None:
        """The first date of a line, once the lines have been filled with them."""
        return self.firsts.get(line.start)

    def label(self, index: int, at: int) -> str:
        """The label of the line, or in a table the head of the column at ``at``."""
        line = self.lines[index]
        if line.end - line.start > _ROW or "\t" not in self.text[line.start : line.end]:
            return line.label
        column = self.text.count("\t", line.start, at)
        for above in range(index - 1, max(-1, index - 1 - _ROWS), -1):
            row = self.lines[above]
            if row.heading:
                break
            cells = self.text[row.start : min(row.end, row.start + _ROW)].split("\t")
            if len(cells) <= column:
                break
            if _HEAD.search(cells[column]) and len(cells[column]) < 24:
                return cells[column]
        return line.label

    def question(self, index: int) -> str:
        """The question that a line answers; "" for other lines (警察に届けましたか。はい、5月1日に)."""
        if index == 0 or self.lines[index].mark != "a" or self.lines[index - 1].mark != "q":
            return ""
        asked = self.lines[index - 1]
        return self.text[asked.start : min(asked.end, asked.start + _HEADING)].rstrip("。?") + "、"

    def index(self, at: int) -> int:
        """The index of the line that holds an offset."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def sentence(self, at: int, line: Line) -> tuple[int, int]:
        """Begin and end of the sentence at an offset, within its line."""
        index = bisect_right(self.sentences, at) - 1
        if index < 0:
            return line.start, line.end
        start, end = max(self.sentences[index], line.start), min(self.ends[index], line.end)
        return (start, end) if end > at else (at, line.end)


def _titles(reading: Reading) -> list[str]:
    """For each line the heading it stands under (bounded, "" if none)."""
    out: list[str] = []
    title = ""
    for line in reading.lines:
        if line.heading:
            title = reading.text[line.start : line.end][:_HEADING]
        out.append(title)
    return out
