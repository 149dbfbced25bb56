"""What follows on a date and belongs to it: (金), 午後3時, 頃, 上旬."""

import re
from typing import NamedTuple

from mayoke.text import date_patterns as p
from mayoke.text.numerals import read_numeral

_WEEKDAYS = "月火水木金土日"
_HALF_DAYS = frozenset({"", "午前", "午後", "午前中", "正午"})
_AFTERNOON = frozenset({"午後", "夕方", "夕刻", "夜"})


class Tail(NamedTuple):
    """What follows on a date and belongs to it."""

    end: int
    hour: int | None = None
    minute: int | None = None
    weekday: int | None = None
    fuzzy: bool = False


def tail_of(text: str, end: int, *, day: bool, vague: bool = False) -> Tail:
    """The weekday and time of day behind a day; 頃 and 上旬 behind a month or year."""
    if not day:
        more = p.VAGUE.match(text, end)
        return Tail(more.end(), fuzzy=True) if more else Tail(end)
    match = p.TAIL.match(text, end)
    if match is None or match.end() == end:
        return Tail(end, fuzzy=vague)
    letter = match["wd"] or match["wd2"]
    return time_of(match, _WEEKDAYS.index(letter) if letter else None, vague=vague)


def time_of(match: re.Match[str], weekday: int | None = None, *, vague: bool = False) -> Tail:
    """The time of day of a tail, or of a time that stands alone."""
    part = match["part"] or ""
    hour = 12 if part == "正午" else number(match["h"])
    minute = 30 if match["half"] else number(match["mi"] or match["mi2"])
    if hour is not None and hour < 12 and part in _AFTERNOON:
        hour += 12
    vague = vague or bool(match["fz"]) or (hour is None and part not in _HALF_DAYS)
    return Tail(match.end(), hour, minute, weekday, vague)


def number(written: str | None) -> int | None:
    """The value of digits or kanji, 1 for 元; None for nothing."""
    if not written:
        return None
    return 1 if written == "元" else read_numeral(written)
