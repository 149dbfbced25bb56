"""In which periods data entered or lay open so that they leaked, and which only say whose they are.

Source: study §4.1 and §4.11: a range is an exposure only if words of buying, typing in, attack or
open access govern it, or a heading that says so; a range governed by 受診, 契約, 応募 … tells whose.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, cast

from mayoke.breach.facts.exposure.halves import (
    entered_and_left,
    framed,
    joined,
    listed,
    opened_and_closed,
)
from mayoke.breach.facts.exposure.heads import (
    at,
    governing,
    headed,
    named,
    of_document,
    said_above,
    told,
    topic,
)
from mayoke.breach.facts.exposure.words import (
    ATTACKED,
    BEFORE,
    CARDS,
    HEAD,
    NEGATED,
    PAPER,
    PEOPLE,
    SUBJECTS,
)
from mayoke.breach.reading import Line, Part, Period, Reading, Section
from mayoke.records.incident import Exposure, ExposureBasis, SubjectBasis, SubjectPeriod

_WINDOW = 80
_PERIODS_MAX = 300
_WHOLE_PAGE = 350
_LABELLED = 60
_LENGTH = re.compile(r"の(?:約|およそ)?[0-9]{1,2}(?:年|か月|ヶ月|カ月)間?")
_FROM_THEN_ON = re.compile(r"(?:から|より)$")
_NO_GROUP = re.compile(
    r"[0-9]月|対象|項目|期間|範囲|時期|漏えい|漏洩|流出|閲覧|情報|時期|日時|経緯|内容|概要|件数|原因|公開|発生"
)
_QUIET = frozenset({"desk", "prevention", "request", "delay"})
_MISUSED = re.compile(r"不正(?:な|に)?(?:ご?利用|使用)|提出|個人情報保護委員会|予定|見込")
_DAY_OF = re.compile(
    r"(?:(?P<stay>宿泊|チェックイン)|(?P<treatment>受診|診察|健診|検査)|(?P<application>応募|申込))(?:予定)?(?:日|期間)[がは]$"
)
_YEARLY = frozenset(
    {"昨年", "去年", "今年", "本年", "一昨年", "前年", "ことし", "おととし", "先月", "今月", "前月"}
)
_SEEN = frozenset({"閲覧", "アクセス", "外部に", "外部へ", "外部から", "ダウンロード"})
_MEANWHILE = re.compile(
    r"(?:その|この|当該)(?:間|期間)[^。]{0,24}?(?:(?P<input>入力)|(?P<purchase>購入|注文|決済|支払|買い?物))"
)
_CARD_LINE = re.compile(r"カード(?:情報|番号|決済|払)[^。]{0,24}[(:、\t]$")
_BOUGHT = frozenset({"purchase", "input", "service_use"})
_SINCE_OPENING = re.compile(r"開店|開設|開業|開始以来|サービス開始|オープン|創業|立ち上げ")
_RANK = {"purchase": 0, "input": 0, "public_access": 1, "attack": 2}
_Found = tuple[Period, str, int, str | None]
"""Period, basis, end of the quotation, group."""


def find(reading: Reading, part: Part) -> tuple[tuple[Exposure, ...], tuple[SubjectPeriod, ...]]:
    """Exposures and subject periods of a part, in order; a range told twice stands once."""
    return _exposures(found := list(_governed(reading, part)), reading), _subjects(found, reading)


def _exposures(found: list[_Found], reading: Reading) -> tuple[Exposure, ...]:
    chosen: dict[tuple[str | None, str | None], _Found] = {}
    for one in found:
        if one[1] in SUBJECTS:
            continue
        key = _ends(one[0])
        if key not in chosen or _RANK[one[1]] < _RANK[chosen[key][1]]:
            chosen[key] = one
    attacks = [ends for ends, one in chosen.items() if one[1] == "attack"]
    for inner in attacks:  # a stage of the attack, told again as part of the whole
        if any(_within(inner, outer) and _labelled(chosen[outer], reading) for outer in attacks):
            del chosen[inner]
    return tuple(
        Exposure(
            start,
            end,
            cast("ExposureBasis", basis),
            period.precision,
            reading.quote(period.start, until),
            group,
            _year_basis(period),
        )
        for (start, end), (period, basis, until, group) in chosen.items()
    )


def _within(inner: tuple[str | None, str | None], outer: tuple[str | None, str | None]) -> bool:
    if not (inner[0] and inner[1] and outer[0] and outer[1]) or inner == outer:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _labelled(found: _Found, reading: Reading) -> bool:
    """Does the range stand in a line of its own that only names it?"""
    line = at(reading.lines, found[0].start)
    return "。" not in reading.text[line.start : line.end] and line.end - line.start <= _LABELLED


def _subjects(found: list[_Found], reading: Reading) -> tuple[SubjectPeriod, ...]:
    chosen = dict[tuple[str | None, str | None, str], _Found]()
    lines = dict[tuple[str | None, str | None], int]()
    for one in found:
        if one[1] in SUBJECTS:
            line = lines.setdefault(_ends(one[0]), at(reading.lines, one[0].start).start)
            if line == at(reading.lines, one[0].start).start:  # other groups of one row, too
                chosen.setdefault((*_ends(one[0]), one[1]), one)
    return tuple(
        SubjectPeriod(
            start,
            end,
            cast("SubjectBasis", basis),
            period.precision,
            reading.quote(period.start, until),
            group,
            _year_basis(period),
        )
        for (start, end, _), (period, basis, until, group) in chosen.items()
    )


def _ends(period: Period) -> tuple[str | None, str | None]:
    return (
        period.first.iso if period.first else None,
        period.last.iso if period.last else None,
    )


def _year_basis(period: Period) -> Literal["relative", "from_url", "weekday"] | None:
    for date in (period.first, period.last):
        if date is None:
            continue
        if date.basis == "from_url":
            return "from_url"
        if date.basis == "weekday":
            return "weekday"
        if date.relative in _YEARLY:
            return "relative"
    return None


def _governed(reading: Reading, part: Part) -> Iterator[_Found]:
    start, end = reading.main
    if end <= start:
        start, end = 0, len(reading.text)
    given = set[str]()
    for period in _periods(reading):
        if not (start <= period.start < end and part.holds(period.start)):
            continue
        governed = _basis(reading, period)
        if governed is not None:
            given.add(governed[0])
            yield period, *governed, _group(reading, period)
    for basis, halves in (
        ("attack", listed(reading)),
        ("public_access", opened_and_closed(reading)),
        ("attack", entered_and_left(reading)),
    ):
        if not given.isdisjoint(_RANK):
            return
        for period in halves:
            if start <= period.start < end and part.holds(period.start):
                given.add(basis)
                yield period, basis, period.end, None


def _periods(reading: Reading) -> list[Period]:
    """The periods of a text in order; those told in two halves stand for both halves."""
    whole = [*joined(reading), *framed(reading)]
    covered = {start for one in whole for start in range(one.start, one.end)}
    halves = (one for one in reading.periods[:_PERIODS_MAX] if one.start not in covered)
    return sorted((*halves, *whole), key=lambda one: one.start)


def _basis(reading: Reading, period: Period) -> tuple[str, int] | None:
    """What governs a period, and where the words that say so end."""
    sentence = at(reading.sentences, period.start)
    line = at(reading.lines, period.start)
    section = reading.section_at(period.start)
    stop = min(max(sentence.end, period.end), period.end + _WINDOW, _next_start(reading, period))
    after = reading.text[period.end : stop].partition("\n")[0]
    cell, _, _ = after.partition("\t")
    before = reading.text[max(sentence.start, line.start, period.start - 60) : period.start]
    if _is_quiet(section, line, reading):
        return None
    basis, length = _after(reading, cell)
    if (day := _DAY_OF.search(before)) is not None:
        basis = str(day.lastgroup)
    if basis is None:
        basis = _before(reading, before.rpartition("\t")[2])
    if basis is None:
        basis = headed(reading, line, section, period) or topic(reading, before)
    if basis is None and period.end - period.start >= line.end - max(line.value, line.start) - 8:
        basis = said_above(reading, line)
    if basis is None and period.first and period.last and _CARD_LINE.search(before):
        basis = "purchase" if ATTACKED.search(told(reading)) else None
    if (
        length
        and basis in _BOUGHT
        and _SINCE_OPENING.search(reading.text[max(0, period.start - 12) : period.end + 8])
    ):
        basis = "registration" if "登録" in cell[:30] else "service_use"
    if (
        basis is None
        or basis in {"none", "mails"}
        or not _fits(basis, period, reading.text[period.start : period.end], cell)
    ):
        return None
    return basis, period.end + length


def _next_start(reading: Reading, period: Period) -> int:
    """Where the next range begins: words behind it govern that one."""
    at = bisect_right(reading.periods, period.end - 1, key=lambda other: other.start)
    return reading.periods[at].start if at < len(reading.periods) else len(reading.text)


def _is_quiet(section: Section | None, line: Line, reading: Reading) -> bool:
    """Desk hours, requests and plans hold no exposure; a heading over the whole page is no such."""
    if section is not None and section.kind in _QUIET:
        start, end = reading.main
        length = section.end - section.start
        if length < _WHOLE_PAGE or length * 2 < (end - start or len(reading.text)):
            return True
    head = HEAD.search(line.label) if line.label else None
    return head is not None and head.lastgroup == "none"


def _after(reading: Reading, after: str) -> tuple[str | None, int]:
    found = governing(after)
    if found is None:
        return None, 0
    basis = str(named(reading, found) or "none")
    if basis == "service_use" and CARDS.search(told(reading)) and ATTACKED.search(told(reading)):
        basis = "purchase"
    if basis == "attack" and found[0] in _SEEN and of_document(reading) == "public_access":
        basis = "public_access"
    if basis == "attack" and (meanwhile := _MEANWHILE.search(after, found.end())) is not None:
        basis = str(meanwhile.lastgroup)
    if basis in {"service_use", "application", "registration"}:
        basis = _later_words(after, found.end(), basis)
    if basis == "purchase" and not ATTACKED.search(told(reading)) and PAPER.search(told(reading)):
        basis = "service_use"
    return basis, found.end()


def _later_words(after: str, at: int, basis: str) -> str:
    """利用者(商品を購入): the closer word of buying counts; 予約 … 宿泊 is a stay."""
    near = after[at : at + 24]
    if basis == "service_use" and re.search("購入|注文|決済|お支払", near):
        return "purchase"
    if basis == "application" and re.search("宿泊|滞在", near):
        return "stay"
    if basis == "application" and re.search("カード[^。]{0,8}入力", near):
        return "input"
    return basis


def _before(reading: Reading, before: str) -> str | None:
    return named(reading, BEFORE.search(before))


def _fits(basis: str, period: Period, words: str, after: str) -> bool:
    """Open sides stand only where people or open access are meant; a denied range does not count."""
    if NEGATED.search(after) and (basis == "attack" or period.first is None or period.last is None):
        return False
    if period.first is None or period.last is None:
        if basis == "attack":
            return False
        if basis == "public_access":
            return period.first is not None and bool(re.search("状態|公開|掲載", after))
        if (period.first is None and _LENGTH.match(after)) or _MISUSED.search(after[:60]):
            return False
        since = period.last is None and _FROM_THEN_ON.search(words)
        return not since and bool(PEOPLE.search(after[:60]))
    return True


def _group(reading: Reading, period: Period) -> str | None:
    """The first cell of the row, or the people named in front of the range."""
    line = at(reading.lines, period.start)
    row = reading.text[line.start : line.end]
    if "\t" in row and reading.text.find("\t", line.start) < period.start:
        first = row.partition("\t")[0].partition("(")[0].strip()
        if first and not _NO_GROUP.search(first) and len(first) <= 30:
            return reading.quote(line.start, line.start + len(first)).quote
    return None
