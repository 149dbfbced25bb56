"""Where a year can be known from when a date does not give it: the address, the weekdays."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

FIRST_YEAR, LAST_YEAR = 2005, 2030
"""The years between which weekdays are fitted (the fact protection law came into force in 2005)."""

_URL_LENGTH = 2000
_DAY = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([/_.-]?)(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12][0-9]|3[01])"
    r"(?:[0-9]{2})?(?![0-9])"
)
_LOOSE_DAY = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([/_-])([1-9]|1[0-2])[/_-]([1-9]|[12][0-9]|3[01])(?![0-9])"
)
_MONTH = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[/_.-](0?[1-9]|1[0-2])(?![0-9])")
_MONTH_TOGETHER = re.compile(r"(?<![0-9])(20[0-3][0-9])(0[1-9]|1[0-2])(?![0-9])")
_YEAR = re.compile(r"[/_=.-](20[0-3][0-9])(?=[/_.&?-]|\Z)")
_SHORT_DAY = re.compile(r"(?<![0-9])([0-3][0-9])(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9])")

UrlDate = tuple[int, int | None, int | None]
"""Year, month, day as far as an address gives them."""


def date_of_url(url: str | None) -> UrlDate | None:
    """The date in the path of an address (``/2023/02/qa.html``, ``/20210914.html``), if any.

    Years inside names (``careerfair2025``) do not count, nor does the host.
    """
    path = _path(url)
    for pattern in (_DAY, _LOOSE_DAY):
        if (match := pattern.search(path)) and _is_day(*map(int, match.group(1, 3, 4))):
            return int(match[1]), int(match[3]), int(match[4])
    if match := _MONTH.search(path):
        return int(match[1]), int(match[2]), None
    if (match := _MONTH_TOGETHER.search(path)) and not _SHORT_DAY.search(path):
        return int(match[1]), int(match[2]), None
    if match := _YEAR.search(path):
        return int(match[1]), None, None
    return None


def year_of_short_url(url: str | None, month: int, day: int) -> int | None:
    """The year of an address such as ``/090826.html``, if it gives just this month and day."""
    for match in _SHORT_DAY.finditer(_path(url)):
        if (int(match[2]), int(match[3])) == (month, day):
            return 2000 + int(match[1])
    return None


def _path(url: str | None) -> str:
    if not url:
        return ""
    try:
        parts = urlsplit(url[:_URL_LENGTH])
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}"


def _is_day(year: int, month: int, day: int) -> bool:
    return real_day(year, month, day) is not None


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, if there is such a one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


Marked = tuple[int, int, int]
"""Month, day and weekday (0 is Monday)."""


def years_of_weekdays(marked: Iterable[Marked], first: int, last: int) -> list[int]:
    """The years, of ``first`` to ``last``, in which every marked day falls on its weekday.

    A set that reaches over a new year (months of autumn with months of winter) is tried that way
    too; the year given is then that of the later part.
    """
    days = list(dict.fromkeys(marked))[:200]
    if not days:
        return []
    plain = [y for y in range(first, last + 1) if _all_fit(days, y, 13)]
    if plain or not (any(m >= 9 for m, _, _ in days) and any(m <= 4 for m, _, _ in days)):
        return plain
    return [y for y in range(first, last + 1) if _all_fit(days, y, 7)]


def _all_fit(days: list[Marked], year: int, turn: int) -> bool:
    """Months from ``turn`` on are of the year before."""
    for month, day, weekday in days:
        real = real_day(year - (month >= turn), month, day)
        if real is None or real.weekday() != weekday:
            return False
    return True


_NOT_BEFORE = (
    (re.compile("個人情報保護委員会"), 2016),  # founded 1 January 2016
    (re.compile("令和"), 2019),
    (re.compile("emotet|エモテット"), 2019),  # first wave in Japan in 2019
    (re.compile("新型コロナ|コロナ禍"), 2020),
    (re.compile("サポート詐欺|ランサムウェア|ランサムウエア"), 2014),
)
"""What a text cannot speak of before a year."""


def not_before(text: str) -> int:
    """The earliest year in which a text can have been written, by what it speaks of."""
    return max([year for pattern, year in _NOT_BEFORE if pattern.search(text)], default=FIRST_YEAR)


def shifted(year: int | None, month: int, day: int, days: int) -> tuple[int | None, int, int]:
    """A day some days on; without a year, as in a year that is no leap year."""
    real = real_day(year or 2023, month, day)
    if real is None:
        return year, month, day
    moved = real + timedelta(days)
    return (moved.year if year else None), moved.month, moved.day
