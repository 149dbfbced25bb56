"""Words that lean on another date: 同日, 翌月, 昨年, 本日."""

from mayoke.breach.dates.anchors import Anchor, Source
from mayoke.breach.dates.memory import Known, Place, day_of, months_on
from mayoke.breach.dates.year_clues import shifted
from mayoke.text.written import Written

_TODAY = {"本日": 0, "今日": 0, "きょう": 0, "昨日": -1, "きのう": -1, "昨夜": -1}
_TODAY |= {"一昨日": -2, "おととい": -2, "明日": 1, "あす": 1}
_NEXT = {"翌日": 1, "次の日": 1, "翌朝": 1, "翌々日": 2, "前日": -1}
_THIS_YEAR = {"本年": 0, "今年": 0, "ことし": 0, "当年": 0, "昨年": -1, "去年": -1}
_THIS_YEAR |= {"一昨年": -2, "おととし": -2, "来年": 1}
_THAT_YEAR = {"同年": 0, "翌年": 1, "翌々年": 2, "前年": -1}
_THIS_MONTH = {"今月": 0, "本月": 0, "当月": 0, "先月": -1, "来月": 1}
_THAT_MONTH = {"同月": 0, "翌月": 1, "翌々月": 2, "前月": -1}


def by_day_word(word: str, place: Place, anchor: Anchor) -> Known | None:
    """本日 is the anchor's day; 同日 and 翌日 lean on the day named last."""
    if word in _TODAY:
        if anchor.month is None or anchor.day is None:
            return None
        moved = shifted(anchor.year, anchor.month, anchor.day, _TODAY[word])
        return Known(*moved, anchor.source)
    day = place.day
    if day is None or word not in _NEXT:
        return day
    if day.month is None or day.day is None:
        return None
    return Known(*shifted(day.year, day.month, day.day, _NEXT[word]), day.source)


def by_year_word(w: Written, place: Place, anchor: Anchor) -> Known | None:
    """昨年11月8日 counts from the anchor, 同年 and 翌年 from the date named last."""
    last = place.last
    year, source = _year_of_word(w.year_word, last, anchor)
    month = w.month
    if w.month_word in _THAT_MONTH and last is not None:
        month = last.month
    if year is None and month is None:
        return None
    return Known(year, month, day_of(w, year, month), source)


def _year_of_word(word: str, last: Known | None, anchor: Anchor) -> tuple[int | None, Source]:
    if word in _THIS_YEAR:
        return _plus(anchor.year, _THIS_YEAR[word]), anchor.source
    if last is None:
        return None, "none"
    return _plus(last.year, _THAT_YEAR.get(word, 0)), last.source


def _plus(year: int | None, add: int) -> int | None:
    return None if year is None else year + add


def by_month_word(w: Written, place: Place, anchor: Anchor) -> Known | None:
    """同月21日 and 翌月 lean on the month named last, 今月 and 先月 on the anchor's."""
    last, word = place.last, w.month_word
    source: Source
    if word in _THAT_MONTH and last is not None and last.month is not None:
        year, month = months_on(last.year, last.month, _THAT_MONTH[word])
        source = last.source
    elif anchor.month is not None:
        add = _THIS_MONTH[word] if word in _THIS_MONTH else _THAT_MONTH[word]
        year, month = months_on(anchor.year, anchor.month, add)
        source = anchor.source
    else:
        return None if w.day is None else Known(None, None, w.day, "none")
    return Known(year, month, day_of(w, year, month), source)
