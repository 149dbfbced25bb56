"""The periods of a notice as ranges of days a purchase can be compared with."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mayoke.records.incident import Exposure, Incident
from mayoke.records.purchase import Why

EDGE: Final = 3
"""So many days a statement's date may differ from that of the purchase."""
POSTING: Final = 10
"""So many days after the purchase a card company may enter it."""
ROUGH: Final = 15
"""So many days to either side that 頃 and 上旬 may mean."""
FIRST: Final = date(1950, 1, 1)
LAST: Final = date(2100, 12, 31)
_NEVER: Final = (LAST, FIRST)
_COUNTING: Final = frozenset({"purchase", "input"})

Range = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Span:
    """One period: days both included; a range that is empty ends before it begins.

    A purchase in ``core`` is inside, else in ``near`` near the edge, else in ``open`` it cannot be
    told (``why``), else outside.
    """

    core: Range
    near: Range
    open: Range
    near_why: Why
    why: Why
    quote: str


def spans_of(incident: Incident, *, posted: bool = False, edge: int = EDGE) -> tuple[Span, ...]:
    """The periods of one incident; at least one, that says why nothing can be told.

    ``posted``: the list gives days of posting. ``edge``: days of tolerance outside exact periods.
    """
    told = _units(incident.notice_date)
    until = told[1] if told else None
    found = tuple(_span(one, until, posted=posted, edge=edge) for one in incident.exposure)
    if found:
        return found
    quote = incident.subject_periods[0].quote.quote if incident.subject_periods else ""
    why: Why = "other_basis" if incident.subject_periods else "no_period"
    return (Span(_NEVER, _NEVER, (FIRST, LAST), "near", why, quote),)


def _span(one: Exposure, told: date | None, *, posted: bool, edge: int) -> Span:
    quote = one.quote.quote
    start, end = _units(one.start), _units(one.end)
    if (one.start and start is None) or (one.end and end is None):
        return Span(_NEVER, _NEVER, (FIRST, LAST), "near", "no_year", quote)
    if start is None and end is None:
        return Span(_NEVER, _NEVER, (FIRST, LAST), "near", "no_period", quote)
    if one.basis not in _COUNTING:
        last = _shift(end[1], edge) if end else told or LAST
        return Span(_NEVER, _NEVER, (FIRST, last), "near", "other_basis", quote)
    rough = ROUGH if one.precision == "fuzzy" else 0
    late = POSTING if posted else 0
    if start is None:
        assert end is not None  # noqa: S101  for the type checker: not both are None
        near = (_shift(end[0], -rough + 1), _shift(end[1], edge + rough + late))
        return Span(_NEVER, near, (FIRST, near[1]), "near", "no_start", quote)
    begin = _shift(start[0], -edge - rough)
    inner = _shift(start[1], (start[0] != start[1]) + rough + late)
    if end is None:
        core = (inner, told) if told else _NEVER
        return Span(core, (begin, _shift(inner, -1)), (begin, LAST), "near", "no_end", quote)
    core = (inner, _shift(end[0], -(end[0] != end[1]) - rough))
    near = (begin, _shift(end[1], edge + rough + late))
    vague = rough or start[0] != start[1] or end[0] != end[1]
    near_why: Why = "vague_period" if vague else "posted" if posted else "near"
    return Span(core, near, near, near_why, "near", quote)


def _shift(day: date, days: int) -> date:
    return min(max(day + timedelta(days), FIRST), LAST)


def _units(iso: str | None) -> Range | None:
    """First and last day of a date known to the day, month or year; None without a year."""
    if not iso or not iso[:4].isdigit():
        return None
    parts = iso[:10].split("-")
    try:
        year = min(max(int(parts[0]), FIRST.year), LAST.year)
        if len(parts) < 2 or not parts[1].isdigit():
            return date(year, 1, 1), date(year, 12, 31)
        month = int(parts[1])
        if len(parts) < 3 or not parts[2].isdigit():
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date(year, month, int(parts[2]))
    except ValueError:
        return None
    return day, day
