"""Sentences and lines that speak of another incident than that of the notice."""

import re

from mayoke.breach.reading import Reading

_OTHER = re.compile(
    "(?:昨年|一昨年|今年|前年|以前|過去|先月|これまで)[^。、\\n]{0,8}に(?:も|は別の)"
    "|(?:他社|他校|他県|他市|他院|同業他社|別の自治体)(?:でも|では|におい)|の(?:まとめ|集計|調べ|統計)(?:では|によると|で、)"
    "|(?:全国|県内|国内|各地)で[^。\\n]{0,20}(?:相次|多発)|過去に(?:発生|起き|公表)|ばかり(?:だった|で、|。)"
)
_RELATED = re.compile(
    "[【\\[<]?(?:関連(?:記事|ニュース|リンク|情報)?|あわせて読みたい|合わせて読みたい|おすすめ(?:記事)?|こちらもおすすめ|人気記事|新着記事"
    "|アクセスランキング|最新記事|過去の(?:お知らせ|記事))[】\\]>:]?"
)
_RELATED_FIRST = frozenset("【[<関あ合おこ人新ア最過")
_NEWS_LINE = 90


def tells_of_another(sentence: str) -> bool:
    """Does a sentence tell of another incident: 同社では昨年11月にも, 調査会社のまとめでは?"""
    return _OTHER.search(sentence) is not None


def related_lines(reading: Reading) -> frozenset[int]:
    """The lines of a list of related articles: those under 関連記事, and single 【関連】 lines."""
    found: set[int] = set()
    inside = False
    for index, line in enumerate(reading.lines):
        if not inside and reading.text[line.start : line.start + 1] not in _RELATED_FIRST:
            continue
        text = reading.text[line.start : min(line.end, line.start + _NEWS_LINE + 1)]
        related = _RELATED.match(text)
        if related:
            inside = related.end() == len(text)
            found.add(index)
        elif inside and text and "。" not in text and len(text) <= _NEWS_LINE:
            found.add(index)
        else:
            inside = False
    return frozenset(found)
