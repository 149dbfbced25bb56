"""Dates as Japanese texts write them, found but not yet resolved."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from mayoke.text import date_patterns as p
from mayoke.text.date_tail import Tail, number, tail_of, time_of
from mayoke.text.eras import western_year
from mayoke.text.written import Written

_LONGEST = 500_000
_MOST = 10_000
_TRIES = 40_000
"""Bounds for hostile texts: so many characters, dates, and places tried."""
_BEFORE = 16
"""So many characters in front of a date are looked at."""

_VAGUE_DAYS = frozenset({"翌朝", "同夜", "昨夜"})
_STANDS_ALONE = frozenset({"本年", "本日", "本月"})
_LEANS = frozenset(
    {
        "当日",
        "前日",
        "翌日",
        "翌朝",
        "翌月",
        "翌年",
        "前月",
        "前年",
        "次の日",
        "当月",
        "当年",
        "即日",
    }
)


class _More(TypedDict, total=False):
    """The rest of what a date is made of."""

    era: str
    year_word: str
    month_word: str
    day_word: str
    short: bool
    clock: bool
    unsure: bool
    damaged: bool


@dataclass(frozen=True, slots=True)
class _Nothing:
    """Words that look like a date and are none; the search goes on behind them."""

    end: int


def find_written(text: str) -> list[Written]:
    """All dates of a folded text, in order and without overlap; linear, at most 10,000.

    Times that stand alone (``clock``), fiscal years and unproven ``12/6`` are among them:
    ``mayoke.text.periods.find_periods`` weeds them.
    """
    found: list[Written] = []
    at, limit = 0, min(len(text), _LONGEST)
    for _ in range(_TRIES):
        anchor = p.ANCHOR.search(text, at, limit)
        if anchor is None or len(found) == _MOST:
            break
        start = anchor.start()
        skip = p.SKIP.match(text, start)
        written = _Nothing(skip.end()) if skip else _read(text, start, anchor[1])
        at = start + 1 if written is None else max(written.end, start + 1)
        if isinstance(written, Written):
            found.append(written)
    return found


def _read(text: str, start: int, sign: str | None) -> Written | _Nothing | None:
    """What begins at an anchor; ``sign`` follows on the digits, None where no digits begin."""
    for form in _FORMS[sign] if sign else _WORD_FORMS:
        written = form(text, start)
        if written is not None:
            break
    else:
        return None
    if p.NO_DATE_BEFORE.search(text, max(0, start - _BEFORE), start):
        return _Nothing(written.end)
    return written


def _numeric(text: str, start: int) -> Written | _Nothing | None:
    """2019/12/6, 2019-12-06, 2019.12.6, r1.12.6, 令和1.12.6; also 2019/12."""
    match = p.NUMERIC.match(text, start)
    if match is None:
        return None
    era = match["era"] or ""
    if (era and match["d"] is None) or (match["sep"] == text[start - 1 : start] == "-"):
        return None
    year = western_year(era, int(match["ey"])) if era else int(match["wy"])
    month, day = int(match["m"]), number(match["d"])
    if year is None or not _exists(year, month, day):
        return _Nothing(match.end())
    return _written(
        tail_of(text, match.end(), day=day is not None), start, year, month, day, era=era
    )


def _calendar(text: str, start: int) -> Written | _Nothing | None:
    """2019年12月6日 and its parts, eras, and the words that lean on another date."""
    match = p.CALENDAR.match(text, start)
    if match is None or match.end() == start:
        return None
    end = match.end()
    if text[end - 1] == "の":
        end -= 1
    month, day = number(match["m"] or match["m2"]), number(match["d"] or match["d2"])
    year, sound = _year(match)
    if not sound or not _exists(year, month, day) or not _leans_well(text, start, match):
        return _Nothing(end)
    word = match["dw"] or match["last"] or ("" if month else match["pre"] or "")
    written = _written(
        tail_of(text, end, day=day is not None or word != "", vague=word in _VAGUE_DAYS),
        start,
        year,
        month,
        day,
        era=match["era"] or "",
        year_word=match["yw"] or ((match["pre"] or "") + "年" if match["pre"] and month else ""),
        month_word=match["mw"] or "",
        day_word=word,
        short=bool(match["sy"] or match["sy2"]),
        damaged=bool(match["bad1"] or match["bad2"]),
    )
    return _refuse(text, written)


def _year(match: re.Match[str]) -> tuple[int | None, bool]:
    """The written year, and False where it cannot be one."""
    if match["era"]:
        year = western_year(match["era"], number(match["ey"]) or 0)
        return year, year is not None
    if match["wy"]:
        year = number(match["wy"])
        return year, year is not None and 1860 < year < 2100
    return number(match["sy"] or match["sy2"]), True


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Can there be such a day? A year that is not known is taken for a leap year."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if year is None or year < 1000:
        year = 2024
    return 1 <= day <= monthrange(year, month or 1)[1]


def _leans_well(text: str, start: int, match: re.Match[str]) -> bool:
    """Is a word such as 当日 or 本年 one of its own here (not 日本年金, 開催当日)?"""
    word = match["yw"] or match["mw"] or match["dw"] or ""
    if not word or not text.startswith(word, start):
        return True
    before = text[start - 1 : start]
    if word in _STANDS_ALONE:
        return before != "日"
    if word == "同時に":
        return before == "" or before in "\n\t。、)"
    if word in _LEANS:
        return not p.NO_RELATIVE_BEFORE.search(text, max(0, start - 2), start)
    return True


def _written(
    tail: Tail,
    start: int,
    year: int | None,
    month: int | None,
    day: int | None,
    **more: Unpack[_More],
) -> Written:
    end, hour, minute, weekday, fuzzy = tail
    return Written(start, end, year, month, day, hour, minute, weekday, fuzzy=fuzzy, **more)


def _refuse(text: str, written: Written) -> Written | _Nothing:
    """Durations, statutes, school years, blank forms and the like are no dates."""
    if p.STATUTE.match(text, written.end) or p.PLACEHOLDER.match(text, written.end):
        return _Nothing(written.end)
    has_month = written.month is not None or written.month_word != ""
    if not has_month and written.day is not None:
        return _bare_day(text, written)
    if not has_month and not written.names_day:
        return _bare_year(text, written)
    return _Nothing(written.end) if _no_month(text, written) else written


def _no_month(text: str, written: Written) -> bool:
    """3月期, 5月号, or 五月 as the name of a person."""
    if written.names_day or written.fuzzy:
        return False
    before = text[written.start - 1 : written.start]
    if text[written.start] in "一二三四五六七八九十" and "一" <= before <= "龥":
        return True
    return p.NO_MONTH_AFTER.match(text, written.end) is not None


def _bare_day(text: str, written: Written) -> Written | _Nothing:
    """6日: a day of a month, unless the words around it count days."""
    if written.weekday is not None or written.day_word:
        return written
    start = written.start
    counted = (
        not text[start].isascii()  # 一日 and the like are seldom dates
        or p.NO_DAY_BEFORE.search(text, max(0, start - _BEFORE), start)
        or p.NO_DAY_AFTER.match(text, written.end)
    )
    return _Nothing(written.end) if counted else written


def _bare_year(text: str, written: Written) -> Written | _Nothing:
    """2019年 alone; 年度 is marked."""
    if text.startswith("度", written.end):
        return replace(written, end=written.end + 1, fiscal=True)
    if not written.fuzzy and p.NO_YEAR_AFTER.match(text, written.end):
        return _Nothing(written.end)
    return written


def _month_day(text: str, start: int) -> Written | None:
    """12/6: sure only with a weekday or a time of day."""
    match = p.MONTH_DAY.match(text, start)
    if match is None or not _exists(None, int(match["m"]), int(match["d"])):
        return None
    tail = tail_of(text, match.end(), day=True)
    sure = tail.weekday is not None or tail.hour is not None
    if not sure and match["sep"] == ".":
        return None
    return _written(tail, start, None, int(match["m"]), int(match["d"]), unsure=not sure)


def _run_together(text: str, start: int) -> Written | _Nothing | None:
    """94日, 629日: the 月 was lost. Read only where one month and day alone can be meant."""
    match = p.RUN_TOGETHER.match(text, start)
    if match is None:
        return None
    tail = tail_of(text, match.end(), day=True)
    before = p.RUN_TOGETHER_BEFORE.search(text, max(0, start - _BEFORE), start)
    splits = list(_splits(match["digits"]))
    proven = tail.weekday is not None or (
        not before and p.RUN_TOGETHER_AFTER.match(text, match.end())
    )
    if not proven or len(splits) != 1:
        return _Nothing(match.end())
    return _written(tail, start, None, *splits[0], damaged=True)


def _splits(digits: str) -> Iterator[tuple[int, int]]:
    """The months and days that digits run together can mean."""
    for cut in (1, 2):
        month, day = digits[:cut], digits[cut:]
        if (
            0 < len(day) <= 2
            and "0" not in (month[0], day[0])
            and _exists(None, int(month), int(day))
        ):
            yield int(month), int(day)


def _clock(text: str, start: int) -> Written | None:
    """A time of day that stands alone: 15時20分, 午後3時, 9:40."""
    match = p.CLOCK.match(text, start)
    if match is None:
        return None
    tail = time_of(match)
    if tail.hour is None or tail.hour > 30 or (tail.minute or 0) > 59:
        return None
    return _written(tail, start, None, None, None, clock=True)


_Form = Callable[[str, int], Written | _Nothing | None]
_FORMS: dict[str, tuple[_Form, ...]] = {
    **dict.fromkeys("年月~([〔", (_calendar,)),
    "日": (_run_together, _calendar),
    **dict.fromkeys("時:", (_clock,)),
    **dict.fromkeys("/.", (_numeric, _month_day)),
    "-": (_numeric, _calendar),
}
"""What digits can begin, by the sign that follows on them."""
_WORD_FORMS: tuple[_Form, ...] = (_numeric, _calendar, _clock)
