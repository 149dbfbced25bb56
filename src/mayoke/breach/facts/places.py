"""How much a place of a notice weighs when the cause is sought."""

from bisect import bisect_right

from mayoke.breach.reading import Part, Reading, Section, Sentence

_SKIPPED = frozenset({"request", "prevention", "desk", "delay"})


def holds_most(reading: Reading, section: Section) -> bool:
    """Is the whole notice a "request", as under a title like 【注意喚起】 read as a heading?"""
    if section.kind != "request":
        return False
    first, last = reading.main
    return 5 * (min(section.end, last) - max(section.start, first)) > 3 * (last - first)


def told_sentences(reading: Reading, part: Part) -> list[Sentence]:
    """The sentences of the notice itself that begin in a part, in order."""
    first, last = reading.main
    if len(part.spans) == 1:
        first, last = max(first, part.spans[0][0]), min(last, part.spans[0][1])
        return [one for one in reading.sentences if first <= one.start < last]
    return [one for one in reading.sentences if first <= one.start < last and part.holds(one.start)]


class Places:
    """How much a place of the notice weighs for the cause."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._starts = [line.start for line in reading.lines]
        self._weights: dict[int, tuple[float, bool]] = {}

    def weight(self, at: int) -> tuple[float, bool]:
        """The weight of an offset, and whether reasons are told there."""
        index = max(0, bisect_right(self._starts, at) - 1)
        if index not in self._weights:
            self._weights[index] = self._of_line(index)
        weight, reason = self._weights[index]
        if weight and not reason:
            line = self._reading.lines[index]
            reason = "原因" in self._reading.text[max(line.start, at - 80) : min(line.end, at + 80)]
            weight += 2.0 if reason else 0.0
        return weight, reason

    def _of_line(self, index: int) -> tuple[float, bool]:
        reading, line = self._reading, self._reading.lines[index]
        section = reading.section_at(line.start)
        kind = section.kind if section is not None else ""
        if "原因" in line.label or kind == "cause":
            return 6.0, True
        if section is not None and kind in _SKIPPED and not holds_most(reading, section):
            return 0.0, False
        if line.heading and index < 14:
            return 4.0, False
        return (2.0 if line.start - reading.main[0] < 700 else 1.0), False
