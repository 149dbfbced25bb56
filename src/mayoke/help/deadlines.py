"""A period after which a right or a chance is gone, as a date."""

from datetime import date, datetime, timedelta

from mayoke.help.words import JST, both, day_words
from mayoke.records.plan import Due, Happened
from mayoke.records.situation import Deadline
from mayoke.records.verdict import Sentence

_UNTIL = Sentence(
    "{day}まで（今日を入れてあと{left}日）", "Until {day} ({left} days left, today included)"
)
_TODAY = Sentence("今日、{day}まで", "Until today, {day}")
_PASSED = Sentence(
    "{day}に過ぎたと思われます。それでも、事情によって扱いが違うことがありますので、相談してみてください",
    "Probably over since {day}. Ask all the same: cases are not all treated alike",
)
ASK_EVENT = Sentence(
    "起きた日がわかると、日付にしてお知らせできます", "Tell the day it happened, to see a date here"
)
ASK_DOCUMENT = Sentence(
    "契約書面を受け取った日がわかると、日付にしてお知らせできます",
    "Tell the day you received the contract document, to see a date here",
)
_ELSEWHERE = Sentence(
    "いつまでかは、数え始める日によって決まります", "The last day depends on the day it counts from"
)
_NO_NUMBER = Sentence(
    "いつまでかは、事情によって違います。早めに相談してください",
    "The last day depends on the case; ask early",
)


def due(deadline: Deadline, happened: Happened, now: datetime) -> Due:
    """The deadline as a date in Japan, where the day it counts from was told.

    A last day on a holiday does not move on (Civil Code, Article 142, would allow it for some):
    too early does no harm.
    """
    today = now.astimezone(JST).date()
    start = counted_from(deadline, happened)
    day = None
    if start is not None and deadline.days is not None:
        day = last_day(start, deadline.days, first_day_counts=deadline.first_day_counts)
    return Due(
        slug=deadline.slug,
        name=deadline.name,
        rule=deadline.rule,
        starts=deadline.starts,
        day=day,
        passed=day is not None and day < today,
        law=deadline.law,
        caveat=deadline.caveat,
        quality=deadline.quality,
        checked_on=deadline.checked_on,
        says=_ask(deadline) if day is None else _says(day, today),
    )


def counted_from(deadline: Deadline, happened: Happened) -> date | None:
    """The day the deadline counts from, if it was told."""
    if deadline.counts_from == "contract_document":
        return happened.contract_document
    return day_of(happened.when) if deadline.counts_from == "event" else None


def day_of(when: date | datetime | None) -> date | None:
    """The day in Japan."""
    return when.astimezone(JST).date() if isinstance(when, datetime) else when


def last_day(start: date, days: int, *, first_day_counts: bool) -> date:
    """The last day of a period of ``days`` from ``start`` (Civil Code, Articles 140 and 141)."""
    return start + timedelta(days=days - 1 if first_day_counts else days)


def _says(day: date, today: date) -> Sentence:
    words = day_words(day, today)
    if day < today:
        return both(_PASSED, day=words)
    if day == today:
        return both(_TODAY, day=words)
    left = str((day - today).days + 1)
    return both(_UNTIL, day=words, left=Sentence(left, left))


def _ask(deadline: Deadline) -> Sentence:
    if deadline.days is None:
        return _NO_NUMBER
    if deadline.counts_from == "event":
        return ASK_EVENT
    return ASK_DOCUMENT if deadline.counts_from == "contract_document" else _ELSEWHERE
