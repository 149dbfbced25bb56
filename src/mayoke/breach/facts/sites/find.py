"""The shops and services that were hit: their names and addresses as written."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mayoke.breach.facts.parties.find import Parties
from mayoke.breach.facts.sites.brands import branded, listed
from mayoke.breach.facts.sites.urls import site_urls
from mayoke.breach.facts.sites.words import (
    ASIDE,
    BEFORE,
    FACILITY,
    FALSE,
    NOT_SITE,
    RUN,
    SORT_ALONE,
    TITLE_AFTER,
)
from mayoke.breach.facts.spacing import located
from mayoke.breach.reading import Reading
from mayoke.records.incident import Located, Site
from mayoke.text.fold import fold_plain
from mayoke.text.names import has_legal_form, plain_name

_QUOTED = re.compile(
    r"「([^「」\n]{2,40})」|『([^『』\n]{2,40})』|\"([^\"\n]{2,40})\"|【([^【】\n]{2,40})】"
    r"|〈([^〈〉\n]{2,40})〉|<([^<>\n]{2,40})>"
)
_SIGNED_BY = re.compile(r"運営(?:会社|者|元)?\s?[:/]|\(運営(?:会社|者|元)?[:/ ]")
_PATRON = re.compile(
    r"(?:^|、|。)(?:(?:いつも|平素(?:より|は)|日頃(?:より|は)|毎度)(?:は?、)?)?"
    r"([^「」、。\n\t()]{3,24}?)(?:\((?:https?|www)[^)\n]{4,90}\))?を(?:ご(?:利用|愛顧|ひいき)|お使い)"
)
_NOTED = re.compile(r"([^「」、。\n\t()]{3,30})(?:から|より)の(?:重要な)?お知らせ$")
_LIST_LINK = re.compile(
    r"(?:\((?:https?://|以下)[^)\n]{0,80}\))?(?:と|、|及び|および|並びに|ならびに|・|,|または)?$"
)
_MOST = 400
_MOST_SITES = 10


def find(
    reading: Reading, parties: Parties
) -> tuple[tuple[Site, ...], dict[str, tuple[Located, ...]]]:
    """Sites in order, each with its address where one is given; ``where``: site_name, site_url."""
    names = _names(reading, parties)
    urls = site_urls(reading, [one.quote for one in names])
    where: dict[str, tuple[Located, ...]] = {}
    if names:
        where["site_name"] = tuple(names)
    if urls:
        where["site_url"] = tuple(urls)
    return _paired(names, urls)[:_MOST_SITES], where


def _paired(names: list[Located], urls: list[Located]) -> tuple[Site, ...]:
    """Each name with the address that follows it, or with the only one there is."""
    if not names:
        return tuple(Site(None, one.value) for one in urls[:1])
    if len(names) == 1:
        return (Site(names[0].value, urls[0].value if urls else None),)
    if len(urls) == len(names):
        return tuple(Site(a.value, b.value) for a, b in zip(names, urls, strict=True))
    near = {_before(one, names): one.value for one in urls}
    return tuple(Site(one.value, near.get(i)) for i, one in enumerate(names))


def _before(url: Located, names: list[Located]) -> int:
    """The index of the last name that stands before an address; -1 if none."""
    return max((i for i, one in enumerate(names) if one.quote.end <= url.quote.start), default=-1)


def _names(reading: Reading, parties: Parties) -> list[Located]:
    titled = _of_title(reading)
    found = (
        list(_quoted(reading, parties, titled))
        or titled
        or list(listed(reading))
        or list(_stated(reading))
        or list(_unquoted(reading, parties))
        or list(branded(reading, parties.organisation))
    )
    seen: dict[str, Located] = {}
    for start, end in found:
        one = located(reading, start, end)
        key = plain_name(one.value)
        if key and key not in seen and not any(_same(key, old) for old in seen):
            seen[key] = one
    return list(seen.values())[:_MOST_SITES]


def _same(a: str, b: str) -> bool:
    """Is one the other with a former name or a note behind?"""
    return len(a) >= 3 and len(b) >= 3 and (a.startswith(b + "旧") or b.startswith(a + "旧"))


def _quoted(
    reading: Reading, parties: Parties, titled: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Quoted names beside a word of shop, site or service, or with what befell it.

    Where the page's title quotes names, only these. Names listed with such a one count too.
    """
    wanted = {reading.text[slice(*one)] for one in titled}
    for chain in _chains(reading, parties):
        if any(_counts(reading.text, found, wanted) for found in chain):
            for found in chain:
                if not _is_aside(reading, found.end()):
                    yield found.span(found.lastindex or 1)


