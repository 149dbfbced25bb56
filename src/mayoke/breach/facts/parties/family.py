"""A subsidiary at which it happened, and the parent that publishes or announces it."""

import re
from collections.abc import Iterator

from mayoke.breach.facts.parties.names import Told, beside, from_text, in_full, in_news, signature
from mayoke.breach.facts.parties.roles import SELF, is_child, is_hit, is_nobody
from mayoke.breach.reading import Reading
from mayoke.text.name_spans import NameSpan
from mayoke.text.names import is_organisation_noun, plain_name

_NEWS = ("news_article", "third_party_alert")
_GIVEN = re.compile(r"(?:\([^)]{1,40}\))?(?:に|へ)(?:業務|運営|管理|委託|発注)")
_CHILD = r"(?:子会社|孫会社|グループ会社|関連会社|関係会社|現地法人)"
_LATIN = re.compile(
    _CHILD + r"(?:である|にあたる|の|、|「|\()? ?"
    r"(?P<name>[a-z][a-z0-9 .,&()'\-]{1,60}?(?:\binc\b\.?|\bltd\b\.?|\bllc\b|\bcorp(?:oration)?\b\.?"
    r"|\blimited\b|\bgmbh\b|\bplc\b|\bb\.v\.))"
)
_BARE = re.compile(
    _CHILD
    + r"(?:である|にあたる|、|「)?(?P<name>[ァ-ヺー一-鿿a-z0-9・&]{4,30})(?=」|\(|が|は|の|で|に|、|において)"
)
_COMMON = re.compile(
    r"(?:サーバー?|システム|データ|センター|クラウド|サイト|ストア|ネットワーク|パソコン|メール|ファイル|アカウント"
    r"|セキュリティ|社員|職員|従業員|各社|\d社|役員|担当者?|工場|拠点|経由|管理|運営|向け)$"
)
_PARENT = re.compile(
    r"(?P<name>[^、。「」『』()\n\t]{2,30})(?:株式会社)?の(?:完全|連結|全額出資)?子会社"
)
_REACH = 800


def find_family(
    reading: Reading, own: list[NameSpan], others: set[str]
) -> tuple[Told | None, Told | None]:
    """The subsidiary and its parent; (None, None) where no subsidiary was hit."""
    for start, end in _children(reading, own):
        child = reading.text[start:end]
        if child in others or is_nobody(child):
            continue
        parent = _parent(reading, own, {*others, child}, start)
        if parent is None or plain_name(parent.value) == plain_name(child):
            continue
        return from_text(reading, start, end), parent
    return None, None


def _children(reading: Reading, own: list[NameSpan]) -> Iterator[tuple[int, int]]:
    text = reading.text
    first, last = reading.main
    stop = min(first + _REACH, last)
    news = reading.kind in _NEWS
    for span in own:
        if span.start > stop:
            break
        if not is_child(text, span) or _GIVEN.match(text, span.end, span.end + 50):
            continue
        if not news or is_hit(text, span, reading.sentence_at(span.start).end):
            yield span.start, span.end
    for found in _LATIN.finditer(text, first, stop):
        yield found.span("name")
    for found in _BARE.finditer(text, first, stop):
        span = NameSpan(*found.span("name"), sure=False)
        if _may_be_named(found["name"]) and is_hit(text, span, reading.sentence_at(span.start).end):
            yield span.start, span.end


def _may_be_named(words: str) -> bool:
    """Is it a proper name, and not what the subsidiary has or does?"""
    if _COMMON.search(words):
        return False
    return is_organisation_noun(words) or bool(re.search("[ァ-ヺー]{3}", words))


def _parent(reading: Reading, own: list[NameSpan], others: set[str], at: int) -> Told | None:
    """The other that signs or announces; else the one whose subsidiary it is said to be."""
    text = reading.text
    rest = [one for one in own if text[one.start : one.end] not in others]
    line = reading.line_at(at)
    named = _PARENT.match(text, line.start, at)
    if named and not re.search(SELF, named["name"]) and not re.search("[はがをに]", named["name"]):
        return in_full(reading, from_text(reading, *named.span("name")), rest)
    if reading.kind in _NEWS:
        return in_news(reading, rest, others)
    return signature(reading, rest, others) or beside(reading, others)
