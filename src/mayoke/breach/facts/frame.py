"""The operator's name around a notice: title of the page, its navigation and its foot."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from mayoke.breach.reading import Reading
from mayoke.text.name_spans import find_names
from mayoke.text.names import has_legal_form, is_organisation_noun, plain_name

_SPLIT = re.compile(
    r"\s*[|｜│┃∥‖»＞>＜<]\s*|\s+[-–—―:：～~/／•·]\s+|／|(?<=[）)】])\s*[-–—―]\s+|\s*::\s*"
)
_GENERIC = re.compile(
    r"お知らせ|ニュース|トピックス|新着|重要|プレス|報道|リリース|トップ|ホーム|公式(?:サイト"
    r"|hp)?$|ページ|news|topics|press|release|information|info|home|top|お詫び|について|ご報告"
    r"|ご案内|漏えい|漏洩|流出|不正|一覧|カテゴリ|記事|コラム|よくある|質問|faq|会社情報|企業情報"
    r"|ir情報|個人情報|プライバシー|\d+月|\d{4}年|第\d+報|続報|サイトマップ|検索|メニュー|ログイン"
    r"|search|menu|login|contact|お問い?合|年度|アーカイブ|archive|blog|ブログ"
)
_ADDED = re.compile(
    r"(?:の|[ 　])?(?:公式|オフィシャル|コーポレート)?(?:ホームページ|ウェブサイト|(?:web|WEB"
    r"|Web)サイト|サイト|HP|ＨＰ)$|^(?:トップページ|ホーム)[:：]"
)
_PRESS = re.compile(
    r"新聞|新報|日報|時報|タイムズ|通信社|ニュース|news|放送|テレビ|メディア|magazine|マガジン"
    r"|ブログ|blog|メモ|日記|まとめ|コラム|times|press|online|press|watch|security|セキュリティ"
    r"|press|保存館|archive|文例|ひな形|テンプレート|note$|qiita|yahoo|pr times|アーカイブ"
    r"|デジタル$|研究室"
)
_COPYRIGHT = re.compile(
    r"(?:copyrights?|©|\(c\)|著作権)[\s©:.]*(?:\(c\))?\s*(?:(?:19|20)\d\d\s*(?:[-~,]\s*(?:(?:19"
    r"|20)\d\d)?)?)?\s*(?:by )?([^\n\t©]{2,60})"
)
_RIGHTS = re.compile(r"[\s.,]*(?:all rights? reserved|無断|登録金融機関|病床数).*$|[.,\s]+$")
_OFFICE = re.compile(
    r"(?:(?<=市)役所|(?<=区)役所|(?<=[町村])役場|(?<=[県府])庁)(?=$| |〒|\t)"
    r"|の?(?:公式|オフィシャル)(?:ウェブ|web|ホーム)?(?:サイト|ページ)$"
)
_ADDRESS = re.compile(
    r" ?(?:〒|\(?法人番号|所在地|住所[: ]|開庁時間|代表電話|(?:電話|tel)[: ]?\(?0\d)"
)
_ENDS = re.compile(r"[ 　]|店主|代表|取締役|敬白|〒|所在地|電話|tel|©|copyright")
_LINES = 300
"""At most so many lines of the frame are read at each end."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A name beside the notice. ``span`` is where it stands in the flow, None for the title."""

    name: str
    span: tuple[int, int] | None


def title_pieces(reading: Reading) -> tuple[str, ...]:
    """The parts of the page's title that may be a name, the last first, the heading never."""
    title = (reading.notice.context.title or "")[:400]
    pieces = [_ADDED.sub("", piece.strip()).strip() for piece in _SPLIT.split(title)]
    found = [piece for piece in reversed(pieces[1:]) if is_name(piece)]
    head = pieces[0] if len(pieces) > 1 else re.split("[:：]", title)[-1].strip()
    if _is_firm(head) and is_name(head) and (len(pieces) > 1 or head != title.strip()):
        found.append(head)
    return tuple(found)


def _is_firm(name: str) -> bool:
    return has_legal_form(name) or is_organisation_noun(name)


def is_name(piece: str) -> bool:
    """May a short text be a name, and not a heading or a menu entry?"""
    folded = unicodedata.normalize("NFKC", piece).lower().strip()
    if not 2 <= len(folded) <= 40 or re.search(r"[。、!?「」『』【】]|^[\W\d]+$", folded):
        return False
    if has_legal_form(piece):
        return not re.search(r"について|お詫び|お知らせ|への|による|に関する", folded)
    return not _GENERIC.search(folded)


def is_press(name: str) -> bool:
    """Is it the name of a newspaper, a blog, a collection, rather than of an operator?"""
    return bool(_PRESS.search(unicodedata.normalize("NFKC", name).lower()))


def frame_names(reading: Reading) -> Iterator[Framed]:
    """Names in navigation and foot: those with a form first, then copyright lines."""
    lines = list(_frame_lines(reading))
    weak: list[Framed] = []
    for start, end in lines:
        text = reading.text[start:end]
        span = _trimmed(text, start)
        if span is None:
            continue
        span = _without_office(reading.text, *span)
        name = reading.quote(*span).quote.strip()
        if not is_name(name):
            continue
        if has_legal_form(name) or is_organisation_noun(name):
            yield Framed(name, span)
        else:
            weak.append(Framed(name, span))
    titles = {plain_name(piece) for piece in title_pieces(reading)}
    yield from (one for one in weak if plain_name(one.name) in titles)


def _without_office(text: str, start: int, end: int) -> tuple[int, int]:
    """The city behind 〇〇市役所 and 〇〇市公式ホームページ, and a name before its address."""
    found = _OFFICE.search(text, start, end)
    return (start, found.start()) if found and found.start() - start >= 2 else (start, end)


def _trimmed(text: str, start: int) -> tuple[int, int] | None:
    """The name in a line of the frame: the line, or what a copyright line says."""
    firm = next(iter(find_names(text)), None)
    if (
        firm is not None
        and firm.start == 0
        and firm.end < len(text)
        and _ENDS.match(text, firm.end)
    ):
        return start, start + firm.end
    found = _COPYRIGHT.search(text)
    if found:
        name = _RIGHTS.sub("", found[1])
        return (start + found.start(1), start + found.start(1) + len(name)) if name else None
    cut = _RIGHTS.sub("", _ADDRESS.split(text, maxsplit=1)[0]).strip()
    at = text.find(cut)
    return (start + at, start + at + len(cut)) if 2 <= len(cut) <= 40 else None


def _frame_lines(reading: Reading) -> Iterator[tuple[int, int]]:
    first, last = reading.main
    before = [line for line in reading.lines if line.end <= first]
    after = [line for line in reading.lines if line.start >= last]
    if last <= first:
        return
    for line in (*before[:_LINES], *after[-_LINES:]):
        yield from _cells(reading.text, line.start, line.end)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > 400:
        return
    for cell in re.finditer(r"[^\t|]+", text[start:end]):
        yield start + cell.start(), start + cell.end()
