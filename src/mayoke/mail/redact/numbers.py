"""Personal values in one line: what a label announces, addresses, telephones, numbers, tokens."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import re2

from mayoke.records.redacted import Sort
from mayoke.text import personal


class Found(NamedTuple):
    """``line[start:end]`` of a folded line is personal."""

    start: int
    end: int
    sort: Sort


_NAME_LABEL = (
    "(?:ご|お)?(?:氏名|名前|宛名|名義(?:人)?|フリガナ|ふりがな|受取人|受取人名|届け先|届先|配送先|送付先"
    "|担当者?|契約者(?:名)?|会員名|ユーザー名|アカウント名|差出人名)|氏名?(?:カナ)|口座名義|カナ"
    "|(?:full |first |last |account |card ?holder |customer |recipient )?name|recipient|ship to|deliver to"
)
_VALUE_LABEL = (
    "(?:ご|お)?住所|(?:ご|お)?届け先住所|(?:ご登録の?|お客様の?|携帯|自宅|ご?連絡先)電話(?:番号)?|携帯(?:番号)?"
    "|[一-鿿ァ-ヶー]{0,8}(?:番号|コード)|[一-鿿ァ-ヶーa-z]{0,8}id|口座|生年月日|誕生日|(?:初期|仮)?パスワード"
    "|(?:shipping |billing |home |your )?address|(?:your |mobile |home |cell )phone(?: number)?"
    "|(?:customer|account|member|order|tracking|reference|invoice|contract|policy|case|ticket|user)"
    " ?(?:no\\.?|number|id|#|code)|date of birth|birthday|password"
)
_LABELLED = re2.compile(
    rf"(?:^|[^a-z])(?:(?P<name>{_NAME_LABEL})|(?P<value>{_VALUE_LABEL}))(?:\([^)]{{0,12}}\))?"
    r"[\]】」)]? ?[:=] ?([^:]{1,80})"
)
_SAID = 3  # re2 knows offsets of groups by number only
_BARE_LABEL = re2.compile(
    rf"^[■●・◆▼\[【「(]{{0,2}}(?:(?P<name>{_NAME_LABEL})|(?P<value>{_VALUE_LABEL}))[\]】」)]? ?:?$"
)
_NUMBERED = re2.compile(
    r"(?:番号|コード|id|no\.?|number|#|code)[\]】」)]? ?(?:は|is|が|:|=)? ?([a-z0-9][a-z0-9\-_]{3,})"
)
_ASKS = ("ください", "下さい", "入力", "記入", "please", "必須", "enter", "未登録", "確認")

_PLACE = "[一-鿿々ぁ-んァ-ヶーa-z]"
_TAIL = "[ァ-ヶー一-鿿々a-z0-9\\- #/の]{0,40}(?:[ぁ-ん]{1,6}[0-9\\-]{2,6}号?室?)?"
_KANJI_DIGIT = "[0-9一二三四五六七八九十〇]"
_PREFECTURE = "(?:北海道|東京都|京都府|大阪府|[一-鿿]{2,3}県)"
_ADDRESS = re2.compile(
    rf"〒 ?[0-9]{{3}}-?[0-9]{{4}} ?(?:{_PREFECTURE}{_TAIL})?"
    rf"|{_PREFECTURE}[一-鿿々ぁ-んァ-ヶー]{{1,8}}?[市区町村郡]{_TAIL}"
    rf"|[一-鿿々ァ-ヶー]{{1,6}}[市区町村郡]{_PLACE}{{1,14}}?{_KANJI_DIGIT}{{1,4}}(?:-[0-9]|丁目|番地?){_TAIL}"
    r"|[ァ-ヶー]{2,6}(?:ケン|ト|フ|ドウ) ?[ァ-ヶー]{1,10}(?:シ|ク|グン|チョウ|チヨウ|マチ|ムラ) ?[ァ-ヶー ]{0,20}[0-9][0-9\-]*[ァ-ヶー0-9\- ]{0,30}"
)
_ROMAN_ADDRESS = re2.compile(r"[a-z]{2,14}-(?:ku|shi|ken|gun|cho|machi|mura|to|fu)(?:$|[^a-z])")
_HOST = re2.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_WORD = re2.compile(r"[0-9]{3,6}(?: [0-9]{3,6})+|[a-z0-9]+(?:[\-_.#][a-z0-9]+)*")
_SPREAD = re2.compile(
    r"[0-9](?:[ \-]{0,3}[0-9]){9,18}|[〇一二三四五六七八九](?:[\-ー ]?[〇一二三四五六七八九]){6,18}"
)
_DATE = re2.compile(r"^(?:19|20)[0-9]{2}[\-.][01]?[0-9][\-.][0-3]?[0-9]$")
_CUES = (
    *(
        "問い合わせ",
        "問合せ",
        "電話ください",
        "お電話",
        "ご連絡",
        "窓口",
        "センター",
        "デスク",
        "サポート",
    ),
    *(
        "ダイヤル",
        "call",
        "contact",
        "support",
        "hotline",
        "まで電話",
        "受付時間",
        "フリーコール",
        "平日",
    ),
)
_TOLL = ("0120", "0800", "0570", "0990")
_THEIRS = (
    "お客様の",
    "ご登録",
    "携帯電話番号",
    "届け先",
    "配送先",
    "自宅",
    "your phone",
    "your mobile",
    "登録電話",
)


def find(line: str, kept: frozenset[str]) -> Iterator[Found]:
    """Personal values of a folded line. ``kept``: digits of the scammer's own telephones."""
    for found in _labelled(line):
        if _digits(line[found.start : found.end]) not in kept or found.sort == "name":
            yield found
    yield from _addresses(line)
    own: list[personal.Span] = []
    for start, end in personal.phones(line):
        if _digits(line[start:end]) in kept:
            own.append((start, end))
        else:
            yield Found(start, end, "phone")
    for start, end in personal.card_numbers(line):
        yield Found(start, end, "card")
    yield from (word for word in _words(line) if not _in(word, own))


