"""Ranges told in two halves: a day on which it began, another on which it was ended.

Source: study §4.1. The halves stand in one sentence (2019年9月3日から、ページを閉じた1月14日まで), in
neighbouring ones (公開し … 削除した), or as a list of days (1月9日および13日).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise

from mayoke.breach.facts.exposure.words import ATTACKED, OPEN
from mayoke.breach.reading import Date, Period, Reading
from mayoke.records.incident import Precision

_GAP = 40
_DATES_MAX = 200
_SENTENCES_APART = 2
_LISTED = re.compile(r"(?:\([^)\n]{1,4}\))?(?:、|と|及び|および|・|並びに|ならびに|,)(?:同月|翌)?")
_HIT = re.compile(
    r"[^。\n]{0,40}?(?:不正(?!利用|使用)|攻撃|侵入|ログインされ|持ち出|窃取|抜き取|複製|転送|取得され|閲覧され|コピー|ダウンロード|ログイン|アクセス(?!記録|ログ|件数))"
)
_HIT_DAY = re.compile(
    r"(?:攻撃|不正|侵入|持ち出|窃取|閲覧)[^。\n]{0,14}(?:日|日時|時期)[^。\n]{0,3}$|(?:攻撃|侵入)[^。\n]{0,10}のは$"
)
_TOLD = re.compile(
    r"[^。\n]{0,24}?(?:連絡|公表|お知らせ|届|調査|発覚|判明|発見|検知|停止|気付|気づ|通報|相談|報告)"
)
_FROM = re.compile(r"(?:自|from)[ :]?$")
_TO = re.compile(r"[ 、]?(?:至|to)[ :]?")
_BEGINS = re.compile(r"(?:開始|公開|掲載|始期|設置|侵入)(?:日時?|時刻)?[:\t ]$")
_ENDS = re.compile(r"\n(?:終了|削除|非公開|停止|終期|解消|遮断|修正)(?:日時?|時刻)?[:\t ]$")
_BETWEEN = re.compile(r"(?:まで)?の(?:間|あいだ|期間)")
_STARTED = re.compile(r"に?(?:始ま|開始|行われ|が最初)")
_ENTRY = re.compile(r"(?:侵入|攻撃|不正アクセス|不正な接続)は、?[^。、\n]{0,12}$")
_OPENED = re.compile(
    r"[^。\n]{0,70}?(?:公開(?!停止|を停止|を中止)|掲載(?!を取|を停|をやめ)|載せ|アップロード|投稿|設置|設定|移行|移し替え|更新|機能追加|共有|改修|入れ替え|配信|登録|貼り|状態|続い)"
)
_CLOSED = re.compile(
    r"[^。\n]{0,60}?(?:削除|非公開|修正|閉じ|閉鎖|取り下げ|取り除|取り消し|解消|遮断|差し替え|制限|公開を(?:停止|中止|止)|掲載を(?:停止|中止|止)|元に戻|外し|改め|対処|解除|直し|見られない|できないよう)"
)
_ENTERED = re.compile(
    r"[^。\n]{0,50}?(?:侵入|入り込|乗っ取|仕掛け|設置|改ざんされ|書き換えられ|埋め込|仕込)"
)
_LEFT = re.compile(r"[^。\n]{0,40}?(?:暗号化|転送|持ち出|窃取|抜き取|取り除|除去|修正|まで動|遮断)")
_FINE = frozenset({"day", "hour", "minute", "fuzzy"})


def joined(reading: Reading) -> list[Period]:
    """``A から、…した B まで``: an open start and an open end of one sentence, as one range."""
    out: list[Period] = []
    for one, two in pairwise(reading.periods[:_DATES_MAX]):
        if one.first is None or one.last is not None or two.last is None or two.first is not None:
            continue
        between = reading.text[one.end : two.start]
        near = two.start - one.end <= _GAP and not re.search(r"[。\n\t]", between)
        if near and _ordered(one.first, two.last):
            out.append(_period(one.first, two.last, one.start, two.end))
    return out


def framed(reading: Reading) -> Iterator[Period]:
    """自 A 至 B; rows 開始 A, 終了 B; ``A より、…した B の間``."""
    text = reading.text
    opened = {p.first.start: p for p in reading.periods if p.first and not p.last}
    for one, two in pairwise(reading.dates[:_DATES_MAX]):
        between = text[one.end : two.start]
        if len(between) > _GAP or not _ordered(one, two):
            continue
        left = text[max(0, one.start - 12) : one.start]
        named = _FROM.search(left) and _TO.fullmatch(between)
        if named or (_BEGINS.search(left) and _ENDS.search(between)):
            yield _period(one, two, one.start, two.end)
            continue
        until = _BETWEEN.match(text, two.end)
        if until and one.start in opened and not re.search(r"[。\n\t]", between):
            yield _period(one, two, one.start, until.end())


def listed(reading: Reading) -> Iterator[Period]:
    """Days on which an attack went on, told one by one: from the first to the last of them."""
    dates = reading.dates[:_DATES_MAX]
    at = 0
    while at < len(dates) - 1:
        last = at
        while last + 1 < len(dates) and _LISTED.fullmatch(
            reading.text, dates[last].end, dates[last + 1].start
        ):
            last += 1
        if (
            last > at
            and _ordered(dates[at], dates[last])
            and _is_hit(reading, dates[at], dates[last])
        ):
            yield _period(dates[at], dates[last], dates[at].start, dates[last].end)
        at = last + 1


def _is_hit(reading: Reading, first: Date, last: Date) -> bool:
    text = reading.text
    if _HIT_DAY.search(text[max(0, first.start - 24) : first.start].rpartition("\n")[2]):
        return True
    hit, told = _HIT.match(text, last.end), _TOLD.match(text, last.end)
    return hit is not None and (told is None or told.end() > hit.end())


def opened_and_closed(reading: Reading) -> Iterator[Period]:
    """公開した日 … 削除した日, in one sentence or the next two, of data that lay open."""
    start, end = reading.main
    text = reading.text[start : end or None]
    if not OPEN.search(text) or ATTACKED.search(text):
        return
    yield from islice(_halves(reading, _OPENED, _CLOSED, _SENTENCES_APART), 1)


def entered_and_left(reading: Reading) -> Iterator[Period]:
    """侵入され … 暗号化された, in one sentence."""
    yield from islice(_halves(reading, _ENTERED, _LEFT, 0), 1)


def _halves(
    reading: Reading, opens: re.Pattern[str], closes: re.Pattern[str], apart: int
) -> Iterator[Period]:
    first, last = reading.main
    text = reading.text
    dates = [
        d
        for d in reading.dates[:_DATES_MAX]
        if first <= d.start < (last or len(text)) and d.precision in _FINE
    ]
    starts = [s.start for s in reading.sentences]
    for i, (one, two) in enumerate(pairwise(dates)):
        reach = text[one.end : two.start]
        found = opens.match(text, one.end, one.end + min(len(reach), 80))
        if opens is _ENTERED and _ENTRY.search(text[max(0, one.start - 24) : one.start]):
            found = found or _STARTED.match(text, one.end)
        if found is None or _TOLD.match(text, one.end, found.end()):
            continue
        for other in dates[i + 1 : i + 3]:
            between = bisect_right(starts, other.start) - bisect_right(starts, one.start)
            if between > apart or not _ordered(one, other):
                continue
            until = closes.match(text, other.end)
            if until is not None:
                yield _period(one, other, one.start, until.end())
                return


def _ordered(one: Date, two: Date) -> bool:
    return one.iso < two.iso or (one.iso == two.iso and one.precision in {"hour", "minute"})


def _period(first: Date, last: Date, start: int, end: int) -> Period:
    return Period(start, end, first, last, _joint(first, last))


def _joint(first: Date, last: Date) -> Precision:
    kinds = {first.precision, last.precision}
    if len(kinds) == 1:
        return first.precision
    return "fuzzy" if "fuzzy" in kinds else "mixed"
