"""Marks with which a line begins: numbers, letters, bullets, notes, questions and answers."""

import re
from dataclasses import dataclass

from mayoke.breach.read.headings import is_known
from mayoke.text.fold import fold_plain

_CIRCLED = {
    chr(first + i): i + number
    for first, number, count in (
        (0x2460, 1, 20),  # ①
        (0x3251, 21, 15),
        (0x32B1, 36, 15),
        (0x2776, 1, 10),  # ❶
        (0x24EB, 11, 10),
        (0x24F5, 1, 10),
        (0x2780, 1, 10),
        (0x278A, 1, 10),
        (0x3280, 1, 10),  # ㊀
    )
    for i in range(count)
}
CIRCLED = "".join(_CIRCLED)
"""Numbers in a circle, which NFKC would melt into the text (①2件 → 12件)."""

_D = "0-9０-９"
_ONE = f"[{_D}]{{1,2}}"
_UP_TO_THREE = f"[{_D}]{{0,3}}(?:[-－][{_D}]{{1,2}})?"
_KANJI = "一二三四五六七八九十"
_OPEN, _CLOSE = "(（〔\\[［【＜〈", ")）〕\\]］】＞〉"
_DOT = ".．:：)）>＞"
_COUNTED = (
    f"(?!(?:[年月日時分件名人社通回歳才円個枚組台本冊箱割度点位校店階号票頁世章部年間週か箇ヶケカヵ丁番営つ次⽉⽇⽐"
    f"万千百億%％:：,，/／.．~〜～{_D}-])(?![数称時系月簿前義員程付当象者内別刻的後所]))"
)
"""「3 名」 is an amount, 「3 名称」 a heading."""

_PATTERNS = {
    "circled": f"[{CIRCLED}]{{1,4}}(?![のはとをがに及並または、〜～~])",
    "paren": f"[{_OPEN}]\\s?(?:{_ONE}|[{_KANJI}]{{1,2}})\\s?[{_CLOSE}]",
    "closed": f"{_ONE}[)）]",
    "roman": ("[Ⅰ-Ⅻⅰ-ⅻ][.．、)）:：]?|[(（][ⅰ-ⅻivx]{1,4}[)）]|[IVX]{1,4}[.．](?=[^0-9A-Za-z])"),
    "section": f"第\\s?[{_D}{_KANJI}]{{1,2}}(?:章|節|[.．、\\s　])(?!報)|§\\s?[0-9]{{1,2}}",
    "multi": (
        f"{_ONE}(?:[-－.．‐][{_D}]{{1,2}}){{1,2}}[.．]?[\\s　]+(?=[^{_D}])(?=[^{_D}\\s　]{{2,24}}$)"
    ),
    "dotted": f"{_ONE}\\s?[.．。、:：](?![{_D}/／])",
    "bare": f"{_ONE}[ 　\\t]+(?=[^\\s{_D}]){_COUNTED}",
    "kanji": f"[{_KANJI}]{{1,3}}(?:[.．、)）]|[ 　]+(?=[^0-9\\s]))",
    "kana": (
        "[(（][ア-ンa-zａ-ｚA-ZＡ-Ｚあ-んｱ-ﾝ][)）]|[ア-ンｱ-ﾝ](?:[.．、)）]|[ 　]+)"
        "|[a-zａ-ｚB-PR-ZＢ-ＰＲ-Ｚ][.．)）](?![A-Za-z0-9/])"
    ),
    "q": (
        f"(?:[QＱ]|ご?質問|問)\\s?{_UP_TO_THREE}\\s?[、{_DOT}]|[QＱ][{_D}]{_UP_TO_THREE}(?=[^0-9A-Za-z])"
        f"|[QＱ](?=[^!-~Ａ-ｚ])|[{_OPEN}][QＱ]{_UP_TO_THREE}[{_CLOSE}]"
    ),
    "a": (
        f"(?:[AＡ]|回答|答え|答)\\s?{_UP_TO_THREE}\\s?[{_DOT}](?![A-Za-z0-9])"
        f"|[AＡ][{_D}]{_UP_TO_THREE}(?=[^0-9A-Za-z社])|[AＡ][ 　]+(?![社店型号棟])(?=[^!-~])"
        f"|[{_OPEN}][AＡ]{_UP_TO_THREE}[{_CLOSE}]"
    ),
    "note": (
        f"(?:[※＊]|\\*(?![* 　]))(?:\\s?{_ONE}(?![{_D}年月日件名人時分,，]))?"
        f"|[(（][注※][{_D}]{{0,2}}[)）]|注[{_D}]{{0,2}}[)）.．:：]"
    ),
    "big": (
        "[■□◆◇●◎▼▽▲△★☆▶▷►▸❖◼◾◉☞➤➢➡⇒◤◣♦✿❏❑▣◈]{1,3}|#{1,6}(?=[ 　])"
        f"|[○◯〇](?![○◯〇年月日時件名社人市県町,，、{_D}*])"
    ),
    "bullet": (
        "[・･•‣∙·⋅◦▪▫◽◻✓✔✅☑✕✖→≫➜➔]|\\*(?=[ 　])"
        "|[-－‐–—‒−](?=[\\s　]*[^\\s!-9:-@\\[-`{-~－‐–—‒−─━―])(?![\\s　]*[0-9])"
    ),
    "plus": "[+＋](?=[ 　])",
}
_MARK = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items()))