def _counts(text: str, found: re.Match[str], wanted: set[str]) -> bool:
    if wanted:
        return found[found.lastindex or 1] in wanted
    left = text[max(found.start() - 30, 0) : found.start()]
    return _beside(text, left[left.rfind("\n") + 1 :], found)


def _chains(reading: Reading, parties: Parties) -> Iterator[list[re.Match[str]]]:
    """Quoted names in runs: 「A」, 「B」 and 「C」 are one."""
    text = reading.text
    chain: list[re.Match[str]] = []
    for count, found in enumerate(_QUOTED.finditer(text, *reading.main)):
        if count >= _MOST:
            break
        if not _may_be(text, *found.span(found.lastindex or 1), parties):
            continue
        if chain and not _LIST_LINK.match(text[chain[-1].end() : found.start()][:100]):
            yield chain
            chain = []
        chain.append(found)
    if chain:
        yield chain


def _beside(text: str, left: str, found: re.Match[str]) -> bool:
    if FALSE.search(left):
        return False
    if BEFORE.search(left) or RUN.search(left):
        return True
    if FACILITY.search(left):
        return bool(_STAFF.match(text, found.end()))
    quoted = found.lastindex in (1, 2, 3)
    return quoted and bool(_STRONG_AFTER.match(text, found.end(), found.end() + 140))


_STRONG_AFTER = re.compile(
    r"(?:\([^()\n]{2,90}\))?(?:(?:という|の)?(?:\d{1,2}つの)?(?:通販|ec|オンライン"
    r"|ネット|公式|会員|予約|ウェブ|web)?(?:サイト|ショップ|ストア|アプリ)|への不正(?:アクセス"
    r"|ログイン)|への(?:サイバー|リスト型)|に対する(?:不正|サイバー|リスト型)"
    r"|からの(?:大切な|重要な)?(?:お詫び|お知らせ|ご報告|ご連絡)|の(?:注文|決済|カート|支払|会員"
    r"|サーバ|利用者|参加登録|オンライン|ネット)|をごひいき| ?運営(?:事務局|会社|チーム)|を(?:ご利用"
    r"|お使い|運営"
    r"|提供|ご愛顧)|をご(?:利用|愛顧)|におきまして|において|における"
    r"|[がは](?:、)?(?:外部|第三者|何者|悪意|不正|攻撃|サイバー|改ざん)"
    r"|の(?:一部の?)?(?:お客|会員|アカウント|ユーザー|利用|購入|ログイン|サイト|id)"
    r"|(?:で|にて|に)(?:は、)?(?:カード|商品|ご?注文|ご?購入|お買い|ご?利用|ご?登録|ご?決済|会員|お申し?込))"
)


_STAFF = re.compile(r" ?運営(?:事務局|会社|者|チーム)")


def _may_be(text: str, start: int, end: int, parties: Parties) -> bool:
    words = text[start:end]
    if NOT_SITE.search(words):
        return False
    if re.search(r"以下[、,]?(?:単に)?$", text[max(start - 8, 0) : start - 1]):
        return False
    return "".join(fold_plain(parties.processor or "").split()) != words


def _is_aside(reading: Reading, at: int) -> bool:
    """Does the sentence say that this one was not hit?"""
    sentence = reading.sentence_at(at - 1)
    return bool(ASIDE.search(reading.text, at, max(sentence.end, at)))


