"""Dates and periods of a notice, resolved as a careful reader would."""

from dataclasses import replace
from typing import Literal

from mayoke.breach.dates.anchors import Anchor, anchor_of
from mayoke.breach.dates.memory import Known
from mayoke.breach.dates.notice_date import Chosen, choose
from mayoke.breach.dates.walk import Walk
from mayoke.breach.reading import Date, Period, Reading, Told
from mayoke.records.incident import DateBasis, Precision
from mayoke.text.periods import WrittenPeriod, find_periods
from mayoke.text.written import Written


def resolve(reading: Reading) -> Reading:
    """Fill ``dates``, ``periods`` and ``told``; the rules are those of the study, section 4.4.

    A year that stands neither in the expression nor before it comes from the day of the
    announcement, the address, the day of publication, or the weekdays; else it is ``XXXX``. Times
    that stand alone continue the day named before (basis ``relative``). Words that lean on a day
    nobody named give no date.
    """
    written, spans = find_periods(reading.text)
    paired = frozenset(i for s in spans for i in (s.first, s.last) if i is not None)
    chosen = choose(reading, written, paired)
    anchor = anchor_of(reading, written, chosen)
    known = Walk(reading, written, spans, anchor, chosen).run()
    dates = {i: _date(written[i], found) for i, found in known.items()}
    return replace(
        reading,
        dates=tuple(dates.values()),
        periods=tuple(p for s in spans if (p := _period(s, dates)) is not None),
        told=_told(chosen, dates, anchor),
    )


def iso(known: Known) -> str:
    """``2024-03-05``, ``2024-03``, ``2024``; XXXX and XX for what is not known."""
    year = "XXXX" if known.year is None else f"{known.year:04d}"
    if known.day is not None:
        month = "XX" if known.month is None else f"{known.month:02d}"
        return f"{year}-{month}-{known.day:02d}"
    return year if known.month is None else f"{year}-{known.month:02d}"


def _date(written: Written, known: Known) -> Date:
    return Date(
        written.start,
        written.end,
        iso(known),
        _precision(written, known),
        _basis(written, known),
        written.relative,
        written.weekday,
        written.damaged,
    )


def _precision(written: Written, known: Known) -> Precision:
    if written.fuzzy:
        return "fuzzy"
    if written.minute is not None:
        return "minute"
    if written.hour is not None:
        return "hour"
    if known.day is not None:
        return "day"
    return "month" if known.month is not None else "year"


def _basis(written: Written, known: Known) -> DateBasis:
    if written.clock or (written.relative and written.day_word != "末日"):
        return "relative"
    if written.year is not None:
        return "absolute"
    if known.source == "url":
        return "from_url"
    if known.source == "weekday" and written.weekday is not None:
        return "weekday"
    return "inherited"


def _period(span: WrittenPeriod, dates: dict[int, Date]) -> Period | None:
    first = None if span.first is None else dates.get(span.first)
    last = None if span.last is None else dates.get(span.last)
    if (span.first is not None and first is None) or (span.last is not None and last is None):
        return None
    return Period(span.start, span.end, first, last, _joint_precision(first, last))


_BY_DAY: tuple[Precision, ...] = ("minute", "hour", "day")


def _joint_precision(first: Date | None, last: Date | None) -> Precision:
    """The precision of a period: ``mixed`` when one side is a day and the other a month."""
    kinds = {date.precision for date in (first, last) if date is not None}
    if len(kinds) == 1:
        return kinds.pop()
    if "fuzzy" in kinds:
        return "fuzzy"
    if kinds <= set(_BY_DAY):
        return max(kinds, key=_BY_DAY.index)
    return "mixed"


def _told(chosen: Chosen, dates: dict[int, Date], anchor: Anchor) -> Told:
    """The day of the announcement and, where it is another's document, the document's own."""
    notice = dates.get(chosen.notice) if chosen.notice is not None else None
    document = dates.get(chosen.document) if chosen.document is not None else None
    own_day = document.iso if document else anchor.whole if chosen.reported else None
    if notice is not None:
        span = notice.start, notice.end
        return Told(notice.iso, _told_basis(chosen, notice, anchor), span, own_day)
    if chosen.reported or anchor.whole is None:
        return Told(None, None, None, own_day)
    return Told(anchor.whole, anchor.basis)


def _told_basis(
    chosen: Chosen, notice: Date, anchor: Anchor
) -> Literal["absolute", "inherited", "from_url", "weekday"]:
    """``absolute`` too where the year stands nowhere: nothing was taken from elsewhere."""
    if notice.basis == "absolute" or notice.iso.startswith("XXXX"):
        return "absolute"
    if chosen.notice == anchor.index:
        return anchor.basis
    return "from_url" if notice.basis == "from_url" else "inherited"
