"""The walk through a notice's dates in text order, on which each takes what it lacks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from mayoke.breach.dates.anchors import Anchor
from mayoke.breach.dates.memory import (
    Known,
    Place,
    can_be,
    day_of,
    is_stamp,
    months_on,
    weekday_fits,
)
from mayoke.breach.dates.notice_date import Chosen
from mayoke.breach.dates.words import by_day_word, by_month_word, by_year_word
from mayoke.breach.dates.year_choice import YearChoice
from mayoke.breach.dates.year_clues import shifted
from mayoke.breach.reading import Reading
from mayoke.text.eras import era_name, western_year
from mayoke.text.periods import WrittenPeriod
from mayoke.text.written import Written

_DESK = re.compile(
    "平日|受付|営業|土日|年中無休|休業|定休|執務|開館|休館|診療時間|窓口:|[0-9]{2}-[0-9]{4}"
)
_DESK_LABEL = re.compile("時間|受付|窓口|連絡先|問い?合わ?せ")
_DESK_NEAR = 20
_CLOCK_BEHIND = re.compile(
    r"[ \t]?(?:に|、|頃|ごろ|過ぎ|すぎ|時点|(?<=\t)[0-9「(]|[ぁ-んァ-ヶ一-龥「])"
)
_LINES_APART = 6
_HEADING_MARKS = " 【】[]()〔〕■●◆・<>《》"


class Walk:
    """Resolves the dates one after the other; frame and notice do not lend to each other."""

    def __init__(
        self,
        reading: Reading,
        dates: Sequence[Written],
        spans: Sequence[WrittenPeriod],
        anchor: Anchor,
        chosen: Chosen,
    ) -> None:
        self.reading, self.dates, self.anchor, self.chosen = reading, dates, anchor, chosen
        self.text = reading.text
        self.lefts = {s.last: s.first for s in spans if s.first is not None and s.last is not None}
        self.rights = {first: last for last, first in self.lefts.items()}
        self.in_period = {i for s in spans for i in (s.first, s.last)}
        self.line_starts = [line.start for line in reading.lines]
        self.sentence_starts = [sentence.start for sentence in reading.sentences]
        self.section_starts = sorted(section.start for section in reading.sections)
        self.years = YearChoice(reading.text, dates, anchor)
        self.known: dict[int, Known] = {}
        self.era = ""

    def run(self) -> dict[int, Known]:
        """Index of a date to what is known of it; a date that leans on nothing is left out."""
        start, end = self.reading.main
        places = Place(), Place()
        for i, w in enumerate(self.dates):
            place = places[start <= w.start < end]
            place.enter(
                bisect_right(self.section_starts, w.start),
                self._line(w.start),
                bisect_right(self.sentence_starts, w.start),
            )
            found = self._resolve(i, w, place)
            if found is not None and can_be(found):
                self.known[i] = found
                if i != self.anchor.index and not is_stamp(self.text, w):
                    place.leave(found, in_period=i in self.in_period, heads=self._heads(w))
            if w.year is not None and not w.short:
                self.era = w.era
        return self.known

    def _line(self, at: int) -> int:
        return bisect_right(self.line_starts, at) - 1

    def _heads(self, w: Written) -> bool:
        """Is it a year that stands alone in its line, with the months and days below it?"""
        if w.month is not None or w.day_word or not self.reading.lines:
            return False
        line = self.reading.lines[self._line(w.start)]
        return line.end - line.start <= 16 and (
            self.text[line.start : line.end].strip(_HEADING_MARKS) == self.text[w.start : w.end]
        )

    def _resolve(self, i: int, w: Written, place: Place) -> Known | None:
        if i == self.anchor.index:
            return Known(self.anchor.year, w.month, w.day, self.anchor.source)
        if w.clock:
            return self._clock(i, w, place)
        if w.day_word and w.day is None and w.day_word != "末日":
            return by_day_word(w.day_word, place, self.anchor)
        left = self._left(i)
        if left is not None and not w.relative and (w.year is None or w.short):
            return self._right_side(w, left)
        return self._compose(i, w, place)

    def _compose(self, i: int, w: Written, place: Place) -> Known | None:
        """A date by its own year, its words, or what stands before it."""
        if w.year is not None:
            year = self._long_year(w, place) if w.short else w.year
            month = place.last.month if w.month_word and place.last is not None else w.month
            return Known(year, month, day_of(w, year, month))
        if w.year_word:
            return by_year_word(w, place, self.anchor)
        if w.month_word:
            return by_month_word(w, place, self.anchor)
        return self._day_alone(i, w, place) if w.month is None else self._month_day(i, w, place)

    def _left(self, i: int) -> Known | None:
        """The first side of the period that a date ends."""
        first = self.lefts.get(i)
        return None if first is None else self.known.get(first)

    def _right(self, i: int) -> Written | None:
        """The second side of the period that a date begins."""
        last = self.rights.get(i)
        return None if last is None else self.dates[last]

    def _clock(self, i: int, w: Written, place: Place) -> Known | None:
        """A time alone: the day named before, if the time belongs to a course of events."""
        left = self._left(i)
        if left is not None and left.day is not None and left.month is not None:
            before = self.dates[self.lefts[i] or 0]
            began = before.hour, before.minute or 0
            over = before.hour is not None and (w.hour, w.minute or 0) <= began
            return Known(*shifted(left.year, left.month, left.day, int(over)), left.source)
        line = self._line(w.start)
        if place.day is None or place.moved_on or line - place.day_line > _LINES_APART:
            return None
        here = self.reading.lines[line]
        near = max(here.start, w.start - _DESK_NEAR), min(here.end, w.end + _DESK_NEAR)
        if _DESK.search(self.text, *near) or _DESK_LABEL.search(here.label):
            return None
        return place.day if _CLOCK_BEHIND.match(self.text, w.end) else None

    def _right_side(self, w: Written, left: Known) -> Known:
        """The second side of a period takes what it lacks from the first."""
        year, month = left.year, w.month
        if w.short:
            year = self._long_year(w, None)
        elif month is None and w.day is not None and left.month is not None:
            back = left.day is not None and w.day < left.day
            year, month = months_on(year, left.month, int(back))
        elif year is not None and (month or 0, w.day or 31) < (left.month or 0, left.day or 1):
            year += 1
        return Known(year, month, day_of(w, year, month), left.source)

    def _long_year(self, w: Written, place: Place | None) -> int | None:
        """13年8月: of the era written before (平成13年), else of this century."""
        short, era, latest = w.year or 0, era_name(self.era), self.anchor.year
        if era is not None:
            year = western_year(era, short)
            last = place.last.year if place is not None and place.last is not None else None
            if year is not None and year >= (last or year) - 30 and year <= (latest or year) + 1:
                return year
        two = short >= 10 or self.text[w.start] in "'0"
        return 2000 + short if two and short <= 40 else None

    def _day_alone(self, i: int, w: Written, place: Place) -> Known | None:
        """6日, 同6日, 翌1日: of the month named before; in an article, of the article's month."""
        day, last, right = w.day or 1, place.last, self._right(i)
        if right is not None and right.month is not None and right.day is not None:
            other = self._month_day(-1, right, place)
            year, month = months_on(other.year, right.month, -int(day > right.day))
            return Known(year, month, day, other.source)
        leans = w.day_word != "" or place.in_sentence
        if self.chosen.reported and not leans and not self._same_story(place):
            return self._latest_day(w)
        if last is None or last.month is None:
            return self._latest_day(w)
        back = w.day_word == "翌" and last.day is not None and day < last.day
        year, month = months_on(last.year, last.month, int(back))
        return Known(year, month, day, last.source)

    def _same_story(self, place: Place) -> bool:
        """Did the paragraph name a day of another month than the article's?"""
        last = place.last
        return (
            place.in_line
            and last is not None
            and last.day is not None
            and (last.year, last.month) != (self.anchor.year, self.anchor.month)
        )

    def _latest_day(self, w: Written) -> Known:
        """The last such day up to the anchor; by its weekday, if that tells."""
        a, day = self.anchor, w.day or 1
        if a.month is None or a.day is None:
            return Known(a.year if a.month else None, a.month, day, a.source)
        year, month = months_on(a.year, a.month, -int(day > a.day))
        if not can_be(Known(year, month, day)):
            year, month = months_on(year, month, -1)
        if year is not None and not weekday_fits(replace(w, month=month), year):
            earlier = months_on(year, month, -1)
            if weekday_fits(replace(w, month=earlier[1]), earlier[0] or year):
                year, month = earlier
        return Known(year, month, day, a.source)

    def _month_day(self, i: int, w: Written, place: Place) -> Known:
        """12月6日: the year of the period's other side, or what the choice of years gives."""
        right = self._right(i)
        if right is not None and right.year and not right.short:
            later = (w.month or 0, w.day or 1) > (right.month or 12, right.day or 31)
            return Known(right.year - later, w.month, day_of(w, right.year, w.month))
        found = self.years.choose(w, place)
        return Known(found.year, w.month, day_of(w, found.year, w.month), found.source)
