"""What a reader has in mind while the dates of a notice go by."""

import re
from dataclasses import dataclass
from datetime import date

from mayoke.breach.dates.anchors import Source
from mayoke.breach.dates.year_clues import real_day
from mayoke.text.written import Written

_STAMP_BEFORE = re.compile(
    r"(?:更新|改訂|改定|修正|保存|取得|閲覧|印刷|アーカイブ|出力|updated?|modified)(?:年月日|日時|日)?\W{0,4}\Z"
)
_STAMP_AFTER = re.compile(r"[ \])】]{0,2}(?:最終)?(?:更新|改訂|改定)")

FIRST, LAST = 1868, 2099
"""The years that a date of a notice can have."""
_LEAP = 2024


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a date; ``source`` tells where its year comes from."""

    year: int | None
    month: int | None = None
    day: int | None = None
    source: Source = "text"


def can_be(known: Known) -> bool:
    """Is there such a day, in a year of which a notice can speak?"""
    if known.year is not None and not FIRST <= known.year <= LAST:
        return False
    if known.day is None or known.month is None:
        return True
    return real_day(known.year or _LEAP, known.month, known.day) is not None


class Place:
    """The dates that a later one can lean on, at a point of the text."""

    def __init__(self) -> None:
        self.last: Known | None = None  # the date named last
        self.day: Known | None = None  # the day named last
        self.event: Known | None = None  # the last day of the section outside periods
        self.heading: int | None = None  # the year under which the lines stand
        self.scope = self.line = self.day_line = self.sentence = -1
        self.in_line = self.in_sentence = False
        self.moved_on = False  # a new section has begun since the day was named

    def enter(self, scope: int, line: int, sentence: int) -> None:
        """Come to the next date: the indexes of its section, line and sentence."""
        if scope != self.scope:
            self.event, self.heading, self.moved_on = None, None, True
        self.in_line, self.in_sentence = line == self.line, sentence == self.sentence
        self.scope, self.line, self.sentence = scope, line, sentence

    def leave(self, found: Known, *, in_period: bool, heads: bool) -> None:
        """Keep what the next date may need; ``heads``: it is a year that stands as a heading."""
        self.last = found
        if heads:
            self.heading = found.year
        if found.day is None:
            return
        self.day, self.day_line, self.moved_on = found, self.line, False
        if not in_period:
            self.event = found


def months_on(year: int | None, month: int, add: int) -> tuple[int | None, int]:
    """Year and month some months on."""
    at = month - 1 + add
    return None if year is None else year + at // 12, at % 12 + 1


def day_of(w: Written, year: int | None, month: int | None) -> int | None:
    """The day of a written date; 末日 is the last of the month."""
    if w.day_word != "末日" or month is None:
        return w.day
    return next(day for day in (31, 30, 29, 28) if real_day(year or 2023, month, day))


def days_ahead(w: Written, year: int, of: date) -> int:
    """Days from a day to a written month or day in a year, negative for the past."""
    day = real_day(year, w.month or 1, w.day or 1) or real_day(year, w.month or 1, 28)
    return (day - of).days if day else 0


def weekday_fits(w: Written, year: int) -> bool:
    """Is the written weekday right in a year? True where none is written."""
    if w.weekday is None or w.month is None or w.day is None:
        return True
    day = real_day(year, w.month, w.day)
    return day is not None and day.weekday() == w.weekday


def is_stamp(text: str, w: Written) -> bool:
    """Is it the day of an update or an archive copy? Then it lends no year."""
    before = _STAMP_BEFORE.search(text, max(0, w.start - 14), w.start)
    return before is not None or _STAMP_AFTER.match(text, w.end) is not None
