"""Several incidents on one page: which stretches speak of which (study §4.9).

A page is split only where its own order says so (1件目/2件目, 事案1/事案2, sibling headings that each
name a mishap) and every stretch tells what happened, and when or how many.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from mayoke.breach.reading import Line, Part, Reading

_NUMBER = r"([0-9]{1,2}|[一二三四五六七八九十]|[a-hア-カ])"
_ORDINAL = re.compile(
    rf"[【\[(<■●◆]?(?:第?{_NUMBER}件目"
    rf"|(?:事案|事例|案件|事故|事件|ケース|インシデント|発生事案|事象|件名|その)(?:その)?[( 　no.第]{{0,3}}{_NUMBER}(?![0-9年月日時件名人回])"
    rf"|第{_NUMBER}(?:の)?(?:事案|事故|事例|案件|事件))"
)
_MISHAP = re.compile(
    r"漏えい|漏洩|流出|紛失|盗難|遺失|所在不明|誤(?:送|配|交付|封入|廃棄|掲載|公開|発送|投函|渡|破棄|返却|添付|表示|印字|消去|記載)|誤って|取り違え|不正アクセス|不正ログイン|不正(?:な)?(?:閲覧|持ち出|取得)"
    r"|(?:別の|他の|異なる|無関係の)[^。]{0,14}(?:に|へ)[^。]{0,20}(?:交付|送|渡|配|届|返|提供)|持ち出し|置き忘れ|盗まれ|ランサム|感染|閲覧(?:可能|でき)|見える状態|別の(?:方|人)|渡し間違|漏らし"
)
_FACT = re.compile(
    r"情報|時期|人数|内容|原因|期間|対象|可能性|項目|件数|経緯|状況|対応|お願い|お詫び|質問|公表|範囲|影響|防止|調査結果|規模|リスク|とは|[?]$"
)
_NUMERALS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {
    c: i for i, c in enumerate("abcdefgh", 1)
}
_NUMERALS |= {c: i for i, c in enumerate("アイウエオカ", 1)}
_SHARED_AFTER = frozenset({"prevention", "desk", "request", "delay"})
_SHARED_LINE = re.compile(
    r"^(?:今後の(?:対応|取組|再発)|再発防止|(?:共通|両件|いずれ|どちら)|(?:本件|両事案|これら)[^。]{0,20}(?:問い?合わせ|について)|お?問い?合わ?せ|以上$)"
)
_HEADINGS_MAX = 300
_PARTS_MAX = 30
_SHORTEST = 30


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a stretch begins, how deep its heading lies, and where its section ends (0: unknown)."""

    start: int
    number: int
    end: int = 0


def split(reading: Reading) -> tuple[Part, ...]:
    """One Part an incident, with the shared stretches in each; one Part of everything otherwise."""
    whole = (Part(((0, len(reading.text)),)),)
    end = _main(reading)[1]
    for marks in (_ordinals(reading), _headings(reading)):
        if not 2 <= len(marks) <= _PARTS_MAX:
            continue
        last = _end_of_last(reading, marks[-1], end)
        edges = [mark.start for mark in marks] + [last]
        stretches = list(pairwise(edges))
        if all(_tells(reading, first, until) for first, until in stretches):
            shared = ((0, edges[0]), (last, len(reading.text)))
            return tuple(Part((shared[0], one, shared[1])) for one in stretches)
    return whole


def _main(reading: Reading) -> tuple[int, int]:
    start, end = reading.main
    return (start, end) if end > start else (0, len(reading.text))


def _ordinals(reading: Reading) -> list[_Mark]:
    """Lines that begin 1件目, 事案1 … counting up from one."""
    start, end = _main(reading)
    marks: list[_Mark] = []
    for line in reading.lines:
        if not start <= line.start < end:
            continue
        found = _ORDINAL.match(reading.text[line.start : min(line.end, line.start + 24)])
        if found is None:
            continue
        number = _value(next(group for group in found.groups() if group))
        if number == len(marks) + 1:
            marks.append(_Mark(line.start, number))
    return marks


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _NUMERALS.get(numeral, 0)


def _headings(reading: Reading) -> list[_Mark]:
    """Headings with the same sort of mark, one after the other, that each name a mishap."""
    start, end = _main(reading)
    heads = [ln for ln in reading.lines if ln.heading and start <= ln.start < end][:_HEADINGS_MAX]
    best: list[_Mark] = []
    for shape in sorted({_shape(ln) for ln in heads}):
        alike = [ln for ln in heads if _shape(ln) == shape]
        run: list[_Mark] = []
        for line, after in zip(alike, [*alike[1:], None], strict=True):
            title = reading.text[line.start : line.end]
            if len(title) <= 60 and _MISHAP.search(title) and not _FACT.search(title):
                run.append(_Mark(line.start, len(run) + 1, after.start if after else end))
                best = run if len(run) > len(best) else best
            else:
                run = []
    return best


def _shape(line: Line) -> str:
    """The mark without its number: ``1.`` and ``2.`` are of one sort."""
    return re.sub("[0-9一二三四五六七八九十]{1,3}", "1", line.mark)


def _end_of_last(reading: Reading, mark: _Mark, end: int) -> int:
    """Where the last stretch gives way to what concerns all of them."""
    if mark.end:
        return min(mark.end, end)
    owners = [s for s in reading.sections if s.start <= mark.start < s.end]
    level = max((s.level for s in owners if s.start == mark.start), default=0)
    for section in reading.sections:
        if mark.start < section.start < end and section.kind in _SHARED_AFTER:
            if level and section.level > level:
                continue
            return section.start
    for line in reading.lines:
        if mark.start < line.start < end and _is_shared(reading, line):
            return line.start
    return end


def _is_shared(reading: Reading, line: Line) -> bool:
    return bool(_SHARED_LINE.match(reading.text[line.start : min(line.end, line.start + 40)]))


def _tells(reading: Reading, start: int, end: int) -> bool:
    """Does a stretch say what happened, and when or to how many?"""
    if end - start < _SHORTEST or not _MISHAP.search(reading.text[start:end]):
        return False
    return any(start <= date.start < end for date in reading.dates) or any(
        start <= number.start < end for number in reading.numbers
    )
