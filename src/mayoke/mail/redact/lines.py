"""Names that only their place gives away: after a label, in a signature, before an address."""

import re
from collections.abc import Iterator

import re2

Span = tuple[int, int]

_SIGN = "[一-鿿々ぁ-んァ-ヶーｦ-ﾟ]"
_FULL = rf"{_SIGN}{{1,8}}(?:[ 　]{{1,2}}{_SIGN}{{1,8}})?"
_LABELLED = re2.compile(
    r"(?:氏名|お名前|宛名|名義人?|フリガナ|ふりがな|受取人|届け先|届先|配送先|送付先|担当者?|契約者名?)"
    rf"[ \t　]*[:：)）】]?[ \t　]+({_FULL})"
)
_NO_NAME = re.compile(
    r"[をはにがへ]|住所|番号|電話|変更|確認|情報|不明|入力|氏名|名前|日時|方法|会社|支店|銀行|ご|お"
)
_BORN = re2.compile(r"(?:生年月日|誕生日)[ 　\t:：]{0,3}([0-9０-９][^ 　、。)）\n]{5,14})")
_DISPLAYED = re2.compile(
    r"([A-Za-z][A-Za-z.'\-]*(?: [A-Za-z][A-Za-z.'\-]*){1,3}) ?<[^<>\s]{1,100}@"
)
_CLOSING = re.compile(
    r"(?:敬具|草々|かしこ|以上|(?:[^。]{0,20}(?:よろしく|宜しく)[^。]{0,20}。?)"
    r"|(?:best |kind |warm )?(?:regards|sincerely|thanks|yours)[a-z ]{0,20},?)$"
)
_ALONE = re2.compile(
    rf"^[ 　\t]*({_SIGN}{{1,6}}[ 　]{{1,2}}{_SIGN}{{1,6}}|[A-Z][a-z'\-]+ [A-Z][A-Za-z'\-]+)[ 　\t]*$"
)
_REACHED = re.compile(r"(?:tel|携帯|電話|〒|e?-?mail|メール|住所|phone|mobile)", re.IGNORECASE)


def find(text: str) -> Iterator[Span]:
    """Spans of names of people."""
    offset = 0
    lines = text.splitlines(keepends=True)
    closing = False
    for index, line in enumerate(lines):
        short = line[:1000].rstrip("\r\n")
        for pattern in (_LABELLED, _DISPLAYED):
            for match in pattern.finditer(short):
                if not _NO_NAME.search(match[1]):
                    yield offset + match.start(1), offset + match.end(1)
        alone = _ALONE.search(short)
        following = "".join(lines[index + 1 : index + 3])[:80].lstrip()
        if alone and (closing or _REACHED.match(following)) and not _NO_NAME.search(alone[1]):
            yield offset + alone.start(1), offset + alone.end(1)
        if short.strip():
            closing = _CLOSING.match(short.strip().lower()[:60]) is not None
        offset += len(line)


def births(text: str) -> Iterator[Span]:
    """Spans of dates of birth."""
    for match in _BORN.finditer(text):
        yield match.start(1), match.end(1)
