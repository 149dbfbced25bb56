"""Of whom a news article tells: the subject of the sentence that says who announced it."""

import re
from collections.abc import Iterator

from mayoke.breach.reading import Reading
from mayoke.text.name_spans import NameSpan
from mayoke.text.names import has_legal_form, is_organisation_noun

_ANNOUNCED = re.compile(
    r"発表|公表|明らかにし|報告し|お知らせし|告知|謝罪|発覚|判明|分か|わか|によりますと|によると"
    r"|という"
)
_SUBJECT = re.compile(
    r"(?P<name>[^、。「」『』()【】《》=\n\t]{2,40})(?:\([^)\n]{1,60}\))?(?:は(?:、|(?=\d{1,2}(?:月|日))"
    r"|(?=[一-鿿]))|によりますと|によると)"
)
_LEAD = re.compile(
    r"(?:を|などを)?(?:運営|展開|提供|販売|製造|開発|手が?け|手掛け|営|経営)(?:する|している|る|む"
    r"|の)|(?:大手|運営|事業|製造|販売|中堅|老舗|傘下|最大手)の"
    r"|(?:にある|に本社を置く|に本店を置く)|(?:東京都|北海道|(?:大阪|京都)府|[^、。の]{2,3}県)(?=[^立庁議警教])(?:の)?"
    r"|.{1,5}[市区](?=の)の|(?:子会社|系列|グループ)の"
)
_NOT_A_NAME = re.compile(
    r"同社|同行|同校|同院|同市|同大|同庁|県警|警察|署$|男|女|容疑者|社員|職員|従業員|氏$|さん$|私"
    r"|記者|担当者|原因|対象|これ|それ|今回|"
    r"情報$|件$|期間|時点|当時|当初|現在|被害|影響|詳細|調査|可能性|理由|背景|内訳|問題|サイト$"
    r"|サーバー?$|データ$|メール$|ファイル$"
    r"|[0-9]+(?:日|月|年)|委員会$(?<!教育委員会)|(?:会社|業者|機関|企業|事業者|各社|専門家|関係者|同紙|本紙|地元紙)$|顧客|利用者|攻撃者|第三者|漏え|流出"
)


def news_subjects(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """Names that announced something, in order; each spelled as in the article."""
    text = reading.text
    by_start = {span.start: span for span in names}
    for sentence in _first_sentences(reading):
        start, end = sentence
        if not _ANNOUNCED.search(text, start, end):
            continue
        for span in (by_start[s] for s in sorted(by_start) if start <= s < end):
            if re.match(
                r"(?:\([^)\n]{1,60}\))?(?:は|が|で|の|、|において)", text[span.end : span.end + 70]
            ):
                yield span.start, span.end
                break
        found = _SUBJECT.search(text, start, end)
        if found:
            span_of = _cleaned(text, *found.span("name"))
            if span_of is not None:
                yield span_of


def runs(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """The company a bracket behind a site's name says to run it: 「X」(運営:株式会社Y)."""
    for span in names:
        left = reading.text[max(span.start - 10, 0) : span.start]
        if re.search(r"\(運営(?:会社|元|者)?(?::|は|・|、)? ?$", left):
            yield span.start, span.end


def _first_sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    first, last = reading.main
    for count, sentence in enumerate(
        one for one in reading.sentences if first <= one.start < max(last, 1)
    ):
        if count >= 25:
            return
        yield sentence.start, sentence.end


def _cleaned(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without what leads to the name: コールセンター運営の…"""
    for lead in _LEAD.finditer(text, start, end):
        if end - lead.end() >= 2:
            start = lead.end()
    words = text[start:end]
    if _NOT_A_NAME.search(words) or re.search(r"[をにがで](?![ぁ-ゖ])", words):
        return None
    known = has_legal_form(words) or is_organisation_noun(words)
    if known or re.fullmatch(r"[ァ-ヺー一-鿿a-z0-9・&ヶ々 ]{3,24}", words):
        return start, end
    return None
