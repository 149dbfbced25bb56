"""The dates of a part that can date an event, with the times of day that refine them."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from mayoke.breach.reading import Date, Part, Period, Reading
from mayoke.records.incident import DateBasis, Precision

_TIME = re.compile(
    r"(?P<half>午前|午後|未明|早朝|深夜|夜間?|朝|夕方|正午|am|pm)?の?"
    r"(?:(?P<hour>[0-2]?[0-9])(?:時(?!間)(?:(?P<minute>[0-5]?[0-9])分|(?P<thirty>半))?"
    r"|:(?P<clock>[0-5][0-9])))"
    r"(?P<fuzzy>頃|ごろ|ころ|過ぎ|すぎ|前後|前|以降)?"
)
_PART_OF_DAY = re.compile(
    r"[のに]?(?:未明|早朝|明け方|深夜|夜半|夜間|夜|朝|夕方|夕刻|昼前|昼過ぎ|昼頃)"
)
_START = re.compile(r"[\s、,:(]*(?:の|に)?")
_QUOTED = re.compile(r"「[^「」\n]{15,300}」")
_SINCE = re.compile(r"(?:から|より|以降|以後)")
_UNTIL = re.compile(r"(?:まで|迄)")
_NO_DAY = ("同時に",)
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date, or the beginning of a range, at ``text[start:end]``.

    ``iso``/``last``: begin and end of a range; ``last`` is None for a single day. ``one_day``: a
    range of hours. ``since`` and
    ``until``: only からの or まで stands with it. ``time_only``: only a time of day stands there,
    the day was told before.
    """

    start: int
    end: int
    iso: str
    precision: Precision
    basis: DateBasis
    relative: str = ""
    damaged: bool = False
    last: str | None = None
    is_range: bool = False
    one_day: bool = False
    since: bool = False
    until: bool = False
    time_only: bool = False
    alternatives: tuple[str, ...] = ()


def of_part(reading: Reading, part: Part) -> list[Anchor]:
    """The anchors in the notice proper that lie in the part, in order; quoted speech left out."""
    first, last = reading.main if reading.main[1] else (0, len(reading.text))
    quoted = [found.span() for found in _QUOTED.finditer(reading.text, first, last)]
    inside = _inside(quoted)
    periods = {d.start: p for p in reading.periods for d in (p.first, p.last) if d is not None}
    anchors: list[Anchor] = []
    taken = -1
    for date in reading.dates:
        if len(anchors) >= _MOST:
            break
        if date.start < max(first, taken) or date.start >= last or not part.holds(date.start):
            continue
        if reading.text[date.start : date.end] == "一時":  # 一時停止 is no hour
            continue
        anchor = _anchor(reading.text, date, periods.get(date.start))
        if not inside(date.start) and len(anchor.iso) > 4 and anchor.relative not in _NO_DAY:
            anchors.append(anchor)
        taken = anchor.end
    return anchors


def _inside(spans: list[tuple[int, int]]) -> "_Spans":
    return _Spans([s for s, _ in spans], [e for _, e in spans])


@dataclass(frozen=True, slots=True)
class _Spans:
    starts: list[int]
    ends: list[int]

    def __call__(self, at: int) -> bool:
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.ends[index]


def _anchor(text: str, date: Date, period: Period | None) -> Anchor:
    """A date alone, or the range it begins."""
    if period is not None and period.first is not None and period.last is not None:
        head = period.first
        return Anchor(
            start=min(period.start, head.start),
            end=max(period.end, period.last.end),
            iso=head.iso,
            precision=head.precision,
            basis=head.basis,
            relative=head.relative,
            damaged=head.damaged,
            last=period.last.iso,
            is_range=True,
            one_day=head.iso == period.last.iso,
        )
    single = Anchor(
        start=date.start,
        end=date.end,
        iso=date.iso,
        precision=date.precision,
        basis=date.basis,
        relative=date.relative,
        damaged=date.damaged,
        since=bool(_SINCE.match(text, date.end)) or _open(period, last=True),
        until=bool(_UNTIL.match(text, date.end)) or _open(period, last=False),
    )
    return refined(text, single)


def _open(period: Period | None, *, last: bool) -> bool:
    if period is None:
        return False
    return period.last is None if last else period.first is None


def refined(text: str, anchor: Anchor) -> Anchor:
    """The anchor with a time of day that directly follows it."""
    if anchor.precision != "day":
        return anchor
    start = _START.match(text, anchor.end)
    at = start.end() if start else anchor.end
    time = _TIME.match(text, at)
    if time:
        return replace(anchor, end=time.end(), precision=_precision(time))
    part = _PART_OF_DAY.match(text, anchor.end)
    if part:
        return replace(anchor, end=part.end(), precision="fuzzy")
    return anchor


def _precision(time: re.Match[str]) -> Precision:
    if time["fuzzy"]:
        return "fuzzy"
    return "minute" if time["minute"] or time["clock"] or time["thirty"] else "hour"