def has_address(line: str) -> bool:
    """Does a folded line hold a postal address?"""
    return _ADDRESS.search(line) is not None or bool(personal.postal_codes(line))


def bare_label(line: str) -> Sort | None:
    """The sort of value that a line announces for the next one, when it is a label alone."""
    match = _BARE_LABEL.match(line.strip())
    return None if match is None else "name" if match["name"] else "number"


def value_of(line: str) -> tuple[int, int] | None:
    """The value in what follows a label; ``None`` when the line asks for one."""
    end = len(line)
    for sign in ("※", "。", "(", "\t", "  "):
        at = line.find(sign)
        if 0 <= at < end:
            end = at
    start = len(line) - len(line.lstrip(" *・-"))
    piece = line[start:end].rstrip()
    if piece.startswith(("http", "hxxp", "www.")):
        return None
    if not piece or any(word in piece for word in _ASKS):
        return None
    return start, start + len(piece)


def callable_phones(line: str, before: str) -> Iterator[str]:
    """Digits of telephones that a folded line tells the reader to use."""
    for start, end in personal.phones(line):
        digits = _digits(line[start:end])
        near = line[max(0, start - 24) : end + 24]
        if any(word in near or word in before[-24:] for word in _THEIRS):
            continue
        mobile = digits.startswith(("070", "080", "090", "060", "8170", "8180", "8190"))
        after = line[end : end + 24]
        asked = any(
            word in after for word in ("電話ください", "電話下さい", "連絡ください", "連絡下さい")
        )
        if digits.startswith(_TOLL) or asked or (not mobile and any(w in near for w in _CUES)):
            yield digits


def token_like(word: str) -> bool:
    """Does a word of Latin letters and digits look made by a machine?"""
    digits = sum(ch.isdigit() for ch in word)
    letters = sum(ch.isalpha() for ch in word)
    turns = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return (
        digits >= 5
        or (digits >= 3 and letters >= 3)
        or letters > 26
        or (len(word) >= 10 and turns >= 2)
        or (len(word) >= 8 and letters >= 6 and not set(word.lower()) & set("aeiouy"))
    )


def _labelled(line: str) -> Iterator[Found]:
    at = 0
    while (match := _LABELLED.search(line, at)) is not None:
        start = match.start(_SAID)
        span = value_of(line[start : match.end(_SAID)])
        if span:
            yield Found(start + span[0], start + span[1], "name" if match["name"] else "number")
        at = max(start, at + 1)
    for match in _NUMBERED.finditer(line):
        if any(ch.isdigit() for ch in match[1]):
            yield Found(match.start(1), match.end(1), "number")


def _addresses(line: str) -> Iterator[Found]:
    for match in _ADDRESS.finditer(line):
        yield Found(match.start(), match.end(), "address")
    for start, end in personal.postal_codes(line):
        yield Found(start, end, "address")
    if _ROMAN_ADDRESS.search(line) and any(ch.isdigit() for ch in line):
        yield Found(min(line.find(":") + 1, len(line) - 1), min(len(line), 200), "address")


def _in(found: Found, spans: list[personal.Span]) -> bool:
    return any(start < found.end and found.start < end for start, end in spans)


def _words(line: str) -> Iterator[Found]:
    for match in _SPREAD.finditer(line):
        yield Found(match.start(), match.end(), "number")
    for match in _WORD.finditer(line):
        start, end = match.span()
        word = match[0]
        digits = sum(ch.isdigit() for ch in word)
        if line[end : end + 1] == "円" or line[end : end + 1] == "@" or _DATE.match(word):
            continue
        if _HOST.fullmatch(word):  # a machine on the way, or the scammer's
            continue
        if digits >= 6 and digits * 2 >= len(word):
            yield Found(start, end, "number")
        elif (digits >= 3 and len(word) >= 8) or len(word) > 26:
            yield Found(start, end, "token")


def _digits(written: str) -> str:
    return "".join(ch for ch in written if ch.isdigit())
