"""Names of shops that stand unquoted: in a list of addresses, in the title, beside the operator."""

import re
from collections.abc import Iterator

from mayoke.breach.facts.frame import is_press, title_pieces
from mayoke.breach.facts.sites.words import NOT_SITE
from mayoke.breach.reading import Reading
from mayoke.text.fold import fold_plain
from mayoke.text.names import has_legal_form, is_organisation_noun, plain_name

_ROW = re.compile(r"([^、。「」『』()\n\t:]{2,40}?)[ \t:(<]{0,3}(?:https?://|www\.)")
_SOLD = re.compile(
    r"通販|ネットショップ|オンライン(?:ショップ|ストア)|(?:直販|直売|販売|注文|予約|当|本|弊社|両)?サイト"
    r"|(?:当|弊|小|本)(?:店|ショップ)|ウェブ店|カート"
)
_LABEL = re.compile(r"サイト|ホームページ|url|アドレス|ページ|詳細|こちら|参考|リンク|フォーム|hp$")
_SHOP = re.compile(
    r"ショップ|ストア|サイト|通販|オンライン|店|便|市場|マルシェ|モール|shop|store|mall"
)
_SIGNED = re.compile(r"\(([^()、。:「」\n]{3,24})\)$")
_NO_SHOP = re.compile(
    r"旧|\d|本社|本店|所在|代表|以下|東証|コード|市場$|略|[都道府県市区町村]$|証券|プライム|スタンダード"
)
_NOTICES = ("operator_notice", "second_report", "processor_client_notice", "operator_faq")


def listed(reading: Reading) -> Iterator[tuple[int, int]]:
    """Names that share a line with nothing but an address, two lines or more of the kind."""
    text = reading.text
    first, last = reading.main
    rows: list[tuple[int, int]] = []
    for line in reading.lines:
        if not first <= line.start < last or line.end - line.start > 140:
            continue
        found = _ROW.match(text, line.start, line.end)
        if not found or _LABEL.fullmatch(found[1]) or NOT_SITE.search(found[1]):
            continue
        if "。" not in text[line.start : line.end]:
            rows.append((line.start, line.start + len(found[1].rstrip())))
    if len(rows) > 1:
        yield from rows


def branded(reading: Reading, organisation: str | None) -> Iterator[tuple[int, int]]:
    """The shop's name behind the heading in the title, or in brackets behind the operator's.

    Only where the notice speaks of a site or shop, and another name answers for it.
    """
    first, last = reading.main
    if organisation is None or reading.kind not in _NOTICES:
        return
    if not _SOLD.search(reading.text, first, last):
        return
    own = plain_name(organisation)
    for piece in title_pieces(reading):
        if is_press(piece) or not _is_brand(piece, own):
            continue
        at = reading.text.find(fold_plain(piece))
        if at >= 0:
            yield at, at + len(fold_plain(piece))
            return
    name = fold_plain(organisation)
    at = reading.text.find(name, first, last)
    while at >= 0:
        line = reading.line_at(at)
        found = _SIGNED.match(reading.text, at + len(name), line.end)
        if found and line.start == at and _is_beside(found[1], own):
            yield found.span(1)
            return
        at = reading.text.find(name, at + 1, last)


def _is_beside(words: str, own: str) -> bool:
    """May a bracket behind the signature hold a shop's name (no place, no code, no former name)?"""
    core = plain_name(words)
    if not core or core == own or has_legal_form(words) or NOT_SITE.search(fold_plain(words)):
        return False
    return not is_organisation_noun(words) and not _NO_SHOP.search(words)


def _is_brand(words: str, own: str) -> bool:
    """Is it another name than the operator's, or its name with a word of a shop?"""
    core = plain_name(words)
    folded = fold_plain(words)
    if not core or core == own or has_legal_form(words) or NOT_SITE.search(folded):
        return False
    if _SHOP.search(folded):
        return True
    return core not in own and own not in core and not is_organisation_noun(words)