_FIRST = frozenset(
    "()（）〔[［【＜〈0123456789０１２３４５６７８９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ第§一二三四五六七八九十ご質問回答※＊*注"
    "■□◆◇●◎▼▽▲△★☆▶▷►▸❖◼◾◉☞➤➢➡⇒◤◣♦✿❏❑▣◈#○◯〇・･•‣∙·⋅◦▪▫◽◻✓✔✅☑✕✖→≫➜➔-－‐–—‒−+＋"
    f"{CIRCLED}"
).union(
    chr(code)
    for first, last in ("az", "ａｚ", "AZ", "ＡＺ", "アン", "ｱﾝ")
    for code in range(ord(first), ord(last) + 1)
)
"""No mark begins with any other character."""

_EVENT = re.compile("発覚|発生|判明|対応|公表|連絡|報告|届|被害|影響")

RANKS = {
    "section": 1,
    "roman": 1,
    "big": 1,
    "kanji": 2,
    "dotted": 2,
    "bare": 2,
    "q": 2,
    "multi": 3,
    "paren": 3,
    "closed": 3,
    "circled": 4,
    "kana": 5,
    "a": 6,
    "note": 7,
    "bullet": 7,
    "plus": 7,
}
"""Which mark is usually above which; numbers from the outside in."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its plain form (``1.``, ``(1)``, ``・``, ``※``, ``q`` …), kind, and length."""

    text: str
    kind: str
    size: int


NO_MARK = Mark("", "", 0)


def mark_of(line: str) -> Mark:
    """The mark a line (stripped on the left) begins with; at most two in a row (``■1.``)."""
    first = _one(line)
    if not first.size or first.kind in ("q", "a", "note"):
        return first
    rest = line[first.size :]
    second = _one(rest)
    if not second.size or (first.kind == "circled" and second.kind in ("bare", "dotted")):
        return first
    outer = first if RANKS[first.kind] in (2, 3, 4) or second.kind == "note" else second
    return Mark(outer.text, first.kind, first.size + second.size)


def circled(ch: str) -> str:
    """``(3)`` for ③."""
    return f"({_CIRCLED[ch]})"


def _one(line: str) -> Mark:
    found = _MARK.match(line) if line[:1] in _FIRST else None
    if found is None:
        return NO_MARK
    kind, taken = found.lastgroup or "", found[0]
    rest = line[found.end() :]
    if not rest.strip() or (kind == "multi" and _may_be_date(taken, rest)):
        return NO_MARK
    size = found.end() + len(rest) - len(rest.lstrip())
    return Mark(_plain(kind, taken), kind, size)


def _may_be_date(taken: str, rest: str) -> bool:
    """「4.8 発覚」 is a day, 「2.1 原因」 a heading."""
    if "." not in taken and "．" not in taken:
        return False
    words = fold_plain(rest)
    return not is_known(words) or _EVENT.match(words) is not None


def _plain(kind: str, taken: str) -> str:
    if kind in _SIGNS:
        return _SIGNS[kind]
    if kind == "circled":
        return "".join(map(circled, taken))
    text = fold_plain(taken).strip()
    if kind == "paren":
        return f"({text[1:-1].strip()})"
    return text.rstrip(".,:。、") + "." if kind in ("dotted", "bare", "kanji", "multi") else text


_SIGNS = {"q": "q", "a": "a", "note": "※", "big": "■", "bullet": "・", "plus": "・"}
