"""The desk for the people concerned: telephone, mail, hours, name."""

import re
from collections.abc import Callable, Iterator

from mayoke.breach.facts.contacts.hours import find_hours
from mayoke.breach.facts.contacts.name import inline_name, line_name, name_behind
from mayoke.breach.facts.desk import Entry, entries
from mayoke.breach.facts.desk_numbers import plain_mail
from mayoke.breach.facts.parties.find import Parties
from mayoke.breach.facts.spacing import gaps, located
from mayoke.breach.reading import Reading
from mayoke.records.incident import Contacts, Located
from mayoke.text.fold import fold_plain

_BARE_NOUN = re.compile(r"(?:事務局|担当|窓口|受付|広報|総務)$")
_NO_NAME = re.compile(r"フロント$|^(?:お)?電話$|^メール$")
_HOURS_LINE = re.compile(r"時間|受付|平日|営業|[\d一二三四五六七八九十]時|\d:\d\d|24時間|毎日|正午")
_GOES_ON = re.compile(r"\([^()\n\d]{0,50}(?:除|休|祝|土日|無休|含)[^()\n\d]{0,30}\)$")
_MOST = 20


def find(reading: Reading, parties: Parties) -> tuple[Contacts, dict[str, tuple[Located, ...]]]:
    """Telephone numbers and addresses with hyphens and ``@``; hours and name as written."""
    desk = _chosen(reading, entries(reading, _foreign(parties)))
    where: dict[str, tuple[Located, ...]] = {}
    phone = _values(reading, [one for one in desk if one.number.kind == "phone"], _phone)
    email = _values(reading, [one for one in desk if one.number.kind == "email"], _email)
    gap = gaps(reading)
    name = _first(_name(reading, one, parties, gap) for one in desk)
    by_phone = sorted(desk, key=lambda one: one.number.kind == "email")
    hours = _first(_hours(reading, one) for one in by_phone)
    for key, found in (("phone", phone), ("email", email)):
        if found:
            where[key] = tuple(found)
    for key, one in (("name", name), ("hours", hours)):
        if one is not None:
            where[key] = (one,)
    contacts = Contacts(
        phone=tuple(one.value for one in phone),
        email=tuple(one.value for one in email),
        hours=hours.value if hours else None,
        name=name.value if name else None,
    )
    return contacts, where


def _foreign(parties: Parties) -> tuple[str, ...]:
    names = [name for name in (parties.processor, *parties.aliases) if name]
    return tuple("".join(fold_plain(name).split()) for name in names)


def _chosen(reading: Reading, found: list[Entry]) -> list[Entry]:
    """The best rank there is; a bare number only where the notice has no desk."""
    if reading.kind == "third_party_alert":
        return []  # the desk of those who warn
    if reading.kind == "news_article":
        found = [one for one in found if one.rank >= 2]
    best = max((one.rank for one in found), default=0)
    if best >= 2:
        found = [one for one in found if one.rank >= 2]
    elif best == 1:
        found = [one for one in found if one.rank == 1]
    return found[:_MOST]


def _values(
    reading: Reading, desk: list[Entry], make: Callable[[Reading, Entry], Located]
) -> list[Located]:
    seen: dict[str, Located] = {}
    for one in desk:
        value = make(reading, one)
        seen.setdefault(value.value.lower(), value)
    return list(seen.values())


def _phone(reading: Reading, one: Entry) -> Located:
    return located(reading, one.number.start, one.number.end, one.number.value)


def _email(reading: Reading, one: Entry) -> Located:
    found = located(reading, one.number.start, one.number.end)
    return Located(plain_mail(found.value), found.quote)


def _first(found: Iterator[Located | None]) -> Located | None:
    return next((one for one in found if one is not None), None)


def _name(
    reading: Reading, one: Entry, parties: Parties, gap: Callable[[int], bool]
) -> Located | None:
    text = reading.text
    span = inline_name(text, one.lead, one.number.start, gap)
    if span is not None:
        span = _without_operator(reading, span, parties, gap)
    else:
        span = _name_above(reading, one, gap) or name_behind(
            text, one.number.end, reading.lines[one.line].end
        )
        if span is None:
            return None
        # A line of its own names the desk in full; a dated line is a signature.
        if re.search(r"\d", text[reading.line_at(span[0]).start : span[0]]):
            span = _without_operator(reading, span, parties, gap)
    found = located(reading, *span)
    return None if _NO_NAME.search(text[slice(*span)]) or not found.value else found


def _name_above(reading: Reading, one: Entry, gap: Callable[[int], bool]) -> tuple[int, int] | None:
    text = reading.text
    if (
        text[reading.lines[one.line].start : one.lead].strip()
        and one.lead > reading.lines[one.line].start
    ):
        return None
    for step in range(1, 5):
        if one.line < step:
            return None
        line = reading.lines[one.line - step]
        words = text[line.start : line.end]
        if len(words) > 60 or line.start < reading.main[0]:
            return None
        span = line_name(text, line.start, line.end, gap)
        if span is not None:
            return span
        if re.search(r"。|問い?合", words):
            return None
    return None


def _without_operator(
    reading: Reading, span: tuple[int, int], parties: Parties, gap: Callable[[int], bool]
) -> tuple[int, int]:
    """Cut the operator's name from before its department, unless little would be left."""
    start, end = span
    text = reading.text
    if text[start - 1 : start] in (
        "≪",
        "《",
        "<",
        "【",
        "「",
        "[",
        "〔",
    ):
        return span
    for party in (parties.organisation, parties.publisher):
        name = "".join(fold_plain(party or "").split())
        at = start + len(name)
        if not name or not text.startswith(name, start) or at >= end:
            continue
        if gap(at) or text[at] in " \t":
            at += len(text[at:end]) - len(text[at:end].lstrip(" \t"))
            return span if _BARE_NOUN.fullmatch(text[at:end]) else (at, end)
    return span


def _hours(reading: Reading, one: Entry) -> Located | None:
    span = next(_hours_near(reading, one), None)
    if span is None:
        return None
    after = reading.line_at(span[0])
    index = reading.lines.index(after) + 1
    if reading.text[span[1] : after.end].strip() == "" and index < len(reading.lines):
        more = reading.lines[index]
        if _GOES_ON.match(reading.text[more.start : more.end]):
            span = (span[0], more.end)
    return located(reading, *span)


def _hours_near(reading: Reading, one: Entry) -> Iterator[tuple[int, int]]:
    """Hours on the line of the number, behind it first, then on the lines around it."""
    text = reading.text
    line = reading.lines[one.line]
    stretches = [(one.number.end, line.end), (one.lead, one.number.start), (line.start, one.lead)]
    for step in (1, 2, 3, -1, -2):
        near = one.line + step
        if not 0 <= near < len(reading.lines):
            continue
        other = reading.lines[near]
        words = text[other.start : other.end]
        inside = reading.main[0] <= other.start < reading.main[1]
        if len(words) <= 100 and inside and _HOURS_LINE.search(words):
            stretches.append((other.start, other.end))
    for start, end in stretches:
        span = find_hours(text, start, end) if start < end else None
        if span is not None:
            yield span
