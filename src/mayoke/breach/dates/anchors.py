"""The day from which a document speaks, and how its year is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mayoke.breach.dates.notice_date import Chosen
from mayoke.breach.dates.year_clues import (
    LAST_YEAR,
    date_of_url,
    not_before,
    real_day,
    year_of_short_url,
    years_of_weekdays,
)
from mayoke.breach.reading import Reading
from mayoke.records.notice import NoticeContext
from mayoke.text.written import Written

Source = Literal["text", "url", "weekday", "published", "none"]
"""Where a year comes from; ``published``: what is known of the document beside its text."""

_NOT_IN_TEXT = -1
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which a document speaks, as far as it is known.

    ``index``: the written date it is; None if it is that of the address or of the publication, -1
    if only the weekdays gave it. ``source``: where its year is from.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    source: Source = "none"
    index: int | None = None

    @property
    def whole(self) -> str | None:
        """The day, if it is known in full but does not stand in the text."""
        if self.index is None and self.year and self.month and self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return None

    @property
    def basis(self) -> Literal["inherited", "from_url", "weekday"]:
        """How the year of the announcement's day is known, if the day does not give it."""
        if self.source == "url":
            return "from_url"
        return "weekday" if self.source == "weekday" else "inherited"

    @property
    def latest(self) -> date | None:
        """The last day the document can have been written on, by what is known."""
        if self.year is None:
            return None
        month = self.month or 12
        days = (self.day,) if self.day else (31, 30, 29, 28)
        return next((found for d in days if (found := real_day(self.year, month, d))), None)


def anchor_of(reading: Reading, dates: Sequence[Written], chosen: Chosen) -> Anchor:
    """The anchor of a document: its date line; for what that lacks, other clues.

    In this order: the same day with a year elsewhere, a day in the address, the day of
    publication, the other dates of the notice, an address that gives less, the weekdays.
    """
    index = chosen.document if chosen.document is not None else chosen.notice
    line = dates[index] if index is not None else None
    if line is None or line.month is None:
        return _without_line(reading, dates)
    if line.year is not None:
        year = line.year + _CENTURY if line.short else line.year
        return Anchor(year, line.month, line.day, "text", index)
    found, source = _year_of_line(reading, dates, line)
    return Anchor(found, line.month, line.day, source, index)


def _without_line(reading: Reading, dates: Sequence[Written]) -> Anchor:
    """「20日、…と発表した」 or no date at all: the document's day must come from elsewhere."""
    context = reading.notice.context
    address = date_of_url(context.url)
    if address is not None and address[2] is not None:
        return Anchor(*address, source="url")
    for w in dates:
        if w.month and w.day and (year := year_of_short_url(context.url, w.month, w.day)):
            return Anchor(year, w.month, w.day, "url")
    if context.published is not None:
        day = context.published
        return Anchor(day.year, day.month, day.day, "published")
    if address is not None:
        return Anchor(*address, source="url")
    full = any(_full(w) for w in _of_notice(reading, dates))
    weekdays = None if full else _by_weekdays(reading, dates)
    return _stamp(reading, dates) or weekdays or Anchor()


_BROUGHT_UP = re.compile(r"(?:最終)?(?:更新|改訂)(?:年月日|日時|日)?[ :\t]{0,3}\Z")


def _stamp(reading: Reading, dates: Sequence[Written]) -> Anchor | None:
    """The day of the last update, if the weekdays of the notice show that its year is theirs.

    An update may come years after the notice, so that without weekdays it tells nothing.
    """
    own = _of_notice(reading, dates)
    for w in own:
        if w.year is None or w.month is None or w.day is None or w.short:
            continue
        if not _BROUGHT_UP.search(reading.text, max(0, w.start - 14), w.start):
            continue
        marked = [
            (d.month, d.day, d.weekday)
            for d in own
            if d.year is None and d.month and d.day and d.weekday is not None
        ]
        if not marked or years_of_weekdays(marked, w.year, w.year) != [w.year]:
            return None
        return Anchor(w.year, w.month, w.day, "text", _NOT_IN_TEXT)
    return None


def _year_of_line(
    reading: Reading, dates: Sequence[Written], line: Written
) -> tuple[int | None, Source]:
    """The year of a date line that gives none."""
    context = reading.notice.context
    same = line.month, line.day
    twin = next((w.year for w in dates if _full(w) and (w.month, w.day) == same), None)
    if twin is not None:
        return twin, "text"
    found = _year_of_page(context, line)
    if found is not None:
        return found
    told, address = _by_text(reading, dates, line), date_of_url(context.url)
    if address is not None and (told is None or told < address[0]):
        return address[0], "url"
    if told is not None:
        return told, "text"
    weekday = _by_weekdays(reading, dates)
    return (weekday.year, "weekday") if weekday else (None, "none")


def _year_of_page(context: NoticeContext, line: Written) -> tuple[int | None, Source] | None:
    """The year that a day in the address or the day of publication gives a date line."""
    address = date_of_url(context.url)
    if address is not None and address[2] is not None:
        return _nearest(line, real_day(address[0], address[1] or 1, address[2])), "url"
    if year := year_of_short_url(context.url, line.month or 1, line.day or 1):
        return year, "url"
    if context.published is not None:
        return _nearest(line, context.published), "published"
    return None


def _full(written: Written) -> bool:
    return written.year is not None and not written.short and written.day is not None


def _of_notice(reading: Reading, dates: Sequence[Written]) -> list[Written]:
    """The dates of the notice itself, without those of the page's frame."""
    start, end = reading.main
    return [w for w in dates if start <= w.start < end]


def _by_text(reading: Reading, dates: Sequence[Written], line: Written) -> int | None:
    """A date line without year lies next to the last full date of the notice."""
    days = [
        day
        for w in _of_notice(reading, dates)
        if _full(w) and (day := real_day(w.year or 0, w.month or 0, w.day or 0))
    ]
    return _nearest(line, max(days)) if days else None


def _nearest(line: Written, to: date | None) -> int | None:
    """The year that brings a month and day nearest to a day; on its weekday, if that can be."""
    if to is None:
        return None
    found = [
        (line.weekday is not None and day.weekday() != line.weekday, abs((day - to).days), year)
        for year in (to.year - 1, to.year, to.year + 1)
        if (day := real_day(year, line.month or 1, line.day or 1))
    ]
    return min(found)[2] if found else None


def _by_weekdays(reading: Reading, dates: Sequence[Written]) -> Anchor | None:
    """Exactly one year fits all the weekdays of the dates without a year.

    Years before those that the text names, or before what it speaks of, are left out.
    """
    own = _of_notice(reading, dates)
    marked = [
        (w.month, w.day, w.weekday)
        for w in own
        if w.year is None and not w.relative and w.month and w.day and w.weekday is not None
    ]
    if not marked:
        return None
    start, end = reading.main
    named = [w.year for w in own if w.year and not w.short and not w.fiscal]
    first = max([not_before(reading.text[start:end]), *named])
    years = years_of_weekdays(marked, first, LAST_YEAR)
    if len(years) != 1:
        return None
    month, day, _ = max(marked)
    return Anchor(years[0], month, day, "weekday", _NOT_IN_TEXT)
