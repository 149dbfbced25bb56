"""Names by which a notice speaks of its own operator, beside any signature."""

import re
from collections.abc import Iterator

from mayoke.breach.facts.desk import entries
from mayoke.breach.facts.spacing import gaps
from mayoke.breach.reading import Reading
from mayoke.text.name_spans import NameSpan
from mayoke.text.names import is_organisation_noun

_SUBJECT_AFTER = re.compile(
    r"(?:\([^)\n]{1,60}\))?(?:では?、|では|は、|は(?=\d)|は(?=[一-鿿「])"
    r"|です。|でございます。|(?:から|より)(?:お客|皆|みな|会員|大切|重要|ご利用)|と申します|において"
    r"|が(?:運営|提供"
    r"|管理|営|開催|主催|実施|\d)|におきまして|における"
    r"|をご利用|からのお知らせ|よりお知らせ|からのお詫び|の(?:通販|ec|オンライン|公式|ウェブ"
    r"|ホームページ|サーバー?|システム|お客|会員|社員|職員"
    r"|従業員|社内|ネットワーク|業務|パソコン|元社員|元従業員))"
)
_UNFORMED_SUBJECT = re.compile(
    r"(?:このたび、?|この度、?|今般、?"
    r"|平素より)?([^、。「」『』()\n\t0-9]{3,25}?)(?:\([^)\n]{1,40}\))?(?:では、|では|は、"
    r"|において|におきまして|における|は(?=[一-鿿]|\d{1,2}(?:日|月))"
    r"|の(?:元)?(?:男性|女性|非常勤|臨時|派遣)?(?:職員|教員|教諭|社員|教授|准教授|医師|看護師|研究員|学生|サーバ|システム|ホームページ|公式))"
)
_INNER = re.compile(
    r"^[市町村県都府区国]?[立内営](?:の|(?:小|中|高等?|特別支援)?(?:学校|病院|図書館|保育[園所]"
    r"|幼稚園|施設)$)|一部の|[校院園課]と|及び|および|各|さて|[をにがで](?![ぁ-ゖ])|当|本件"
    r"|弊|今回|この|その|以下|により|への|の(?:お客|皆)|した|する|れた"
)
_SHOP = re.compile(r"「?([^「」、。\n\t()]{3,24})」?の件(?:で|と|」)")
_NOTED = re.compile(r"([^「」、。\n\t()]{3,30})(?:から|より)の?(?:お知らせ|お詫び|重要なお知らせ)")
_ISSUED = re.compile(
    r"([一-鿿ぁ-ゖァ-ヺヶ々ー]{2,20}?(?:市|町|村|区|県|府|都|北海道|庁|省|局|委員会|大学|病院|機構))[ (・]?"
    r"(?:記者|報道|プレス|広報資料|資料提供|発表|定例)"
)
_USED = re.compile(r"が(?:運営|提供|管理)[^。\n]{0,60}を(?:ご?利用|使用|導入|活用|採用)し")
_COPYRIGHT = re.compile(r"copyright|©|\(c\)")
_SENTENCES = 12


def described(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """Names as subject of the first sentences, at the desk, and in customers' words."""
    yield from _subjects(reading, names)
    yield from _unformed(reading)
    yield from _at_desk(reading, names)
    yield from _headed(reading, names)
    yield from _noted(reading)
    yield from _customers(reading)


def _subjects(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    text = reading.text
    limit = reading.main[0] + 1500
    for span in names:
        if span.start > limit:
            return
        if not _SUBJECT_AFTER.match(text, span.end, span.end + 80) or not _opens(text, span.start):
            continue
        if not _USED.match(text, span.end, span.end + 100):
            yield span.start, span.end


def _opens(text: str, at: int) -> bool:
    """Does the name begin its clause?"""
    left = text[max(at - 8, 0) : at]
    return not left or bool(re.search(r"(?:[\n。、「『\t]|運営する|このたび|この度|今般)$", left))


def _unformed(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.text
    first, last = reading.main
    sentences = [one for one in reading.sentences if first <= one.start < max(last, 1)]
    for sentence in sentences[:_SENTENCES]:
        found = _UNFORMED_SUBJECT.match(text, sentence.start, sentence.end)
        if not found or not is_organisation_noun(found[1]) or _INNER.search(found[1]):
            continue
        if not re.search(r"(?:課|係|室|部|局|センター)$", found[1]):
            yield found.span(1)


def _at_desk(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """A name on the line of a number, or on the line above it."""
    text = reading.text
    gap = gaps(reading)
    by_line = {reading.line_at(span.start).start: span for span in names[-200:]}
    for entry in entries(reading):
        index, number = entry.line, entry.number
        line = reading.lines[index]
        for near in (line, reading.lines[index - 1] if index else line):
            span = by_line.get(near.start)
            if span is not None:
                yield span.start, span.end
        for stop in range(line.start + 3, min(number.start, line.start + 30)):
            piece = text[line.start : stop].strip()
            if (
                gap(stop)
                and is_organisation_noun(piece)
                and not re.search(r"(?:課|係|室|部|局|窓口|[^療]センター|事務所|お.*)$|:", piece)
            ):
                yield line.start, line.start + len(piece)
                break


def _headed(reading: Reading, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """A company that heads the notice, in brackets or before a space, or has its copyright."""
    text = reading.text
    gap = gaps(reading)
    head = [one for one in reading.lines if reading.main[0] <= one.start][:3]
    for span in names:
        line = reading.line_at(span.start)
        bracketed = text[max(span.start - 1, 0) : span.start] in ("【", "[", "〔", "<")
        if line in head and (
            bracketed
            or (span.start == line.start and gap(span.end) and not text[span.end].isdigit())
        ):
            yield span.start, span.end
        if _COPYRIGHT.search(text, line.start, span.start):
            yield span.start, span.end


def _noted(reading: Reading) -> Iterator[tuple[int, int]]:
    """〇〇からのお知らせ in the first lines."""
    text = reading.text
    lines = [one for one in reading.lines if reading.main[0] <= one.start][:4]
    gap = gaps(reading)
    for line in lines:
        issued = _ISSUED.match(text, line.start, line.end)
        if issued and is_organisation_noun(issued[1]):
            yield issued.span(1)
        found = _NOTED.match(text, line.start, line.end)
        if not found or not (found.end() == line.end or gap(found.end())):
            continue
        if is_organisation_noun(found[1]):
            yield found.span(1)


def _customers(reading: Reading) -> Iterator[tuple[int, int]]:
    """A shop named only so: 「〇〇の件」とお伝えください, 〇〇をご利用の皆さまへ."""
    text = reading.text
    first, last = reading.main
    if reading.kind == "not_a_breach":
        return
    for found in _SHOP.finditer(text, first, last):
        words = found[1]
        if text.count(words, first, last) > 1 and not re.search(
            "本|当|この|その|今回|漏|流出|不正", words
        ):
            yield found.span(1)