def _of_title(reading: Reading) -> list[tuple[int, int]]:
    """Names the page's title quotes, where they stand in the notice."""
    title = fold_plain(reading.notice.context.title or "")[:300]
    found: list[tuple[int, int]] = []
    for quoted in re.finditer(r"[「『]([^「」『』]{2,40})[」』]", title):
        words = quoted[1]
        if NOT_SITE.search(words) or not TITLE_AFTER.match(title, quoted.end()):
            continue
        at = _quoted_at(reading, words)
        if at >= 0:
            found.append((at, at + len(words)))
    return found


def _quoted_at(reading: Reading, words: str) -> int:
    for sign in ("「", "『", ""):
        at = reading.text.find(sign + words, *reading.main)
        if at >= 0:
            return at + len(sign)
    return -1


def _unquoted(reading: Reading, parties: Parties) -> Iterator[tuple[int, int]]:
    """A shop's name on the line above 運営:…, or in 〇〇をご利用の皆さまへ."""
    text = reading.text
    first, last = reading.main
    lines = [one for one in reading.lines if first <= one.start < max(last, 1)]
    for line, following in pairwise(lines[:200]):
        words = text[line.start : line.end]
        if _SIGNED_BY.match(text, following.start) and 3 <= len(words) <= 40 and "。" not in words:
            yield line.start, line.end
            return
    if parties.organisation is None or reading.kind in ("news_article", "third_party_alert"):
        return
    for line in lines[:12]:
        words = text[line.start : line.end]
        found = _PATRON.search(words) or _NOTED.match(words)
        if found and not NOT_SITE.search(found[1]) and _is_shop(found[1], parties.organisation):
            yield line.start + found.start(1), line.start + found.end(1)
            return


def _stated(reading: Reading) -> Iterator[tuple[int, int]]:
    """Names behind サイト名:, and those an address or 以下「本サイト」 follows."""
    text = reading.text
    for pattern in (_LABELLED, _DEFINED):
        for found in pattern.finditer(text, *reading.main):
            words = found[1].strip()
            if words and not NOT_SITE.search(words) and not _is_plain(words):
                yield found.start(1), found.start(1) + len(found[1].rstrip())
                return


def _is_plain(words: str) -> bool:
    """Does it only say of what sort the site is (旧チケット販売システム), or name a firm?"""
    return has_legal_form(words) or bool(SORT_ALONE.fullmatch(words))


_LABELLED = re.compile(
    r"(?:対象|該当|被害)?の?(?:サイト|サービス|ショップ|店舗)の?名称?(?:は"
    r"|[:\t]) ?「?([^「」\n\t。、(]{2,40}(?:\([^)\n]{1,30}\))?)"
)
_DEFINED = re.compile(
    r"(?:運営(?:する|している|しております|いたします)|通販サイト|ecサイト|オンライン(?:ショップ"
    r"|ストア)|公式サイト|webサイト|ウェブサイト)[、: ]?"
    r"([^「」『』、。\n\t()]{3,30})\((?:https?://|以下[、,]?「?(?:本|当|同)(?:サイト|ショップ|店"
    r"|サービス|ストア))"
)


def _is_shop(words: str, organisation: str) -> bool:
    """Is it the operator's own name as a shop's, or one with a shop's word?"""
    mine, core = plain_name(words), plain_name(organisation)
    if (
        not mine
        or has_legal_form(words)
        or re.search(
            r"当|弊|[でにがを](?=[一-鿿ァ-ヺ])|カード|商品|本サイト|本サービス|銀行|市$|町$|村$|大学|病院|皆",
            words,
        )
    ):
        return False
    if core == mine and has_legal_form(organisation) and "会社" not in organisation:
        return False  # a cooperative or foundation is no shop of its own name
    return core in mine or bool(
        re.search(r"ショップ|ストア|サイト|通販|オンライン|shop|store", words)
    )
