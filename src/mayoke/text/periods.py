"""Periods as Japanese texts write them: A~B, AからBまで, A以降, Bまで."""

import re
from dataclasses import dataclass

from mayoke.text.dates import find_written
from mayoke.text.written import Written

_GAP = 40
"""The longest stretch between the two sides of a period."""
_TAIL = 30

_JOINT = re.compile(
    r"(?:\([^()\n]{1,20}\))? ?(?:[~→]|-{1,2}|(?:の[^、。\n\t0-9]{1,14})?(?:から|より|以来|以降)、?)[ \t]?\Z"
)
"""All that stands between the sides: ~, から, の開店から, (金)~ …"""
_WIDE_JOINT = re.compile(
    r"(?:(?:から|より|以降|以来)、?|(?:に|で)[^。\n\t0-9]{0,20}、)[^。\n\t0-9~]{0,24}\Z"
)
"""A joint that needs までの間 behind the second side to hold."""

_UNTIL = re.compile(
    r" ?(?:(?:の|に)[^、。\n\t0-9]{1,14}?)?(?:まで|迄)(?:にかけて|の(?:間|あいだ|期間))?"
    r"|の[^、。\n\t0-9から]{0,6}(?:にかけて|にかけ)|にかけて|にかけ|に至るまで|の(?:間|あいだ|期間)"
)
_SURELY_UNTIL = re.compile(
    r"(?:(?:の|に)[^、。\n\t0-9]{1,14}?)?(?:まで|迄)(?:の(?:間|あいだ|期間))?"
)
_JUST_UNTIL = re.compile(r"(?:中|頃|ごろ)?(?:まで|迄)(?:の(?:間|あいだ|期間))?|以前")
_SINCE = re.compile(
    r"(?:の[^、。\n\t0-9]{1,10}?)?(?:以降|以後|以来)"
    r"|(?:から|より|~|-) ?(?:現在|今日|公表日|今まで|現時点)(?:に至る)?(?:まで)?"
    r"|から|より|~(?![0-9])"
)
_THEN_LENGTH = re.compile(
    r"(?:の|約|およそ)?[0-9]{1,3}(?:年|か月|ヶ月|カ月|ヵ月|箇月|週|日|時)間?(?!に)"
)
_LENGTH_BEFORE = re.compile(r"[0-9](?:時|分|:[0-9]{2}) ?(?:~|-|から|より) ?\Z")
_LENGTH_AFTER = re.compile(r" ?(?:~|-|から|より) ?(?:午[前後]|翌|深夜|夜)?[0-9]{1,2}(?:時|:)")
_PROVES_DAY = re.compile(r" ?(?:[~に、付頃]|から|より|まで|以降|ごろ|の[^0-9])")
_AT_LINE_START = re.compile(r"(?:\A|[\n\t])[ ・]?\Z")


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """From … to … as written; ``first`` and ``last`` are indexes of dates, None where open.

    ``text[start:end]`` holds the whole expression, with から, まで, にかけて.
    """

    start: int
    end: int
    first: int | None
    last: int | None


def find_periods(text: str) -> tuple[list[Written], list[WrittenPeriod]]:
    """The dates of a folded text and the periods they form, both in order; linear.

    Dates that only a period or their neighbours could prove are weeded here: fiscal years outside
    a period, ``12/6`` alone, hours of a desk (9時~17時).
    """
    found = find_written(text)
    pairs = _pairs(text, found)
    kept = _proven(text, found, pairs)
    index = {old: new for new, old in enumerate(kept)}
    dates = [found[old] for old in kept]
    periods = [
        WrittenPeriod(start, end, index[a], index[b])
        for start, end, a, b in pairs
        if a in index and b in index
    ]
    paired = {index[i] for _, _, a, b in pairs for i in (a, b) if i in index}
    periods += _open_periods(text, dates, paired)
    return dates, sorted(periods, key=lambda period: period.start)


_Pair = tuple[int, int, int, int]


def _pairs(text: str, found: list[Written]) -> list[_Pair]:
    """Neighbours that are the two sides of a period: ``(start, end, index, index)``."""
    pairs: list[_Pair] = []
    i = 0
    while i + 1 < len(found):
        end = _joined(text, found[i], found[i + 1])
        if end:
            pairs.append((found[i].start, end, i, i + 1))
            i += 1
        i += 1
    return pairs


def _joined(text: str, left: Written, right: Written) -> int:
    """Where the period of two neighbours ends, 0 if they form none."""
    if not 0 <= right.start - left.end <= _GAP or left.clock or left.fiscal != right.fiscal:
        return 0
    gap = text[left.end : right.start]
    until = _UNTIL.match(text, right.end, right.end + _TAIL)
    end = until.end() if until else right.end
    if _JOINT.match(gap):
        spoken = gap.rstrip().endswith("、")
        return 0 if spoken and not until else end
    if right.clock or not _WIDE_JOINT.match(gap):
        return 0
    surely = _SURELY_UNTIL.match(text, right.end, right.end + _TAIL)
    return surely.end() if surely and surely[0].endswith(("間", "あいだ", "期間")) else 0


def _proven(text: str, found: list[Written], pairs: list[_Pair]) -> list[int]:
    """The indexes of what is a date for sure."""
    partner: dict[int, int] = {}
    for _, _, a, b in pairs:
        partner[a], partner[b] = b, a
    slashed = [w for w in found if w.month and w.day and "/" in text[w.start : w.end]]
    sure = any(not w.unsure for w in slashed)
    listed = sure or sum(w.unsure and _begins_line(text, w) for w in slashed) > 1
    return [
        i
        for i, written in enumerate(found)
        if _is_proven(text, written, found[partner[i]] if i in partner else None)
        and not (
            written.unsure
            and i not in partner
            and not _like_others(text, written, sure=sure, listed=listed)
        )
    ]


def _is_proven(text: str, written: Written, partner: Written | None) -> bool:
    if written.fiscal:
        return partner is not None
    return not written.clock or partner is not None or _one_time(text, written)


def _like_others(text: str, written: Written, *, sure: bool, listed: bool) -> bool:
    """12/6 in a text where such forms are dates: at a line's start, or before に, から …"""
    if listed and _begins_line(text, written):
        return True
    return sure and _PROVES_DAY.match(text, written.end) is not None


def _begins_line(text: str, written: Written) -> bool:
    return _AT_LINE_START.search(text, max(0, written.start - 2), written.start) is not None


def _one_time(text: str, written: Written) -> bool:
    """A time that is no side of 9時~17時."""
    before = _LENGTH_BEFORE.search(text, max(0, written.start - 8), written.start)
    return not before and not _LENGTH_AFTER.match(text, written.end)


def _open_periods(text: str, dates: list[Written], paired: set[int]) -> list[WrittenPeriod]:
    """A以降, Aから, A~, Bまで, ~B."""
    periods = []
    for i, written in enumerate(dates):
        if i in paired or written.clock or written.fiscal:
            continue
        period = _open_period(text, i, written)
        if period is not None:
            periods.append(period)
    return periods


def _open_period(text: str, i: int, written: Written) -> WrittenPeriod | None:
    until = _JUST_UNTIL.match(text, written.end, written.end + _TAIL)
    if until:
        return WrittenPeriod(written.start, until.end(), None, i)
    since = _SINCE.match(text, written.end, written.end + _TAIL)
    if since:
        if _THEN_LENGTH.match(text, since.end()):
            return None
        return WrittenPeriod(written.start, since.end(), i, None)
    if text[written.start - 1 : written.start] == "~":
        return WrittenPeriod(written.start - 1, written.end, None, i)
    return None
