"""Can a place be reached now, until when, and if not, when next? In Japan Standard Time."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

import jpholiday

from mayoke.help.words import JST, both, clock, day_words
from mayoke.records.contact import Contact, Day
from mayoke.records.plan import Reachable
from mayoke.records.verdict import Sentence

_WEEK: Final[tuple[Day, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AHEAD = 120
"""Days to look ahead: longer than the longest time without a national holiday."""

ALWAYS_PHONE = Sentence("24時間つながります", "Answers day and night")
ALWAYS = Sentence("いつでも使えます", "Available at any time")
NOT_KNOWN = Sentence("受付時間は確かめられていません", "Its hours are not known")
_OPEN = Sentence("受付中（{until}まで）", "Open now (until {until})")
_OPEN_DOUBT = Sentence(
    "受付中と思われます（{until}まで。受付時間は確かめきれていません）",
    "Probably open now (until {until}; its hours are not confirmed)",
)
_BREAK = Sentence(
    "今は休み時間です。次は今日の{opens}から", "On a break now. Opens again today at {opens}"
)
_LATER = Sentence("今は受付時間外です。次は今日の{opens}から", "Closed now. Opens today at {opens}")
_CLOSED = Sentence("今は受付時間外です。次は{day}{opens}から", "Closed now. Opens {day} at {opens}")
_CLOSED_LONG = Sentence("今は受付時間外です", "Closed now")
_DOUBT = Sentence(
    "{says}（受付時間は確かめきれていません）", "{says} (its hours are not confirmed)"
)


def reachable(contact: Contact, now: datetime) -> Reachable:
    """The contact as of ``now`` (a time with a zone)."""
    if contact.always:
        says = _doubted(contact, ALWAYS_PHONE if contact.phone else ALWAYS)
        return Reachable(contact, "open", None, None, says)
    if not contact.hours:
        return Reachable(contact, "unknown", None, None, NOT_KNOWN)
    here = now.astimezone(JST)
    for start, end in _spells(contact, here.date()):
        if start <= here < end:
            return Reachable(contact, "open", end, None, _open_words(contact, here, end))
        if here < start:
            says = _closed_words(contact, here, start)
            return Reachable(contact, "closed", None, start, says)
    return Reachable(contact, "closed", None, None, _doubted(contact, _CLOSED_LONG))


def _spells(contact: Contact, today: date) -> Iterator[tuple[datetime, datetime]]:
    """The times at which it is open, from yesterday on; those that touch are one."""
    before: tuple[datetime, datetime] | None = None
    for ahead in range(-1, _AHEAD):
        for start, end in _of_day(contact, today + timedelta(days=ahead)):
            if before and start <= before[1]:
                before = before[0], max(end, before[1])
                continue
            if before:
                yield before
            before = start, end
    if before:
        yield before


def _of_day(contact: Contact, day: date) -> list[tuple[datetime, datetime]]:
    if contact.year_end and ((day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)):
        return []
    kind = _kind(day)
    return sorted(
        (_at(day, opening.opens), _at(day, opening.closes))
        for opening in contact.hours
        if kind in opening.days
    )


@lru_cache(maxsize=1000)
def _kind(day: date) -> Day:
    return "holiday" if jpholiday.is_holiday(day) else _WEEK[day.weekday()]


def _at(day: date, written: str) -> datetime:
    """``HH:MM`` of that day; ``24:00`` is the next midnight."""
    hours, _, minutes = written.partition(":")
    midnight = datetime.combine(day, time(), JST)
    return midnight + timedelta(hours=int(hours), minutes=int(minutes))


def _open_words(contact: Contact, now: datetime, end: datetime) -> Sentence:
    form = _OPEN_DOUBT if "hours" in contact.uncertain else _OPEN
    if end == _at(now.date(), "24:00"):
        until = Sentence("24:00", "midnight")
    elif end.date() == now.date():
        until = Sentence(clock(end), clock(end))
    else:
        day = day_words(end.date(), now.date())
        until = Sentence(day.ja + clock(end), f"{day.en}, {clock(end)}")
    return both(form, until=until)


def _closed_words(contact: Contact, now: datetime, opens: datetime) -> Sentence:
    at = Sentence(clock(opens), clock(opens))
    if opens.date() == now.date():
        begun = any(end <= now for _, end in _of_day(contact, now.date()))
        says = both(_BREAK if begun else _LATER, opens=at)
    else:
        says = both(_CLOSED, day=day_words(opens.date(), now.date()), opens=at)
    return _doubted(contact, says)


def _doubted(contact: Contact, says: Sentence) -> Sentence:
    return both(_DOUBT, says=says) if "hours" in contact.uncertain else says


def timetable(contact: Contact) -> Sentence:
    """Its hours as they hang at the door: ``平日 8:30から17:15まで``; for paper."""
    if contact.always:
        return _doubted(contact, ALWAYS_PHONE if contact.phone else ALWAYS)
    if not contact.hours:
        return NOT_KNOWN
    ja, en = [], []
    for opening in contact.hours:
        opens, closes = (hour.removeprefix("0") for hour in (opening.opens, opening.closes))
        days = _days(opening.days)
        ja.append(f"{days.ja}{opens}から{closes}まで")
        en.append(f"{days.en} {opens} to {closes}")
    if contact.year_end:
        ja.append("12月29日から1月3日までは休み")
        en.append("closed 29 Dec to 3 Jan")
    told = "; ".join(en)
    return _doubted(contact, Sentence("、".join(ja), told[0].upper() + told[1:]))


def _days(days: tuple[Day, ...]) -> Sentence:
    named = _TOGETHER.get(frozenset(days))
    if named is not None:
        return named
    each = [_NAMES[day] for day in (*_WEEK, "holiday") if day in days]
    return Sentence("・".join(one.ja for one in each), ", ".join(one.en for one in each))


_NAMES: Final[dict[str, Sentence]] = {
    "mon": Sentence("月", "Mon"),
    "tue": Sentence("火", "Tue"),
    "wed": Sentence("水", "Wed"),
    "thu": Sentence("木", "Thu"),
    "fri": Sentence("金", "Fri"),
    "sat": Sentence("土", "Sat"),
    "sun": Sentence("日", "Sun"),
    "holiday": Sentence("祝日", "holidays"),
}
_TOGETHER: Final = {
    frozenset(_WEEK[:5]): Sentence("平日", "weekdays"),
    frozenset(("sat", "sun", "holiday")): Sentence("土日祝日", "weekends and holidays"),
    frozenset(_WEEK): Sentence("毎日（祝日を除く）", "daily but holidays"),
    frozenset((*_WEEK, "holiday")): Sentence("毎日", "daily"),
}
